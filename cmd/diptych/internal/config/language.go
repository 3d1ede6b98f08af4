package config

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
	"diptych/cmd/diptych/internal/wording"
)

// half is what belongs to a language, with the table that it was read from.
type half struct {
	*decode.Reader
	Language
}

// languages reads what belongs to each language.
func (l *loader) languages(all *decode.Reader, order []source.Lang) []Language {
	var halves []half
	for _, lang := range order {
		r, found := all.Table(string(lang))
		halves = append(halves, half{r, l.language(r, found, lang)})
	}
	for i := range halves {
		one, other := halves[i], halves[1-i]
		l.checkSaid("description", one, other, func(l Language) string { return l.Description })
		l.checkSaid("notice", one, other, func(l Language) string { return l.Notice })
	}
	return []Language{halves[0].Language, halves[1].Language}
}

// checkSaid finds what the site says to the readers of the other language alone. What is wrong at that place is told already.
func (l *loader) checkSaid(key string, one, other half, text func(Language) string) {
	told := slices.ContainsFunc(l.problems, func(p source.Problem) bool { return one.Has(key) && p.Pos == one.Pos(key) })
	if text(one.Language) != "" || text(other.Language) == "" || told {
		return
	}
	l.report(source.Errorf("language-said", other.Pos(key), "the site has a `%s` in %s, and none in %s", key, other.Lang.Name(), one.Lang.Name()).
		WithHint("write it under [language.%s] too, or take it out", one.Lang))
}

// language reads what belongs to one of them; without its table all is missing.
func (l *loader) language(r *decode.Reader, found bool, lang source.Lang) Language {
	language := Language{
		Lang:        lang,
		Locale:      r.Text("locale"),
		Title:       strings.TrimSpace(r.Text("title")),
		Description: strings.TrimSpace(r.Text("description")),
		Notice:      strings.TrimSpace(r.Text("notice")),
	}
	rules, _ := r.Table("typography")
	r.Rest(header(lang))
	if !found || language.Title == "" {
		l.report(source.Errorf("language-title", r.Pos("title"), "the site has no title in %s", lang.Name()).
			WithHint("write a `title` under [language.%s]", lang))
	}
	tags := locale.Tags(lang)
	if !slices.Contains(tags, language.Locale) {
		if language.Locale != "" {
			l.report(source.Errorf("locale", r.Pos("locale"), "%q is not a locale of %s", language.Locale, lang.Name()).
				WithHint("write one of %s", strings.Join(tags, ", ")))
		}
		language.Locale = tags[0]
	}
	language.Typography = l.typography(rules, lang, language.Locale)
	return language
}

// typography reads what config.toml has otherwise than the locale's rules, each under its name.
func (l *loader) typography(r *decode.Reader, lang source.Lang, tag string) typography.Rules {
	rules := typography.For(tag)
	for _, name := range typography.Names() {
		value := r.Text(name)
		if !r.Has(name) {
			continue
		}
		changed, mistake := rules.With(name, value)
		if !mistake.IsZero() && value != "" {
			l.report(source.Errorf("typography", r.Pos(name), "%s", mistake.Message).WithHint("%s", mistake.Hint))
		}
		rules = changed
	}
	r.Rest(typographyHeader(lang))
	return rules
}

// typographyHeader is the line above the rules of a language.
func typographyHeader(lang source.Lang) wording.Phrase {
	if lang == source.French {
		return "[language.fr.typography]"
	}
	return "[language.en.typography]"
}

// header is the line above what config.toml says of a language.
func header(lang source.Lang) wording.Phrase {
	if lang == source.French {
		return "[language.fr]"
	}
	return "[language.en]"
}

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

// languages reads what belongs to each language.
func (l *loader) languages(all *decode.Reader, order []source.Lang) []Language {
	var languages []Language
	var readers []*decode.Reader
	for _, lang := range order {
		r, found := all.Table(string(lang))
		readers = append(readers, r)
		languages = append(languages, l.language(r, found, lang))
	}
	for i, other := range []int{1, 0} {
		l.checkSaid("description", readers[i], readers[other], languages[i].Description, languages[other].Description, languages[i].Lang)
		l.checkSaid("notice", readers[i], readers[other], languages[i].Notice, languages[other].Notice, languages[i].Lang)
	}
	return languages
}

// checkSaid finds what the site says to the readers of the other language alone. What is wrong at that place is told already.
func (l *loader) checkSaid(key string, r, other *decode.Reader, said, otherSaid string, lang source.Lang) {
	told := slices.ContainsFunc(l.problems, func(p source.Problem) bool { return r.Has(key) && p.Pos == r.Pos(key) })
	if said != "" || otherSaid == "" || told {
		return
	}
	l.report(source.Errorf("language-said", other.Pos(key), "the site has a `%s` in %s, and none in %s", key, lang.Other().Name(), lang.Name()).
		WithHint("write it under [language.%s] too, or take it out", lang))
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

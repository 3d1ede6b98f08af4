// Package term reads the terms that must be the same wherever they occur: `[[term]]` in i18n/terms.toml, each with the form
// that is to be used in French and the one that answers it in English, the spellings to avoid, and an abbreviation where
// there is one.
package term

import (
	"maps"
	"strings"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

// File is the path of the file with the terms. A site need not have one.
const File = "i18n/terms.toml"

// Term is one thing under its name in both languages. It is immutable. A term with a form in one language only says how
// that is spelt, and nothing of the other language.
type Term struct {
	French, English Form
}

// Form is the name of a term in one language.
type Form struct {
	Text         string   // empty where the term has no form in this language
	Avoid        []string // spellings to avoid, as people write them by mistake
	Abbreviation string   // the short form; may be empty
	Pos          source.Pos
}

// In gives the form in a language.
func (t Term) In(lang source.Lang) Form {
	if lang == source.French {
		return t.French
	}
	return t.English
}

// Base is all the terms of a site. It is immutable.
type Base struct {
	terms         []Term
	abbreviations map[source.Lang]map[string]string
}

// Terms gives the terms in the order of their file. The slice must not be changed.
func (b *Base) Terms() []Term { return b.terms }

// Abbreviations gives what the abbreviations of a language stand for, by their short forms.
func (b *Base) Abbreviations(lang source.Lang) map[string]string {
	return maps.Clone(b.abbreviations[lang])
}

// Read reads the terms of a site, and says what is wrong with them. Without the file there are none, and nothing is said. A
// term without any form is none; an abbreviation that stands twice is the first term's.
func Read(tree *source.Tree) (*Base, []source.Problem) {
	file, found := tree.File(File)
	if !found {
		return &Base{}, nil
	}
	table, problems := decode.Parse(source.Pos{File: file.Path, Line: 1, Column: 1}, file.Text())
	if len(problems) > 0 {
		return &Base{}, problems
	}
	r := &reader{french: newSide(source.French), english: newSide(source.English)}
	base := r.base(decode.Read(table, r.report))
	return base, r.problems
}

// reader collects the terms and what is wrong with them.
type reader struct {
	problems        []source.Problem
	french, english *side
}

func (r *reader) report(p source.Problem) { r.problems = append(r.problems, p) }

func (r *reader) base(top *decode.Reader) *Base {
	b := &Base{}
	for _, table := range top.Tables("term") {
		before := len(r.problems)
		t := Term{French: r.form(table, r.french), English: r.form(table, r.english)}
		switch {
		case t.French.Text != "" || t.English.Text != "":
			b.terms = append(b.terms, t)
		case len(r.problems) == before: // another type is told already
			r.report(source.Errorf("term", table.Pos(""), "the term has no form").
				WithHint(`write both, fr = "…" and en = "…", or one where only its spelling matters`))
		}
		table.Rest("[[term]]")
		r.french.addForm(t.French, t.English, r.report)
		r.english.addForm(t.English, t.French, r.report)
	}
	top.Rest(File)
	for _, s := range []*side{r.french, r.english} {
		s.checkAvoided(r.report)
	}
	b.abbreviations = map[source.Lang]map[string]string{
		source.French: r.french.expansions, source.English: r.english.expansions,
	}
	return b
}

// form reads what a term is in one language.
func (r *reader) form(table *decode.Reader, s *side) Form {
	key := string(s.lang)
	form := Form{Text: strings.TrimSpace(table.Text(key)), Pos: table.Pos(key)}
	avoid := "avoid_" + key
	for _, spelling := range table.Texts(avoid) {
		if trimmed := strings.TrimSpace(spelling); trimmed != "" {
			form.Avoid = append(form.Avoid, trimmed)
			s.avoided = append(s.avoided, placed{trimmed, avoid, table.PosOf(avoid, spelling)})
		}
	}
	abbreviation := "abbr_" + key
	form.Abbreviation = strings.TrimSpace(table.Text(abbreviation))
	s.addAbbreviation(form, placed{form.Abbreviation, abbreviation, table.Pos(abbreviation)}, r.report)
	return form
}

// side is what all terms together have in one language.
type side struct {
	lang          source.Lang
	forms         map[string]source.Pos // the texts to use, and where each stands first
	answered      map[string]bool       // those among them that the other language has a form for
	abbreviations map[string]source.Pos
	expansions    map[string]string // abbreviation → what it stands for
	avoided       []placed
}

// placed is a text with its key and place.
type placed struct {
	text, key string
	pos       source.Pos
}

func newSide(lang source.Lang) *side {
	return &side{
		lang: lang, forms: map[string]source.Pos{}, answered: map[string]bool{}, abbreviations: map[string]source.Pos{}, expansions: map[string]string{},
	}
}

// addForm notes the form of a term, and tells of one that another term has with another answer. A term that has none says
// of a spelling what any number of terms may say.
func (s *side) addForm(form, answer Form, report func(source.Problem)) {
	if form.Text == "" {
		return
	}
	first, known := s.forms[form.Text]
	if !known {
		s.forms[form.Text] = form.Pos
	}
	if answer.Text == "" {
		return
	}
	if _, twice := s.answered[form.Text]; twice {
		report(source.Errorf("term", form.Pos, "two terms are %q in %s", form.Text, s.lang.Name()).
			WithPeer(first).WithHint("put them together under one [[term]]"))
		return
	}
	s.answered[form.Text] = true
}

// addAbbreviation notes the abbreviation of a form, and tells of one that abbreviates nothing or too much.
func (s *side) addAbbreviation(form Form, short placed, report func(source.Problem)) {
	first, twice := s.abbreviations[short.text]
	switch {
	case short.text == "" || form.Text == "":
	case short.text == form.Text:
		report(source.Errorf("term", short.pos, "%q is the term itself, and abbreviates nothing", short.text).
			WithHint("write the whole term under `%s`, and its abbreviation here", s.lang))
	case twice:
		report(source.Errorf("term", short.pos, "two terms have the abbreviation %q in %s", short.text, s.lang.Name()).
			WithPeer(first).WithHint("give it to one of them only"))
	default:
		s.abbreviations[short.text], s.expansions[short.text] = short.pos, form.Text
	}
}

// checkAvoided tells of the spellings to avoid that are to be used as well, in whatever term.
func (s *side) checkAvoided(report func(source.Problem)) {
	for _, a := range s.avoided {
		use, used := s.forms[a.text]
		if !used {
			use, used = s.abbreviations[a.text]
		}
		if used {
			report(source.Errorf("term", a.pos, "%q is to be avoided and to be used", a.text).
				WithPeer(use).WithHint("take it out of `%s`, or out of what is to be used", a.key))
		}
	}
}

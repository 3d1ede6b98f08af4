package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/term"
	"diptych/cmd/diptych/internal/wording"
)

var termCase = Rule{
	ID: "term-case", Severity: source.Info,
	Summary: "a term has other capitals than in i18n/terms.toml",
	Reason:  "« États Membres » and « États membres » on one page look careless, and institutions have rules for them. Terms of several words are looked at, outside of titles and of the beginnings of sentences; of a term in small letters it is told only where the site itself writes it so nearly always.",
	study:   studyCase,
	judge:   judgeCase,
}

// caseUse is how a pair writes one term in one language.
type caseUse struct {
	lang   source.Lang
	term   int // index of the term
	right  int // how often it is written as it is to be, within sentences
	others []otherUse
}

// otherUse is a place where a term has other capitals.
type otherUse struct {
	text     string
	at, peer where
}

func studyCase(p *pair) any {
	var uses []caseUse
	answers := p.answers()
	for i, t := range p.context.terms.Terms() {
		for _, h := range p.halves() {
			if form := t.In(h.lang); strings.ContainsRune(form.Text, ' ') {
				use := caseUse{lang: h.lang, term: i}
				for _, b := range h.blocks {
					b.addCase(&use, form, answers)
				}
				if use.right+len(use.others) > 0 {
					uses = append(uses, use)
				}
			}
		}
	}
	return uses
}

// addCase adds the places where a block has a term within a sentence.
func (b *block) addCase(use *caseUse, form term.Form, answers map[*block]*block) {
	if b.Kind == markdown.Code || b.Kind == markdown.HeadingBlock || b.Kind == markdown.FrontMatter || !b.begins.mayHave(form.Text) {
		return
	}
	for at := range anyCase(b.prose, form.Text) {
		text := b.prose[at.from:at.to]
		within := b.isWithinSentence(at.from)
		switch {
		case isExact(text, form.Text):
			use.right++
		case !within && (matches(text, form.Text) > 0 || !hasCapital(form.Text)): // it begins a sentence, or a title
		case !avoids(form.Avoid, text):
			use.others = append(use.others, otherUse{strings.Clone(text), b.part(at.from, at.to).where(), answers[b].whole().where()})
		}
	}
}

// isExact tells whether a text is a form, capitals included.
func isExact(text, form string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	meant, _ := utf8.DecodeRuneInString(form)
	return first == meant && matches(text, form) == len(text)
}

// isWithinSentence tells whether a word with a small letter, or a comma, stands before an offset, and no title begins there:
// the text of a link, or what is stressed.
func (b *block) isWithinSentence(at int) bool {
	if slices.ContainsFunc(b.Links, func(l markdown.Reference) bool { return l.From == at }) ||
		slices.ContainsFunc(b.Stretches, func(s markdown.Stretch) bool { return s.From == at }) {
		return false
	}
	before := strings.TrimRight(b.Text[:at], " \u00a0\n")
	if before == "" || len(before) == at {
		return false
	}
	word := before[strings.LastIndexAny(before, " \u00a0\n’'")+1:]
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first) && !strings.ContainsAny(word, ".!?:;") || strings.HasSuffix(before, ",")
}

// The bounds of what is told of a term in small letters: how often the site has it so, and in what share of its uses.
const (
	fewestRight = 2
	shareRight  = 2.0 / 3
)

// judgeCase tells of the terms with other capitals.
func judgeCase(studies []*study, f *finder) {
	type key struct {
		lang source.Lang
		term int
	}
	all := slices.Concat(kept[[]caseUse](studies, f.rule.ID)...)
	right, uses := map[key]int{}, map[key]int{}
	for _, u := range all {
		right[key{u.lang, u.term}] += u.right
		uses[key{u.lang, u.term}] += u.right + len(u.others)
	}
	terms := f.context.terms.Terms()
	for _, u := range all {
		form, k := terms[u.term].In(u.lang), key{u.lang, u.term}
		if !hasCapital(form.Text) && (right[k] < fewestRight || float64(right[k]) < shareRight*float64(uses[k])) {
			continue
		}
		for _, o := range u.others {
			f.findAt(f.rule.Severity, o.at, o.peer,
				wording.Sprintf("%q has other capitals than the term %q", o.text, form.Text),
				wording.Sprintf("write %s", form.Text))
		}
	}
}

// hasCapital tells whether a text has a capital.
func hasCapital(text string) bool { return strings.ContainsFunc(text, unicode.IsUpper) }

// avoids tells whether a spelling is among those to avoid, of which term-mismatch tells.
func avoids(avoid []string, text string) bool {
	for _, a := range avoid {
		if matches(text, a) == len(text) {
			return true
		}
	}
	return false
}

// anyCase gives the places where a text has a form, whatever its capitals.
func anyCase(text, form string) func(yield func(token) bool) {
	return func(yield func(token) bool) {
		begins := beginnings(form)
		for at := 0; ; at++ {
			i := strings.IndexAny(text[at:], begins)
			if i < 0 {
				return
			}
			at += i
			size := matchesFolded(text[at:], form)
			if size == 0 {
				continue
			}
			if t := (token{at, at + size}); isWhole(text, t) && !yield(t) {
				return
			}
		}
	}
}

// matchesFolded gives the size in bytes of what a text begins with if that is the form but for capitals, else 0.
func matchesFolded(text, form string) int {
	at := 0
	for _, want := range form {
		got, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 || !isSame(unicode.ToLower(got), unicode.ToLower(want)) {
			return 0
		}
		at += size
	}
	return at
}

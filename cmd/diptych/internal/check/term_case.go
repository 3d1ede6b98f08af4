package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var termCase = Rule{
	ID: "term-case", Severity: source.Info,
	Summary: "a term has other capitals than in i18n/terms.toml",
	Reason:  "« États Membres » and « États membres » on one page look careless, and institutions have rules for them. Terms with a capital are looked at, outside of titles and of the beginnings of sentences.",
	pair:    checkCase,
}

func checkCase(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		if b.Kind == markdown.Code || b.Kind == markdown.HeadingBlock || b.Kind == markdown.FrontMatter {
			continue
		}
		for _, t := range p.context.terms.Terms() {
			form := t.In(b.lang)
			if !hasCapital(form.Text) {
				continue
			}
			for at := range otherCase(b.prose, form.Text) {
				if !avoids(form.Avoid, b.prose[at.from:at.to]) {
					f.find(b.part(at.from, at.to), answers[b].whole(),
						wording.Sprintf("%q has other capitals than the term %q", b.Text[at.from:at.to], form.Text),
						wording.Sprintf("write %s", form.Text))
				}
			}
		}
	}
}

// hasCapital tells whether a text of several words has a capital.
func hasCapital(text string) bool {
	return strings.ContainsRune(text, ' ') && strings.ContainsFunc(text, unicode.IsUpper)
}

// avoids tells whether a spelling is among those to avoid, of which term-mismatch tells.
func avoids(avoid []string, text string) bool {
	for _, a := range avoid {
		if matches(text, a) == len(text) {
			return true
		}
	}
	return false
}

// otherCase gives the places where a text has a form with other capitals than its own.
func otherCase(text, form string) func(yield func(token) bool) {
	return func(yield func(token) bool) {
		begins := beginnings(form)
		for at := 0; ; at++ {
			i := strings.IndexAny(text[at:], begins)
			if i < 0 {
				return
			}
			at += i
			size := matchesFolded(text[at:], form)
			if size == 0 || matches(text[at:], form) > 0 {
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

package check

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/term"
	"diptych/cmd/diptych/internal/wording"
)

var termMismatch = Rule{
	ID: "term-mismatch", Severity: source.Warning,
	Summary: "a spelling that i18n/terms.toml avoids, or a term whose answer is missing",
	Reason:  "Official names have one form in each language. What the term base says to avoid is told as a warning; a term of which only the one half speaks, as an information, since a text may well say “it” where the other repeats the name.",
	pair:    checkTerms,
}

func checkTerms(p *pair, f *finder) {
	answers := p.answers()
	terms := p.context.terms.Terms()
	foreign := p.foreign()
	for b := range p.blocks {
		if b.Kind != markdown.Code && !foreign[b] {
			for i := range terms {
				checkAvoided(b, answers[b], &terms[i], f)
			}
		}
	}
	for r := range p.pairs {
		for i := range terms {
			checkAnswer(r.french, r.english, &terms[i], f)
			checkAnswer(r.english, r.french, &terms[i], f)
		}
	}
}

// checkAvoided finds the spellings to avoid of a term.
func checkAvoided(b, answer *block, t *term.Term, f *finder) {
	form := t.In(b.lang)
	for _, avoided := range form.Avoid {
		if !b.begins.mayHave(avoided) {
			continue
		}
		for at := range occurrences(b.own, avoided) {
			if form.Text != "" && isWithin(b.own, at, form.Text) || b.isAmongForeign(at) {
				continue
			}
			f.find(b.part(at.from, at.to), answer.whole(), wording.Sprintf("%q is to be avoided", b.Text[at.from:at.to]), instead(form))
			break // once in a block is enough
		}
	}
}

// isAmongForeign tells whether a part of a block stands in a stretch in the other language, of which language-leak tells.
func (b *block) isAmongForeign(at token) bool {
	leak, found := b.leak()
	return found && leak.from <= at.from && at.to <= leak.to
}

func instead(form term.Form) wording.Sentence {
	if form.Text == "" {
		return wording.Sprintf("see i18n/terms.toml")
	}
	return wording.Sprintf("write %s", form.Text)
}

// checkAnswer finds a term in a block of whose answer, or its abbreviation, the other block has nothing.
func checkAnswer(b, answer *block, t *term.Term, f *finder) {
	form, other := t.In(b.lang), t.In(answer.lang)
	if form.Text == "" || other.Text == "" || !b.begins.mayHave(form.Text) {
		return
	}
	at, found := first(b.own, form.Text)
	if !found || hasTerm(answer, other) || hasAvoided(answer, other) {
		return
	}
	f.findAt(source.Info, b.part(at.from, at.to).where(), answer.whole().where(),
		wording.Sprintf("%q has no answer in %s: %q", form.Text, answer.lang.Name(), other.Text),
		wording.Sprintf("write the term in both halves, if both speak of it"))
}

// hasTerm tells whether a block has a term or its abbreviation, whatever its capitals and its plural.
func hasTerm(b *block, form term.Form) bool {
	text := stems(b.Text)
	for _, name := range []string{form.Text, form.Abbreviation} {
		if name != "" && strings.Contains(" "+text, " "+stems(name)) {
			return true
		}
	}
	return false
}

// hasAvoided tells whether a block has a spelling to avoid, of which it is told.
func hasAvoided(b *block, form term.Form) bool {
	return slices.ContainsFunc(form.Avoid, func(avoided string) bool {
		_, found := first(b.own, avoided)
		return found
	})
}

// stems gives the words of a text folded and without the ends of plurals.
func stems(text string) string {
	words := strings.Fields(folded(text))
	for i, word := range words {
		words[i] = strings.TrimRight(word, "sx")
	}
	return strings.Join(words, " ")
}

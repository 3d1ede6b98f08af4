package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var doubledWord = Rule{
	ID: "doubled-word", Severity: source.Warning,
	Summary: "a word stands twice in a row",
	Reason:  "It is left over from a correction most often, and the eye of its author passes over it. « nous nous », « vous vous », “had had” and “that that” may be right.",
	pair:    checkDoubled,
}

func checkDoubled(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		if b.Kind == markdown.Code {
			continue
		}
		before := token{-1, -1}
		for w := range b.proseWords {
			if before.from >= 0 && b.isDoubled(before, w) {
				f.find(b.part(before.from, w.to), answers[b].whole(),
					wording.Sprintf("%q stands twice", b.Text[w.from:w.to]),
					wording.Sprintf("take one of the two out"))
			}
			before = w
		}
	}
}

// proseWords gives the words of the block's prose.
func (b *block) proseWords(yield func(token) bool) { words(b.prose, yield) }

// isDoubled tells whether the second of two words is the first one again, with nothing but space between.
func (b *block) isDoubled(first, second token) bool {
	one, two := b.prose[first.from:first.to], b.prose[second.from:second.to]
	gap := b.Text[first.to:second.from]
	if !isSameWord(one, two) || strings.TrimSpace(gap) != "" || gap == "" || strings.ContainsRune(gap, '\n') {
		return false
	}
	return !b.hasUnseen(first.to, second.from) && (utf8.RuneCountInString(one) > 1 || isLetterWord(one)) && !mayDouble(strings.ToLower(one)) && !isProperName(one, two) && b.endsWord(second.to)
}

// isSameWord tells whether a word is another again; the first one may have the capital of a sentence, but not the second one
// alone, which begins a name then.
func isSameWord(first, second string) bool {
	r, size := utf8.DecodeRuneInString(first)
	return first == second || string(unicode.ToLower(r))+first[size:] == second
}

// isLetterWord tells whether a letter is a word by itself; others are names of things.
func isLetterWord(letter string) bool {
	return letter == "a" || letter == "à" || letter == "y"
}

// mayDouble tells whether a word may well stand twice in a row.
func mayDouble(word string) bool {
	switch word {
	case "nous", "vous", "had", "that", "très", "oui", "non", "bla", "very", "so", "faire":
		return true
	}
	return false
}

// isProperName tells whether two words are a name such as Bora Bora.
func isProperName(one, two string) bool {
	first, _ := utf8.DecodeRuneInString(one)
	second, _ := utf8.DecodeRuneInString(two)
	return unicode.IsUpper(first) && unicode.IsUpper(second)
}

// endsWord tells whether a word ends at an offset: « en en-tête » and « que qu’il » are no doubled words.
func (b *block) endsWord(at int) bool {
	next, _ := utf8.DecodeRuneInString(b.Text[at:])
	return next != '-' && next != '\'' && next != '’' && next != '\u2011'
}

package search

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// compounds gives each run of letters and digits in a folded text, with the apostrophes and hyphens between them. In find.js
// a regular expression says the same; here it would take most of the time.
func compounds(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(text); {
			size := startSize(text[i:])
			if size == 0 {
				_, size = utf8.DecodeRuneInString(text[i:])
				i += size
				continue
			}
			end := i + compoundSize(text[i:])
			if !yield(text[i:end]) {
				return
			}
			i = end
		}
	}
}

// compoundSize gives the length of a compound at the start of a text.
func compoundSize(text string) int {
	at := 0
	for {
		for size := startSize(text[at:]); size > 0; size = insideSize(text[at:]) {
			at += size
		}
		next := at
		for next < len(text) && isHinge(text[next]) {
			next++
		}
		if next == at || startSize(text[next:]) == 0 {
			return at
		}
		at = next
	}
}

func isHinge(b byte) bool { return b == '\'' || b == '-' }

// startSize gives the length of a letter or digit at the start of a text.
func startSize(text string) int { return size(text, unicode.L, unicode.N) }

// insideSize also takes the marks that folding leaves: those that have a width of their own, as in Devanagari.
func insideSize(text string) int { return size(text, unicode.L, unicode.N, unicode.M) }

func size(text string, kinds ...*unicode.RangeTable) int {
	if text == "" {
		return 0
	}
	if b := text[0]; b < utf8.RuneSelf {
		if b >= 'a' && b <= 'z' || isDigit(b) {
			return 1 // a folded text has no capitals
		}
		return 0
	}
	r, size := utf8.DecodeRuneInString(text)
	if unicode.In(r, kinds...) {
		return size
	}
	return 0
}

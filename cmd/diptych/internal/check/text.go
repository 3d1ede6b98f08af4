package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/locale"
)

// token is a word in a text, in bytes.
type token struct{ from, to int }

// words gives the words of a text: letters, with apostrophes and hyphens between them left out, so that « l’été » has two.
func words(text string, yield func(token) bool) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		from := i
		for i < len(text) && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)) { // a letter may have its accent apart
			i += size
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !yield(token{from, i}) {
			return
		}
	}
}

// countWords counts the words of a text.
func countWords(text string) int {
	n := 0
	for range func(yield func(token) bool) { words(text, yield) } {
		n++
	}
	return n
}

// folded gives a text as it is compared: without capitals, accents, typography and marks, the words with a space between.
func folded(text string) string {
	return strings.Join(strings.FieldsFunc(locale.Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// excerptSize is how many runes of a text a message quotes at the most.
const excerptSize = 60

// excerpt gives enough of a text to know it again, in one line.
func excerpt(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= excerptSize {
		return text
	}
	runes := []rune(text)[:excerptSize]
	return strings.TrimRight(string(runes), " ,;:") + "…"
}

package language

import (
	"unicode"
	"unicode/utf8"
)

// Word is a word of a text, as a reader counts them: « l’eau », "don’t" and « tête-à-tête » are one each, and say no more
// than another word, although Cut takes them apart.
type Word struct {
	From, To int     // where it stands in the text, in bytes
	Odds     float64 // of French against English, as a natural logarithm, within Limit: above 0 for French, below for English
	Capital  bool    // whether it begins with a capital, as names and titles do
}

// Read gives the words of a text, in order.
func Read(text string) []Word { return learned().Read(text) }

// Read gives the words of a text, in order, by what this table has.
func (t *Table) Read(text string) []Word {
	words := make([]Word, 0, len(text)/4+1)
	Cut(text, func(from, to int, form []byte) {
		odds := float64(t.odds(form)) / scale
		if last := len(words) - 1; last >= 0 && joins(text[words[last].To:from]) {
			words[last].To, words[last].Odds = to, clip(words[last].Odds+odds)
			return
		}
		words = append(words, Word{From: from, To: to, Odds: odds, Capital: isCapital(text[from:to])})
	})
	return words
}

// Sum gives the odds of words together, such as those of a window.
func Sum(words []Word) float64 {
	odds := 0.0
	for _, word := range words {
		odds += word.Odds
	}
	return odds
}

func clip(odds float64) float64 { return min(max(odds, -Limit), Limit) }

// joins tells whether what stands between two forms makes one word of them: nothing, after an elision or before an
// English ending, or a hyphen.
func joins(between string) bool {
	switch between {
	case "", "-", "\u2010", "\u2011":
		return true
	}
	return false
}

func isCapital(word string) bool {
	if c := word[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

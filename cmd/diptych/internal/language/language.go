// Package language tells French from English, and nothing else, word by word.
package language

import (
	_ "embed"
	"sync"
)

// Word is a word of a text.
type Word struct {
	From, To int     // where it stands in the text, in bytes
	Odds     float64 // of French against English, as a natural logarithm: above 0 for French, below for English
}

// Limit is the most that a word says for a language, so that none decides alone.
const Limit = 6

//go:embed table.txt
var written string

var learned = sync.OnceValue(func() *Table {
	table, err := ParseTable(written)
	if err != nil {
		panic("language: table.txt: " + err.Error()) // a test reads it
	}
	return table
})

// Read gives the words of a text, in order (Cut says what a word is). A window of words has the sum of their odds.
func Read(text string) []Word { return learned().Read(text) }

// Odds gives the odds of a whole text: above 0 for French, below 0 for English, 0 if it has no words.
func Odds(text string) float64 {
	table, sum := learned(), 0
	Cut(text, func(_, _ int, form []byte) { sum += table.odds(form) })
	return float64(sum) / scale
}

// Package language tells French from English, and nothing else, word by word.
package language

import (
	_ "embed"
	"sync"
)

// Limit is the most that a word says for a language, and GuessLimit the most that it says if it is not in the table, so
// that no word decides alone: texts in French have English words, and texts in English French ones.
const (
	Limit      = 6
	GuessLimit = 4
)

//go:embed table.txt
var written string

var learned = sync.OnceValue(func() *Table {
	table, err := ParseTable(written)
	if err != nil {
		panic("language: table.txt: " + err.Error()) // a test reads it
	}
	return table
})

// Odds gives the odds of a whole text: above 0 for French, below 0 for English, 0 if it has no words.
func Odds(text string) float64 { return Sum(Read(text)) }

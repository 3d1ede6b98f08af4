package language

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// FuzzRead holds what a caller relies on for any text: words in order that lie in it, odds within the limit, and the same
// words whatever the width of its spaces and the form of its apostrophes.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"", "L’État-hôte, don’t", "a\u00a0b \u202fc", "e\u0301te\u0301", "https://a.b/c d@e", "l'’'s 's-", "\xff’\xc3", "1er 2e A4P+",
		strings.Repeat("é", 100), "中文-ça\u00adva\u2011t-il",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := Read(text)
		end := 0
		for _, word := range words {
			if word.From < end || word.To <= word.From || word.To > len(text) {
				t.Fatalf("word %d to %d, after %d, in %d bytes", word.From, word.To, end, len(text))
			}
			if math.IsNaN(word.Odds) || math.Abs(word.Odds) > Limit {
				t.Fatalf("%q has the odds %g", text[word.From:word.To], word.Odds)
			}
			end = word.To
		}
		plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ", "’", "'").Replace(text)
		if !slices.EqualFunc(words, Read(plain), sameButPlace) {
			t.Errorf("%q and %q have other words: %v and %v", text, plain, words, Read(plain))
		}
	})
}

func sameButPlace(a, b Word) bool { return a.Odds == b.Odds && a.Capital == b.Capital }

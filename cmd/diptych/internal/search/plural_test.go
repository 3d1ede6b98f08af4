package search

import (
	"slices"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// TestNumber reads testdata/nouns.*.txt: two words that are one noun, or, with a /, two that are not.
func TestNumber(t *testing.T) {
	for _, lang := range source.Langs() {
		n := numberOf(lang)
		for _, line := range readLines(t, "nouns."+string(lang)+".txt") {
			words := strings.Fields(strings.ReplaceAll(line, " / ", " "))
			same := oracle{number: n}.same(words[0], words[1])
			if want := !strings.Contains(line, " / "); same != want || same != (oracle{number: n}.same(words[1], words[0])) {
				t.Errorf("%s: %s and %s are one noun: %t, want %t", lang, words[0], words[1], same, want)
			}
		}
	}
}

// TestUnlike holds that each word that is taken out of the rule would else be the plural of another.
func TestUnlike(t *testing.T) {
	for _, lang := range source.Langs() {
		n := numberOf(lang)
		all := number{endings: n.endings}
		for word := range n.unlike {
			if len(all.bases(word)) < 2 {
				t.Errorf("%s: %s needs no exception", lang, word)
			}
		}
		for plural, singular := range n.irregular {
			if slices.Contains(all.bases(plural), singular) {
				t.Errorf("%s: %s is regular", lang, plural)
			}
		}
	}
}

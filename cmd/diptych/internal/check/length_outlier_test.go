package check

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"":                             1,
		"La salle est ouverte":         1,
		"La salle est ouverte.":        1,
		"Elle ouvre. Elle ferme.":      2,
		"Elle ouvre\u00a0! Elle ferme": 2,
		"« Ouvrez ! » Il sort. Rien…":  3,
		"Il attend… Il part.":          2,
		"Il attend… puis part.":        1,
		"À 9 a.m. on ouvre.":           1,
		"1.5 litre, plan.pdf, M.Sow":   2, // a stop and a capital; glued-text tells of these
		"Oui. (Non.) “Peut-être.” Ou…": 2, // a bracket may open anything
		"Elle ouvre. 12 places.":       1,
		"Fini ?\nÉtonnant !":           2,
	} {
		if got := sentences(text); got != want {
			t.Errorf("%q has %d sentences, want %d", text, got, want)
		}
	}
}

// TestIsOutlier holds that French may well be longer, and that one sentence of several is not missed.
func TestIsOutlier(t *testing.T) {
	sentence := "La salle du conseil est ouverte au public le lundi. "
	said := "The council chamber is open to all on Mondays. "
	for _, test := range []struct {
		name, french, english string
		want                  bool
	}{
		{"the same", strings.Repeat(sentence, 4), strings.Repeat(said, 4), false},
		{"one sentence is missing of five", strings.Repeat(sentence, 4), strings.Repeat(said, 5), false},
		{"half of it is missing", strings.Repeat(sentence, 2), strings.Repeat(said, 4), true},
		{"nearly all is missing", sentence, strings.Repeat(said, 5), true},
		{"half of it is missing in English", strings.Repeat(sentence, 5), strings.Repeat(said, 2), true},
	} {
		french, english := strings.TrimSpace(test.french), strings.TrimSpace(test.english)
		r := bodyRow(t, french, english)
		if got := r.isOutlier(len([]rune(french)), len([]rune(english))); got != test.want {
			t.Errorf("%s: told %t, want %t", test.name, got, test.want)
		}
	}
}

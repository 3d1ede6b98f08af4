package main

import (
	"math"
	"slices"
	"testing"

	"diptych/cmd/diptych/internal/language"
)

// untranslated is the passage of the sample that nobody has translated.
const untranslated = "the dog and the cat sleep in the house and the children sing"

// sample is some text of both languages, in the proportions that manuals have.
var sample = []corpus{{texts: [2][]string{
	french: append(slices.Repeat([]string{
		"le chat mange la souris dans la cuisine", "la maison est petite et la rue est calme",
		"les enfants chantaient dans la rue", "ils mangeaient et buvaient", "la table est dans la cuisine",
	}, 5), untranslated),
	english: slices.Repeat([]string{
		"the cat eats the mouse in the kitchen", "the house is small and the street is quiet",
		"the children were singing in the street", "they were eating and drinking", "the table is in the kitchen",
	}, 5),
}}}

var sampleLists = []corpus{{texts: [2][]string{
	french:  {"chanter", "chantaient", "dormaient", "table", "parlaient", "maison"},
	english: {"sing", "sleeping", "table", "speaking", "reading", "house"},
}}}

// TestLearn holds, on little text, what a table is to know.
func TestLearn(t *testing.T) {
	table := learn(sample, sampleLists)
	for word, sign := range map[string]float64{
		"la": 1, "dans": 1, "the": -1, "kitchen": -1, // were seen
		"marchaient": 1, "walking": -1, // are guessed
	} {
		if odds := language.Sum(table.Read(word)); sign*odds < 0.5 {
			t.Errorf("%q has the odds %.1f, want the sign %g", word, odds, sign)
		}
	}
	if odds := language.Sum(table.Read("table")); math.Abs(odds) > 0.7 {
		t.Errorf("\"table\", which both languages have, has the odds %.1f", odds)
	}
	if again := learn(sample, sampleLists).String(); again != table.String() {
		t.Error("the same texts give another table")
	}
}

// TestContradicts holds that the passage which nobody has translated is found by the table that it is itself part of.
func TestContradicts(t *testing.T) {
	all := func(string, side) bool { return true }
	table := fit(count(sample, all), count(sampleLists, all))
	for _, s := range sides {
		for _, text := range sample[0].texts[s] {
			if got, want := contradicts(table, text, s), text == untranslated; got != want {
				t.Errorf("contradicts(%q) = %t, odds %.1f", text, got, language.Sum(table.Read(text)))
			}
		}
	}
}

// TestLevel holds that a language with more text has no more weight.
func TestLevel(t *testing.T) {
	counts := tally{"le": {8, 0}, "the": {0, 3}, "table": {1, 1}}
	counts.level()
	var sums [2]float64
	for _, c := range counts {
		sums[french] += c[french]
		sums[english] += c[english]
	}
	if math.Abs(sums[french]-sums[english]) > 1e-9 {
		t.Errorf("the sums are %g and %g", sums[french], sums[english])
	}
}

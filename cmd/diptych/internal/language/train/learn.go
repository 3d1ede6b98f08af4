package main

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"diptych/cmd/diptych/internal/language"
)

// The features of the table. More make it larger and the results hardly better.
const (
	gramCount = 3000
	wordCount = 4000
)

// learn makes a table of texts and lists of words. Manuals have passages that nobody has translated yet: what a first
// table reads as the other language is left out of the second.
func learn(texts, lists []corpus) *language.Table {
	all := func(string, side) bool { return true }
	listed := count(lists, all)
	first := fit(count(texts, all), listed)
	return fit(count(texts, func(text string, s side) bool { return !contradicts(first, text, s) }), listed)
}

// doubt is the odds from which on a text is taken to be in the other language.
const doubt = 3

func contradicts(table *language.Table, text string, s side) bool {
	odds := language.Sum(table.Read(text))
	return s == french && odds < -doubt || s == english && odds > doubt
}

// fit makes a table of what was counted: first the guess from grams, then the words that it gets wrong or knows less well
// than their counts.
func fit(texts, lists tally) *language.Table {
	entries := lexicon(texts, lists)
	guess := regressBest(entries)
	table := &language.Table{Words: map[string]int{}, Grams: map[language.Gram]int{}, Bias: round(guess.bias)}
	for gram, odds := range guess.weights {
		if odds := round(odds); odds != 0 {
			table.Grams[gram] = odds
		}
	}
	for _, word := range choose(entries, guess) {
		table.Words[word.form] = round(word.odds)
	}
	return table
}

// regressBest learns a guess from all grams, and again from those alone that told most.
func regressBest(entries []entry) *guesser {
	first := regress(entries, func(language.Gram) bool { return true }, 6)
	told := map[language.Gram]float64{}
	for i := range entries {
		for _, gram := range entries[i].grams {
			told[gram] += entries[i].weight()
		}
	}
	for gram, weight := range told {
		told[gram] = math.Abs(first.weights[gram]) * math.Sqrt(weight)
	}
	grams := slices.SortedFunc(maps.Keys(told), func(a, b language.Gram) int {
		return cmp.Or(cmp.Compare(told[b], told[a]), cmp.Compare(a, b))
	})
	best := map[language.Gram]bool{}
	for _, gram := range grams[:min(gramCount, len(grams))] {
		best[gram] = true
	}
	return regress(entries, func(gram language.Gram) bool { return best[gram] }, 10)
}

// word is a word that may stand in the table.
type word struct {
	form       string
	odds, gain float64
}

// choose gives the words that gain most by standing in the table.
func choose(entries []entry, guess *guesser) []word {
	words := make([]word, 0, len(entries))
	for i := range entries {
		e := &entries[i]
		guessed := guess.guess(e.grams)
		odds := e.odds(guessed)
		words = append(words, word{form: e.form, odds: odds, gain: e.gain(odds, guessed)})
	}
	slices.SortFunc(words, func(a, b word) int {
		return cmp.Or(cmp.Compare(b.gain, a.gain), cmp.Compare(a.form, b.form))
	})
	return words[:min(wordCount, len(words))]
}

// round gives odds in the tenths of a table.
func round(odds float64) int { return int(math.Round(odds * 10)) }

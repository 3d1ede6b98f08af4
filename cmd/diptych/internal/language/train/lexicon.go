package main

import (
	"maps"
	"math"
	"slices"

	"diptych/cmd/diptych/internal/language"
)

// entry is what is known of a word.
type entry struct {
	form  string
	seen  [2]float64 // how often texts of each language have it
	lists [2]float64 // 1 if a list of words of the language has it, else 0
	grams []language.Gram
}

// lexicon gives an entry for each word of texts and lists that has grams, in the order of forms.
func lexicon(texts, lists tally) []entry {
	forms := maps.Clone(texts)
	maps.Copy(forms, lists)
	var entries []entry
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		e := entry{form: form, seen: texts[form]}
		for _, s := range sides {
			e.lists[s] = min(lists[form][s], 1)
		}
		language.Grams([]byte(form), func(g language.Gram) { e.grams = append(e.grams, g) })
		if len(e.grams) > 0 {
			entries = append(entries, e)
		}
	}
	return entries
}

// share is the share of French in what is known of a word.
func (e *entry) share() float64 {
	in := e.seen[french] + e.lists[french]
	return in / (in + e.seen[english] + e.lists[english])
}

// weight is what a word counts for when the guess is learned. The guess is for words that texts seldom have, so that
// frequent ones weigh little more than the others.
func (e *entry) weight() float64 {
	return 1 + math.Log(e.seen[french]+e.seen[english]+e.lists[french]+e.lists[english]+1)/2
}

// The strength of what the counts of a word are set against: a guess is worth so many sightings, a list this many.
const (
	guessed = 2
	listed  = 0.5
)

// odds gives the odds of a word from how often it was seen, set against the guess that its grams give.
func (e *entry) odds(guess float64) float64 {
	p := sigmoid(guess)
	in := e.seen[french] + listed*e.lists[french] + guessed*p
	odds := math.Log(in / (e.seen[english] + listed*e.lists[english] + guessed*(1-p)))
	return within(language.Limit, odds)
}

// gain tells how much better, in all that was seen, the odds foretell the language than the guess does.
func (e *entry) gain(odds, guess float64) float64 {
	better := func(odds, guess float64) float64 { return math.Log(sigmoid(odds)) - math.Log(sigmoid(guess)) }
	return (e.seen[french]+listed*e.lists[french])*better(odds, guess) +
		(e.seen[english]+listed*e.lists[english])*better(-odds, -guess)
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// within gives the odds that are closest to others and no further from 0 than a limit.
func within(limit, odds float64) float64 { return max(-limit, min(limit, odds)) }

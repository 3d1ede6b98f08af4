package main

import (
	"diptych/cmd/diptych/internal/language"
)

// tally counts the words of both languages, by form. A count is no whole number once it is levelled.
type tally map[string][2]float64

// count counts the words of the texts that are accepted, levelled so that both languages have as many.
func count(corpora []corpus, accept func(text string, s side) bool) tally {
	t := tally{}
	for _, c := range corpora {
		for _, s := range sides {
			for _, text := range c.texts[s] {
				if accept(text, s) {
					t.add(text, s)
				}
			}
		}
	}
	t.level()
	return t
}

func (t tally) add(text string, s side) {
	language.Cut(text, func(_, _ int, form []byte) {
		counts := t[string(form)]
		counts[s]++
		t[string(form)] = counts
	})
}

func (t tally) level() {
	var sums [2]float64 // of whole numbers: exact, in whatever order
	for _, counts := range t {
		sums[french] += counts[french]
		sums[english] += counts[english]
	}
	factor := sums[french] / sums[english]
	for form, counts := range t {
		counts[english] *= factor
		t[form] = counts
	}
}

package figure

import (
	"slices"

	"diptych/cmd/diptych/internal/source"
)

// words is what a text says without digits. It answers numbers and never asks for an answer.
type words struct {
	values   []value
	months   [13]bool
	periods  [century + 1]bool
	noon     bool
	midnight bool
}

func (w *words) has(v value) bool { return slices.Contains(w.values, v) }

// readWords reads the words of a text.
func readWords(text string, lang source.Lang) *words {
	r := reader{Reading: Reading{text: text, lang: lang}, tokens: scan(text, nil)}
	c := composer{words: &words{}, french: lang == french}
	for i := range r.tokens {
		switch t := r.at(i); {
		case t.kind == letters:
			word := r.letters(i)
			c.word(word)
			c.note(word)
			c.month(&r, i, word)
			if n := roman(r.word(i)); n != 0 {
				c.add(integer(n))
			}
			if n, ok := prefixed(word); ok {
				c.add(integer(n))
			}
		case !t.is('-'):
			c.flush()
		}
	}
	c.flush()
	return c.words
}

// note notes the words for stretches and times of day.
func (c *composer) note(word string) {
	c.periods[periods[word]] = true
	switch word {
	case "noon", "midi", "midday":
		c.noon = true
	case "midnight", "minuit":
		c.midnight = true
	}
}

// month notes the month that a word names. In English it needs a capital where it is another word without one.
func (c *composer) month(r *reader, i int, word string) {
	if m := month(word, r.lang); m != 0 && (r.lang == french || r.isCapital(i) || m != 3 && m != 5) {
		c.months[m] = true
	}
}

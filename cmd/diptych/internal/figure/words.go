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

// composer makes numbers of the words for their parts: two hundred and fifty, quatre-vingt-dix-sept.
type composer struct {
	*words
	french  bool
	total   uint64 // of thousands and above
	current uint64 // below a thousand
	begun   bool
	joined  bool  // « et » or “and” stands before the next word
	halves  bool  // “half” stood in front: half a million
	recent  value // the number that ended one word ago
}

func (c *composer) add(v value) { c.values = append(c.values, v) }

// flush ends a number.
func (c *composer) flush() {
	if c.begun {
		n := c.total + c.current
		c.add(integer(n))
		if c.halves && n >= 100 {
			c.add(integer(n / 2))
		}
		c.halves = false
		c.recent = integer(n)
	}
	c.total, c.current, c.begun, c.joined = 0, 0, false, false
}

// word takes the next word.
func (c *composer) word(word string) {
	switch word {
	case "and", "et":
		c.joined = true
		return
	case "a":
		if c.joined || c.halves { // and a half, half a million
			return
		}
		if !c.french {
			c.add(integer(1))
		}
	case "half", "demi", "demie":
		c.half()
		c.halves = true
		c.addAll(answers[word])
		return
	}
	part, known := partOf(word, c.french)
	switch {
	case !known:
		c.recent = value{}
		c.flush()
		c.addAll(answers[word])
		c.halves = false
		return
	case part.n < 100:
		c.small(part.n)
	case part.n == 100:
		c.hundred()
	default:
		c.large(part.n)
	}
	c.begun, c.joined = true, false
	if part.ordinal {
		c.ordinal()
	}
	c.addAll(answers[word])
}

func (c *composer) addAll(list []value) { c.values = append(c.values, list...) }

// half adds a half to the number in front of it: two and a half, un million et demi.
func (c *composer) half() {
	n := c.total + c.current
	if !c.begun && c.joined && c.recent.form != none {
		c.add(sum(c.recent, fraction(1, 2)))
	}
	if c.begun && c.joined {
		c.add(sum(integer(n), fraction(1, 2)))
		if c.current == 0 && c.total >= 1000 {
			c.add(integer(n + n/2))
		}
	}
	c.flush()
}

// ordinal ends a number with an ordinal, which may be a fraction as well: a fifth.
func (c *composer) ordinal() {
	if n := c.total + c.current; n > 2 && n <= 100 {
		c.add(fraction(1, n))
		c.add(integer(100 / n))
	}
	c.flush()
}

// small takes a word for a number below a hundred.
func (c *composer) small(n uint64) {
	tail := c.current % 100
	switch {
	case !c.begun:
	case c.french && n == 20 && tail == 4:
		n = 76
	case n < 10 && tail >= 20 && tail%10 == 0, n < 100 && tail == 0, n > 6 && n < 10 && tail == 10,
		c.french && n < 20 && (tail == 60 || tail == 80):
	default:
		c.flush()
	}
	c.current += n
}

// hundred takes a hundred, or so many hundreds.
func (c *composer) hundred() {
	switch {
	case c.current == 0:
		c.current = 100
	case c.current < 100 && !c.joined:
		c.current *= 100
	default:
		c.flush()
		c.current = 100
	}
}

// large takes a thousand and more.
func (c *composer) large(n uint64) {
	switch {
	case c.current == 0 && c.total != 0 && c.total < 1e9: // mille milliards
		c.total *= n
	default:
		c.total += max(c.current, 1) * n
	}
	c.current = 0
}

// roman gives the value of a Roman number in capitals, with or without the suffix of a French ordinal, or 0.
func roman(word string) uint64 {
	end := 0
	for end < len(word) && digitOf(word[end]) != 0 {
		end++
	}
	if end == 0 || end > 8 || end < len(word) && !isOrdinal(fold(word[end:])) {
		return 0
	}
	n := 0
	for i := range end {
		digit := digitOf(word[i])
		if i+1 < end && digit < digitOf(word[i+1]) {
			digit = -digit
		}
		n += digit
	}
	return uint64(max(n, 0))
}

func digitOf(c byte) int {
	switch c {
	case 'I':
		return 1
	case 'V':
		return 5
	case 'X':
		return 10
	case 'L':
		return 50
	case 'C':
		return 100
	}
	return 0
}

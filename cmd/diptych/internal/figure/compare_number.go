package figure

import "slices"

// matchNumbers closes the numbers that both sides have: first those that are surely the same.
func (c *comparison) matchNumbers() {
	c.closeNumbers(func(a, b *Number) bool { return a.value == b.value })
	c.closeNumbers((*Number).maybe)
}

func (c *comparison) closeNumbers(same func(a, b *Number) bool) {
	for i := range c.fr.Numbers {
		for j := 0; j < len(c.en.Numbers) && *c.fr.number(i); j++ {
			if *c.en.number(j) && same(&c.fr.Numbers[i], &c.en.Numbers[j]) {
				*c.fr.number(i), *c.en.number(j) = false, false
			}
		}
	}
}

// maybe tells whether two numbers may be the same.
func (n *Number) maybe(other *Number) bool {
	return n.may(other.value) || other.others[0].form != none && n.may(other.others[0]) ||
		other.others[1].form != none && n.may(other.others[1])
}

// may tells whether a number may have a value.
func (n *Number) may(v value) bool { return n.value == v || n.others[0] == v || n.others[1] == v }

// hasNumber tells whether a value is among the numbers of a text.
func (s *side) hasNumber(v value) bool {
	return slices.ContainsFunc(s.Numbers, func(n Number) bool { return n.may(v) })
}

// hasOpen tells whether a value is among the numbers that are still open.
func (s *side) hasOpen(v value) bool { return s.indexOpen(v) >= 0 }

func (s *side) indexOpen(v value) int {
	for i := range s.Numbers {
		if *s.number(i) && s.Numbers[i].may(v) {
			return i
		}
	}
	return -1
}

// closeNumber closes an open number of a value, and tells whether there was one.
func (s *side) closeNumber(v value) bool {
	i := s.indexOpen(v)
	if i >= 0 {
		*s.number(i) = false
	}
	return i >= 0
}

// settleNumbers looks for other answers to the numbers that are still open, and tells of those that have none.
func (c *comparison) settleNumbers() {
	if c.exchanged() {
		c.rest(OfNumber, c.fr.openNumbers(), c.en.openNumbers())
		return
	}
	french, english := c.fr.unanswered(&c.en), c.en.unanswered(&c.fr)
	if len(french) == 1 && len(english) == 1 && c.fr.isFileSize(french[0]) && c.en.isFileSize(english[0]) {
		return
	}
	if len(french)+len(english) == 1 && len(c.fr.openIndexes()) == 1 && len(c.en.openIndexes()) == 1 {
		french, english = c.fr.openIndexes(), c.en.openIndexes()
	}
	c.rest(OfNumber, c.fr.numberSpans(french), c.en.numberSpans(english))
}

// exchanged tells whether one number stands for another that is on both sides as well: 2, 2 and 6 for 2, 6 and 6. Only
// where both sides have as many numbers, since either may repeat one.
func (c *comparison) exchanged() bool {
	french, english := c.fr.openIndexes(), c.en.openIndexes()
	if len(french) != 1 || len(english) != 1 || len(c.fr.Numbers) != len(c.en.Numbers) {
		return false
	}
	a, b := &c.fr.Numbers[french[0]], &c.en.Numbers[english[0]]
	return c.en.hasNumber(a.value) && c.fr.hasNumber(b.value)
}

func (s *side) openIndexes() []int {
	var open []int
	for i := range s.Numbers {
		if *s.number(i) {
			open = append(open, i)
		}
	}
	return open
}

func (s *side) openNumbers() []Span { return s.numberSpans(s.openIndexes()) }

func (s *side) numberSpans(indexes []int) []Span {
	spans := make([]Span, len(indexes))
	for n, i := range indexes {
		spans[n] = s.Numbers[i].Span
	}
	return spans
}

// unanswered gives the open numbers that the other side says in no way.
func (s *side) unanswered(other *side) []int {
	return slices.DeleteFunc(s.openIndexes(), func(i int) bool {
		n := &s.Numbers[i]
		return other.says(n.value) || n.others[0].form != none && other.says(n.others[0]) ||
			n.others[1].form != none && other.says(n.others[1]) ||
			n.whole && other.saysParts(n.Text) || other.namesPeriod(s.periodOf(n), n.value)
	})
}

// says tells whether a value stands in a text: as a number, as a part of one or of a day or time without an answer, or in
// words.
func (s *side) says(v value) bool {
	return s.hasNumber(v) || s.hasPart(v) || s.words().has(v)
}

// hasPart tells whether a value is a part of a figure: the year of a day, 250 in « 1 250 ».
func (s *side) hasPart(v value) bool {
	for i := range s.Numbers {
		if s.Numbers[i].whole && anyPart(s.Numbers[i].Text, func(part value) bool { return part == v }) {
			return true
		}
	}
	for i, day := range s.Days {
		if day.Year != 0 && v.isInteger(uint64(day.Year)) || (*s.day(i) || s.quoted) && v.isInteger(uint64(day.Day)) {
			return true
		}
	}
	return false
}

// saysParts tells whether all runs of digits of a number stand in a text as numbers of their own.
func (s *side) saysParts(text string) bool {
	return !anyPart(text, func(part value) bool { return !s.says(part) })
}

// anyPart tells whether one of the runs of digits in a text has the value that is looked for.
func anyPart(text string, is func(value) bool) bool {
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && '0' <= text[i] && text[i] <= '9' {
			i++
		}
		if i > start && is(amountOf(text[start:i], 0)) {
			return true
		}
		if i == start {
			i++
		}
	}
	return false
}

package figure

import (
	"cmp"
	"slices"
	"strings"
)

// Compare tells which figures of a text in French have no answer in the text in English that is to say the same, and
// the other way round, in the order of the texts. Neither reading is changed. Equal numbers may stand more often on
// one side than on the other, since a language may repeat what the other calls “it”.
//
// Of a text with more than mostFigures nothing is told: it is data and no prose, and each figure is compared with each.
func Compare(french, english Reading) []Difference {
	if french.empty() && english.empty() || max(french.count(), english.count()) > mostFigures {
		return nil
	}
	c := comparison{fr: side{Reading: french}, en: side{Reading: english}}
	c.fr.open, c.en.open = openOf(&french, c.fr.room[:0]), openOf(&english, c.en.room[:0])
	c.matchDays()
	c.matchTimes()
	c.matchNumbers()
	if !c.fr.settled() || !c.en.settled() {
		c.yearsApart()
		c.settleDays()
		c.settleTimes()
		c.settleNumbers()
	}
	slices.SortStableFunc(c.found, Difference.compare)
	return c.found
}

// compare orders differences by where they are in French; those that are in English only come last.
func (d Difference) compare(other Difference) int {
	if d.French.Text == "" || other.French.Text == "" {
		return cmp.Or(cmp.Compare(other.French.To, d.French.To), cmp.Compare(d.English.From, other.English.From))
	}
	return cmp.Compare(d.French.From, other.French.From)
}

// mostFigures is how many figures a text has at the most for it to be compared.
const mostFigures = 1000

func (r *Reading) count() int { return len(r.Numbers) + len(r.Days) + len(r.Times) }

func (r *Reading) empty() bool { return r.count() == 0 }

// comparison is the work on two readings.
type comparison struct {
	fr, en side
	found  []Difference
}

// side is a reading and what of it is still without an answer.
type side struct {
	Reading
	room   [48]bool
	open   []bool // of the numbers, then of the days, then of the times
	quoted bool   // a day stands in the other text word for word, where its language does not read it
	said   *words // what the text says in words, once somebody asked
}

// openOf gives the figures that ask for an answer, which is all but loose numbers.
func openOf(r *Reading, open []bool) []bool {
	for i := range r.Numbers {
		open = append(open, !r.Numbers[i].loose)
	}
	for range len(r.Days) + len(r.Times) {
		open = append(open, true)
	}
	return open
}

func (s *side) settled() bool { return !slices.Contains(s.open, true) }

func (s *side) number(i int) *bool { return &s.open[i] }

func (s *side) day(i int) *bool { return &s.open[len(s.Numbers)+i] }

func (s *side) time(i int) *bool { return &s.open[len(s.Numbers)+len(s.Days)+i] }

// words gives what the text says in words.
func (s *side) words() *words {
	if s.said == nil {
		s.said = readWords(s.text, s.lang)
	}
	return s.said
}

// quotes tells whether a text has a span word for word, as an untranslated title has.
func (s *side) quotes(span Span) bool {
	if i := strings.Index(s.text, span.Text); i >= 0 {
		end := i + len(span.Text)
		return (i == 0 || !wordByte(s.text[i-1])) && (end == len(s.text) || !wordByte(s.text[end]))
	}
	return false
}

func wordByte(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// sides gives each side with the other.
func (c *comparison) sides() [2][2]*side { return [2][2]*side{{&c.fr, &c.en}, {&c.en, &c.fr}} }

// Package figure reads the numbers, days and times of day that stand in a text of French or English, and compares what
// two texts that answer each other say with them.
//
// It is made for precision: editors believe a remark on a number only if remarks are nearly always right. So what is
// written in digits has to have an answer in the other text, and whatever may be an answer is taken as one: the number
// in words, a part of a date, another way to group digits. Words ask for no answer, since « un » is an article and
// “second” a unit of time.
//
// The notations are those of the style guides that package typography follows, and others that stand in published pages:
// 1 250,5 and 1,250.5; 14 h 15, 2:15 p.m. and 2.15 p.m.; les 5 et 6 décembre 2023 and December 5–6, 2023.
package figure

import "diptych/cmd/diptych/internal/source"

// Span is a stretch of a text.
type Span struct {
	From, To int    // bytes from the start of the text; To is the first byte after it
	Text     string // what stands there
}

// Number is a number that is neither a part of a day nor of a time of day: an amount, an ordinal, a version, a telephone
// number.
type Number struct {
	Span
	value  value
	others [2]value // what it may mean as well; the zero value is none
	loose  bool     // it belongs to a name, as in COVID-19: it is an answer and asks for none
	whole  bool     // it is made of several runs of digits, each of which may be a number: 1 250, 1-800-555-0199
}

// Day is a day, or a month of a year.
type Day struct {
	Span
	Year  int // 0 where none stands with the day
	Month int // 1 to 12
	Day   int // 1 to 31, or 0 for the month as a whole

	shares bool // the year stands with another day of the same list: 5 et 6 décembre 2023
	swaps  bool // day and month may be meant the other way round: 05/12/2023 in English
}

// Clock is a time of day. A duration, as « 2 h », reads the same.
type Clock struct {
	Span
	Minutes int // from the start of the day, 0 to 1440

	halved bool // it may be meant twelve hours earlier or later: 2:15
}

// Reading is what a text says in figures, in the order of the text. It must not be changed.
type Reading struct {
	Numbers []Number
	Days    []Day
	Times   []Clock

	text string
	lang source.Lang
}

// Read reads the text of one block, without markup. What is no text of the language, such as code and addresses, is to
// be blanked by the caller, so that offsets stay as they are.
func Read(text string, lang source.Lang) Reading {
	reading := Reading{text: text, lang: lang}
	if !hasFigure(text) {
		return reading
	}
	var room [128]token
	r := reader{Reading: reading, tokens: scan(text, room[:0])}
	r.readTimes()
	r.readDays()
	r.readNumbers()
	return r.Reading
}

// hasFigure tells at a glance whether a digit or a fraction stands in a text.
func hasFigure(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			return true
		case c == 0xc2 && i+1 < len(text) && 0xbc <= text[i+1] && text[i+1] <= 0xbe: // ¼ ½ ¾
			return true
		case c == 0xe2 && i+1 < len(text) && text[i+1] == 0x85: // ⅐ to ⅞, among others
			return true
		}
	}
	return false
}

// reader fills in a Reading. It looks at tokens by their index; beyond the ends there are edges.
type reader struct {
	Reading
	tokens []token
}

// span gives the text from one token to another.
func (r *reader) span(first, last int) Span {
	from, to := int(r.tokens[first].start), int(r.tokens[last].end)
	return Span{From: from, To: to, Text: r.text[from:to]}
}

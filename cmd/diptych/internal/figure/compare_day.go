package figure

import (
	"fmt"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// matchDays closes the days that both sides have, then those that lack their year on one side only.
func (c *comparison) matchDays() {
	c.closeDays(Day.equal, func(int, int) {})
	c.closeDays(Day.butYear, func(i, j int) { c.lacking(c.fr.Days[i], c.en.Days[j]) })
}

// closeDays closes each pair of open days that same accepts.
func (c *comparison) closeDays(same func(a, b Day) bool, then func(i, j int)) {
	for i := range c.fr.Days {
		for j := range c.en.Days {
			if *c.fr.day(i) && *c.en.day(j) && same(c.fr.Days[i], c.en.Days[j]) {
				*c.fr.day(i), *c.en.day(j) = false, false
				then(i, j)
			}
		}
	}
}

// equal tells whether two days may be the same.
func (d Day) equal(other Day) bool { return d.Year == other.Year && d.sameDate(other) }

// sameDate tells whether month and day may be the same.
func (d Day) sameDate(other Day) bool {
	return d.Month == other.Month && d.Day == other.Day ||
		(d.swaps || other.swaps) && d.Month == other.Day && d.Day == other.Month
}

// butYear tells whether two days are the same, and the year stands with one only.
func (d Day) butYear(other Day) bool {
	return d.sameDate(other) && (d.Year == 0) != (other.Year == 0)
}

// lacking tells of a year that one side lacks. A year that a list shares is told of with its last day only.
func (c *comparison) lacking(french, english Day) {
	if french.Year != 0 && french.shares || english.Year != 0 && english.shares {
		return
	}
	d := Difference{Kind: OfYear, French: french.Span, English: english.Span, year: max(french.Year, english.Year)}
	if french.Year == 0 {
		d.Lacks, d.Inferable = source.French, c.fr.hasYear(d.year)
	} else {
		d.Lacks, d.Inferable = source.English, c.en.hasYear(d.year)
	}
	c.found = append(c.found, d)
}

// yearsApart takes back that a year is lacking where it stands in the same text as a number of its own, which has no
// answer either: « En 2023, du 5 au 6 décembre ».
func (c *comparison) yearsApart() {
	for i := 0; i < len(c.found); i++ {
		d := c.found[i]
		side := &c.fr
		if d.Lacks == source.English {
			side = &c.en
		}
		if side.closeNumber(integer(uint64(d.year))) {
			c.found = slices.DeleteFunc(c.found, func(of Difference) bool { return of.Lacks == d.Lacks && of.year == d.year })
			i = -1
		}
	}
}

// hasYear tells whether a year stands in a text, by itself or with a day.
func (s *side) hasYear(year int) bool {
	for i := range s.Days {
		if s.Days[i].Year == year {
			return true
		}
	}
	return s.hasNumber(integer(uint64(year)))
}

// settleDays looks for other answers to the days that are still open, and tells of those that have none.
func (c *comparison) settleDays() {
	for _, of := range c.sides() {
		of[0].answerDays(of[1])
	}
	for _, close := range []func(a, b Day) bool{Day.otherYear, Day.otherDay, Day.otherMonth} {
		c.closeDays(close, func(i, j int) { c.differ(OfDay, c.fr.Days[i].Span, c.en.Days[j].Span) })
	}
	if french, english := c.fr.openDays(), c.en.openDays(); len(french) != 1 || len(english) != 1 {
		for _, of := range c.sides() {
			of[0].answerDaysByParts(of[1])
		}
	}
	c.lackingOfMonths()
	c.rest(OfDay, c.fr.openDays(), c.en.openDays())
}

func (d Day) otherYear(other Day) bool { return d.sameDate(other) }

func (d Day) otherDay(other Day) bool {
	return d.Month == other.Month && (d.Year == other.Year || d.Year == 0 || other.Year == 0)
}

func (d Day) otherMonth(other Day) bool {
	return d.Day == other.Day && (d.Year == other.Year || d.Year == 0 || other.Year == 0)
}

// openDays gives the days that are still open.
func (s *side) openDays() []Span {
	var spans []Span
	for i := range s.Days {
		if *s.day(i) {
			spans = append(spans, s.Days[i].Span)
		}
	}
	return spans
}

// answerDays closes the days that the other side has too, if less often, or quotes.
func (s *side) answerDays(other *side) {
	for i := range s.Days {
		if open := s.day(i); *open {
			*open = !other.hasDay(s.Days[i]) && !other.ranges(s.Days[i], s)
			if *open && strings.Contains(s.Days[i].Text, " ") && other.quotes(s.Days[i].Span) {
				*open, s.quoted = false, true
			}
		}
	}
}

// ranges tells whether a day of the other side stands between the two of a range, both of which that side has too, as
// the 6th in “5 to 7 May” for « les 5, 6 et 7 mai ».
func (s *side) ranges(d Day, other *side) bool {
	for i := 1; i < len(s.Days); i++ {
		first, last := s.Days[i-1], s.Days[i]
		if last.Month != d.Month || first.Month != d.Month || d.Day <= first.Day || d.Day >= last.Day || first.To > last.From {
			continue
		}
		switch strings.Trim(s.text[first.To:last.From], " \u00a0\u202f") {
		case "-", "–", "—", "\u2011", "to", "au", "à", "through", "until", "jusqu’au", "jusqu'au":
			return other.hasDay(first) && other.hasDay(last)
		}
	}
	return false
}

// slashes tells whether a text writes a day and its month as 9/11 or 11/9.
func (s *side) slashes(d Day) bool {
	return strings.Contains(s.text, fmt.Sprintf("%d/%d", d.Day, d.Month)) ||
		strings.Contains(s.text, fmt.Sprintf("%d/%d", d.Month, d.Day))
}

// lackingOfMonths tells of the months whose name stands on the other side without their year: “in March”.
func (c *comparison) lackingOfMonths() {
	for i, day := range c.fr.Days {
		if day.Day == 0 && *c.fr.day(i) && c.en.words().months[day.Month] {
			*c.fr.day(i) = false
			c.lacking(day, Day{})
		}
	}
	for i, day := range c.en.Days {
		if day.Day == 0 && *c.en.day(i) && c.fr.words().months[day.Month] {
			*c.en.day(i) = false
			c.lacking(Day{}, day)
		}
	}
}

// hasDay tells whether a day is among those of a text, or without its year.
func (s *side) hasDay(day Day) bool {
	for _, other := range s.Days {
		if other.sameDate(day) && (other.Year == day.Year || other.Year == 0 || day.Year == 0) {
			return true
		}
	}
	return false
}

// answerDaysByParts closes the days whose parts stand apart on the other side: « le premier mai », “March and April
// 2020”, or “on the 11th” where the month was told before.
func (s *side) answerDaysByParts(other *side) {
	for i, day := range s.Days {
		if !*s.day(i) {
			continue
		}
		named := other.words().months[day.Month]
		switch {
		case day.Day == 0:
			*s.day(i) = !other.hasYear(day.Year) || !named && !other.closeNumber(integer(uint64(day.Month)))
			other.closeNumber(integer(uint64(day.Year)))
		case other.closeNumber(integer(uint64(day.Day))):
			*s.day(i) = false
			if other.slashes(day) {
				other.closeNumber(integer(uint64(day.Month)))
			}
			if day.Year != 0 {
				other.closeNumber(integer(uint64(day.Year)))
			}
		case named && other.words().has(integer(uint64(day.Day))):
			*s.day(i) = false
		}
	}
}

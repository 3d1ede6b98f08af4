package figure

import (
	"cmp"
	"slices"
	"strconv"
)

// digitalDay reads a day of digits: 2023-12-05, 05/12/2023, 5.12.2023. In French the day stands first; in English
// either may.
func (r *reader) digitalDay(i int) (last int, ok bool) {
	separator := r.at(i + 1).char
	if separator != '-' && separator != '/' && separator != '.' {
		return 0, false
	}
	if !r.joinedMark(i+1, separator) || !r.joinedMark(i+3, separator) || r.joined(i) && r.isDash(i-1) {
		return 0, false
	}
	last = i + 4
	if r.at(i+2).kind != digits || r.at(last).kind != digits || r.goesOn(last, separator) {
		return 0, false
	}
	day, ok := r.orderOf(i)
	if !ok {
		return 0, false
	}
	day.Span = r.span(i, last)
	r.Days = append(r.Days, day)
	r.use(i, last)
	return last, true
}

// goesOn tells whether a row of digits goes on, so that it is no day.
func (r *reader) goesOn(i int, separator rune) bool {
	return r.joinedMark(i+1, separator) && r.at(i+2).kind == digits
}

// orderOf tells which of three numbers is the year, the month and the day.
func (r *reader) orderOf(i int) (Day, bool) {
	first, second, third := r.number4(i), r.number4(i+2), r.number4(i+4)
	switch {
	case r.at(i).size() == 4 && isDay(second, third):
		return Day{Year: first, Month: second, Day: third}, true
	case r.at(i+4).size() != 4:
		return Day{}, false
	case isDay(second, first):
		return Day{Year: third, Month: second, Day: first, swaps: r.lang != french && isDay(first, second)}, true
	case isDay(first, second):
		return Day{Year: third, Month: first, Day: second}, true
	}
	return Day{}, false
}

func isDay(month, day int) bool { return month >= 1 && month <= 12 && day >= 1 && day <= 31 }

// number4 gives the value of up to four digits, or -1.
func (r *reader) number4(i int) int {
	if r.at(i).size() > 4 {
		return -1
	}
	n, err := strconv.Atoi(r.word(i))
	if err != nil {
		return -1
	}
	return n
}

// sortDays puts the days in the order of the text: those of digits were read first.
func (r *reader) sortDays() {
	slices.SortStableFunc(r.Days, func(a, b Day) int { return cmp.Compare(a.From, b.From) })
}

package figure

import "strconv"

// readDays finds the days that are written with the name of their month, and the months of a year.
func (r *reader) readDays() {
	for i := range r.tokens {
		if !r.digitsNear(i) {
			continue
		}
		if m := r.monthAt(i); m != 0 && !r.at(i).used {
			r.monthOf(i, m)
		}
	}
	r.sortDays()
}

// digitsNear tells whether a month may have its day or year within a few tokens.
func (r *reader) digitsNear(i int) bool {
	if r.at(i).kind != letters {
		return false
	}
	for at := i - 3; at <= i+3; at++ {
		if r.free(at) {
			return true
		}
	}
	return false
}

// most is the greatest number of days that are read with one month.
const most = 12

// monthOf reads the days that stand with a month: in front of it, 5 et 6 décembre, or in English behind it, December 5
// and 6. A month without a day needs a year.
func (r *reader) monthOf(i, m int) {
	var room [most]int
	next := i + 1
	dotted := r.at(next).is('.') && r.joined(next)
	if dotted {
		next++
	}
	days, last := r.daysBefore(i, room[:0]), next-1
	before := len(days) > 0
	if !before && r.lang != french {
		days, last = r.daysAfter(next, room[:0])
		if len(days) == 0 {
			last = next - 1
		}
	}
	year, last := r.yearAfter(last, len(days) > 0)
	if year == 0 && (len(days) == 0 || r.isDoubtful(i)) {
		return
	}
	if year == 0 && dotted && last == next-1 {
		last = i // the full stop may be that of the sentence
	}
	if year == 0 {
		year = r.yearBefore(i, days)
	}
	found := Day{Year: year, Month: m}
	if len(days) == 0 && r.isFirst(i) {
		found.Day = 1
	}
	r.addDays(days, i, last, found)
	r.use(i, last)
}

// yearBefore gives the year of 2004 March 9. It stays a number too, so that it answers one.
func (r *reader) yearBefore(i int, days []int) int {
	if len(days) == 0 || days[0] < i || !r.free(i-1) || r.at(i-1).size() != 4 || r.isGlued(i-1) {
		return 0
	}
	year := r.number4(i - 1)
	if year < 1000 || year >= 2200 {
		return 0
	}
	return year
}

// isFirst tells whether the first of a month is written in words: le premier janvier 1970, the first of January 1970.
func (r *reader) isFirst(i int) bool {
	if r.lang == french {
		return r.letters(i-1) == "premier"
	}
	return r.letters(i-1) == "of" && r.letters(i-2) == "first"
}

// addDays adds the days of a month that stands at a token. The figure ends with the token last; days holds the tokens of
// the days' numbers, in the order of the text.
func (r *reader) addDays(days []int, i, last int, day Day) {
	if len(days) == 0 {
		first := i
		for day.Day != 0 && (first == i || r.letters(first) == "of") {
			first--
		}
		day.Span = r.span(first, last)
		r.Days = append(r.Days, day)
		return
	}
	for n, at := range days {
		first, end := at, r.endOfOrdinal(at)
		switch {
		case at < i && n == len(days)-1:
			end = last
		case at > i && n == len(days)-1:
			end = last
		}
		if at > i && n == 0 {
			first = i
		}
		day.Day, day.Span, day.shares = r.small(at), r.span(first, end), n < len(days)-1
		r.Days = append(r.Days, day)
		r.use(at, r.endOfOrdinal(at))
	}
}

// yearAfter reads the year behind a day or a month, and gives the last token.
func (r *reader) yearAfter(last int, withDay bool) (year, end int) {
	i := last + 1
	switch {
	case withDay && r.at(i).is(','), r.letters(i) == "of", r.letters(i) == "de", r.joinedMark(i, '-'):
		i++
	}
	if t := r.at(i); !r.free(i) || t.size() != 4 || r.joined(i) && r.at(i-1).kind != mark || r.isLonger(i) {
		return 0, last
	}
	year, _ = strconv.Atoi(r.word(i))
	if year < 1000 || year >= 2200 {
		return 0, last
	}
	return year, i
}

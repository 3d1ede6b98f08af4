package figure

import "strconv"

// readDays finds the days that are written with the name of their month, and the months of a year.
func (r *reader) readDays() {
	for i := range r.tokens {
		if m := r.monthAt(i); m != 0 && !r.at(i).used {
			r.monthOf(i, m)
		}
	}
	r.sortDays()
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
	if year == 0 && (len(days) == 0 || r.isSeven(i) && !dotted) {
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

// isSeven tells whether a word is the French number rather than an abbreviation of September.
func (r *reader) isSeven(i int) bool { return r.lang == french && r.word(i) == "sept" }

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

// daysBefore collects the numbers in front of a month, in the order of the text.
func (r *reader) daysBefore(i int, days []int) []int {
	at := r.dayEndingAt(r.skipOf(i - 1))
	if at < 0 {
		return nil
	}
	days = append(days, at)
	ended := false // by a word such as « et »: only then commas may stand between the days in front of it
	for len(days) < most {
		join := r.skipNames(at - 1)
		comma := r.at(join).is(',')
		if comma && !ended || !comma && !r.joinsDays(join) {
			break
		}
		ended = true
		previous := r.dayEndingAt(r.skipUntil(join) - 1)
		if previous < 0 || r.small(previous) >= r.small(at) || r.monthAt(previous-1) != 0 && r.lang != french {
			break
		}
		days, at = append(days, previous), previous
	}
	reverse(days)
	return days
}

func reverse(list []int) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}

// skipOf passes over what may stand between a day and its month: 5th of May, 5-Dec-2023.
func (r *reader) skipOf(i int) int {
	if word := r.letters(i); word == "of" || word == "de" || r.at(i).is('-') && r.joined(i) && r.joined(i+1) {
		return i - 1
	}
	return i
}

// skipNames passes over articles and days of the week, backwards: les mardi 5 et mercredi 6 mai.
func (r *reader) skipNames(i int) int {
	for range 3 {
		word := r.letters(i)
		if word == "le" || word == "les" || word == "the" || word == "du" || isWeekday(word) {
			i--
		}
	}
	return i
}

// skipUntil gives the first token of what joins two days: jusqu’au.
func (r *reader) skipUntil(i int) int {
	if r.at(i-1).is('\'') && r.letters(i-2) == "jusqu" {
		return i - 2
	}
	return i
}

// joinsDays tells whether a token may stand between two days of a month.
func (r *reader) joinsDays(i int) bool {
	if r.isRangeMark(i) || r.at(i).is('&') {
		return true
	}
	switch r.letters(i) {
	case "au", "thru", "till":
		return true
	}
	return false
}

// dayEndingAt gives the number of a day whose last token is given, or -1.
func (r *reader) dayEndingAt(i int) int {
	if r.at(i).kind == letters && r.joined(i) && isOrdinal(r.letters(i)) {
		i--
	}
	if n := r.small(i); n < 1 || n > 31 || !r.free(i) || r.isGlued(i) {
		return -1
	}
	return i
}

// endOfOrdinal gives the suffix of an ordinal, or the number itself.
func (r *reader) endOfOrdinal(i int) int {
	if r.joined(i+1) && isOrdinal(r.letters(i+1)) {
		return i + 1
	}
	return i
}

// isOrdinal tells whether letters behind digits make an ordinal, in either language.
func isOrdinal(word string) bool {
	switch word {
	case "er", "re", "ere", "ers", "res", "eres", "e", "es", "eme", "emes", "ieme", "nd", "nde", "nds", "ndes",
		"st", "rd", "th", "o":
		return true
	}
	return false
}

// daysAfter collects the numbers behind an English month, and gives the last token.
func (r *reader) daysAfter(i int, days []int) (found []int, last int) {
	at := r.dayStartingAt(i)
	if at < 0 {
		return nil, 0
	}
	days = append(days, at)
	sure := 1 // those of days that a conjunction or dash has confirmed
	for len(days) < most {
		join := r.endOfOrdinal(at) + 1
		comma := r.at(join).is(',')
		if !comma && !r.joinsDays(join) {
			break
		}
		if comma && r.joinsDays(join+1) {
			join++
		}
		next := r.dayStartingAt(r.skipNamesAhead(join + 1))
		if next < 0 || r.small(next) <= r.small(at) || r.monthAt(r.endOfOrdinal(next)+1) != 0 {
			break
		}
		days, at = append(days, next), next
		if !r.at(join).is(',') && (r.isDash(join) || !r.countsNext(next)) {
			sure = len(days)
		}
	}
	return days[:sure], r.endOfOrdinal(days[sure-1])
}

// skipNamesAhead passes over an article and a day of the week.
func (r *reader) skipNamesAhead(i int) int {
	if r.letters(i) == "the" {
		i++
	}
	if isWeekday(r.letters(i)) {
		i++
	}
	return i
}

// dayStartingAt gives the number of a day, or -1 if the number is no day: May 5 but not May 5.5 or May 5,000.
func (r *reader) dayStartingAt(i int) int {
	if n := r.small(i); n < 1 || n > 31 || !r.free(i) || r.joined(i) && !r.at(i-1).is('.') && !r.isDash(i-1) {
		return -1
	}
	end := r.endOfOrdinal(i)
	next := r.at(end + 1)
	if r.joined(end + 1) {
		glued := r.joined(end+2) && r.at(end+2).kind == digits && !next.is('-') && !next.is('–')
		if next.kind == letters || next.is('%') || next.kind == mark && glued {
			return -1
		}
	}
	return i
}

// countsNext tells whether a number counts what follows: May 11 and 12 people.
func (r *reader) countsNext(i int) bool {
	if r.endOfOrdinal(i) != i || r.at(i+1).kind != letters {
		return false
	}
	switch r.letters(i + 1) {
	case "at", "in", "on", "and", "to", "from", "by", "for", "with", "the", "a", "of", "is", "was", "were", "will", "are",
		"as", "or", "inclusive", "between", "during", "when", "where", "which", "but", "through", "until", "after", "before":
		return false
	}
	return true
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
	r.use(i, i)
	return year, i
}

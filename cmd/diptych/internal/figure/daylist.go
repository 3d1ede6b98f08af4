package figure

import "slices"

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
	slices.Reverse(days)
	return days
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
	if r.isRangeMark(i) || r.at(i).is('&') || r.at(i).is('/') {
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
		glued := r.joined(end+2) && r.at(end+2).kind == digits && !next.is('-') && !next.is('–') && !next.is('/')
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

package figure

const noonMinutes = 12 * 60

// readTimes finds the times of day: 14 h 15, 14:15, 2.15 p.m., 9 o’clock, 9–11 a.m. Days in digits are read on the way,
// so that no part of one is taken for a time.
func (r *reader) readTimes() {
	for i := 0; i < len(r.tokens); i++ {
		if !r.free(i) || r.isGlued(i) {
			continue
		}
		if last, ok := r.digitalDay(i); ok {
			i = last
			continue
		}
		if last, ok := r.clock(i); ok {
			i = last
		}
	}
}

// isGlued tells whether a run of digits is the end of something longer: a word, a decimal.
func (r *reader) isGlued(i int) bool {
	if !r.joined(i) {
		return false
	}
	before := r.at(i - 1)
	switch {
	case before.kind == letters:
		return true
	case before.is('.'), before.is(','), before.is(':'), before.is('/'):
		return r.joined(i-1) && r.at(i-2).kind == digits
	}
	return false
}

// clock reads the time of day that begins with a run of digits.
func (r *reader) clock(i int) (last int, ok bool) {
	hour := r.small(i)
	if hour < 0 || hour > 24 {
		return 0, false
	}
	minute, last, ok := r.minutes(i)
	if !ok {
		return 0, false
	}
	time, last := r.halfDay(i, last, hour, minute)
	time.Span = r.span(i, last)
	first := r.shareHours(i, last, time)
	_ = first
	r.Times = append(r.Times, time)
	r.use(i, last)
	return last, true
}

// minutes reads what follows the hour, and tells whether it makes a time of it.
func (r *reader) minutes(i int) (minute, last int, ok bool) {
	switch {
	case r.joinedMark(i+1, ':'):
		return r.afterColon(i)
	case r.joinedMark(i+1, '.') && r.isMinute(i+2) && r.meridiem(i+3) != am0:
		return r.small(i + 2), i + 2, true
	case r.near(i+1) && r.at(i+1).kind == letters:
		return r.afterHours(i)
	}
	return 0, 0, false
}

// afterColon reads 14:15 and 14:15:30, but neither a ratio, 3:1, nor a scale, 1:25 000.
func (r *reader) afterColon(i int) (minute, last int, ok bool) {
	if !r.isMinute(i+2) || r.joined(i+3) && r.at(i+3).kind == letters && r.meridiem(i+3) == am0 {
		return 0, 0, false
	}
	last = i + 2
	if r.joinedMark(i+3, ':') && r.isMinute(i+4) {
		last = i + 4
	}
	grouped := r.at(last+1).kind == digits && r.at(last+1).size() == 3 && r.near(last+1) ||
		r.joined(last+2) && r.at(last+2).size() == 3 && (r.joinedMark(last+1, ',') || r.joinedMark(last+1, '.'))
	return r.small(i + 2), last, !grouped
}

// isMinute tells whether a token is two digits, from 00 to 59.
func (r *reader) isMinute(i int) bool {
	return r.free(i) && r.at(i).size() == 2 && r.small(i) < 60
}

// afterHours reads 14 h 15, 14 h, 14 heures 15, 9 a.m., 9 o’clock and 12 noon.
func (r *reader) afterHours(i int) (minute, last int, ok bool) {
	unit := r.letters(i + 1)
	switch unit {
	case "h", "hr", "hrs", "heure", "heures":
		if r.isMinute(i+2) && r.near(i+2) && !r.isLonger(i+2) {
			return r.small(i + 2), i + 2, true
		}
		if minute := r.small(i + 2); unit == "h" && minute > 0 && minute < 10 && r.near(i+2) && r.endsThere(i+2) {
			return minute, i + 2, true
		}
		return 0, i + 1, unit == "h" && r.small(i) < 24 && !r.joinedMark(i+2, '/')
	case "o":
		if r.joinedMark(i+2, '\'') && r.letters(i+3) == "clock" {
			return 0, i + 3, true
		}
	case "noon", "midi", "midnight", "minuit":
		return 0, i + 1, r.small(i) == 12
	}
	return 0, i, r.meridiem(i+1) != am0
}

// isLonger tells whether a run of digits goes on as a number or a word.
func (r *reader) isLonger(i int) bool {
	if !r.joined(i + 1) {
		return false
	}
	next := r.at(i + 1)
	return next.kind == letters && r.letters(i+1) != "min" ||
		(next.is('.') || next.is(',')) && r.joined(i+2) && r.at(i+2).kind == digits || next.is('%')
}

// endsThere tells whether no word or number follows.
func (r *reader) endsThere(i int) bool {
	next := r.at(i + 1)
	return next.kind == edge || next.kind == mark && next.char != '%' && next.char != '/' && next.char != '-'
}

// half is whether a time is before noon or after it.
type half uint8

const (
	am0 half = iota // not told
	am
	pm
)

// meridiem reads a.m. and p.m. in whatever form.
func (r *reader) meridiem(i int) half {
	if !r.near(i) || r.at(i).kind != letters {
		return am0
	}
	switch r.letters(i) {
	case "am":
		return am
	case "pm":
		return pm
	case "a", "p":
		if !r.joinedMark(i+1, '.') || r.letters(i+2) != "m" {
			return am0
		}
		if r.letters(i) == "a" {
			return am
		}
		return pm
	}
	return am0
}

// endOfMeridiem gives the last token of a.m. or p.m.
func (r *reader) endOfMeridiem(i int) int {
	if r.at(i).size() == 2 {
		return i
	}
	if r.at(i+3).is('.') && r.joined(i+3) {
		return i + 3
	}
	return i + 2
}

// halfDay gives the time of day for an hour and a minute, by what tells the half of the day behind them.
func (r *reader) halfDay(first, last, hour, minute int) (Clock, int) {
	half := r.meridiem(last + 1)
	switch {
	case half == am && hour == 12:
		hour = 0
	case half == pm && hour < 12:
		hour += 12
	}
	time := Clock{Minutes: hour*60 + minute}
	if half != am0 {
		return time, r.endOfMeridiem(last + 1)
	}
	switch r.letters(last) {
	case "midnight", "minuit":
		time.Minutes = 0
	case "noon", "midi":
	case "clock":
		time.halved = true
	default:
		time.halved = r.isHalved(first, last, hour)
	}
	return time, last
}

// isHalved tells whether an hour may be meant in either half of the day: 2:15 in English, 8 h du soir in French.
func (r *reader) isHalved(first, last, hour int) bool {
	if hour > 12 {
		return false
	}
	switch r.letters(last + 1) {
	case "du":
		return r.letters(last+2) == "soir" || r.letters(last+2) == "matin"
	case "de":
		return r.letters(last+2) == "l" && r.letters(last+4) == "apres"
	}
	return r.lang != french && r.at(first+1).is(':') && r.text[r.at(first).start] != '0'
}

// shareHours reads the other end of a range, which has no unit of its own: 9–11 a.m., de 9 à 17 h. It gives the first
// token of the range.
func (r *reader) shareHours(i, last int, time Clock) int {
	first := i - 2
	hour := r.small(first)
	if !r.free(first) || hour < 0 || hour > 24 || r.isGlued(first) || !r.isRangeMark(i-1) {
		return i
	}
	other := Clock{Span: r.span(first, first), Minutes: hour * 60}
	if r.at(last).is('.') || r.meridiem(last) != am0 || r.letters(last) == "clock" {
		other.halved = true
	}
	r.Times = append(r.Times, other)
	r.use(first, first)
	return first
}

// isRangeMark tells whether a token joins the two ends of a range.
func (r *reader) isRangeMark(i int) bool {
	if r.isDash(i) {
		return true
	}
	switch r.letters(i) {
	case "a", "to", "et", "and", "ou", "or", "until", "through":
		return true
	}
	return false
}

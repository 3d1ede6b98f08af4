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
	r.shareHours(i, last)
	r.Times = append(r.Times, time)
	r.use(i, last)
	return last, true
}

// minutes reads what follows the hour, and tells whether it makes a time of it.
func (r *reader) minutes(i int) (minute, last int, ok bool) {
	switch {
	case r.joinedMark(i+1, ':'):
		return r.afterColon(i)
	case r.joinedMark(i+1, '.') && r.isMinute(i+2) && r.meridiem(i+3) != untold:
		return r.small(i + 2), i + 2, true
	case r.near(i+1) && r.at(i+1).kind == letters:
		return r.afterHours(i)
	}
	return 0, 0, false
}

// afterColon reads 14:15 and 14:15:30, but neither a ratio, 3:1, nor a scale, 1:25 000.
func (r *reader) afterColon(i int) (minute, last int, ok bool) {
	if !r.isMinute(i+2) || r.joined(i+3) && r.at(i+3).kind == letters && r.meridiem(i+3) == untold {
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
	return 0, i, r.meridiem(i+1) != untold
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

// shareHours reads the other end of a range, which has no unit of its own: 9–11 a.m., 9.15–11 a.m., de 9 à 17 h.
func (r *reader) shareHours(i, last int) {
	first, minute, ofDay := i-2, 0, r.at(last).is('.') || r.meridiem(last) != untold
	if ofDay && r.isMinute(first) && r.joined(first) && r.joinedMark(first-1, '.') && r.free(first-2) {
		first, minute = first-2, r.small(first)
	}
	hour := r.small(first)
	if !r.free(first) || hour < 0 || hour > 24 || r.isGlued(first) || !r.isRangeMark(i-1) {
		return
	}
	other := Clock{Span: r.span(first, i-2), Minutes: hour*60 + minute, halved: ofDay || r.letters(last) == "clock"}
	r.Times = append(r.Times, other)
	r.use(first, i-2)
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

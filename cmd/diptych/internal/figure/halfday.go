package figure

// half is whether a time is before noon or after it.
type half uint8

const (
	untold half = iota
	am
	pm
)

// meridiem reads a.m. and p.m. in whatever form.
func (r *reader) meridiem(i int) half {
	if !r.near(i) || r.at(i).kind != letters {
		return untold
	}
	switch r.letters(i) {
	case "am":
		return am
	case "pm":
		return pm
	case "a", "p":
		if !r.joinedMark(i+1, '.') || r.letters(i+2) != "m" {
			return untold
		}
		if r.letters(i) == "a" {
			return am
		}
		return pm
	}
	return untold
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
	if half != untold {
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

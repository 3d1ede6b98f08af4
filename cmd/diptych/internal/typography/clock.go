package typography

// clock keeps the parts of a French time together, and sets the spaces that were not typed: 14 h 15. No time is
// changed into the form of another language.
func (s *setting) clock(i int) {
	want := s.choice(i, times)
	if want == keep || s.at(i).size() > 3 || s.textOf(i+1) != "h" || !s.beginsTime(i) {
		return
	}
	minutes := s.hasMinutes(i + 1)
	if !minutes && s.joined(i+1) && !s.endsTime(i+1) && !s.at(i+2).is('/') {
		return
	}
	add := s.isFrench(i)
	s.setSpace(i+1, want, add)
	if minutes {
		s.setSpace(i+2, want, add)
	}
}

// hasMinutes tells whether minutes come after the h of a time.
func (s *setting) hasMinutes(i int) bool {
	hour, isHour := s.smallNumber(i - 1)
	minute, isMinute := s.smallNumber(i + 1)
	if !isHour || hour > 24 || !isMinute || minute > 59 {
		return false
	}
	if s.joined(i+1) && s.at(i+1).size() != 2 {
		return false
	}
	return s.apart(i+1) || s.endsTime(i+1)
}

// halfDay keeps a.m. and p.m. with their time: 2.15 p.m., 2 pm, 2:15 PM.
func (s *setting) halfDay(i int) {
	if s.apart(i) && s.isHalfDay(i) {
		s.glue(i, s.choice(i, times))
	}
}

// beginsTime tells whether a number may be the hour of a time: by itself, or after the dash of a range.
func (s *setting) beginsTime(i int) bool {
	if s.begins(i) {
		return true
	}
	_, isHour := s.smallNumber(i - 2)
	return s.joined(i) && s.isRangeDash(i-1) && (s.isHours(i-2) || isHour && s.begins(i-2))
}

// endsTime tells whether a time may end with a token: by itself, or before the dash of a range.
func (s *setting) endsTime(i int) bool {
	return s.ends(i) || s.isRangeDash(i+1) && s.at(i+2).kind == digits && s.textOf(i+3) == "h"
}

// isHours tells whether a token is the end of a French time: 14 h, 14 h 15.
func (s *setting) isHours(i int) bool {
	if s.at(i).kind == digits {
		i--
	}
	return s.textOf(i) == "h" && s.at(i-1).kind == digits
}

// timesRange tells whether a dash stands between two times that are written in full: 14 h – 16 h 30, 10 a.m. – 4 p.m.
func (s *setting) timesRange(i int) bool {
	if s.at(i+1).kind != digits {
		return false
	}
	return s.textOf(i+2) == "h" && s.isHours(i-1) || s.isHalfDay(i-1) && s.isHalfDay(s.lastOfTime(i+1)+1)
}

// hoursRange tells whether a dash stands between two times of which only the second says what they are, or neither
// has to: 9–12 h, 2.15–4 p.m., 14:15–16:00.
func (s *setting) hoursRange(i int) bool {
	from, to := s.firstOfTime(i-1), s.lastOfTime(i+1)
	if s.at(from).kind != digits || s.at(to).kind != digits || !s.begins(from) || s.textOf(from-1) == "h" {
		return false
	}
	if s.at(i-2).is(':') && s.at(i+2).is(':') && from < i-1 && to > i+1 {
		return s.ends(to) || s.isHalfDay(to+1)
	}
	first, _ := s.smallNumber(from)
	return s.isHalfDay(to+1) && first <= 12 || to == i+1 && s.textOf(i+2) == "h" && s.less(i-1, i+1) && from == i-1
}

// lastOfTime gives the minutes of a time that begins with an hour, or else the hour.
func (s *setting) lastOfTime(i int) int {
	if s.joined(i+1) && s.joined(i+2) && s.isPoint(i+1) && s.at(i+2).kind == digits && s.at(i+2).size() == 2 {
		return i + 2
	}
	return i
}

// firstOfTime gives the hour of a time that ends with minutes, or else the hour that is there.
func (s *setting) firstOfTime(i int) int {
	if s.at(i).kind != digits || s.at(i).size() != 2 || s.at(i-2).kind != digits {
		return i
	}
	if s.joined(i) && s.joined(i-1) && s.isPoint(i-1) {
		return i - 2
	}
	return i
}

func (s *setting) isPoint(i int) bool { return s.at(i).is(':') || s.at(i).is('.') }

// isHalfDay tells whether a token is a.m. or p.m., in whatever form, or the first or last token of it.
func (s *setting) isHalfDay(i int) bool {
	switch s.textOf(i) {
	case "am", "pm", "AM", "PM":
		return true
	case "a", "p":
		return s.joined(i+1) && s.at(i+1).is('.') && s.joined(i+2) && s.textOf(i+2) == "m"
	}
	if !s.at(i).is('.') || !s.joined(i) || s.textOf(i-1) != "m" || !s.joined(i-1) || !s.at(i-2).is('.') {
		return false
	}
	return s.joined(i-2) && (s.textOf(i-3) == "a" || s.textOf(i-3) == "p")
}

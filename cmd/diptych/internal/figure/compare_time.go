package figure

// matchTimes closes the times that both sides have: first those that are surely the same.
func (c *comparison) matchTimes() {
	c.closeTimes(func(a, b Clock) bool { return a.Minutes == b.Minutes })
	c.closeTimes(Clock.maybe)
}

func (c *comparison) closeTimes(same func(a, b Clock) bool) {
	for i := range c.fr.Times {
		for j := range c.en.Times {
			if *c.fr.time(i) && *c.en.time(j) && same(c.fr.Times[i], c.en.Times[j]) {
				*c.fr.time(i), *c.en.time(j) = false, false
			}
		}
	}
}

// maybe tells whether two times may be the same.
func (t Clock) maybe(other Clock) bool {
	apart := t.Minutes - other.Minutes
	return apart%(2*noonMinutes) == 0 || (t.halved || other.halved) && apart%noonMinutes == 0
}

// settleTimes looks for other answers to the times that are still open, and tells of those that have none.
func (c *comparison) settleTimes() {
	for _, of := range c.sides() {
		of[0].answerTimes(of[1])
	}
	c.rest(OfTime, c.fr.openTimes(), c.en.openTimes())
}

func (s *side) openTimes() []Span {
	var spans []Span
	for i := range s.Times {
		if *s.time(i) {
			spans = append(spans, s.Times[i].Span)
		}
	}
	return spans
}

// answerTimes closes the times that the other side has too, if less often; in words, as noon; or as a duration.
func (s *side) answerTimes(other *side) {
	for i, time := range s.Times {
		if open := s.time(i); *open {
			*open = !other.hasTime(time) && !other.closeDuration(time) && !other.words().tell(time)
		}
	}
}

func (s *side) hasTime(time Clock) bool {
	for _, other := range s.Times {
		if other.maybe(time) {
			return true
		}
	}
	return false
}

// closeDuration finds open numbers that say the same hours and minutes, and closes them: “2 hours 30 minutes”, “2.5
// hours”, “150 minutes”, “from 9 to 5”.
func (s *side) closeDuration(time Clock) bool {
	hours, minutes := uint64(time.Minutes/60), uint64(time.Minutes%60)
	if hours == 0 && minutes == 0 {
		return s.closeNumber(integer(0)) || s.closeNumber(integer(24))
	}
	if s.closeNumber(scaled(hours*100+minutes*100/60, -2)) || s.closeNumber(integer(uint64(time.Minutes))) {
		return true
	}
	if hours > 12 && s.hasOpen(integer(hours-12)) && !s.hasOpen(integer(hours)) {
		hours -= 12
	}
	if !s.hasOpen(integer(hours)) || minutes != 0 && !s.hasOpen(integer(minutes)) && !s.words().has(integer(minutes)) {
		return false
	}
	s.closeNumber(integer(minutes))
	return s.closeNumber(integer(hours))
}

// tell tells whether a time is said in words: noon, two hours, half past two.
func (w *words) tell(time Clock) bool {
	hours, minutes := uint64(time.Minutes/60), uint64(time.Minutes%60)
	if minutes == 0 && (w.noon && hours == 12 || w.midnight && hours%24 == 0) {
		return true
	}
	if !w.has(integer(hours)) && !w.has(integer(hours%12)) {
		return false
	}
	return minutes == 0 || w.has(integer(minutes)) || w.has(fraction(minutes, 60))
}

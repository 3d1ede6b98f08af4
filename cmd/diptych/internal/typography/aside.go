package typography

// aside sets a dash around an aside: one with a space on both sides, or hyphens that stand for a dash between two
// words. The first of two has its no-break space after it, the second before it, so that neither is cut off from the
// aside.
func (s *setting) aside(i int) {
	want := s.choice(i, asides)
	if want == keep || !s.sets(i) {
		return
	}
	typed := s.tokens[i].char
	s.setMark(i, dashOf(want, typed))
	if want == joinedDash {
		s.glue(i, none)
		s.glue(i+1, none)
		return
	}
	s.inAside = !s.inAside
	if s.inAside {
		s.openAside(i)
	} else {
		s.closeAside(i)
	}
}

func (s *setting) openAside(i int) {
	if s.joined(i) {
		s.tokens[i].decide(plainSpace)
	}
	s.setSpaceAfter(i, full)
}

func (s *setting) closeAside(i int) {
	s.setSpace(i, full, true)
	s.separate(i)
}

// separate adds a plain space after a dash, if there is none.
func (s *setting) separate(i int) {
	if s.joined(i + 1) {
		s.tokens[i+1].decide(plainSpace)
		s.tokens[i+1].onLeft = true
	}
}

// dashOf gives the dash for an aside.
func dashOf(want choice, typed rune) glyph {
	switch {
	case want == enDashed, want == typedDash && typed != '—' && typed != tripleHyphen:
		return enDash
	}
	return emDash
}

// sets tells whether a dash sets off an aside.
func (s *setting) sets(i int) bool {
	p, next := s.at(i-1), s.at(i+1)
	if s.joined(i) && s.joined(i+1) {
		char := s.tokens[i].char
		return (char == doubleHyphen || char == tripleHyphen) && p.kind == letters && next.kind == letters
	}
	if !s.apart(i) || !s.apart(i+1) || next.kind == digits && (p.kind == digits || s.isDaySuffix(i-1) && s.isDay(i-2)) {
		return false
	}
	return (p.wordlike() || beforeAside(p.char)) && (next.wordlike() || opens(next.char) || next.is('’'))
}

// beforeAside tells whether a dash may come after a mark.
func beforeAside(char rune) bool {
	switch char {
	case ')', ']', '»', '”', '’', ',', '.', ';', ':', '!', '?', '…', '%', '‰', '°', '€', '$', '£', '¥', '¢':
		return true
	}
	return false
}

package typography

// aside sets a dash around an aside: one with a space on both sides, or hyphens that stand for a dash between two
// words. The first of two has its no-break space after it, the second before it, so that neither is cut off from the
// aside.
func (s *setting) aside(i int) {
	want := s.choice(i, asides)
	switch {
	case want == keep:
	case s.endsAside(i, want):
		s.endAside(i, want)
	case s.sets(i):
		s.setAside(i, want)
	case want == joinedDash && s.tokens[i].char == '—' && s.setsOff(i):
		s.inAside = !s.inAside
	}
}

// setAside sets a dash that more of the sentence follows.
func (s *setting) setAside(i int, want choice) {
	s.setMark(i, dashOf(want, s.tokens[i].char))
	s.inAside = !s.inAside
	switch {
	case want == joinedDash:
		s.glue(i, none)
		s.glue(i+1, none)
	case s.inAside:
		s.openAside(i)
	default:
		s.closeAside(i)
	}
}

// endAside sets the second dash of an aside that punctuation follows. The space after it is that of the punctuation.
func (s *setting) endAside(i int, want choice) {
	s.setMark(i, dashOf(want, s.tokens[i].char))
	s.inAside, s.asideEnd = false, i
	if want == joinedDash {
		s.glue(i, none)
		return
	}
	s.setSpace(i, full, true)
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
	return s.setsOff(i)
}

// setsOff tells whether what stands around a dash may be an aside and the sentence that it stands in.
func (s *setting) setsOff(i int) bool {
	next := s.at(i + 1)
	return s.mayPrecede(i-1) && (next.wordlike() || opens(next.char) || next.is('’'))
}

// mayPrecede tells whether a dash may come after a token.
func (s *setting) mayPrecede(i int) bool { return s.at(i).wordlike() || beforeAside(s.at(i).char) }

// endsAside tells whether a dash is the second of an aside, with punctuation after it: « – comme ceci –, suite ».
// One that was set closed up has no space before it any more.
func (s *setting) endsAside(i int, want choice) bool {
	if !s.inAside || !s.apart(i) && (want != joinedDash || s.tokens[i].char != '—') || !s.mayPrecede(i-1) {
		return false
	}
	next := s.at(i + 1)
	if next.kind != mark || s.joined(i+2) && !s.follows(i+2, next.char) {
		return false
	}
	switch next.char {
	case ',', '.', '…', ')', ']', '”':
		return s.joined(i + 1)
	case ';', ':', '!', '?', '»':
		return true
	}
	return false
}

// beforeAside tells whether a dash may come after a mark.
func beforeAside(char rune) bool {
	switch char {
	case ')', ']', '»', '”', '’', ',', '.', ';', ':', '!', '?', '…', '%', '‰', '°', '€', '$', '£', '¥', '¢':
		return true
	}
	return false
}

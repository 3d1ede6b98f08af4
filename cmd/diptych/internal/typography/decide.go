package typography

// setSpace sets the white space before a token as a rule wants it. A space that the author meant stays. Where there
// is none, one is added only if add says so, and belongs to the token, which must be free then. The first rule that
// decides is right.
func (s *setting) setSpace(i int, want choice, add bool) {
	t := &s.tokens[i]
	if want == keep || t.before != asTyped || t.kind == edge || s.tokens[i-1].kind == edge {
		return
	}
	switch {
	case t.gap == foreign, t.gap == tight && (!add || want == none || !t.free()):
	case t.gap == fixed:
		if want != none && s.view[t.space:t.start] != glyphs[t.kept] {
			t.before = t.kept
		}
	default:
		t.decide(spaceOf(want))
	}
}

// decide sets the white space before a token, for the rules that come after this one too.
func (t *token) decide(space glyph) {
	t.before, t.kept = space, space
	switch space {
	case nothing:
		t.gap = tight
	case plainSpace:
		t.gap = spaced
	default:
		t.gap = fixed
	}
}

// setSpaceAfter sets the white space after a mark. What is added belongs to the mark.
func (s *setting) setSpaceAfter(i int, want choice) {
	next := &s.tokens[i+1]
	s.setSpace(i+1, want, false)
	if next.gap == tight && next.before == asTyped && next.kind != edge && want != keep && want != none {
		next.decide(spaceOf(want))
		next.onLeft = true
	}
}

// spaceOf gives what stands for a space where a rule wants it to be narrow, full or none.
func spaceOf(want choice) glyph {
	switch want {
	case narrow:
		return narrowSpace
	case full:
		return fullSpace
	}
	return nothing
}

// glue keeps a line from ending in the white space before a token, if there is any.
func (s *setting) glue(i int, want choice) { s.setSpace(i, want, false) }

// setMark sets a token as a mark, for the rules that come after this one too.
func (s *setting) setMark(i int, as glyph) {
	t := &s.tokens[i]
	t.char = chars[as]
	if s.view[t.start:t.end] != glyphs[as] {
		t.instead = as
	}
}

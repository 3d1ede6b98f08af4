package typography

import "unicode/utf8"

// begin adds the edge at the start, and the voice of what is not set.
func (s *setting) begin() {
	s.nextToken()
	s.addVoice(Rules{})
}

// finish adds the edge at the end of the text.
func (s *setting) finish() { s.add(edge, 0, len(s.view), len(s.view), 0) }

// read reads a stretch of the view whose text is set by the same rules.
func (s *setting) read(from, to int, voice int32) {
	for i := from; i < to; {
		start := i
		c, r, size := s.classAt(i, to)
		i += size
		switch c {
		case blank:
			s.blank(start, r, voice)
		case letter, digit:
			i = s.endOf(c, i, to)
			s.add(kindOf(c), 0, start, i, voice)
		default:
			i = s.repeated(r, i, to)
			s.add(mark, markOf(r, i-start), start, i, voice)
		}
	}
}

// endOf gives the end of the characters of a class.
func (s *setting) endOf(c class, i, to int) int {
	for i < to {
		if b := s.view[i]; b < utf8.RuneSelf {
			if ascii[b] != c {
				return i
			}
			i++
			continue
		}
		next, _, size := s.classAt(i, to)
		if next != c {
			return i
		}
		i += size
	}
	return i
}

func kindOf(c class) kind {
	if c == digit {
		return digits
	}
	return letters
}

func (s *setting) classAt(i, to int) (c class, r rune, size int) {
	if b := s.view[i]; b < utf8.RuneSelf {
		return ascii[b], rune(b), 1
	}
	r, size = utf8.DecodeRuneInString(s.view[i:to])
	return classOf(r), r, size
}

// repeated gives the end of a mark that may be several characters.
func (s *setting) repeated(r rune, i, to int) int {
	switch r {
	case '-', '.', '<', '>':
		for i < to && rune(s.view[i]) == r {
			i++
		}
	}
	return i
}

// markOf tells what a character is that stands n times.
func markOf(r rune, n int) rune {
	switch {
	case r == '.' && n == 3:
		return '…'
	case r == '.' && n > 1:
		return leaders
	case r == '-' && n > 1:
		return max(doubleHyphen+2-rune(n), moreHyphens)
	case r == '<' && n == 2:
		return openAngles
	case r == '>' && n == 2:
		return closeAngles
	case (r == '<' || r == '>') && n > 1:
		return angles
	}
	return r
}

// blank reads white space.
func (s *setting) blank(start int, r rune, voice int32) {
	if s.gap == tight {
		s.space, s.gap = int32(start), spaced
	}
	glyph := asTyped
	switch {
	case voice == 0 || r >= utf8.RuneSelf && r != noBreak && r != narrowNoBreak && r != thin:
		s.gap = foreign
	case r == noBreak:
		glyph = fullSpace
	case r == narrowNoBreak:
		glyph = narrowSpace
	case r == thin:
		glyph = thinSpace
	}
	if glyph != asTyped && s.gap == spaced {
		s.gap, s.kept = fixed, glyph
	}
}

// add ends the white space and adds a token.
func (s *setting) add(kind kind, char rune, start, end int, voice int32) {
	if s.gap == tight {
		s.space = int32(start)
	}
	t := s.nextToken()
	t.space, t.start, t.end = s.space, int32(start), int32(end)
	t.char, t.voice, t.kind, t.gap, t.kept = char, voice, kind, s.gap, s.kept
	s.gap, s.kept = tight, asTyped
}

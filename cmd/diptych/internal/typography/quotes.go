package typography

// quote is a double quotation mark that opens or closes a quotation.
type quote struct {
	token    int32
	below    int32 // the quotation that is open around it, as an index into the quotes; of one that opens
	partner  int32 // the other end, or -1
	straight bool
	open     bool
	shown    uint8 // the kinds of quotes around it, and its own; of one that opens and is matched
}

// Kinds of quotes, in the order in which French nests them; English leaves out the first.
const (
	inGuillemets uint8 = 1 << iota
	inDoubles
	inSingles
)

// pairQuotes finds the quotations, sets their marks, and makes apostrophes of what is left.
//
// What a straight quote is, opening or closing, depends on what stands on its two sides; where that leaves it open,
// it closes a quotation that was opened by a straight quote, or else opens one. A straight quote without a partner
// stays as it is, an unmatched typed one too. Pairs never cross, and setting one leaves all others as they were: that
// is why a second pass finds the same.
func (s *setting) pairQuotes() {
	s.setAngles()
	singles := false
	for i := 1; i < s.count-1; i++ {
		if t := &s.tokens[i]; t.kind == mark && t.free() {
			switch t.char {
			case '"', '«', '»', '“', '”', '„':
				s.doubleQuote(i)
			case '\'':
				singles = true
			}
		}
	}
	s.chooseQuotes()
	if singles {
		s.setSingles()
	}
}

// doubleQuote finds what a mark is, and pairs it if it closes.
func (s *setting) doubleQuote(i int) {
	t := &s.tokens[i]
	v := &s.voices[t.voice]
	switch t.char {
	case '«', '“', '„':
		s.push(v, i, false)
	case '»', '”':
		s.closeTyped(v, i)
	default:
		s.straight(v, i)
	}
}

// straight finds out whether a straight quote opens or closes.
func (s *setting) straight(v *voice, i int) {
	within := v.top >= 0 && s.quotes[v.top].straight
	before, after := s.around(i)
	switch {
	case s.inches(i, within):
		v.odd = true
	case after && (!before || s.afterElision(i)):
		s.push(v, i, true)
	case before && !after || within:
		if within {
			s.match(v, i, true)
		} else {
			v.odd = true
		}
	default:
		s.push(v, i, true)
	}
}

// inches tells whether a straight quote is a measure: 5'10", or a number where no quotation is open.
func (s *setting) inches(i int, within bool) bool {
	if !s.joined(i) || s.at(i-1).kind != digits {
		return false
	}
	feet := s.joined(i-1) && s.at(i-2).is('\'') && s.joined(i-2) && s.at(i-3).kind == digits
	return feet || !within
}

// afterElision tells whether a quote stands after the apostrophe of l' or qu'.
func (s *setting) afterElision(i int) bool {
	p := s.at(i - 1)
	return s.isFrench(i-1) && s.joined(i) && (p.is('\'') || p.is('’')) && s.joined(i-1) && s.at(i-2).kind == letters &&
		s.at(i-2).size() < len("jusqu")+1
}

// around tells whether what stands before a quote could end a quotation, and what stands after it begin one. Quotes
// right beside it say nothing: all of them have the same neighbours, which are looked for once.
func (s *setting) around(i int) (before, after bool) {
	if i > s.row.end {
		start, end := i, i
		for s.joined(start) && isQuote(s.at(start-1)) {
			start--
		}
		for s.joined(end+1) && isQuote(s.at(end+1)) {
			end++
		}
		p, next := s.at(start-1), s.at(end+1)
		s.row.end = end
		s.row.before = s.joined(start) && (p.kind != mark || !opens(p.char) && !joins(p.char))
		s.row.after = s.joined(end+1) && (next.kind != mark || !closes(next.char) && !joins(next.char))
	}
	return s.row.before, s.row.after
}

// isQuote tells whether a token is a quote that says nothing about its neighbours.
func isQuote(t *token) bool { return t.is('"') || t.is('\'') || t.is('’') || t.is('‘') }

// joins tells whether a mark belongs to neither side.
func joins(char rune) bool {
	switch char {
	case '-', '–', '—', '/', '=', '|', doubleHyphen, tripleHyphen:
		return true
	}
	return false
}

// push opens a quotation.
func (s *setting) push(v *voice, i int, straight bool) {
	v.top = s.addQuote(quote{token: int32(i), below: v.top, partner: -1, straight: straight, open: true})
	if !straight {
		v.typed++
	}
}

// closeTyped pairs a closing mark with the innermost typed one that opens, across straight quotes that nothing
// closes. If there is none, it closes what a straight quote opened.
func (s *setting) closeTyped(v *voice, i int) {
	for v.typed > 0 && s.quotes[v.top].straight {
		v.top = s.quotes[v.top].below
	}
	if v.top >= 0 {
		s.match(v, i, false)
	} else {
		s.addQuote(quote{token: int32(i), partner: -1})
	}
}

// match closes the innermost quotation.
func (s *setting) match(v *voice, i int, straight bool) {
	closing := s.addQuote(quote{token: int32(i), partner: v.top, straight: straight})
	opening := &s.quotes[v.top]
	opening.partner = closing
	if !opening.straight {
		v.typed--
	}
	v.top = opening.below
}

package typography

// chooseQuotes gives each quotation its marks, from the outside to the inside.
func (s *setting) chooseQuotes() {
	for _, q := range s.quotes[:s.quoted] {
		if q.straight && q.partner < 0 {
			s.voices[s.tokens[q.token].voice].odd = true
		}
	}
	for i := range s.quoted {
		q := &s.quotes[i]
		v := &s.voices[s.tokens[q.token].voice]
		switch {
		case q.partner < 0:
		case q.open:
			q.below = v.inner
			around := uint8(0)
			if v.inner >= 0 {
				around = s.quotes[v.inner].shown
			}
			q.shown = around | s.setPair(q, &s.quotes[q.partner], around)
			v.inner = int32(i)
		default:
			v.inner = s.quotes[q.partner].below
		}
	}
}

// setPair sets the two marks of a quotation that stands within others, and tells of which kind they are.
func (s *setting) setPair(opening, closing *quote, around uint8) uint8 {
	choice := s.choice(int(opening.token), quotes)
	typed := s.typedKind(opening) | s.typedKind(closing)
	foreign := typed != 0 && s.isForeign(opening, typed, around)
	switch odd := s.voices[s.tokens[opening.token].voice].odd; {
	case typed != 0 && (!foreign || odd):
		s.followTyped(opening, closing)
		return typed
	case choice == keep:
		return 0
	}
	shown := nested(choice, around)
	s.setMark(int(opening.token), opener(shown))
	s.setMark(int(closing.token), closer(shown))
	if shown != inGuillemets {
		s.tighten(int(opening.token)+1, int(opening.token)+1, foreign)
		s.tighten(int(closing.token), int(closing.token)-1, foreign)
	}
	return shown
}

// nested gives the kind of quotes that none around has, or else the two inner ones in turn.
func nested(choice choice, around uint8) uint8 {
	switch {
	case choice == pointed && around&inGuillemets == 0:
		return inGuillemets
	case around&inDoubles == 0:
		return inDoubles
	}
	return inSingles
}

// typedKind gives the kind of a mark that was typed as what it is, 0 for a straight one.
func (s *setting) typedKind(q *quote) uint8 {
	switch s.tokens[q.token].char {
	case '«', '»':
		return inGuillemets
	case '“', '”', '„':
		return inDoubles
	}
	return 0
}

// isForeign tells whether typed quotes are those of the other language, and must become those of this one: « » in
// English, and “ ” outside of guillemets in French.
func (s *setting) isForeign(opening *quote, typed, around uint8) bool {
	token := int(opening.token)
	if s.choice(token, foreignQuotes) != set {
		return false
	}
	switch s.choice(token, quotes) {
	case double:
		return typed == inGuillemets
	case pointed:
		return typed == inDoubles && around&inGuillemets == 0
	}
	return false
}

// followTyped gives a straight quote the kind of the typed one that it is paired with.
func (s *setting) followTyped(opening, closing *quote) {
	if s.choice(int(opening.token), quotes) == keep {
		return
	}
	if kind := s.typedKind(closing); kind != 0 && s.typedKind(opening) == 0 {
		s.setMark(int(opening.token), opener(kind))
	}
	if kind := s.typedKind(opening); kind != 0 && s.typedKind(closing) == 0 {
		s.setMark(int(closing.token), closer(kind))
	}
}

func opener(kind uint8) glyph {
	switch kind {
	case inGuillemets:
		return leftGuillemet
	case inDoubles:
		return leftDouble
	}
	return leftSingle
}

func closer(kind uint8) glyph {
	switch kind {
	case inGuillemets:
		return rightGuillemet
	case inDoubles:
		return rightDouble
	}
	return rightSingle
}

// tighten takes away the white space before a token, on the inner side of a quote, and no-break spaces too if they
// came with the guillemets of the other language. Beside another quote, whatever the token within is, it stays.
func (s *setting) tighten(i, within int, foreign bool) {
	switch p := s.at(within); {
	case p.kind == mark && (opens(p.char) || closes(p.char)):
	case !foreign:
		s.glue(i, none)
	case s.at(i).gap == spaced || s.at(i).gap == fixed:
		s.tokens[i].decide(nothing)
	}
}

// insideGuillemets sets the space inside of a guillemet, after the one that opens and before the one that closes. One
// that points the other way, as in »German«, is left alone.
func (s *setting) insideGuillemets(i int) {
	t := &s.tokens[i]
	want := s.choice(i, guillemets)
	if t.char == '«' {
		if s.joined(i) && s.at(i-1).wordlike() && !s.joined(i+1) || s.at(i+1).kind == edge {
			return
		}
		if !s.at(i + 1).is('»') {
			s.setSpaceAfter(i, want)
		}
		return
	}
	if s.joined(i+1) && s.at(i+1).wordlike() && !s.joined(i) {
		return
	}
	s.setSpace(i, want, true)
}

package typography

import (
	"unicode"
	"unicode/utf8"
)

// highPunctuation sets the space before ; ! ? and :.
func (s *setting) highPunctuation(i int) {
	rule := punctuation
	if s.tokens[i].char == ':' {
		rule = colon
	}
	want := s.choice(i, rule)
	if want == keep || !s.punctuates(i) {
		return
	}
	s.setSpace(i, want, s.attaches(i-1))
}

// punctuates tells whether a mark ends a clause, and is no part of an address, a time, a ratio, an emoji or a face.
func (s *setting) punctuates(i int) bool {
	char := s.tokens[i].char
	if s.joined(i+1) && !s.follows(i+1, char) {
		return false
	}
	if !s.at(i-1).wordlike() && !s.afterMark(i) {
		return false
	}
	return char != ':' || !s.closesEmoji(i)
}

// follows tells whether a token may stand right after punctuation.
func (s *setting) follows(i int, char rune) bool {
	next := s.at(i)
	if next.kind == object {
		return true
	}
	if char == ':' || char == ';' {
		switch next.char {
		case '’', '»', '”', '"', '\'', ']', '*', ',', '.', '…':
			return next.kind == mark
		}
		return false
	}
	return next.kind == mark && (closes(next.char) || next.char == '*' || next.char == '—' || next.char == '–')
}

// afterMark tells whether punctuation may come after the mark before it.
func (s *setting) afterMark(i int) bool {
	p := s.at(i - 1)
	if p.kind != mark {
		return false
	}
	switch p.char {
	case '!', '?', '…':
		return s.at(i).char != ':' || p.char == '…'
	case ')', ']', '}', '»', '”', '’', '.', '%', '‰', '°', '*', '€', '$', '£', '¥', '¢', ',':
		return true
	}
	return s.asideEnd == i-1 || s.apart(i) && s.isSymbol(i-1)
}

// isSymbol tells whether a mark is a sign or the end of a name, such as © or C++, so that what punctuation was typed
// after it with a space is punctuation. A sign between two terms, such as = or a dash, is none unless it stands right
// after something.
func (s *setting) isSymbol(i int) bool {
	switch char := s.at(i).char; {
	case char == ':', char == ';', opens(char), unicode.In(char, unicode.Ps, unicode.Pi):
		return false
	case '←' <= char && char <= '⇿':
		return true
	case char < utf8.RuneSelf, unicode.In(char, unicode.Sm, unicode.Pd):
		return s.joined(i)
	}
	return true
}

// attaches tells whether a space may be added after a token, before punctuation.
func (s *setting) attaches(i int) bool {
	switch s.at(i).char {
	case '!', '?', '…', ',', '*':
		return s.at(i).kind != mark
	}
	return true
}

// longestEmoji is the number of tokens that the name of an emoji may have.
const longestEmoji = 12

// closesEmoji tells whether a colon has another one before it, with nothing between them but a name: `:tada:`.
func (s *setting) closesEmoji(i int) bool {
	for back := 0; back < longestEmoji && s.joined(i); back++ {
		i--
		switch t := s.at(i); {
		case t.is(':'):
			return true
		case t.kind != letters && t.kind != digits && !t.is('_') && !t.is('-') && !t.is('+'):
			return false
		}
	}
	return false
}

// sentenceEnd notes that a sentence ends, since no aside goes on in the next one.
func (s *setting) sentenceEnd(i int) {
	next := i + 1
	if s.joined(next) && (s.at(next).is('»') || s.at(next).is('”') || s.at(next).is(')')) {
		next++
	}
	if s.tokens[i].char == ':' || s.tokens[i].char == ';' || s.joined(next) || !s.capital(next) {
		return
	}
	if p := s.at(i - 1); s.tokens[i].char == '.' && p.kind == letters && p.size() < 4 && s.capital(i-1) {
		return // an abbreviation
	}
	s.inAside = false
}

package typography

import (
	"unicode"
	"unicode/utf8"
)

// at gives a token, or an edge beyond the text.
func (s *setting) at(i int) *token {
	if i < 0 || i >= s.count {
		return &s.tokens[0]
	}
	return &s.tokens[i]
}

// text gives the characters of a token as they were typed.
func (s *setting) text(i int) string { return s.view[s.tokens[i].start:s.tokens[i].end] }

// joined tells whether a token stands right after the one before it, and neither is an edge.
func (s *setting) joined(i int) bool {
	t := s.at(i)
	return t.gap == tight && t.kind != edge && s.at(i-1).kind != edge
}

// apart tells whether there is white space between a token and the one before it, and neither is an edge.
func (s *setting) apart(i int) bool {
	t := s.at(i)
	return t.gap != tight && t.kind != edge && s.at(i-1).kind != edge
}

// capital tells whether a token is a word with a capital, or may stand for one.
func (s *setting) capital(i int) bool {
	t := s.at(i)
	if t.kind != letters {
		return t.kind == object
	}
	r, _ := utf8.DecodeRuneInString(s.view[t.start:t.end])
	return unicode.IsUpper(r)
}

// begins tells whether a number or a word begins at a token, and is not a part of something longer, such as a symbol,
// a decimal or a date of digits.
func (s *setting) begins(i int) bool {
	if !s.joined(i) {
		return true
	}
	switch s.at(i - 1).char {
	case '(', '[', '{', '«', '“', '‘', '„', '"', '\'', '’', '—', '¡', '¿', openAngles:
		return s.at(i-1).kind == mark
	}
	return false
}

// ends tells whether a number or a word ends with a token, and is not a part of something longer.
func (s *setting) ends(i int) bool {
	if !s.joined(i + 1) {
		return true
	}
	next := s.at(i + 1)
	switch {
	case next.kind == object:
		return true
	case next.kind != mark:
		return false
	case next.char == '.' || next.char == ',' || next.char == ':':
		return !s.joined(i+2) || s.at(i+2).kind != digits
	}
	return closes(next.char) || isAsideDash(next.char) || isCurrencySign(next.char) ||
		next.char == '%' || next.char == '‰'
}

// isAsideDash tells whether a mark sets off an aside without any space.
func isAsideDash(char rune) bool {
	return char == '—' || char == doubleHyphen || char == tripleHyphen
}

// closes tells whether a mark ends what stands before it.
func closes(char rune) bool {
	switch char {
	case ')', ']', '}', '»', '”', '’', '\'', '"', ',', '.', ';', ':', '!', '?', '…', closeAngles:
		return true
	}
	return false
}

// opens tells whether a mark begins what stands after it.
func opens(char rune) bool {
	switch char {
	case '(', '[', '{', '«', '“', '‘', '„', '¡', '¿', openAngles:
		return true
	}
	return false
}

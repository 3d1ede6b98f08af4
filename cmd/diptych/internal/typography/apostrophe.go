package typography

import "strings"

// setSingles sets all single quotes, after the double ones that they may stand beside.
func (s *setting) setSingles() {
	var pending []int32
	for i := 1; i < s.count-1; i++ {
		if t := &s.tokens[i]; t.kind == mark && (t.char == '\'' || t.char == '‘' || t.char == '’') {
			pending = s.singleQuote(i, pending)
		}
	}
	for _, i := range pending {
		s.setApostrophe(int(i), rightSingle)
	}
}

// singleQuote sets a single quote or an apostrophe. Both end alike, so that only the one that opens a quotation must
// be told apart: it is one if another quote closes it. pending has those that wait for theirs.
func (s *setting) singleQuote(i int, pending []int32) []int32 {
	t := &s.tokens[i]
	if s.choice(i, apostrophe) != set {
		return pending
	}
	switch {
	case t.char == '‘':
		return append(pending, int32(i))
	case s.closesSingle(i):
		return s.endSingle(i, pending)
	case t.char == '’':
	case s.joinsWords(i):
		s.setApostrophe(i, rightSingle)
	case s.opensSingle(i):
		if !s.elides(i) {
			return append(pending, int32(i))
		}
		s.setApostrophe(i, rightSingle)
	}
	return pending
}

// joinsWords tells whether an apostrophe stands within a word. Between two numbers it is the sign of feet, or parts
// thousands.
func (s *setting) joinsWords(i int) bool {
	if !s.joined(i) || !s.joined(i+1) {
		return false
	}
	p := s.at(i - 1)
	return p.kind == letters || p.kind == object || p.kind == digits && s.at(i+1).kind == letters
}

// setApostrophe sets what was typed straight.
func (s *setting) setApostrophe(i int, as glyph) {
	if s.tokens[i].is('\'') {
		s.setMark(i, as)
	}
}

// endSingle pairs what may close a quotation with what opens one. After a number, where none is open, it is the sign
// of feet.
func (s *setting) endSingle(i int, pending []int32) []int32 {
	if len(pending) == 0 {
		if s.at(i-1).kind != digits {
			s.setApostrophe(i, rightSingle)
		}
		return pending
	}
	last := len(pending) - 1
	s.setApostrophe(int(pending[last]), leftSingle)
	s.setApostrophe(i, rightSingle)
	return pending[:last]
}

// closesSingle tells whether a quotation may end here: after something, and before nothing that goes on.
func (s *setting) closesSingle(i int) bool {
	p := s.at(i - 1)
	if !s.joined(i) || p.kind == mark && (!closes(p.char) || isQuote(p)) {
		return false
	}
	next := s.at(i + 1)
	return !s.joined(i+1) || next.kind == mark && (closes(next.char) || joins(next.char) || next.char == '‘')
}

// opensSingle tells whether a quotation may begin here.
func (s *setting) opensSingle(i int) bool {
	if !s.begins(i) && !s.at(i-1).is('-') && !s.at(i-1).is('/') || !s.joined(i+1) {
		return false
	}
	next := s.at(i + 1)
	return next.kind != mark || opens(next.char) && next.char != '‘' || next.char == '"'
}

// elides tells whether an apostrophe at the head of a word stands for what is left out: '80s, 'n', 'tis.
func (s *setting) elides(i int) bool {
	word := s.text(i + 1)
	switch s.at(i + 1).kind {
	case digits:
		return len(word) == 2
	case letters:
		if len(word) == 1 {
			next := s.at(i + 2)
			return strings.EqualFold(word, "n") && s.joined(i+2) && (next.is('\'') || next.is('’'))
		}
		return s.isEnglish(i) && isClipped(word)
	}
	return false
}

// isClipped tells whether an English word has lost its head.
func isClipped(word string) bool {
	switch strings.ToLower(word) {
	case "tis", "twas", "twere", "twill", "til", "till", "em", "cause", "bout", "round", "neath":
		return true
	}
	return false
}

package check

import (
	"context"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// finder takes the findings of one rule.
type finder struct {
	rule    *Rule
	context *siteContext
	found   []source.Problem

	// Of a rule that judges by all pairs: when nothing more need be found, what it found in an earlier model, and in this one.
	ctx              context.Context
	before, verdicts map[*study]verdict
}

// span is a part of a block, in bytes of its text. The zero span is no place.
type span struct {
	block    *block
	from, to int
}

// where is a place with how many runes it has there on its first line. It holds nothing of the page.
type where struct {
	pos  source.Pos
	size int
}

// where gives the place of a span; none for the zero span.
func (s span) where() where {
	if s.block == nil {
		return where{}
	}
	pos, size := s.block.Span(s.from, s.to)
	if s == s.block.whole() {
		size = 0 // nothing in it is more to be looked at than the rest
	}
	return where{pos, size}
}

// text is the text of a span.
func (s span) text() string { return s.block.Text[s.from:s.to] }

// find reports a finding at a part of a block, beside a part of the other half's.
func (f *finder) find(at, peer span, message, hint wording.Sentence) {
	f.findAt(f.rule.Severity, at.where(), peer.where(), message, hint)
}

// findAt reports a finding that may be more or less severe than others of its rule.
func (f *finder) findAt(severity source.Severity, at, peer where, message, hint wording.Sentence) {
	f.found = append(f.found, source.Problem{
		Rule: f.rule.ID, Severity: severity, Message: message, Hint: hint,
		Pos: at.pos, Size: at.size, Peer: peer.pos, PeerSize: peer.size,
	})
}

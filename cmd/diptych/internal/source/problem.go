package source

import (
	"cmp"
	"fmt"
	"slices"

	"diptych/cmd/diptych/internal/wording"
)

// Pos is a place in a file of the tree. The zero Pos means "no place".
type Pos struct {
	File   string // slash-separated path relative to the site's root
	Line   int    // counted from 1; 0 stands for the file as a whole
	Column int    // counted from 1, in runes; 0 stands for the line as a whole
}

// IsZero tells whether p is no place at all.
func (p Pos) IsZero() bool { return p == Pos{} }

// String writes p as file:line:column, without the parts that are not known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	default:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	}
}

// compare orders places by file, line and column.
func (p Pos) compare(other Pos) int {
	return cmp.Or(cmp.Compare(p.File, other.File), cmp.Compare(p.Line, other.Line), cmp.Compare(p.Column, other.Column))
}

// Severity tells what a problem does to a build.
type Severity string

// The severities. An Error keeps the site from being published; a Warning and an Info are only told.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Problem is an author's mistake as data: where it is, what is wrong, and what to do about it. The terminal, the JSON
// report and the preview show the same values.
type Problem struct {
	Rule     string // a stable identifier in kebab-case
	Severity Severity
	Pos      Pos
	Peer     Pos              // the other place concerned, often in the other half; zero if there is none
	Size     int              // how many runes from Pos on are concerned, on its line; 0 if that is not known
	PeerSize int              // the same from Peer on
	Message  wording.Sentence // without a full stop: what is wrong
	Hint     wording.Sentence // without a full stop: what to do; may be zero
}

// Errorf makes a problem that keeps the site from being published.
func Errorf(rule string, pos Pos, format wording.Phrase, args ...any) Problem {
	return Problem{Rule: rule, Severity: Error, Pos: pos, Message: wording.Sprintf(format, args...)}
}

// Warnf makes a problem that is only told.
func Warnf(rule string, pos Pos, format wording.Phrase, args ...any) Problem {
	return Problem{Rule: rule, Severity: Warning, Pos: pos, Message: wording.Sprintf(format, args...)}
}

// WithHint gives a copy of p that says what to do.
func (p Problem) WithHint(format wording.Phrase, args ...any) Problem {
	p.Hint = wording.Sprintf(format, args...)
	return p
}

// WithPeer gives a copy of p that names a second place.
func (p Problem) WithPeer(peer Pos) Problem {
	p.Peer = peer
	return p
}

// Sort puts problems in the order in which they are told (file, line, column, rule, message), each once.
func Sort(problems []Problem) []Problem {
	slices.SortFunc(problems, func(a, b Problem) int {
		return cmp.Or(a.Pos.compare(b.Pos), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message.English, b.Message.English),
			a.Peer.compare(b.Peer), cmp.Compare(a.Hint.English, b.Hint.English), cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Size, b.Size), cmp.Compare(a.PeerSize, b.PeerSize))
	})
	return slices.Compact(problems)
}

// HasErrors tells whether one of the problems keeps the site from being published.
func HasErrors(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity == Error })
}

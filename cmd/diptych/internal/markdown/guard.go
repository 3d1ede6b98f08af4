package markdown

import (
	"bytes"
	"math/bits"

	"diptych/cmd/diptych/internal/source"
)

// The parser has inputs whose cost grows with their square, and can't be stopped, so that a body is measured before the
// parser sees it. The limits are for what costs some tenths of a second and some tens of megabytes at most; a page that a
// person writes has a thousandth of it. Each count is at least what the parser will find: it may take code for text.

// limit is one bound on a body.
type limit struct {
	most int
	what string // of what there may be no more, for the message
	hint string
}

// The limits.
var (
	bytesLimit = limit{4 << 20, "bytes of text",
		"divide the page"}
	partLimit = limit{200_000, "lines, delimiters, marks of lists and quotations, and addresses",
		"divide the page"}
	nestingLimit = limit{100, "lists and quotations inside one another",
		"take the text out of its lists and quotations"}
	blankLimit = limit{500_000, "blank lines times open lists and quotations",
		"take the blank lines out of the nested lists"}
	// The parser compares delimiters with those before them in the same paragraph.
	delimiterLimit = limit{50_000_000, "delimiters (* _ ~ [ ] ( ) < `), squared and added up paragraph by paragraph",
		"divide the long paragraphs with blank lines"}
	// The parser looks from a closing bracket back through the paragraph, and from backticks on to its end, where each line
	// costs as much as a hundred bytes.
	reachLimit = limit{200_000_000, "bytes that brackets and backticks reach over in their paragraphs",
		"divide the long paragraphs with blank lines"}
	definitionLimit = limit{10_000, "definitions of links",
		"write the addresses beside their links"}
	// The parser moves the lines of a paragraph for each definition at its beginning.
	moveLimit = limit{100_000_000, "definitions of links times lines, added up paragraph by paragraph",
		"divide the definitions with blank lines"}
	footnoteLimit = limit{5_000, "footnotes",
		"divide the page"}
	// The parser goes through all footnotes for each call.
	callLimit = limit{50_000_000, "footnotes times calls of footnotes",
		"divide the page"}
	cellLimit = limit{200_000, "cells in tables",
		"divide the tables, or publish the data as a file"}
	// The parser compares each escaped bar inside code with all others.
	barLimit = limit{5_000, "escaped bars (\\|)",
		"write less code in tables"}
	outputLimit = limit{outputMost, "bytes of HTML, or 60 times its text",
		"use long link definitions and wide tables less often"}
)

// The budget of HTML: this much for each byte of the body, and this much for every body, up to this much.
const (
	outputFactor = 60
	outputBase   = 4 << 20
	outputMost   = 32 << 20
)

// excess is a limit that a body goes beyond.
type excess struct {
	limit limit
	line  int // in the body, counted from 1
}

// limit makes the problem of a body that goes beyond a limit.
func (p *page) limit(e excess) source.Problem {
	pos := source.Pos{File: p.pos.File, Line: p.pos.Line + e.line - 1}
	return source.Errorf("markdown-limit", pos, "the page has more than %d %s", e.limit.most, e.limit.what).
		WithHint("%s", e.limit.hint)
}

// measure goes once over the body, notes where its lines begin, and tells whether the body is refused.
func (p *page) measure() (excess, bool) {
	if len(p.src) > bytesLimit.most {
		return excess{bytesLimit, 1}, true
	}
	g := gauge{}
	for at := 0; at < len(p.src); {
		p.starts = append(p.starts, at)
		end := len(p.src)
		if i := bytes.IndexByte(p.src[at:], '\n'); i >= 0 {
			end = at + i
		}
		if g.add(p.src[at:end]); g.refused {
			return g.excess, true
		}
		at = end + 1
	}
	p.starts = append(p.starts, len(p.src))
	g.endParagraph()
	return g.excess, g.refused
}

// gauge adds up, line by line, what the limits are about.
type gauge struct {
	line      int
	open      int  // how many containers may be open
	lazy      bool // whether a paragraph may go on without the marks of its containers
	columns   int  // of the table that may go on
	paragraph paragraph

	parts, blanks, delimiters, reach, definitions, moves, footnotes, calls, cells, bars int

	excess  excess
	refused bool
}

// paragraph is what is counted in lines that may belong to one paragraph.
type paragraph struct {
	line        int  // the first one
	ordered     bool // whether it begins with the number of an item
	lines       int
	bytes       int
	delimiters  int
	closers     int // closing brackets
	definitions int
	ticks       ticks
}

// check refuses the body if a count is beyond its limit. The first excess stays.
func (g *gauge) check(count int, limit limit, line int) {
	if count > limit.most && !g.refused {
		g.excess, g.refused = excess{limit, line}, true
	}
}

// add counts a line, given without its line end.
func (g *gauge) add(line []byte) {
	g.line++
	m := readMarks(line)
	if m.blank {
		g.endParagraph()
	}
	g.nest(m)
	if m.starts || m.ordered && g.paragraph.ordered {
		g.endParagraph()
	}
	g.count(line, m)
	g.table(line, m)
	g.lazy = !m.blank
}

// nest follows how many containers may be open. Those that a line goes on with are paid for by its indentation, two
// columns each, or by its marks; but blank lines close no list, and a paragraph may drag its containers along.
func (g *gauge) nest(m marks) {
	open := min(g.open, m.columns/2) + m.containers
	if m.blank || g.lazy && !m.starts {
		open = max(open, g.open)
	}
	g.open = open
	g.check(g.open, nestingLimit, g.line)
	if m.blank {
		g.blanks += g.open
		g.check(g.blanks, blankLimit, g.line)
	}
}

// endParagraph adds the paragraph's counts to the body's.
func (g *gauge) endParagraph() {
	q := g.paragraph
	g.delimiters += q.delimiters * q.delimiters
	g.reach += q.closers*q.bytes + q.ticks.vain()*(q.bytes+100*q.lines)
	g.moves += q.definitions * q.lines
	g.check(g.delimiters, delimiterLimit, q.line)
	g.check(g.reach, reachLimit, q.line)
	g.check(g.moves, moveLimit, q.line)
	g.paragraph = paragraph{}
	g.columns = 0
}

// count adds the characters of a line to its paragraph.
func (g *gauge) count(line []byte, m marks) {
	if m.blank {
		return
	}
	q := &g.paragraph
	if q.lines == 0 {
		q.line, q.ordered = g.line, m.firstOrdered
	}
	q.lines++
	q.bytes += len(line) + 1
	g.parts -= q.delimiters
	g.characters(line)
	g.parts += q.delimiters + 1 + m.containers
	g.footnotes += m.footnotes
	g.check(g.parts, partLimit, g.line)
	g.check(g.footnotes, footnoteLimit, g.line)
	g.check(g.definitions, definitionLimit, g.line)
	g.check(g.footnotes*(g.calls-g.footnotes), callLimit, g.line)
	g.check(g.bars, barLimit, g.line)
}

// characters counts the characters with a meaning.
func (g *gauge) characters(line []byte) {
	q := &g.paragraph
	before, run := byte(0), 0
	for i, c := range line {
		if c == '`' {
			run++
			q.delimiters++
		} else if run > 0 {
			q.ticks.add(run, i > run && line[i-run-1] == '\\')
			run = 0
		}
		switch c {
		case '*', '_', '~', '[', '(', ')', '<':
			q.delimiters++
		case ']':
			q.delimiters++
			q.closers++
		case ':', '^', '|', '/', '.', '@':
			g.pair(before, c)
		}
		before = c
	}
	if run > 0 {
		q.ticks.add(run, len(line) > run && line[len(line)-run-1] == '\\')
	}
}

// pair counts what two characters in a row may be.
func (g *gauge) pair(before, c byte) {
	switch {
	case before == ']' && c == ':':
		g.paragraph.definitions++
		g.definitions++
	case before == '[' && c == '^':
		g.calls++
	case before == '\\' && c == '|':
		g.bars++
	case before == '/' && c == '/', before == 'w' && c == '.', c == '@':
		g.parts++
	}
}

// ticks counts the runs of backticks that may look for their end in vain: at most one of each length, since any other
// finds the next of its length; and each whose first one is escaped, since what is left of it has a length of its own.
type ticks struct {
	lengths uint64 // a bit for each length up to 63
	others  int
}

func (t *ticks) add(length int, escaped bool) {
	if length > 63 || escaped {
		t.others++
		return
	}
	t.lengths |= 1 << length
}

// vain gives the number of those runs.
func (t *ticks) vain() int { return bits.OnesCount64(t.lengths) + t.others }

// table counts the cells of the rows below a line of hyphens and bars.
func (g *gauge) table(line []byte, m marks) {
	if m.blank {
		return
	}
	if columns := delimiterRow(line); columns > 0 {
		g.columns = max(g.columns, columns)
	}
	g.cells += g.columns
	g.check(g.cells, cellLimit, g.line)
}

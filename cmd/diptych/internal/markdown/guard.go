package markdown

import (
	"bytes"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// The parser has inputs whose cost grows with their square, and can't be stopped, so that a body is measured before
// the parser sees it. The limits are for what costs some tenths of a second and some tens of megabytes at most; a
// page that a person writes has a thousandth of it. Each count is at least what the parser will find: it may take
// code for text.

// limit is one bound on a body.
type limit struct {
	most int
	what wording.Phrase // of what there may be no more, for the message
	hint wording.Phrase
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
	// The parser looks from a closing bracket back through the paragraph, and from backticks on to its end, where
	// each line costs as much as a hundred bytes. For each definition of a link it moves the lines after it.
	reachLimit = limit{200_000_000, "bytes that brackets and backticks reach over in their paragraphs",
		"divide the long paragraphs with blank lines"}
	definitionLimit = limit{10_000, "definitions of links",
		"write the addresses beside their links"}
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

package markdown

// gauge adds up, line by line, what the limits are about.
type gauge struct {
	line      int
	open      int  // how many containers may be open
	lazy      bool // whether a paragraph may go on without the marks of its containers
	columns   int  // of the table that may go on
	paragraph paragraph

	parts, blanks, delimiters, reach, definitions, footnotes, calls, cells, bars int

	excess  excess
	refused bool
}

// paragraph is what is counted in lines that may belong to one paragraph.
type paragraph struct {
	line       int  // the first one
	ordered    bool // whether it begins with the number of an item
	lines      int
	bytes      int
	delimiters int
	closers    int // closing brackets
	ticks      ticks
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
	g.check(g.delimiters, delimiterLimit, q.line)
	g.check(g.reach, reachLimit, q.line)
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
		g.definitions++
	case before == '[' && c == '^':
		g.calls++
	case before == '\\' && c == '|':
		g.bars++
	case before == '/' && c == '/', before == 'w' && c == '.', c == '@':
		g.parts++
	}
}

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

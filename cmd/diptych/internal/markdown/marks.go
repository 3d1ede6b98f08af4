package markdown

import "bytes"

// marks is what stands at the beginning of a line, before its text.
type marks struct {
	columns    int  // of white space, in all
	containers int  // quotations, items, definitions and footnotes that begin or go on here
	footnotes  int  // those among them
	blank      bool // whether no text follows
	// starts tells whether the line begins a block wherever it stands, and so ends a paragraph: it has the mark of a
	// list after quotation marks alone.
	starts bool
	// ordered tells whether the line begins an item if the one before it was in an ordered item. It is indented by
	// less than the text of any such item.
	ordered      bool
	firstOrdered bool // whether the line begins an ordered item if it begins a block
}

// mark is what one mark may be.
type mark int

const (
	noMark mark = iota
	quoteMark
	bulletMark
	orderedMark
	definitionMark
	footnoteMark
)

// readMarks reads the marks of a line, which has no line end. It finds all that the parser can, and perhaps more: in
// code there are none.
func readMarks(line []byte) marks {
	m := marks{}
	near, quoted := true, true // whether no gap is as wide as code's, and no other mark than a quotation's was before
	for at, column := 0, 0; ; {
		gap, size := gapAt(line[at:], column)
		m.columns += gap
		at, column = at+size, column+gap
		near = near && gap <= 3
		if at == len(line) {
			m.blank = near && quoted || m.containers == 0
			return m
		}
		kind, size := markAt(line[at:])
		if kind == noMark || m.containers > nestingLimit.most || kind == bulletMark && isRule(line[at:]) {
			return m
		}
		filled := len(bytes.Trim(line[at+size:], " \t")) > 0
		m.starts = m.starts || kind == bulletMark && near && quoted && filled
		if kind == orderedMark && m.containers == 0 && filled {
			m.firstOrdered, m.ordered = near, gap <= 2
		}
		if kind == footnoteMark {
			m.footnotes++
		}
		quoted = quoted && kind == quoteMark
		m.containers++
		at, column = at+size, column+size
	}
}

// gapAt measures the white space at the beginning of text, in columns and in bytes. Tabs go to the next fourth
// column.
func gapAt(text []byte, column int) (columns, size int) {
	for size < len(text) && (text[size] == ' ' || text[size] == '\t') {
		if text[size] == '\t' {
			columns += 4 - (column+columns)%4
		} else {
			columns++
		}
		size++
	}
	return columns, size
}

// markAt reads the mark with which a text begins, which is not empty, and tells its size.
func markAt(text []byte) (mark, int) {
	switch c := text[0]; {
	case c == '>':
		return quoteMark, 1
	case (c == '-' || c == '+' || c == '*') && endsAt(text, 1):
		return bulletMark, 1
	case c == ':' && endsAt(text, 1):
		return definitionMark, 1
	case c == '[' && len(text) > 1 && text[1] == '^':
		if end := bytes.Index(text, []byte("]:")); end > 0 {
			return footnoteMark, end + 2
		}
	case '0' <= c && c <= '9':
		return numberAt(text)
	}
	return noMark, 0
}

// numberAt reads the number of an item, which has at most nine figures.
func numberAt(text []byte) (mark, int) {
	n := 0
	for n < len(text) && n < 10 && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	if n < 10 && n < len(text) && (text[n] == '.' || text[n] == ')') && endsAt(text, n+1) {
		return orderedMark, n + 1
	}
	return noMark, 0
}

// endsAt tells whether a mark may end at i: white space or nothing follows.
func endsAt(text []byte, i int) bool { return i == len(text) || text[i] == ' ' || text[i] == '\t' }

// isRule tells whether a text is a thematic break, such as `* * *`, and no list.
func isRule(text []byte) bool {
	count := 0
	for _, c := range text {
		switch c {
		case text[0]:
			count++
		case ' ', '\t':
		default:
			return false
		}
	}
	return count > 2
}

// delimiterRow gives the number of columns that a line of hyphens, bars and colons may give a table, or 0.
func delimiterRow(line []byte) int {
	columns, hyphens := 1, 0
	for _, c := range line {
		switch c {
		case '|':
			columns++
		case '-':
			hyphens++
		case ':', ' ', '\t', '>':
		default:
			return 0
		}
	}
	if hyphens == 0 {
		return 0
	}
	return columns
}

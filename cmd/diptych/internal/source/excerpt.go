package source

import (
	"slices"
	"strings"
)

// Excerpt is a line of a file, or of a long one the part around a column.
type Excerpt struct {
	Text string
	From int  // how many runes of the line stand before the text
	Cut  bool // whether more of the line stands after it
}

// Line gives a line of a file without its end; "" if there is no such line.
func (t *Tree) Line(pos Pos) string {
	file, ok := t.File(pos.File)
	if !ok || pos.Line < 1 {
		return ""
	}
	file.divide.Do(func() { file.lines = slices.Collect(strings.Lines(file.Text())) })
	if pos.Line > len(file.lines) {
		return ""
	}
	return strings.TrimSuffix(file.lines[pos.Line-1], "\n")
}

// Around gives the part of a line in which a column stands, of at most so many runes, with at most before of them in front
// of the column; the beginning of the line if there is no column.
func Around(line string, column, before, most int) Excerpt {
	runes := []rune(line)
	if len(runes) <= most {
		return Excerpt{Text: line}
	}
	from := min(max(column-1-before, 0), len(runes)-most)
	to := from + most
	return Excerpt{Text: string(runes[from:to]), From: from, Cut: to < len(runes)}
}

package serve

import "diptych/cmd/diptych/internal/source"

// excerpt is a line of source, or of a long one the part around a column.
type excerpt struct {
	Text string `json:"text,omitempty"`
	From int    `json:"from,omitempty"` // how many runes of the line stand before the text
	Cut  bool   `json:"cut,omitempty"`  // whether more of the line stands after it
}

// The most that is told of a line, in runes, and how much of it stands before the column.
const (
	longestLine  = 240
	beforeColumn = 60
)

// around gives the part of a line in which a column stands; the beginning of it if there is no column.
func around(line string, column int) excerpt {
	return excerpt(source.Around(line, column, beforeColumn, longestLine))
}

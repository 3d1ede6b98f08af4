package serve

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
	runes := []rune(line)
	if len(runes) <= longestLine {
		return excerpt{Text: line}
	}
	from := min(max(column-1-beforeColumn, 0), len(runes)-longestLine)
	to := from + longestLine
	return excerpt{Text: string(runes[from:to]), From: from, Cut: to < len(runes)}
}

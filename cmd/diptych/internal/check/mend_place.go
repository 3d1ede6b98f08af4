package check

import (
	"cmp"
	"slices"
	"strings"
)

// placed is an edit in a file, in bytes.
type placed edit

// placeEdit finds where an edit belongs in the file. It is not ok where the file has something else there: an escape or a
// reference, which is meant as it is.
func (b *block) placeEdit(e edit, text string, lines []int) (placed, bool) {
	pos := b.At(e.from)
	if pos.Line < 1 || pos.Line > len(lines) {
		return placed{}, false
	}
	at := lines[pos.Line-1]
	for range pos.Column - 1 {
		at += runeSize(text[at:])
	}
	old := b.Text[e.from:e.to]
	if !strings.HasPrefix(text[at:], old) || at > 0 && text[at-1] == '\\' {
		return placed{}, false
	}
	return placed{at, at + len(old), e.instead}, true
}

func runeSize(text string) int {
	for i := range text {
		if i > 0 {
			return i
		}
	}
	return len(text)
}

// lineStarts gives the offset of each line.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// apply makes the edits in a text. Of two that touch, the first one is made.
func apply(text string, edits []placed) string {
	slices.SortFunc(edits, func(a, b placed) int { return cmp.Compare(a.from, b.from) })
	var out strings.Builder
	done := 0
	for _, e := range edits {
		if e.from < done {
			continue
		}
		out.WriteString(text[done:e.from])
		out.WriteString(e.instead)
		done = e.to
	}
	out.WriteString(text[done:])
	return out.String()
}

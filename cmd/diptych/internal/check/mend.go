package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// edit replaces a part of a block's text, in bytes.
type edit struct {
	from, to int
	instead  string
}

// apostrophes are straight ones between two letters. No rule tells of them, since typography sets them on the page; in the
// source they are mended with the rest.
var apostrophes = regexp.MustCompile(`\pL(')\pL`)

func mendApostrophes(b *block) []edit {
	var edits []edit
	for at := 0; ; {
		found := apostrophes.FindStringSubmatchIndex(b.prose[at:])
		if found == nil {
			return edits
		}
		edits = append(edits, edit{at + found[2], at + found[3], "’"})
		at += found[3] // the letter behind it may be the one before the next
	}
}

// Mended gives the text of a half with what is safe to mend in its body mended: spaces before stops, hyphens in ranges of
// days, straight apostrophes. Code, addresses and front matter stay as they are, and so does what an author has escaped.
func Mended(model *site.Model, s *site.Source, lang source.Lang, file *source.File) string {
	var all []placed
	outline := model.Outline(s, lang)
	lines := lineStarts(file.Text)
	for i := range outline.Blocks {
		b := newBlock(&outline.Blocks[i], lang)
		if b.Kind == markdown.Code {
			continue
		}
		for _, e := range mends(b) {
			if p, ok := b.placeEdit(e, file.Text, lines); ok {
				all = append(all, p)
			}
		}
	}
	return apply(file.Text, all)
}

// mends gives the edits that a block asks for.
func mends(b *block) []edit {
	edits := mendApostrophes(b)
	for i := range rules {
		if rules[i].mend != nil {
			edits = append(edits, rules[i].mend(b)...)
		}
	}
	return edits
}

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

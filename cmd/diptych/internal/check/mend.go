package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

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

// Mending is a half as it is, and as it is with what is safe to mend mended. Both texts have LF line ends.
type Mending struct {
	Path     string
	Old, New string
}

// Diff shows what the mending changes, in the unified format.
func (m Mending) Diff() []byte {
	return diff.Diff(m.Path, []byte(m.Old), m.Path+" (mended)", []byte(m.New))
}

// Mendings gives what can be mended in the pairs of some keys, or in all if there are none: spaces before stops, hyphens in
// ranges of days, straight apostrophes, in bodies only. Code and addresses stay as they are, and so does what an author has
// escaped.
func Mendings(model *site.Model, keys []string) []Mending {
	var mendings []Mending
	for _, s := range model.Sources() {
		if len(keys) > 0 && !slices.Contains(keys, s.Key) {
			continue
		}
		for _, lang := range source.Langs() {
			if front := s.Front(lang); front != nil {
				file, _ := model.File(front.File)
				if mended := mended(model.Outline(s, lang), lang, file.Text); mended != file.Text {
					mendings = append(mendings, Mending{file.Path, file.Text, mended})
				}
			}
		}
	}
	return mendings
}

// mended gives the text of a file with what its outline asks for mended.
func mended(outline *markdown.Outline, lang source.Lang, text string) string {
	var all []placed
	lines := lineStarts(text)
	for i := range outline.Blocks {
		b := newBlock(&outline.Blocks[i], lang)
		if b.Kind == markdown.Code || b.Kind == markdown.FrontMatter {
			continue
		}
		for _, e := range mends(b) {
			if p, ok := b.placeEdit(e, text, lines); ok {
				all = append(all, p)
			}
		}
	}
	return apply(text, all)
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

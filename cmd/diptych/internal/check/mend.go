package check

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

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
var apostrophes = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\pL(')\pL`) })

func mendApostrophes(b *block) []edit {
	var edits []edit
	for at := 0; ; {
		found := apostrophes().FindStringSubmatchIndex(b.prose[at:])
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
// escaped, what exceptions cover, and what would be read otherwise once it is mended.
func Mendings(ctx context.Context, model *site.Model, options Options) []Mending {
	pairs := CheckPairs(ctx, model, options, nil)
	findings, _ := pairs.Findings()
	told := map[source.Pos]bool{}
	for _, f := range findings {
		if rule, known := Find(f.Rule); known && rule.Mends() {
			told[f.Pos] = true
		}
	}
	var mendings []Mending
	for _, study := range pairs.studies {
		s := study.source
		if keys := options.Keys; s.IsMisread() || len(keys) > 0 && !slices.Contains(keys, s.Key) {
			continue
		}
		for _, lang := range source.Langs() {
			if front := s.Front(lang); front != nil {
				file, _ := model.File(front.File)
				m := &mender{model: model, source: s, lang: lang, text: file.Text(), told: told}
				if mended := m.mend(); mended != file.Text() {
					mendings = append(mendings, Mending{file.Path, file.Text(), mended})
				}
			}
		}
	}
	return mendings
}

// mender mends one half.
type mender struct {
	model  *site.Model
	source *site.Source
	lang   source.Lang
	text   string
	told   map[source.Pos]bool // where rules tell of what they mend
}

// mend gives the text of the half's file, mended. The edits of a block after which the page would be read otherwise are not
// made: a mark may begin to mean something in another place.
func (m *mender) mend() string {
	outline := m.model.Outline(m.source, m.lang)
	lines := lineStarts(m.text)
	var all, sound [][]placed
	for i := range outline.Blocks {
		if edits := m.editsOf(&outline.Blocks[i], lines); len(edits) > 0 {
			all = append(all, edits)
		}
	}
	if mended := apply(m.text, slices.Concat(all...)); m.keeps(outline, mended) {
		return mended
	}
	for _, edits := range all {
		if m.keeps(outline, apply(m.text, edits)) {
			sound = append(sound, edits)
		}
	}
	return apply(m.text, slices.Concat(sound...))
}

// editsOf gives the edits of a block, at their places in the file.
func (m *mender) editsOf(outlined *markdown.Block, lines []int) []placed {
	b := newBlock(outlined, m.lang)
	if b.Kind == markdown.Code || b.Kind == markdown.FrontMatter {
		return nil
	}
	var edits []placed
	for _, e := range m.mends(b) {
		if p, ok := b.placeEdit(e, m.text, lines); ok {
			edits = append(edits, p)
		}
	}
	return edits
}

// keeps tells whether a mended text is read as the old one but for the letters that were mended: the same blocks with the
// same ids, links, pictures and stretches of code.
func (m *mender) keeps(old *markdown.Outline, text string) bool {
	now := m.model.Read(m.source, m.lang, text)
	if len(now.Blocks) != len(old.Blocks) {
		return false
	}
	for i := range now.Blocks {
		if shapeOf(&now.Blocks[i]) != shapeOf(&old.Blocks[i]) {
			return false
		}
	}
	return true
}

// shapeOf writes down what of a block mending leaves alone.
func shapeOf(b *markdown.Block) string {
	var shape strings.Builder
	fmt.Fprintf(&shape, "%d %d %s %s", b.Kind, b.Level, b.Key, b.ID)
	for _, l := range b.Links {
		fmt.Fprintf(&shape, " %t %s", l.Image, l.Destination)
	}
	for _, s := range b.Stretches {
		fmt.Fprintf(&shape, " %d %s", s.Kind, s.Lang)
		if s.Kind == markdown.Verbatim || s.Kind == markdown.Address {
			shape.WriteString(b.Text[s.From:s.To])
		}
	}
	return shape.String()
}

// mends gives the edits that a block asks for: of each rule those of which it tells, and apostrophes.
func (m *mender) mends(b *block) []edit {
	edits := mendApostrophes(b)
	for i := range rules {
		if rules[i].mend == nil {
			continue
		}
		for _, e := range rules[i].mend(b) {
			if m.told[b.At(e.from)] {
				edits = append(edits, e)
			}
		}
	}
	return edits
}

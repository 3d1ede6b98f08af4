package serve

import (
	"slices"
	"strconv"
	"strings"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// rowView is a block and its answer.
type rowView struct {
	ID       string // of the element, the same for as long as both halves say the same
	Index    int    // in the comparison
	Mark     markView
	Kind     string
	Day      string
	Halves   [2]halfView
	Findings []findingView
	Confirms bool // whether there is anything to confirm
	Alone    bool // whether there is one half only
	Seen     string
}

// halfView is one half of a row.
type halfView struct {
	Lang    source.Lang
	Kind    string // as a lock names it; of the front matter "word"
	Level   int
	Hashes  string     // what stands before a heading of that level in Markdown
	Place   *placeView // nil where the half has no block
	Said    []segment
	Images  []linkView
	Links   []linkView
	Follows bool   // whether the other half has changed and this one has not
	Shape   bool   // whether it has changed, and the change is not in its text
	Was     string // of a block that was taken out, the first words of the row
}

// linkView is a link or an image of a block.
type linkView struct {
	Text, To string
	New      bool
}

// addRows adds the rows that are asked for.
func (v *reviewView) addRows(c *ledger.Comparison, at [][]source.Problem) {
	ids := map[string]int{}
	for i := range c.Rows {
		row := v.row(c, i)
		row.Findings = v.findings(slices.DeleteFunc(slices.Clone(at[i]), func(p source.Problem) bool {
			return p.Rule == staleRule // the row's state says it
		}))
		if ids[row.ID]++; ids[row.ID] > 1 {
			row.ID += "-" + strconv.Itoa(ids[row.ID])
		}
		if row.Confirms {
			v.Open++
		}
		if row.Confirms || len(row.Findings) > 0 || !v.Asks("show", "todo") {
			v.Rows = append(v.Rows, row)
		}
	}
}

func (v *reviewView) row(c *ledger.Comparison, i int) rowView {
	row := &c.Rows[i]
	made := rowView{
		Index: i, Mark: v.mark(row.State), Confirms: row.State != ledger.Confirmed, Alone: !row.IsPair(), Seen: seenRow(c, i),
	}
	made.ID = "b-" + made.Seen
	if row.Was != nil {
		made.Day = row.Was.Day.String()
	}
	for side, lang := range source.Langs() {
		b := c.Block(row.Row, lang)
		made.Halves[side] = v.half(c, row, lang, b)
		if b != nil {
			made.Kind = v.kind(ledger.KindOf(b))
		}
	}
	return made
}

// kind names a kind of blocks, by the name that a lock gives it.
func (v *reviewView) kind(name string) string {
	phrase, ok := kinds[name]
	if !ok {
		return name
	}
	return v.In(wording.Sprintf(phrase))
}

// half shows one half of a row; b is nil if there is none.
func (v *reviewView) half(c *ledger.Comparison, row *ledger.Row, lang source.Lang, b *markdown.Block) halfView {
	made := halfView{Lang: lang}
	if b == nil {
		if row.Was != nil && row.Was.Print(lang).Digest != "" {
			made.Was = row.Was.Words
		}
		return made
	}
	made.Kind, made.Level, made.Place = ledger.KindOf(b), b.Level, textPlace(b.Pos)
	switch b.Kind {
	case markdown.FrontMatter:
		made.Kind = "word"
	case markdown.HeadingBlock:
		made.Hashes = strings.Repeat("#", b.Level)
	}
	change := ledger.Change{}
	if changedIn(row.State, lang) {
		change = c.Change(row, lang)
		made.Shape = change.IsZero()
	}
	made.Follows = changedIn(row.State, lang.Other()) && row.State != ledger.BothChanged
	made.Said = segments(b, change)
	for i := range made.Said {
		made.Said[i].OutSaid = v.saysOut(made.Said[i])
	}
	for i, link := range b.Links {
		shown := linkView{link.Text, link.Destination, slices.Contains(change.Links, i)}
		if link.Image {
			made.Images = append(made.Images, shown)
		} else {
			made.Links = append(made.Links, shown)
		}
	}
	return made
}

// saysOut says how many words or marks were taken out in front of a piece of text.
func (v *reviewView) saysOut(piece segment) string {
	switch {
	case piece.WordsOut > 0:
		return v.In(wording.Sprintf(wordsOut, piece.WordsOut))
	case piece.MarksOut > 0:
		return v.In(wording.Sprintf(marksOut, piece.MarksOut))
	}
	return ""
}

// changedIn tells whether a state says that a half has changed.
func changedIn(state ledger.State, lang source.Lang) bool {
	switch state {
	case ledger.FrenchChanged:
		return lang == source.French
	case ledger.EnglishChanged:
		return lang == source.English
	}
	return state == ledger.BothChanged
}

// halfOn is a half with the page that it stands on.
type halfOn struct {
	Desk desk
	Half halfView
}

// Half joins a half with the page, for a template.
func (d desk) Half(half halfView) halfOn { return halfOn{d, half} }

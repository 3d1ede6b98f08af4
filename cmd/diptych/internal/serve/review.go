package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// reviewView is a pair, both halves side by side.
type reviewView struct {
	desk
	Key      string
	Titles   []titled
	Draft    bool
	Mark     *Mark // nil where nothing can be compared
	Day      string
	Why      string      // why nothing can be compared
	Problems []Finding   // what keeps its pages from being made
	Apart    []Finding   // findings at no block
	Rows     []rowView   // those that are asked for
	Gone     []goneView  // what was confirmed and is no longer there
	Confirms bool        // whether anything can be confirmed
	Refused  bool        // whether that is refused, since the pair has errors
	Open     int         // how many rows are not as they were confirmed
	Seen     string      // see seenPair
	Token    string      // of this run
	Editor   bool        // whether places can be opened in the editor
	Langs    []halfTitle // the heads of the two columns
}

type halfTitle struct {
	Lang source.Lang
	Name string
}

// rowView is a block and its answer.
type rowView struct {
	ID       string // of the element, the same for as long as both halves say the same
	Index    int    // in the comparison
	Mark     Mark
	Kind     string
	Day      string
	Halves   [2]halfView
	Findings []Finding
	Confirms bool // whether there is anything to confirm
	Alone    bool // whether there is one half only
	Seen     string
}

// halfView is one half of a row.
type halfView struct {
	Lang    source.Lang
	Kind    string // as a lock names it; of the front matter "word"
	Level   int
	Hashes  string // what stands before a heading of that level in Markdown
	Place   *Place // nil where the half has no block
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

// goneView is a row that is no longer there.
type goneView struct{ Kind, Day, Words string }

// staleRule is the rule that tells of blocks which are not as they were confirmed.
const staleRule = "stale"

// reviewAddress gives the address of the review of a pair.
func (g *generation) reviewAddress(key string) string {
	return g.base + ownFolder + reviewFolder + escape(key)
}

// reviewPage shows the review of a pair.
func (s *Server) reviewPage(w http.ResponseWriter, r *http.Request, g *generation, key string) {
	s.gate.enter()
	defer s.gate.leave()
	review, ok := s.look(g, key)
	if !ok {
		sayNo(w, refusal{http.StatusNotFound, "There is no such page."})
		return
	}
	path := reviewFolder + key
	view := &reviewView{
		desk: newDesk(r, g, path), Key: key, Draft: review.Source.Facts.Draft,
		Titles: titles(g, key, review.Source.Front), Editor: s.options.Editor != "", Token: s.options.Token,
	}
	view.fill(g, review, s.errorsIn(g, review))
	view.Confirms = view.Mark != nil && s.options.Confirm != nil
	s.sendDesk(w, r, g, path, "review.html", view)
}

// titles gives the halves of a pair that are there, by their titles.
func titles(g *generation, key string, front func(source.Lang) *content.Front) []titled {
	var found []titled
	for _, lang := range source.Langs() {
		half := half{key, lang}
		if words := front(lang); words != nil {
			t := titled{Lang: lang, Title: words.Words.Title}
			if path, ok := g.path(half); ok {
				t.Href = g.address(path)
			}
			found = append(found, t)
		}
	}
	return found
}

func (v *reviewView) fill(g *generation, review check.Review, errors []source.Problem) {
	v.Title = v.Key
	for _, t := range v.Titles {
		if t.Title != "" && (v.Title == v.Key || t.Lang == v.Lang) {
			v.Title = t.Title
		}
	}
	for _, lang := range source.Langs() {
		v.Langs = append(v.Langs, halfTitle{lang, v.LangName(lang)})
	}
	v.Problems = v.findings(slices.DeleteFunc(slices.Clone(errors), func(p source.Problem) bool {
		return slices.Contains(review.Findings, p)
	}))
	v.Apart, v.Refused = v.findings(review.Apart), len(errors) > 0
	c := review.Compared
	if c == nil {
		why := "alone"
		if review.Source.Front(source.French) != nil && review.Source.Front(source.English) != nil {
			why = "misread"
		}
		v.Why, _ = v.T(why)
		return
	}
	mark := v.mark(c.State())
	v.Mark, v.Seen = &mark, seenPair(c)
	if day := c.Newest(); !day.IsZero() {
		v.Day = day.String()
	}
	v.addRows(c, review.At)
	for _, entry := range c.Gone {
		v.Gone = append(v.Gone, goneView{v.kind(entry.Kind), entry.Day.String(), entry.Words})
	}
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

// seenRow tells what someone who looks at a row sees of it: the digests of both halves.
func seenRow(c *ledger.Comparison, i int) string {
	return digestOf(c, i, source.French) + "-" + digestOf(c, i, source.English)
}

// seenPair tells what someone who looks at all rows sees of them.
func seenPair(c *ledger.Comparison) string {
	all := sha256.New()
	for i := range c.Rows {
		all.Write([]byte(seenRow(c, i) + "\n"))
	}
	return hex.EncodeToString(all.Sum(nil)[:12])
}

func digestOf(c *ledger.Comparison, i int, lang source.Lang) string {
	if b := c.Block(c.Rows[i].Row, lang); b != nil {
		return ledger.Digest(b)
	}
	return ""
}

// halfOn is a half with the page that it stands on.
type halfOn struct {
	Desk desk
	Half halfView
}

// Half joins a half with the page, for a template.
func (d desk) Half(half halfView) halfOn { return halfOn{d, half} }

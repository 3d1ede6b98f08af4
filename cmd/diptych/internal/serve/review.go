package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/source"
)

// reviewView is a pair, both halves side by side.
type reviewView struct {
	desk
	Key      string
	Titles   []titled
	Draft    bool
	Mark     *markView // nil where nothing can be compared
	Day      string
	Why      string        // why nothing can be compared
	Problems []findingView // what keeps its pages from being made
	Apart    []findingView // findings at no block
	Rows     []rowView     // those that are asked for
	Gone     []goneView    // what was confirmed and is no longer there
	Confirms bool          // whether anything can be confirmed
	Refused  bool          // whether that is refused, since the pair has errors
	Open     int           // how many rows are not as they were confirmed
	Seen     string        // see seenPair
	Token    string        // of this run
	Editor   bool          // whether places can be opened in the editor
	Langs    []halfTitle   // the heads of the two columns
}

type halfTitle struct {
	Lang source.Lang
	Name string
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

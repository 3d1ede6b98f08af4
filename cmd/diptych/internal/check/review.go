package check

import (
	"cmp"
	"context"
	"slices"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// Review is one pair for those who are to say that both halves are equal: what became of each block since it was confirmed,
// and what the rules found. It is immutable.
type Review struct {
	Source   *site.Source
	Compared *ledger.Comparison // nil where there is one half only, or one that can't be read
	Findings []source.Problem   // all of them, sorted, with their severity in force and without what exceptions cover
	At       [][]source.Problem // those at a block, by the rows of Compared
	Apart    []source.Problem   // those at no block, as at a fact
}

// Review looks at one pair of a model, which may be later than what p was found in. The rules that compare pages are not
// asked again: what they found is taken from p. p may be nil; then they have found nothing yet. It is not ok if there is no
// pair of that key.
func (p *Pairs) Review(model *site.Model, options Options, key string) (review Review, ok bool) {
	s, found := model.Source(key)
	if !found || s.Key != key {
		return Review{}, false
	}
	c := newContext(model, options)
	one := p.again(c, s)
	looked := (*Rule).looksAtPairs
	if p == nil { // nobody knows before all rules have judged that nothing falls under an exception
		looked = func(*Rule) bool { return false }
	}
	findings, _ := settle(c, []*study{one}, slices.Concat(one.found, p.judgedIn(s.Files())), looked)
	review = Review{Source: s, Compared: Compare(model, s), Findings: source.Sort(findings)}
	review.place()
	return review, true
}

// judgedIn gives what the rules that compare pages found in some files.
func (p *Pairs) judgedIn(files []string) []source.Problem {
	if p == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.judged), func(f source.Problem) bool { return !slices.Contains(files, f.Pos.File) })
}

// place puts each finding to the row in which it stands, or else to the one in which its peer does.
func (r *Review) place() {
	if r.Compared != nil {
		r.At = make([][]source.Problem, len(r.Compared.Rows))
	}
	for _, f := range r.Findings {
		if i := r.row(f.Pos, f.Peer); i >= 0 {
			r.At[i] = append(r.At[i], f)
		} else {
			r.Apart = append(r.Apart, f)
		}
	}
}

// row gives the index of the row that covers the first of some places which is in any, or -1.
func (r *Review) row(places ...source.Pos) int {
	if r.Compared == nil {
		return -1
	}
	for _, pos := range places {
		if pos.Line == 0 {
			continue
		}
		if i, found := r.Compared.At(pos.File, pos.Line); found > 0 {
			return i
		}
	}
	return -1
}

// Compare compares a pair with its lock; nil where there is one half only, or one that can't be read. What is wrong with the
// lock itself is told with the site.
func Compare(model *site.Model, s *site.Source) *ledger.Comparison {
	if !s.IsWhole() {
		return nil
	}
	var lock ledger.Lock
	if file := s.Lock(); file != nil {
		lock, _ = ledger.Read(file)
	}
	return ledger.Compare(lock, ledger.Join(model.Outline(s, source.French).Blocks, model.Outline(s, source.English).Blocks))
}

// Standing is how a pair stands to its lock as a whole. It is immutable, and keeps nothing of the pair's text.
type Standing struct {
	Source   *site.Source
	Compared bool // whether there are two halves that can be compared; without them the rest says nothing
	State    ledger.State
	Counts   ledger.Counts
	Newest   civil.Date // the newest day on which something was confirmed; zero if nothing was
}

// Standings gives how all pairs of a model stand, drafts too, sorted by key. before are those of an earlier model of the
// same site, or nil: what did not change is taken from there. If ctx is done the result is not whole.
func Standings(ctx context.Context, model *site.Model, before []Standing) []Standing {
	sources := model.Sources()
	standings := make([]Standing, len(sources))
	parallel.For(len(sources), func(i int) {
		at, found := slices.BinarySearchFunc(before, sources[i].Key, func(s Standing, key string) int {
			return cmp.Compare(s.Source.Key, key)
		})
		switch {
		case found && before[at].Source.Same(sources[i]):
			standings[i] = before[at]
		case ctx.Err() == nil:
			standings[i] = standingOf(model, sources[i])
		}
	})
	return standings
}

func standingOf(model *site.Model, s *site.Source) Standing {
	c := Compare(model, s)
	if c == nil {
		return Standing{Source: s}
	}
	return Standing{Source: s, Compared: true, State: c.State(), Counts: c.Counts(), Newest: c.Newest()}
}

package serve

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// listView is the list of all pairs.
type listView struct {
	desk
	Reading bool // whether the rules have not looked at all pairs yet
	Empty   bool // whether there is no pair at all
	Pairs   []listedPair
	Counts  map[string]int // of pairs, by what may be asked to be shown
}

// listedPair is a pair in the list.
type listedPair struct {
	Key     string
	Titles  []titled // of the halves that are there
	Draft   bool
	Mark    markView
	Changes []string // how many blocks are not as they were confirmed
	Known   bool     // whether the rules have looked at it
	tally
	Day    string // yyyy-mm-dd; empty if nothing was confirmed
	Review string // the address of its review
	rank   int    // less for what is more to be looked at
}

// titled is a half by its title and, where it is part of the site, its address.
type titled struct {
	Lang        source.Lang
	Title, Href string
}

// listing shows all pairs.
func (s *Server) listing(w http.ResponseWriter, r *http.Request, g *generation) {
	s.gate.enter()
	defer s.gate.leave()
	view := &listView{desk: newDesk(r, g, ""), Empty: true, Counts: map[string]int{}}
	view.Title, _ = view.T("review")
	if model := g.Model(); model != nil {
		view.fill(g, s.stand(context.WithoutCancel(r.Context()), model), s.lastInspection())
	}
	s.sendDesk(w, r, g, "", "list.html", view)
}

// fill puts the pairs that are asked for into the list.
func (v *listView) fill(g *generation, standings []check.Standing, known *inspection) {
	wrong := tallies(g.known())
	v.Reading, v.Empty = known.pairs == nil, len(standings) == 0
	for _, s := range standings {
		pair := v.listed(g, s, known, wrong)
		for _, show := range []string{"", "todo", "faulty"} {
			if pair.is(show) {
				v.Counts[show]++
			}
		}
		if pair.is(v.query.Get("show")) {
			v.Pairs = append(v.Pairs, pair)
		}
	}
	slices.SortStableFunc(v.Pairs, order(v.query.Get("sort")))
}

// is tells whether a pair is of a kind that may be asked to be shown.
func (p listedPair) is(show string) bool {
	switch show {
	case "todo":
		return p.rank < rankOneHalf
	case "faulty":
		return p.tally != tally{}
	}
	return true
}

// order gives the order that is asked for; the pairs come in that of their keys.
func order(by string) func(a, b listedPair) int {
	switch by {
	case "state":
		return func(a, b listedPair) int { return cmp.Compare(a.rank, b.rank) }
	case "findings":
		return func(a, b listedPair) int {
			return cmp.Or(cmp.Compare(b.Errors, a.Errors), cmp.Compare(b.Warnings, a.Warnings), cmp.Compare(b.Infos, a.Infos))
		}
	case "day":
		return func(a, b listedPair) int { return strings.Compare(b.Day, a.Day) }
	}
	return func(a, b listedPair) int { return 0 }
}

func (v *listView) listed(g *generation, s check.Standing, known *inspection, wrong map[string]tally) listedPair {
	pair := listedPair{
		Key: s.Source.Key, Draft: s.Source.Facts.Draft, Known: known.pairs != nil,
		Titles: titles(g, s.Source.Key, s.Source.Front), Review: g.reviewAddress(s.Source.Key) + "?lang=" + string(v.Lang),
	}
	for _, file := range s.Source.Files() {
		pair.tally = pair.tally.plus(known.tallies[file]).plus(wrong[file])
	}
	if !s.Compared {
		oneHalf, _ := v.T("oneHalf")
		pair.Mark, pair.rank = markView{"one-half", oneHalf, "½"}, rankOneHalf
		return pair
	}
	pair.Mark, pair.rank, pair.Changes = v.mark(s.State), rankOf(s.State), v.changes(s)
	if !s.Newest.IsZero() {
		pair.Day = s.Newest.String()
	}
	return pair
}

// The ranks of pairs by what there is to do: to mend what has changed, to confirm what is new, and nothing.
const (
	rankChanged = iota
	rankNew
	rankNever
	rankOneHalf
	rankConfirmed
)

func rankOf(state ledger.State) int {
	switch state {
	case ledger.Confirmed:
		return rankConfirmed
	case ledger.New:
		return rankNew
	case ledger.Never:
		return rankNever
	}
	return rankChanged
}

// changes says how many blocks are not as they were confirmed. Of a pair that never was, all are new.
func (v *listView) changes(s check.Standing) []string {
	if s.State == ledger.Never {
		return nil
	}
	var said []string
	for _, part := range []struct {
		n    int
		what wording.Phrase
	}{
		{s.Counts.French, inFrench}, {s.Counts.English, inEnglish}, {s.Counts.Both, inBoth}, {s.Counts.New, newBlocks}, {s.Counts.Gone, goneOnes},
	} {
		if part.n > 0 {
			said = append(said, v.In(wording.Sprintf(part.what, part.n)))
		}
	}
	return said
}

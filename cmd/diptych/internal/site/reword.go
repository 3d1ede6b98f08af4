package site

import (
	"maps"
	"reflect"
	"slices"

	"diptych/cmd/diptych/internal/source"
)

// reword gives the plan of an earlier model, or one that differs from it by some pages: those of which nothing changed but words.
// It takes the time of these pages, and not of all. It is not asked of the page of a folder, to which others lead up, nor after a
// change that might move a page, hide it, or tell of another problem.
func (m *Model) reword(before *Model) (plan *Plan, ok bool) {
	edited, ok := m.drafts.reworded(before.drafts)
	if !ok || len(edited) == 0 {
		return before.Plan, ok
	}
	r := rewording{frame: m.Frame, plan: before.Plan, pairs: map[*Pair]*Pair{}, pages: map[*Page]*Page{}}
	for _, at := range edited {
		draft := m.drafts.all[at]
		if pair := before.pair(draft.key); pair != nil && !r.replace(pair, newPair(draft, at, pair.ordinal, before.styles)) {
			return nil, false
		}
	}
	return r.reworded(), true
}

// reworded gives the indexes of the drafts that have other heads than before, if they differ in nothing that decides what there is.
func (ds drafts) reworded(before drafts) (edited []int, ok bool) {
	if len(ds.all) != len(before.all) || !slices.Equal(ds.strays, before.strays) {
		return nil, false
	}
	for i, d := range ds.all {
		switch then := before.all[i]; {
		case d == then || d.heads == then.heads && d.key == then.key:
		case d.key == then.key && d.heads.saysAlike(then.heads):
			edited = append(edited, i)
		default:
			return nil, false
		}
	}
	return edited, true
}

// saysAlike tells whether heads state the same facts as others at the same places, of the same halves, with the same problems.
func (h *heads) saysAlike(others *heads) bool {
	return h.misread == others.misread && slices.Equal(h.problems, others.problems) && slices.Equal(h.unfinished, others.unfinished) &&
		(h.halves[0] == nil) == (others.halves[0] == nil) && (h.halves[1] == nil) == (others.halves[1] == nil) &&
		reflect.DeepEqual(h.joined, others.joined)
}

// rewording are pairs and pages that take the places of others.
type rewording struct {
	frame *Frame
	plan  *Plan
	pairs map[*Pair]*Pair
	pages map[*Page]*Page
}

// replace puts a pair in the place of another one, if it claims the same.
func (r rewording) replace(pair, by *Pair) bool {
	if pair.IsIndex() || !sameClaims(pair, by) {
		return false
	}
	by.Section = pair.Section
	r.pairs[pair] = by
	for i := range pair.pages {
		page, was := &by.pages[i], &pair.pages[i]
		page.Output, page.rank = was.Output, r.frame.rankOf(page)
		r.pages[was] = page
	}
	return true
}

// reworded gives the plan with what takes the places of others.
func (r rewording) reworded() *Plan {
	plan := *r.plan
	plan.Pairs = slices.Clone(plan.Pairs)
	plan.children = maps.Clone(plan.children)
	sections := map[int]bool{}
	for _, pair := range r.pairs {
		plan.Pairs[pair.ordinal] = pair
		if pair.Section != nil {
			sections[pair.Section.ordinal] = true
		}
	}
	for section := range sections {
		plan.children[section] = r.sorted(plan.children[section])
	}
	plan.menu = replaced(plan.menu, r.pairs)
	if by := r.pairs[plan.search]; by != nil {
		plan.search = by
	}
	plan.news, plan.meetings = r.lists(plan.news), r.lists(plan.meetings)
	return &plan
}

// sorted gives the children of a section, in the order of their new titles.
func (r rewording) sorted(of children) children {
	for i := range of {
		of[i] = replaced(of[i], r.pages)
		slices.SortFunc(of[i], compareRanks)
	}
	return of
}

func (r rewording) lists(of map[source.Lang][]*Page) map[source.Lang][]*Page {
	lists := map[source.Lang][]*Page{}
	for lang, pages := range of {
		lists[lang] = replaced(pages, r.pages)
	}
	return lists
}

// replaced gives a list of its own, with some values in the place of others.
func replaced[T comparable](list []T, by map[T]T) []T {
	list = slices.Clone(list)
	for i, one := range list {
		if other, ok := by[one]; ok {
			list[i] = other
		}
	}
	return list
}

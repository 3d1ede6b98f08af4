package site

import (
	"cmp"
	"math"
	"sync/atomic"

	"diptych/cmd/diptych/internal/locale"
)

// rank is what the order within a section goes by: weight, the light first and those without one last; meetings as they
// follow each other; the newest first; the title as the language sorts it. It holds for as long as the pair's heads do.
type rank struct {
	weight int
	start  int // the number of a meeting's start; 0 without one
	age    int // the number of the date, with a minus in front, so that no date comes last
	title  string
	locale *locale.Locale // sorts the titles
	key    string         // so that no two are the same

	sortKey atomic.Pointer[string] // of the title, which takes long to make and seldom decides
}

func (f *Frame) rankOf(page *Page) *rank {
	half := page.Half
	if half == nil {
		half = page.Other().Half
	}
	r := &rank{
		weight: math.MaxInt, age: -page.Facts.Date.Number(), title: half.Words.Title, locale: f.languages[page.Lang].Locale, key: page.Key,
	}
	if page.Facts.Weight != nil {
		r.weight = *page.Facts.Weight
	}
	if page.Facts.Event != nil {
		r.start = page.Facts.Event.Start.Number()
	}
	return r
}

// compareRanks puts two pages of a section into their order. No two are the same.
func compareRanks(a, b *Page) int { return a.rank.compare(b.rank) }

func (r *rank) compare(other *rank) int {
	switch {
	case r.weight != other.weight:
		return cmp.Compare(r.weight, other.weight)
	case r.start != other.start:
		return cmp.Compare(r.start, other.start)
	case r.age != other.age:
		return cmp.Compare(r.age, other.age)
	case r.title != other.title:
		return cmp.Compare(r.titleKey(), other.titleKey())
	default:
		return cmp.Compare(r.key, other.key)
	}
}

// titleKey gives the sort key of the title.
func (r *rank) titleKey() string {
	if known := r.sortKey.Load(); known != nil {
		return *known
	}
	key := r.locale.SortKey(r.title)
	r.sortKey.Store(&key)
	return key
}

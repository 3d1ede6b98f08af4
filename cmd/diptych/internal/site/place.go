package site

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/register"
)

// places tell which pairs there are, in which order, and at which addresses. Plans that differ in words alone share them.
type places struct {
	ordinals map[string]int // key → index among the published
	slots    map[string]int // output path → slot of the page
	names    func() []string
}

// newPlaces gives places for so many pairs, which are to be filled.
func newPlaces(pairs int) *places {
	p := &places{ordinals: make(map[string]int, pairs), slots: make(map[string]int, 2*pairs)}
	p.names = sync.OnceValue(func() []string {
		names := slices.Sorted(maps.Keys(p.ordinals))
		for i, key := range names {
			names[i] = strings.TrimSuffix(key, "/"+index)
		}
		return names
	})
	return p
}

// PageAt finds the page of an output path.
func (p *Plan) PageAt(output string) (*Page, bool) {
	slot, ok := p.places.slots[output]
	if !ok {
		return nil, false
	}
	return &p.Pairs[slot/2].pages[slot%2], true
}

// SamePlaces tells whether another plan has the same pages at the same addresses, with the same layouts, former addresses,
// documents and meetings, all stated at the same places of their files. What is claimed for the pages of the one then
// holds for those of the other.
func (p *Plan) SamePlaces(other *Plan) bool {
	if p.places == other.places {
		return true
	}
	for lang, news := range p.news {
		if (len(news) > 0) != (len(other.news[lang]) > 0) { // a feed comes or goes
			return false
		}
	}
	return slices.EqualFunc(p.Pairs, other.Pairs, samePlaces)
}

func samePlaces(a, b *Pair) bool {
	for i := range a.pages {
		if a.pages[i].Output != b.pages[i].Output {
			return false
		}
	}
	return a.heads == b.heads || sameClaims(a, b)
}

// sameClaims compares two versions of a pair at the same addresses.
func sameClaims(a, b *Pair) bool {
	if a.Key != b.Key || a.Facts.Layout != b.Facts.Layout || a.Facts.Pos("layout") != b.Facts.Pos("layout") ||
		!sameMeeting(a.Facts, b.Facts) || !sameCard(a, b) ||
		!slices.EqualFunc(a.Facts.Documents, b.Facts.Documents, register.Document.Equal) ||
		(a.Facts.Exempt == nil) != (b.Facts.Exempt == nil) {
		return false
	}
	for i := range a.pages {
		one, other := a.pages[i].Half, b.pages[i].Half
		if one == nil || other == nil {
			if one != other {
				return false
			}
			continue
		}
		if one.Words.Slug != other.Words.Slug || one.Pos("slug") != other.Pos("slug") ||
			!slices.Equal(one.Words.Aliases, other.Words.Aliases) || one.Pos("aliases") != other.Pos("aliases") {
			return false
		}
	}
	return true
}

// sameCard tells whether two versions of a pair both have a card or not, and ask for it at the same place.
func sameCard(a, b *Pair) bool {
	return a.wantsCard() == b.wantsCard() && a.Facts.Card == b.Facts.Card && (!a.Facts.Card || a.Facts.Pos("card") == b.Facts.Pos("card"))
}

// sameMeeting tells whether facts state an event at the same place, or state none.
func sameMeeting(a, b *Facts) bool {
	return hasMeeting(a) == hasMeeting(b) && (!hasMeeting(a) || a.Pos("event") == b.Pos("event"))
}

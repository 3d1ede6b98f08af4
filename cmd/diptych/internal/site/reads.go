package site

import (
	"slices"

	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/markdown"
)

// Reads are the pairs into whose bodies a view has looked, beside its own: what a page shows, and what is wrong with it, follows
// from these bodies too.
type Reads []string // keys, sorted; EveryPair for all of them

// EveryPair stands for all pairs.
const EveryPair = "*"

// ReadBy gives what a view has looked into until now. It is no method, since all methods of a view are the layouts' own.
func ReadBy(v *View) Reads { return *v.reads }

// headings gives the headings of a page, and notes whose they are.
func (v *View) headings(page *Page) []markdown.Heading {
	if page.Pair != v.own() {
		v.reads.add(page.Key)
	}
	return v.model.Headings(page)
}

// shows tells whether the site publishes a picture, and notes if that follows from other bodies alone.
func (v *View) shows(p *gallery.Picture) bool {
	if !v.model.Shows(p) {
		return false
	}
	if own := v.own(); own == nil || !v.model.mentionsPicture(own, p) {
		v.reads.add(EveryPair)
	}
	return true
}

// own gives the pair whose bodies the view shows, or nil.
func (v *View) own() *Pair {
	if v.page != nil {
		return v.page.Pair
	}
	return v.pair
}

func (r *Reads) add(key string) {
	if at, known := slices.BinarySearch(*r, key); !known {
		*r = slices.Insert(*r, at, key)
	}
}

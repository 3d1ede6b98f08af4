package layout

import (
	"sync"

	"diptych/cmd/diptych/internal/site"
)

// worthFolding is how many pages with the same in common are shown before an instance is folded for them, since that takes as
// long as to show a few.
const worthFolding = 4

// mostFolded is how many folded instances a set keeps. In a site that opens from a folder there is one for each depth.
const mostFolded = 64

// foldedFor is what an instance is folded for.
type foldedFor struct {
	layout *layout
	common site.Common
	root   string
}

// folded are the folded instances of a set, all of the same version of a site. The functions of one speak one language from one
// depth, so that it serves all pages at the same time.
type folded struct {
	mu        sync.Mutex
	version   site.Common // of some page
	shown     map[foldedFor]int
	instances map[foldedFor]*instance
}

// find gives the instance that is folded for some pages, or nil, and whether one should be.
func (f *folded) find(pages foldedFor) (found *instance, wanted bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.shown == nil || !f.version.SameSite(pages.common) {
		f.version, f.shown, f.instances = pages.common, map[foldedFor]int{}, map[foldedFor]*instance{}
	}
	if found = f.instances[pages]; found != nil {
		return found, false
	}
	if len(f.shown) >= mostFolded && f.shown[pages] == 0 {
		return nil, false
	}
	f.shown[pages]++
	return nil, f.shown[pages] == worthFolding
}

// keep keeps an instance that was folded for some pages.
func (f *folded) keep(pages foldedFor, i *instance) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.version.SameSite(pages.common) {
		f.instances[pages] = i
	}
}

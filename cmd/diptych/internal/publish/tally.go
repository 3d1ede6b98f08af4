package publish

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"diptych/cmd/diptych/internal/wording"
)

// tally gathers what a build writes: path to what is in the file.
type tally struct {
	guard *sync.Mutex
	sums  manifest
}

func newTally() tally { return tally{new(sync.Mutex), manifest{}} }

// begin notes that a file is written. The error says that it can't be published at its path, or that there is one already.
func (t tally) begin(path string) error {
	if err := checkPath(path); err != nil {
		return err
	}
	t.guard.Lock()
	defer t.guard.Unlock()
	if _, twice := t.sums[path]; twice {
		return fmt.Errorf("%q is written twice", path)
	}
	t.sums[path] = digest{}
	return nil
}

// end notes what a file has in it.
func (t tally) end(path string, sum digest) {
	t.guard.Lock()
	defer t.guard.Unlock()
	t.sums[path] = sum
}

// Changes are what a build does to an output. Paths are slash-separated, relative to it, and sorted.
type Changes struct {
	Added, Changed, Removed []string
	Kept                    []string // files that diptych did not write, and that stay as they are
}

// None tells whether nothing changes.
func (c Changes) None() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }

// changes compares what is written with what an output holds.
func (t tally) changes(live generation) Changes {
	c := Changes{Kept: live.extras}
	for _, path := range slices.Sorted(maps.Keys(t.sums)) {
		switch was, known := live.files[path]; {
		case !known:
			c.Added = append(c.Added, path)
		case was != t.sums[path]:
			c.Changed = append(c.Changed, path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(live.files)) {
		if _, stays := t.sums[path]; !stays {
			c.Removed = append(c.Removed, path)
		}
	}
	return c
}

// checkExtras refuses a site that needs the place of a file which is not ours: it may be the only copy.
func (t tally) checkExtras(live generation) error {
	needed := foldersOf(maps.Keys(t.sums))
	for _, extra := range live.extras {
		_, taken := t.sums[extra]
		for folder := range folders(extra) {
			_, isFile := t.sums[folder]
			taken = taken || isFile
		}
		if taken || needed[extra] {
			return wording.Errorf("the output %q holds %q, which diptych did not write, and the site needs its place; move it away", live.folder, extra)
		}
	}
	return nil
}

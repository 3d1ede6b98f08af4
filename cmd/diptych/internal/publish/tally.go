package publish

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"diptych/cmd/diptych/internal/wording"
)

// tally gathers what a build writes: path to what is in the file, and what is noted of it.
type tally struct {
	guard *sync.Mutex
	live  generation // what the output holds
	sums  manifest
	notes notes
}

func newTally(live generation) tally { return tally{new(sync.Mutex), live, manifest{}, notes{}} }

// Note gives what was noted of a file when the output was written; "" if the file is not there as it was then. The empty path stands
// for the output as a whole.
func (t tally) Note(path string) string {
	if path == whole && maps.Equal(t.live.files, t.live.named) {
		return t.live.notes[whole]
	}
	if sum := t.live.files[path]; sum == (digest{}) || sum != t.live.named[path] {
		return ""
	}
	return t.live.notes[path]
}

// Keep has a file stay as the output holds it, with its note. The error says that it is written, or kept, twice.
func (t tally) Keep(path string) error {
	if err := t.begin(path); err != nil {
		return err
	}
	t.end(path, t.live.files[path])
	t.Remember(path, t.live.notes[path])
	return nil
}

// Remember notes something of a file that is written, or with an empty path of the whole, in one line.
func (t tally) Remember(path, note string) {
	t.guard.Lock()
	defer t.guard.Unlock()
	t.notes[path] = note
}

// Strangers gives the paths of the files in the output that are not ours, sorted.
func (t tally) Strangers() []string { return t.live.extras }

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

// Changes compares what is written with what the output holds.
func (t tally) Changes() Changes {
	live := t.live
	c := Changes{Kept: live.extras}
	for path, sum := range t.sums {
		switch was, known := live.files[path]; {
		case !known:
			c.Added = append(c.Added, path)
		case was != sum:
			c.Changed = append(c.Changed, path)
		}
	}
	for path := range live.files {
		if _, stays := t.sums[path]; !stays {
			c.Removed = append(c.Removed, path)
		}
	}
	slices.Sort(c.Added)
	slices.Sort(c.Changed)
	slices.Sort(c.Removed)
	return c
}

// checkExtras refuses a site that needs the place of a file which is not ours: it may be the only copy.
func (t tally) checkExtras(live generation) error {
	if len(live.extras) == 0 {
		return nil
	}
	needed := foldersOf(t.sums)
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

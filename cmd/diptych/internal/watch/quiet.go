package watch

import (
	"context"
	"maps"
	"slices"
	"time"
)

// A change is handed out after quiet without a further event, so that a save in several steps is one change; and ceiling
// after its first event at the latest, so that a checkout of thousands of files does not hold up the first look.
const (
	quiet   = 10 * time.Millisecond
	ceiling = 100 * time.Millisecond
)

// hint is an event, reduced to what is believed of it.
type hint struct {
	path string // slash-separated, relative to the root
	came bool   // a name appeared; it may be that of a folder, which needs watches
	gone bool   // a name went away; watches at it and below it no longer fit
	lost bool   // events were lost, or can't be relied on; there is no path
}

// news is what has been gathered since the last change was handed out.
type news struct {
	hints map[string]hint // by path
	all   bool            // look at everything
	lost  bool            // the watches can't be relied on either
	slow  bool            // a slow look, which can wait; it has hints only for folders in doubt
}

// add takes a hint up, together with what was heard of the same path before.
func (n *news) add(h hint) {
	if h.lost {
		n.all, n.lost = true, true
		return
	}
	if n.hints == nil {
		n.hints = map[string]hint{}
	}
	before := n.hints[h.path]
	h.came, h.gone = h.came || before.came, h.gone || before.gone
	n.hints[h.path] = h
}

func (n *news) empty() bool { return len(n.hints) == 0 && !n.all }

// change is what the receiver hears of it.
func (n *news) change() Change {
	if n.all {
		return Change{All: true}
	}
	return Change{Paths: slices.Sorted(maps.Keys(n.hints))}
}

// settle gathers hints and offers them on settled when it is quiet, or when the first of them has waited long enough.
// It takes hints at any time, also while nobody takes what it offers. It sleeps without a timer when there is nothing.
func settle(ctx context.Context, hints <-chan hint, settled chan<- *news) {
	silence, patience := time.NewTimer(quiet), time.NewTimer(ceiling)
	silence.Stop()
	patience.Stop()
	pending, ripe, late := &news{}, false, false
	for {
		var offer chan<- *news
		if ripe {
			offer = settled
		}
		select {
		case <-ctx.Done():
			return
		case h := <-hints:
			if pending.empty() {
				patience.Reset(ceiling)
			}
			pending.add(h)
			silence.Reset(quiet)
			ripe = late
		case <-silence.C:
			ripe = true
		case <-patience.C:
			ripe, late = true, true
		case offer <- pending:
			silence.Stop()
			patience.Stop()
			pending, ripe, late = &news{}, false, false
		}
	}
}

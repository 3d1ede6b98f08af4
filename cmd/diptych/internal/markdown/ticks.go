package markdown

import "math/bits"

// ticks counts the runs of backticks that may look for their end in vain: at most one of each length, since any other
// finds the next of its length; and each whose first one is escaped, since what is left of it has a length of its
// own.
type ticks struct {
	lengths uint64 // a bit for each length up to 63
	others  int
}

func (t *ticks) add(length int, escaped bool) {
	if length > 63 || escaped {
		t.others++
		return
	}
	t.lengths |= 1 << length
}

// vain gives the number of those runs.
func (t *ticks) vain() int { return bits.OnesCount64(t.lengths) + t.others }

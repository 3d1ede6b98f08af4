package check

import "slices"

// slip is how one word comes of another by a slip of the finger.
type slip uint8

const (
	noSlip  slip = iota
	swapped      // two letters that stand side by side have changed their places
	dropped      // one letter inside is missing
	added        // one letter inside is too much
)

// slipOf tells which slip of the finger makes typed of meant. First and last letter stay, since those are where grammar
// changes words: a plural is no slip.
func slipOf(typed, meant []rune) slip {
	n, m := len(typed), len(meant)
	if n < 2 || m < 2 || typed[0] != meant[0] || typed[n-1] != meant[m-1] {
		return noSlip
	}
	at := 0
	for at < min(n, m) && typed[at] == meant[at] {
		at++
	}
	switch {
	case n == m && at+1 < n && typed[at] == meant[at+1] && typed[at+1] == meant[at] && slices.Equal(typed[at+2:], meant[at+2:]):
		return swapped
	case n+1 == m && slices.Equal(typed[at:], meant[at+1:]):
		return dropped
	case n == m+1 && slices.Equal(typed[at+1:], meant[at:]):
		return added
	}
	return noSlip
}

package ledger

import "diptych/cmd/diptych/internal/wording"

// State is how a block, or a pair as a whole, stands to what was confirmed.
type State uint8

// The states.
const (
	Confirmed      State = iota
	FrenchChanged        // the French half says something else than it did, and the English one is as it was
	EnglishChanged       // the other way round
	BothChanged          // both say something else; of a pair: each half has changed somewhere
	New                  // it was never confirmed; of a pair: blocks have come or gone, and none has changed
	Never                // only of a pair: nothing of it was ever confirmed
)

// String names a state for other programs.
func (s State) String() string {
	return [...]string{"confirmed", "french-changed", "english-changed", "both-changed", "new", "never-confirmed"}[s]
}

// Name names a state for editors.
func (s State) Name() wording.Phrase {
	switch s {
	case FrenchChanged:
		return "French changed"
	case EnglishChanged:
		return "English changed"
	case BothChanged:
		return "both changed"
	case New:
		return "new"
	case Never:
		return "never confirmed"
	}
	return "confirmed"
}

package figure

import "diptych/cmd/diptych/internal/source"

// Kind is what differs.
type Kind string

// The kinds of differences.
const (
	OfNumber Kind = "number"
	OfDay    Kind = "day"
	OfYear   Kind = "year" // the same day, and its year on one side only
	OfTime   Kind = "time"
)

// Difference is a figure of one text that has no answer in the other, or two figures that should be the same. A span
// without text is one that is missing.
type Difference struct {
	Kind            Kind
	French, English Span
	Lacks           source.Lang // of a year: the language whose day has none; empty otherwise
	Inferable       bool        // of a year: whether it stands elsewhere in the text that lacks it here

	year int // that is lacking
}

// differ adds a difference between two spans, of which one may be missing.
func (c *comparison) differ(kind Kind, french, english Span) {
	c.found = append(c.found, Difference{Kind: kind, French: french, English: english})
}

// rest tells of the figures that are still open: as a pair where each side has exactly one, else one by one.
func (c *comparison) rest(kind Kind, french, english []Span) {
	if len(french) == 1 && len(english) == 1 {
		c.differ(kind, french[0], english[0])
		return
	}
	for _, span := range french {
		c.differ(kind, span, Span{})
	}
	for _, span := range english {
		c.differ(kind, Span{}, span)
	}
}

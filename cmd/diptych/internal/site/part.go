package site

import (
	"slices"

	"diptych/cmd/diptych/internal/markdown"
)

// A part is what stands below a heading. Which parts of the two halves answer each other is told by the keys of their
// headings, and else by their order, where there are as many in both, each with parts of the same depths below it. It is
// never told by the words: a heading that was translated freely still leads to its own, and two that look alike do not.

// part is a heading with those below it, which follow it. Its number is that of the heading.
type part struct {
	level int
	size  int // how many headings it has
}

// partsOf gives the parts of a half. A heading stands below the nearest one before it of a smaller level.
func partsOf(headings []markdown.Heading) []part {
	parts := make([]part, len(headings))
	for i := len(headings) - 1; i >= 0; i-- {
		next := i + 1
		for next < len(parts) && parts[next].level > headings[i].Level {
			next += parts[next].size
		}
		parts[i] = part{headings[i].Level, next - i}
	}
	return parts
}

// stretch is some parts that follow each other, from one up to another, with all that is below them.
type stretch struct{ from, to int }

// matcher finds which headings answer each other.
type matcher struct {
	ours, theirs []part
	answers      []int  // by the number of a heading of the one half: that of the other's; -1 where nothing answers
	taken        []bool // whether a heading of the other half answers one
}

// answers gives, for each heading of one half, the number of the heading of the other half that answers it, or -1.
func answers(ours, theirs []markdown.Heading) []int {
	m := matcher{
		ours: partsOf(ours), theirs: partsOf(theirs),
		answers: slices.Repeat([]int{-1}, len(ours)), taken: make([]bool, len(theirs)),
	}
	m.byKey(ours, theirs)
	m.below(stretch{0, len(ours)}, stretch{0, len(theirs)})
	for i, part := range m.ours { // from the top down, so that what is above is joined by then
		if at := m.answers[i]; at >= 0 {
			m.below(stretch{i + 1, i + part.size}, stretch{at + 1, at + m.theirs[at].size})
		}
	}
	return m.answers
}

// byKey joins the headings that have a key in common.
func (m *matcher) byKey(ours, theirs []markdown.Heading) {
	keys := map[string]int{}
	for i, h := range theirs {
		if h.Key != "" {
			keys[h.Key] = i
		}
	}
	for i, h := range ours {
		if at, found := keys[h.Key]; found {
			m.join(i, at)
		}
	}
}

func (m *matcher) join(ours, theirs int) { m.answers[ours], m.taken[theirs] = theirs, true }

// below joins by their order what is below two parts that answer each other: between each two that are joined by their
// keys, if these stand in the same order.
func (m *matcher) below(ours, theirs stretch) {
	for {
		i, j := ours.from, theirs.from
		for i < ours.to && m.answers[i] < 0 {
			i += m.ours[i].size
		}
		for j < theirs.to && !m.taken[j] {
			j += m.theirs[j].size
		}
		switch {
		case i == ours.to && j == theirs.to:
			m.byOrder(ours, theirs)
			return
		case i == ours.to || j == theirs.to || m.answers[i] != j:
			return // a key leads out of this list, and who knows what stands around it
		}
		m.byOrder(stretch{ours.from, i}, stretch{theirs.from, j})
		ours.from, theirs.from = i+m.ours[i].size, j+m.theirs[j].size
	}
}

// byOrder joins two stretches of parts if they, with all below them, have the same shape.
func (m *matcher) byOrder(ours, theirs stretch) {
	if !slices.Equal(m.ours[ours.from:ours.to], m.theirs[theirs.from:theirs.to]) {
		return
	}
	for i := ours.from; i < ours.to; i += m.ours[i].size {
		m.join(i, i-ours.from+theirs.from)
	}
}

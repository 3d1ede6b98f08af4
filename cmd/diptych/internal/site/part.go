package site

import (
	"slices"

	"diptych/cmd/diptych/internal/markdown"
)

// A part is what stands below a heading. Which parts of the two halves answer each other is told by the keys of their
// headings, and else by their order, where there are as many in both, each with parts of the same depths below it. It is
// never told by the words: a heading that was translated freely still leads to its own, and two that look alike do not.

// part is a heading with those below it.
type part struct {
	heading int // its number
	level   int
	below   []*part
}

// partsOf gives the tree of a half's headings. A heading stands below the nearest one before it of a smaller level.
func partsOf(headings []markdown.Heading) *part {
	root := &part{heading: -1}
	open := []*part{root}
	for i, h := range headings {
		for len(open) > 1 && open[len(open)-1].level >= h.Level {
			open = open[:len(open)-1]
		}
		above, new := open[len(open)-1], &part{heading: i, level: h.Level}
		above.below = append(above.below, new)
		open = append(open, new)
	}
	return root
}

// matcher finds which headings answer each other.
type matcher struct {
	answers []int        // by the number of a heading of the one half: that of the other's; -1 where nothing answers
	taken   map[int]bool // headings of the other half that answer one
}

// answers gives, for each heading of one half, the number of the heading of the other half that answers it, or -1.
func answers(ours, theirs []markdown.Heading) []int {
	m := matcher{answers: slices.Repeat([]int{-1}, len(ours)), taken: map[int]bool{}}
	one, other := partsOf(ours), partsOf(theirs)
	m.byKey(ours, theirs)
	m.below(one, other)
	m.descend(one, numbered(other, map[int]*part{}))
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

// numbered gives the parts of a tree by the numbers of their headings.
func numbered(p *part, all map[int]*part) map[int]*part {
	all[p.heading] = p
	for _, below := range p.below {
		numbered(below, all)
	}
	return all
}

// descend joins what is below each two parts that answer each other, from the top down.
func (m *matcher) descend(p *part, theirs map[int]*part) {
	for _, below := range p.below {
		if at := m.answers[below.heading]; at >= 0 {
			m.below(below, theirs[at])
		}
		m.descend(below, theirs)
	}
}

// below joins by their order what is below two parts that answer each other: between each two that are joined by their
// keys, if these stand in the same order.
func (m *matcher) below(one, other *part) {
	ours, theirs := slices.Clone(one.below), slices.Clone(other.below)
	for len(ours) > 0 || len(theirs) > 0 {
		i := slices.IndexFunc(ours, func(p *part) bool { return m.answers[p.heading] >= 0 })
		j := slices.IndexFunc(theirs, func(p *part) bool { return m.taken[p.heading] })
		if i < 0 || j < 0 {
			if i < 0 && j < 0 {
				m.byOrder(ours, theirs)
			}
			return // a key leads out of this list, and who knows what stands around it
		}
		if m.answers[ours[i].heading] != theirs[j].heading {
			return
		}
		m.byOrder(ours[:i], theirs[:j])
		ours, theirs = ours[i+1:], theirs[j+1:]
	}
}

// byOrder joins two stretches of parts if they, with all below them, have the same shape.
func (m *matcher) byOrder(ours, theirs []*part) {
	if !slices.EqualFunc(ours, theirs, sameShape) {
		return
	}
	for i := range ours {
		m.join(ours[i].heading, theirs[i].heading)
	}
}

func sameShape(one, other *part) bool {
	return one.level == other.level && slices.EqualFunc(one.below, other.below, sameShape)
}

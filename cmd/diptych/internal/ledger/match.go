package ledger

import (
	"slices"

	"diptych/cmd/diptych/internal/align"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// matcher finds the entry of each row of a page.
type matcher struct {
	entries []Entry
	rows    []row
	bags    map[int][2][]uint16 // of the words of entries, by index: those that were asked for
	of      []int               // row → entry
	by      []int               // entry → row
}

// row is a row of the page as it is compared.
type row struct {
	kind            string
	word            bool // whether it is a word of the front matter, of which a page has one of a kind
	blocks          [2]*markdown.Block
	french, english string      // digests; empty where there is no block
	bags            [2][]uint16 // of the words of both blocks; nil before they are asked for
}

func newMatcher(lock Lock, pair Pair) *matcher {
	m := &matcher{entries: lock.Entries, rows: make([]row, len(pair.Rows)), bags: map[int][2][]uint16{}}
	for i, r := range pair.Rows {
		m.rows[i] = newRow(&pair, r)
	}
	m.of, m.by = slices.Repeat([]int{none}, len(m.rows)), slices.Repeat([]int{none}, len(m.entries))
	return m
}

func newRow(pair *Pair, r align.Row) row {
	made := row{blocks: [2]*markdown.Block{pair.Block(r, source.French), pair.Block(r, source.English)}}
	for i, b := range made.blocks {
		if b == nil {
			continue
		}
		made.kind, made.word = KindOf(b), b.Kind == markdown.FrontMatter
		if digest := Digest(b); i == 0 {
			made.french = digest
		} else {
			made.english = digest
		}
	}
	return made
}

// since tells what became of the row since an entry of it was made.
func (r *row) since(was *Entry) State {
	french, english := r.french != was.French.Digest, r.english != was.English.Digest
	switch {
	case french && english:
		return BothChanged
	case french:
		return FrenchChanged
	case english:
		return EnglishChanged
	}
	return Confirmed
}

// match goes from what is certain to what is likely. What is as it was, wherever it stands now, is found first. The
// longest sequence of it that kept its order then divides the rest into stretches, in which the row that an entry has
// become is looked for; and at last those halves of entries that were moved and whose other half was changed.
func (m *matcher) match() {
	m.matchBy(func(r *row) string { return r.french + "/" + r.english },
		func(e *Entry) string { return e.French.Digest + "/" + e.English.Digest })
	m.matchBetween(m.ordered())
	m.matchBy(func(r *row) string { return r.french }, func(e *Entry) string { return e.French.Digest })
	m.matchBy(func(r *row) string { return r.english }, func(e *Entry) string { return e.English.Digest })
}

func (m *matcher) pair(i, j int) { m.of[i], m.by[j] = j, i }

// matchBy pairs the rows and entries that are left and have the same key, the first with the first. An empty key is none.
func (m *matcher) matchBy(ofRow func(*row) string, ofEntry func(*Entry) string) {
	waiting := map[string][]int{}
	for j := range m.entries {
		if key := ofEntry(&m.entries[j]); m.by[j] == none && key != "" {
			waiting[key] = append(waiting[key], j)
		}
	}
	for i := range m.rows {
		key := ofRow(&m.rows[i])
		if list := waiting[key]; m.of[i] == none && len(list) > 0 {
			m.pair(i, list[0])
			waiting[key] = list[1:]
		}
	}
}

// ordered gives the longest sequence of rows whose entries are in the same order as they (patience sorting).
func (m *matcher) ordered() []int {
	var tops []int                     // the row on top of each pile
	before := make([]int, len(m.rows)) // row → the row before it in the sequence that it ends
	for i, j := range m.of {
		if j == none {
			continue
		}
		pile, _ := slices.BinarySearchFunc(tops, j, func(top, j int) int { return m.of[top] - j })
		before[i] = none
		if pile > 0 {
			before[i] = tops[pile-1]
		}
		if pile == len(tops) {
			tops = append(tops, i)
		} else {
			tops[pile] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	sequence := make([]int, 0, len(tops))
	for i := tops[len(tops)-1]; i != none; i = before[i] {
		sequence = append(sequence, i)
	}
	slices.Reverse(sequence)
	return sequence
}

// matchBetween looks at the stretches between rows that kept their order.
func (m *matcher) matchBetween(anchors []int) {
	fromRow, fromEntry := 0, 0
	for _, i := range append(anchors, len(m.rows)) {
		toEntry := len(m.entries)
		if i < len(m.rows) {
			toEntry = m.of[i]
		}
		s := stretch{matcher: m, rows: m.left(m.of, fromRow, i), entries: m.left(m.by, fromEntry, toEntry)}
		s.match()
		fromRow, fromEntry = i+1, toEntry+1
	}
}

// left gives the indexes of what has no partner yet.
func (m *matcher) left(partners []int, from, to int) []int {
	var list []int
	for i := from; i < to; i++ {
		if partners[i] == none {
			list = append(list, i)
		}
	}
	return list
}

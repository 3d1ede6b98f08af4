package ledger

import (
	"diptych/cmd/diptych/internal/align"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// Pair is what the two halves of a page say today, block by block, and which block answers which. The words of the front
// matter are blocks too; facts belong to both halves and are not in a ledger.
type Pair struct {
	French, English []markdown.Block
	Rows            []align.Row
}

// Join makes a pair of the blocks of two halves.
func Join(french, english []markdown.Block) Pair {
	return Pair{French: french, English: english, Rows: align.Blocks(french, english)}
}

// Row is a block and its answer, and what became of them since they were confirmed.
type Row struct {
	align.Row
	State State
	Was   *Entry // what was confirmed; nil if New
}

// Comparison is a pair beside its lock. It is immutable.
type Comparison struct {
	Pair
	Lock Lock
	Rows []Row    // in the order of the pair's
	Gone []*Entry // what was confirmed and is no longer there, in the order of the lock

	of []int // row → index of its entry, or none
}

// none stands for no index.
const none = -1

// Compare tells what became of each block of a pair since it was confirmed.
func Compare(lock Lock, pair Pair) *Comparison {
	m := newMatcher(lock, pair)
	m.match()
	c := &Comparison{Pair: pair, Lock: lock, Rows: make([]Row, len(pair.Rows)), of: m.of}
	for i, row := range pair.Rows {
		c.Rows[i] = Row{Row: row, State: New}
		if m.of[i] != none {
			was := &lock.Entries[m.of[i]]
			c.Rows[i].Was, c.Rows[i].State = was, m.rows[i].since(was)
		}
	}
	for i := range lock.Entries {
		if m.by[i] == none {
			c.Gone = append(c.Gone, &lock.Entries[i])
		}
	}
	return c
}

// Block gives the block of a row in a language, or nil if it has none there.
func (p *Pair) Block(row align.Row, lang source.Lang) *markdown.Block {
	blocks, i := p.French, row.French
	if lang == source.English {
		blocks, i = p.English, row.English
	}
	if i == align.None {
		return nil
	}
	return &blocks[i]
}

// Counts are how many blocks are in each state. Together with Gone they are all that was ever confirmed or is there.
type Counts struct {
	Confirmed, French, English, Both, New, Gone int
}

// Counts counts the rows by their states.
func (c *Comparison) Counts() Counts {
	counts := Counts{Gone: len(c.Gone)}
	for _, row := range c.Rows {
		switch row.State {
		case Confirmed:
			counts.Confirmed++
		case FrenchChanged:
			counts.French++
		case EnglishChanged:
			counts.English++
		case BothChanged:
			counts.Both++
		default:
			counts.New++
		}
	}
	return counts
}

// State gives the state of the pair as a whole.
func (c *Comparison) State() State {
	n := c.Counts()
	switch {
	case len(c.Lock.Entries) == 0:
		return Never
	case n.Both > 0 || n.French > 0 && n.English > 0:
		return BothChanged
	case n.French > 0:
		return FrenchChanged
	case n.English > 0:
		return EnglishChanged
	case n.New+n.Gone > 0:
		return New
	}
	return Confirmed
}

// Newest gives the pair's day of modification: the newest day on which something of it was confirmed and not called a
// minor change; zero if nothing was.
func (c *Comparison) Newest() civil.Date { return c.Lock.Newest() }

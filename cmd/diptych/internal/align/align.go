// Package align finds which block of the one half of a page answers which block of the other.
//
// It compares no words, since these are to differ. What it goes by is the order, the kind of a block, how long it is, and
// what both languages share: numbers, addresses, pictures, code. So it is the method of Gale and Church ("A Program for
// Aligning Sentences in Bilingual Corpora", Computational Linguistics 19, 1993), with the length of a French text as it was
// measured on Markdown prose, and with anchors. Halves need not align one to one: more than a quarter of published pages
// do not.
package align

import (
	"diptych/cmd/diptych/internal/markdown"
)

// Row is a block and its answer, as indexes into the blocks of the two halves. One of them is None where a block has no
// answer.
type Row struct{ French, English int }

// None stands in a Row for a block that is not there.
const None = -1

// IsPair tells whether both blocks are there.
func (r Row) IsPair() bool { return r.French != None && r.English != None }

// Blocks aligns the blocks of a French half with those of an English one. Each block is in one row, and the rows are in the
// order of both halves. Time and memory grow with the number of blocks times the width of the band (see band).
func Blocks(french, english []markdown.Block) []Row {
	t := newTable(features(french), features(english))
	t.fill()
	return t.rows()
}

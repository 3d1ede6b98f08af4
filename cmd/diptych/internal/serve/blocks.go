package serve

import (
	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/source"
)

// blockText names a block of a page by what it says, since elements of a published page bear no marks of their source.
type blockText struct {
	Text string `json:"text"`          // plain, as it was typed
	Nth  int    `json:"nth,omitempty"` // how many blocks before it say the same
}

// blockFindings gives the findings of a pair as one of its pages is concerned.
func blockFindings(g *generation, review check.Review, lang source.Lang) group {
	out := group{Count: len(review.Findings), First: []finding{}}
	said := map[string]int{}
	for i, problems := range review.At {
		b := review.Compared.Block(review.Compared.Rows[i].Row, lang)
		var block *blockText
		if b != nil {
			block = &blockText{b.Text, said[b.Text]}
			said[b.Text]++
		}
		for _, p := range problems {
			out.add(g, p, block)
		}
	}
	for _, p := range review.Apart {
		out.add(g, p, nil)
	}
	return out
}

// add adds a finding while there is room.
func (l *group) add(g *generation, p source.Problem, block *blockText) {
	if len(l.First) < mostFindings {
		f := found(g, p)
		f.Block = block
		l.First = append(l.First, f)
	}
}

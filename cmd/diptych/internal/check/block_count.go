package check

import (
	"diptych/cmd/diptych/internal/align"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var blockCount = Rule{
	ID: "block-count", Severity: source.Error,
	Summary: "a paragraph, item, row, quotation, picture or code has no answer in the other half",
	Reason:  "Readers of one language are told something that those of the other are not. A paragraph that is one in French and two in English counts as well: halves of the same shape can be compared by eye.",
	pair:    checkBlocks,
}

// names are what a block is called.
var names = [...]wording.Phrase{
	markdown.Paragraph: "paragraph", markdown.Item: "item of a list", markdown.Quotation: "quotation",
	markdown.Picture: "picture", markdown.Code: "block of code", markdown.Row: "row of a table",
	markdown.Definition: "part of a definition", markdown.Footnote: "footnote",
}

func checkBlocks(p *pair, f *finder) {
	for i := 0; i < len(p.rows); i++ {
		r := p.rows[i]
		if r.isPair() || r.alone().Kind == markdown.HeadingBlock || r.alone().Kind == markdown.FrontMatter || p.standsAlone(i) {
			continue // of these other rules tell, or none need to
		}
		if answer := p.elsewhere(i); answer != nil {
			if r.french != nil { // once for both
				reportMoved(r.french, answer, f)
			}
			continue
		}
		last := p.lastAlone(i)
		p.reportAlone(i, last, f)
		i = last
	}
}

// mostAlone is how many blocks without an answer a pair has at the most for these to be compared with each other.
const mostAlone = 200

// elsewhere gives the block without an answer that answers the one of a row, and stands in another place; nil if there is none.
func (p *pair) elsewhere(i int) *block {
	b := p.rows[i].alone()
	for compared, other := range p.lonely[lonely{b.lang.Other(), b.Kind}] {
		if compared == mostAlone {
			return nil
		}
		french, english := b, other
		if b.lang == source.English {
			french, english = english, french
		}
		if align.Likely(french.Block, english.Block) {
			return other
		}
	}
	return nil
}

func reportMoved(french, english *block, f *finder) {
	f.find(french.whole(), english.whole(),
		wording.Sprintf("the %s stands in another place in the English half", names[french.Kind]),
		wording.Sprintf("put both in the same place"))
}

// lastAlone gives the last row of a run of blocks of one half without an answer, between two headings.
func (p *pair) lastAlone(i int) int {
	lang := p.rows[i].alone().lang
	for i+1 < len(p.rows) {
		next := p.rows[i+1]
		if next.isPair() || p.standsAlone(i+1) || p.elsewhere(i+1) != nil || next.alone().lang != lang || next.alone().Kind == markdown.HeadingBlock {
			break
		}
		i++
	}
	return i
}

func (p *pair) reportAlone(first, last int, f *finder) {
	b, end := p.rows[first].alone(), p.rows[last].alone()
	other := b.lang.Other()
	message := wording.Sprintf("the %s has no answer in the %s half", names[b.Kind], other.Name())
	if last > first {
		message = wording.Sprintf("%d blocks, down to line %d, have no answer in the %s half", last-first+1, end.Last, other.Name())
	}
	f.find(b.whole(), p.near(first, other), message,
		wording.Sprintf("translate it into %s, or take it out here", other.Name()))
}

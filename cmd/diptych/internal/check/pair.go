package check

import (
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/figure"
	"diptych/cmd/diptych/internal/language"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// pair is a page as rules see it. It is made once and not kept.
type pair struct {
	context *siteContext
	source  *site.Source
	french  *half // nil where there is none
	english *half
	joined  ledger.Pair
	since   *ledger.Comparison // what became of joined since it was confirmed; nil if nothing was
	excepts []exception
	rows    []row // those of joined; empty unless there are both halves

	beside [2][]*block         // for each row the block that near gives, by language
	lonely map[lonely][]*block // what has no answer, in the order of the rows: one more than is compared
}

// lonely is what blocks without an answer have in common that may be moved from one to the other's place.
type lonely struct {
	lang source.Lang
	kind markdown.Kind
}

// half is one language's part of a page.
type half struct {
	lang    source.Lang
	front   *content.Front
	outline *markdown.Outline
	blocks  []*block // those of the outline: the words of the front matter, then the body
}

// block is a block with what several rules read in it.
type block struct {
	*markdown.Block
	lang    source.Lang
	prose   string          // the text with spaces in the place of code, addresses and the names of sites
	own     string          // prose with spaces in the place of what is said to be in another language
	words   []language.Word // of own
	figures figure.Reading
	begins  initials // of the words of own and prose
}

// row is a block and the one that answers it in the other half; either may be nil.
type row struct {
	french, english *block
	foreign         *block // the one of the two that is in the other language, and was not translated; nil if none is
}

// newRow makes a row.
func newRow(french, english *block) row {
	r := row{french: french, english: english}
	if r.isPair() {
		r.foreign = r.untranslated()
	}
	return r
}

// isPair tells whether both blocks are there.
func (r row) isPair() bool { return r.french != nil && r.english != nil }

// in gives the block of a language.
func (r row) in(lang source.Lang) *block {
	if lang == source.French {
		return r.french
	}
	return r.english
}

// alone gives the block that has no answer.
func (r row) alone() *block {
	if r.french != nil {
		return r.french
	}
	return r.english
}

// whole gives the span of all of a block; that of nothing if there is no block.
func (b *block) whole() span {
	if b == nil {
		return span{}
	}
	return span{b, 0, len(b.Text)}
}

// part gives the span of a part of a block.
func (b *block) part(from, to int) span { return span{b, from, to} }

// standsAlone tells whether it was confirmed that the block of a row is to have no answer.
func (p *pair) standsAlone(i int) bool {
	return p.since != nil && p.since.Rows[i].State == ledger.Confirmed
}

// halves gives the halves that are there.
func (p *pair) halves() []*half {
	var there []*half
	for _, h := range []*half{p.french, p.english} {
		if h != nil {
			there = append(there, h)
		}
	}
	return there
}

// pairs gives the rows of which both blocks are there.
func (p *pair) pairs(yield func(row) bool) {
	for _, r := range p.rows {
		if r.isPair() && !yield(r) {
			return
		}
	}
}

// answers gives for each block of the pair its answer.
func (p *pair) answers() map[*block]*block {
	answers := make(map[*block]*block, 2*len(p.rows))
	for r := range p.pairs {
		answers[r.french], answers[r.english] = r.english, r.french
	}
	return answers
}

// other gives the half in the other language, or nil.
func (p *pair) other(h *half) *half {
	if h == p.french {
		return p.english
	}
	return p.french
}

// near gives the place in a half where the answer to a row would stand: the block before it, or else the one after.
func (p *pair) near(i int, lang source.Lang) span {
	for at, l := range source.Langs() {
		if l == lang {
			return p.beside[at][i].whole()
		}
	}
	return span{}
}

// copied gives the block of a row whose text is least in its own language: of two that are the same, the one that was not
// translated.
func (r row) copied() *block {
	if language.Odds(r.french.prose) < 0 { // odds above 0 speak for French
		return r.french
	}
	return r.english
}

// blocks gives all blocks of both halves.
func (p *pair) blocks(yield func(*block) bool) {
	for _, h := range p.halves() {
		for _, b := range h.blocks {
			if !yield(b) {
				return
			}
		}
	}
}

// foreign gives the blocks that are in the other language, of which nothing else need be told.
func (p *pair) foreign() map[*block]bool {
	found := map[*block]bool{}
	for r := range p.pairs {
		if r.foreign != nil {
			found[r.foreign] = true
		}
	}
	return found
}

// isVerbatim tells whether code or an address stands at an offset.
func (b *block) isVerbatim(at int) bool {
	for _, s := range b.Stretches {
		if (s.Kind == markdown.Verbatim || s.Kind == markdown.Address) && s.From <= at && at < s.To {
			return true
		}
	}
	return false
}

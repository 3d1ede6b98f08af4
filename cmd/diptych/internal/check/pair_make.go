package check

import (
	"diptych/cmd/diptych/internal/align"
	"diptych/cmd/diptych/internal/figure"
	"diptych/cmd/diptych/internal/language"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// newPair makes a pair of its source.
func newPair(c *siteContext, s *site.Source) *pair {
	p := &pair{context: c, source: s, french: newHalf(c, s, source.French), english: newHalf(c, s, source.English)}
	if p.french == nil || p.english == nil {
		return p
	}
	p.joined = ledger.Join(p.french.outline.Blocks, p.english.outline.Blocks)
	if file := s.Lock(); file != nil && s.IsWhole() {
		lock, _ := ledger.Read(file) // what is wrong with it is told with the site
		p.since = ledger.Compare(lock, p.joined)
	}
	for _, r := range p.joined.Rows {
		p.rows = append(p.rows, newRow(p.french.at(r.French), p.english.at(r.English)))
	}
	for at, lang := range source.Langs() {
		p.beside[at] = neighboursOf(p.rows, lang)
	}
	p.lonely = p.findLonely()
	return p
}

// neighboursOf gives for each row the block of a language before it, or else the one after. The words of the front matter
// stand beside nothing.
func neighboursOf(rows []row, lang source.Lang) []*block {
	beside := make([]*block, len(rows))
	follow := func(from, to, step int) {
		var last *block
		for i := from; i != to; i += step {
			if beside[i] == nil {
				beside[i] = last
			}
			if b := rows[i].in(lang); b != nil && b.Kind != markdown.FrontMatter {
				last = b
			}
		}
	}
	follow(0, len(rows), 1)
	follow(len(rows)-1, -1, -1)
	return beside
}

// findLonely gathers the blocks without an answer that may stand in another place.
func (p *pair) findLonely() map[lonely][]*block {
	found := map[lonely][]*block{}
	for i, r := range p.rows {
		if r.isPair() || p.standsAlone(i) {
			continue
		}
		b := r.alone()
		if of := (lonely{b.lang, b.Kind}); len(found[of]) <= mostAlone {
			found[of] = append(found[of], b)
		}
	}
	return found
}

// newHalf makes a half of its source, or gives nil if there is none.
func newHalf(c *siteContext, s *site.Source, lang source.Lang) *half {
	front := s.Front(lang)
	if front == nil {
		return nil
	}
	h := &half{lang: lang, front: front, outline: c.model.Outline(s, lang)}
	for i := range h.outline.Blocks {
		h.blocks = append(h.blocks, newBlock(&h.outline.Blocks[i], lang))
	}
	return h
}

func newBlock(b *markdown.Block, lang source.Lang) *block {
	made := &block{Block: b, lang: lang}
	if b.Kind == markdown.Code {
		return made
	}
	made.prose = proseOf(b)
	made.own = ownOf(made)
	made.words = language.Read(made.own)
	made.figures = figure.Read(made.prose, lang)
	made.begins = initialsOf(made.prose)
	return made
}

// value gives a value of the front matter by its key, or nil.
func (h *half) value(key string) *block {
	for _, b := range h.blocks {
		if b.Kind == markdown.FrontMatter && b.Key == key {
			return b
		}
	}
	return nil
}

// at gives the block at an index that package align gives, or nil.
func (h *half) at(index int) *block {
	if index == align.None {
		return nil
	}
	return h.blocks[index]
}

package check

import (
	"diptych/cmd/diptych/internal/align"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/figure"
	"diptych/cmd/diptych/internal/language"
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
	p.rows = frontRows(p.french, p.english)
	for _, r := range align.Blocks(p.french.bodyBlocks(), p.english.bodyBlocks()) {
		p.rows = append(p.rows, newRow(p.french.at(r.French), p.english.at(r.English)))
	}
	return p
}

// frontKeys are the words of the front matter that say something to readers.
var frontKeys = [...]string{"title", "menuTitle", "description", "place"}

// frontRows joins the values of the front matter by their keys. What one half alone has is for the rule meta-missing.
func frontRows(french, english *half) []row {
	var rows []row
	for _, key := range frontKeys {
		f, e := french.value(key), english.value(key)
		if f != nil && e != nil {
			rows = append(rows, newRow(f, e))
		}
	}
	return rows
}

// newHalf makes a half of its source, or gives nil if there is none.
func newHalf(c *siteContext, s *site.Source, lang source.Lang) *half {
	front := s.Front(lang)
	if front == nil {
		return nil
	}
	outline := c.model.Outline(s, lang)
	h := &half{lang: lang, front: front, notes: outline.Notes, values: map[string]*block{}}
	for _, key := range frontKeys {
		if text := wordOf(front, key); text != "" {
			value := markdown.Value(text, inQuotes(front.Pos(key)))
			h.values[key] = newBlock(&value, lang)
			h.blocks = append(h.blocks, h.values[key])
		}
	}
	h.body = len(h.blocks)
	for i := range outline.Blocks {
		h.blocks = append(h.blocks, newBlock(&outline.Blocks[i], lang))
	}
	return h
}

// inQuotes gives the place of a text behind its opening quote.
func inQuotes(pos source.Pos) source.Pos {
	pos.Column++
	return pos
}

func wordOf(front *content.Front, key string) string {
	switch key {
	case "title":
		return front.Words.Title
	case "menuTitle":
		return front.Words.MenuTitle
	case "description":
		return front.Words.Description
	default:
		return front.Words.Place
	}
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

// value gives a value of the front matter, or nil.
func (h *half) value(key string) *block { return h.values[key] }

// at gives the block of the body at an index that package align gives, or nil.
func (h *half) at(index int) *block {
	if index == align.None {
		return nil
	}
	return h.blocks[h.body+index]
}

// bodyBlocks gives the blocks of the body as package align takes them.
func (h *half) bodyBlocks() []markdown.Block {
	blocks := make([]markdown.Block, len(h.blocks)-h.body)
	for i, b := range h.blocks[h.body:] {
		blocks[i] = *b.Block
	}
	return blocks
}

package site

import (
	"maps"
	"sync"

	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/search"
	"diptych/cmd/diptych/internal/source"
)

// memory is a half's body and what is remembered of it, so that no work is done twice. All of it follows from the half and
// its language, so it serves each model that has both.
type memory struct {
	front    *content.Front // nil where there is no half
	body     body
	language *Language
	asTyped  bool // whether the text is not set
	searched bool // whether the site is searched, so that the words are remembered when the body is rendered

	mu       sync.Mutex
	document *markdown.Document  // nil before it is asked for, and after release
	headings *[]markdown.Heading // kept once they are known
	refused  bool                // whether the body was refused, so that its headings are not known; kept with them
	parts    []search.Part       // kept once they are known; not empty then
}

// remember gives the memory of each page, by its slot. That of an earlier model, which may be nil, serves where neither
// the half nor what renders it changed. Where the pairs stand at the same places, only those of which a file changed are looked at.
func (m *Model) remember(before *Model) []*memory {
	memories, pairs := make([]*memory, 2*len(m.Pairs)), m.Pairs
	if m.rendersAs(before) {
		copy(memories, before.memories)
		pairs = m.edited(before)
	}
	for _, pair := range pairs {
		for i := range pair.pages {
			page := &pair.pages[i]
			memories[page.slot()] = m.recall(page, m.bodiesOf(pair)[i], before)
		}
	}
	return memories
}

// rendersAs tells whether an earlier model, which may be nil, has the same places and renders the same bodies alike.
func (m *Model) rendersAs(before *Model) bool {
	return before != nil && m.places == before.places && maps.Equal(m.languages, before.languages)
}

// edited gives the published pairs that are others than in an earlier model with the same places.
func (m *Model) edited(before *Model) []*Pair {
	var edited []*Pair
	for i, draft := range m.drafts.all {
		if draft != before.drafts.all[i] {
			if pair := m.pair(draft.key); pair != nil {
				edited = append(edited, pair)
			}
		}
	}
	return edited
}

// bodiesOf gives the bodies of a pair, by place.
func (m *Model) bodiesOf(pair *Pair) [2]body { return m.drafts.all[pair.draft].bodies }

// recall gives the memory of a page with a body.
func (m *Model) recall(page *Page, body body, before *Model) *memory {
	language := m.languages[page.Lang]
	if before != nil {
		if earlier := before.memoryOf(page); earlier != nil && earlier.isOf(page, body, language) {
			return earlier
		}
	}
	return &memory{front: page.Half, body: body, language: language, asTyped: !page.Facts.Typography, searched: m.HasSearch()}
}

// memoryOf gives what is remembered of a page of this model or of a later one, or nil.
func (m *Model) memoryOf(page *Page) *memory {
	if pair := m.counterpart(page.Pair); pair != nil {
		return m.memories[pair.Page(page.Lang).slot()]
	}
	return nil
}

// isOf tells whether this is the memory of a page with a body.
func (m *memory) isOf(page *Page, body body, language *Language) bool {
	return m.front == page.Half && m.body.digest() == body.digest() && m.language == language && m.asTyped == !page.Facts.Typography
}

// rendered gives the body as HTML.
func (m *memory) rendered() *markdown.Document {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.document == nil {
		m.document = m.read()
	}
	return m.document
}

// read renders the body, and remembers for good what others ask for.
func (m *memory) read() *markdown.Document {
	document := m.render()
	headings := document.Headings // a variable of its own, so that it does not hold the whole document
	m.headings, m.refused = &headings, len(document.HTML) == 0 && source.HasErrors(document.Problems)
	if m.searched {
		m.gather(document)
	}
	return document
}

// gather remembers the words of the body. One that was rendered before the site was searched is rendered once more for them.
func (m *memory) gather(document *markdown.Document) {
	if m.parts == nil {
		m.parts = partsOfBody(document)
	}
}

// words gives the words of the body, part by part. They must not be changed.
func (m *memory) words() []search.Part {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.parts == nil {
		m.gather(m.read()) // the body is not kept, as in outline
	}
	return m.parts
}

// outline gives the headings of the body.
func (m *memory) outline() []markdown.Heading {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.headings == nil { // the body is not kept: its page may be written long after, or never be asked for
		m.read()
	}
	return *m.headings
}

// isRefused tells whether the body was refused, so that nobody knows its headings.
func (m *memory) isRefused() bool {
	m.outline()
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.refused
}

// known gives the headings of the body if they are remembered, else nil.
func (m *memory) known() *[]markdown.Heading {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.headings
}

func (m *memory) render() *markdown.Document {
	renderer := m.language.renderer
	if m.asTyped {
		renderer = m.language.asTyped
	}
	text, ok := m.body.read()
	if !ok {
		return &markdown.Document{Problems: []source.Problem{source.Errorf("changed", source.Pos{File: m.front.File}, "the file was changed while it was published").
			WithHint("build again")}}
	}
	return renderer.Render(m.front.BodyPos, text)
}

func (m *memory) release() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.document = nil
}

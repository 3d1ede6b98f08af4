package site

import (
	"sync"

	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/markdown"
)

// memory is what is remembered of a half, so that no work is done twice. All of it follows from the half and its
// language, so it serves each model that has both.
type memory struct {
	half     *content.Half
	language *Language

	mu       sync.Mutex
	document *markdown.Document  // nil before it is asked for, and after release
	headings *[]markdown.Heading // kept once they are known
	sortKey  string              // of the title; empty before it is asked for
}

// isOf tells whether this is the memory of a half in a language.
func (m *memory) isOf(half *content.Half, language *Language) bool {
	return m.half == half && m.language == language
}

// rendered gives the half's body as HTML.
func (m *memory) rendered() *markdown.Document {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.document == nil {
		m.document = m.render()
		headings := m.document.Headings // a variable of its own, so that it does not hold the whole document
		m.headings = &headings
	}
	return m.document
}

// outline gives the headings of the half's body.
func (m *memory) outline() []markdown.Heading {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.headings == nil { // the body is not kept: its page may be written long after, or never be asked for
		headings := m.render().Headings
		m.headings = &headings
	}
	return *m.headings
}

func (m *memory) render() *markdown.Document {
	return m.language.renderer.Render(m.half.BodyPos, []byte(m.half.Body))
}

func (m *memory) release() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.document = nil
}

// titleKey gives the key by which a title sorts in the half's language.
func (m *memory) titleKey(title string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.sortKey == "" {
		m.sortKey = m.language.Locale.SortKey(title)
	}
	return m.sortKey
}

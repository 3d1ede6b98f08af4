package site

import (
	"strings"
	"sync/atomic"

	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// Facts are a pair's facts.
type Facts = content.Facts

// Page is one half of a pair at its address.
type Page struct {
	*Pair
	Lang   source.Lang
	Half   *content.Front // nil where an exempt pair has no half in this language
	Output string         // output path: "fr/processus-preparatoire/dacca/index.html"

	rules   *typography.Rules             // nil if the page is left as it was typed
	typeset atomic.Pointer[content.Words] // nil until it is asked for

	rank *rank // nil until it is asked for
}

// Other gives the page's other half.
func (p *Page) Other() *Page { return p.Pair.Page(p.Lang.Other()) }

// Title is the page's title, of the other half where it has none itself.
func (p *Page) Title() string { return p.words().Title }

// MenuTitle is the page's title for menus and breadcrumbs.
func (p *Page) MenuTitle() string {
	if words := p.words(); words.MenuTitle != "" {
		return words.MenuTitle
	}
	return p.Title()
}

// Description is the page's description; it may be empty.
func (p *Page) Description() string { return p.words().Description }

// TextLang is the language of the page's title and description: its own, save where its half is missing.
func (p *Page) TextLang() source.Lang {
	if p.Half == nil {
		return p.Lang.Other()
	}
	return p.Lang
}

// words gives the page's words as they are set, of the other half where it has none itself. They must not be changed.
func (p *Page) words() *content.Words {
	switch {
	case p.Half == nil:
		return p.Other().words()
	case p.rules == nil:
		return &p.Half.Words
	}
	if known := p.typeset.Load(); known != nil {
		return known
	}
	words, set := p.Half.Words, p.rules.Text
	words.Title, words.MenuTitle, words.Description = set(words.Title), set(words.MenuTitle), set(words.Description)
	words.Place = set(words.Place)
	words.Before, words.During, words.After = set(words.Before), set(words.During), set(words.After)
	p.typeset.Store(&words)
	return &words
}

// Kind says what sort of page this is: "home", "section" or "page".
func (p *Page) Kind() string {
	switch {
	case p.Key == index:
		return "home"
	case p.IsIndex():
		return "section"
	default:
		return "page"
	}
}

// Layout is the name of the layout that shows the page: the one that its facts name, else that of its kind.
func (p *Page) Layout() string {
	switch {
	case p.Half == nil:
		return "exempt"
	case p.Facts.Layout != "":
		return p.Facts.Layout
	default:
		return p.Kind()
	}
}

// folder is the folder below content that the page stands in; "" for the top.
func (p *Page) folder() string { return parent(p.Key) }

// slot is where a list of what belongs to each page has what belongs to this one.
func (p *Page) slot() int { return 2*p.ordinal + place(p.Lang) }

// Document gives a page's rendered body. It is remembered until Release.
func (m *Model) Document(page *Page) *markdown.Document { return m.memories[page.slot()].rendered() }

// Headings gives the headings of a page's body; they are remembered for good.
func (m *Model) Headings(page *Page) []markdown.Heading {
	if page.Half == nil {
		return nil
	}
	return m.memories[page.slot()].outline()
}

// isUnread tells whether the headings of a page's body are not known, since it was refused or may begin anywhere.
func (m *Model) isUnread(page *Page) bool {
	return page.Half != nil && (page.Half.Broken || m.memories[page.slot()].isRefused())
}

// headingsOfPair gives the headings of a page's body while a page of its pair is written. The body is remembered until
// Release, since it will be written next.
func (m *Model) headingsOfPair(page *Page) []markdown.Heading {
	if page.Half == nil {
		return nil
	}
	if known := m.memories[page.slot()].known(); known != nil {
		return *known
	}
	return m.Document(page).Headings
}

// hasBody tells whether a page has a text of its own.
func (m *Model) hasBody(page *Page) bool {
	return !m.memories[page.slot()].body.isBlank
}

// Release forgets the rendered bodies of a pair, once its pages are written.
func (m *Model) Release(pair *Pair) {
	for i := range pair.pages {
		m.memories[pair.pages[i].slot()].release()
	}
}

// index is the name of the page of a folder.
const index = "index"

func isIndex(key string) bool { return key == index || strings.HasSuffix(key, "/"+index) }

// parent gives the folder of a key; "" for the top.
func parent(key string) string {
	if i := strings.LastIndexByte(key, '/'); i >= 0 {
		return key[:i]
	}
	return ""
}

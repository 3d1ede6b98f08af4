package site

import (
	"slices"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/search"
	"diptych/cmd/diptych/internal/source"
)

// SearchLayout is the layout of the page on which readers search. A site in which a pair states it has an index of all its
// pages in each language.
const SearchLayout = "search"

// SearchIndex gives the output path of a language's index.
func SearchIndex(lang source.Lang) string { return string(lang) + "/search.json" }

// searchCount is the message that says how many pages were found.
const searchCount = "search.count"

// findSearch finds the pair on whose page readers search.
func (j *joiner) findSearch() {
	for _, pair := range j.plan.Pairs {
		if pair.Facts.Layout == SearchLayout {
			j.plan.search = pair
			return
		}
	}
}

// HasSearch tells whether the site has a page on which readers search.
func (p *Plan) HasSearch() bool { return p.search != nil }

// Found gives the pages of a language as a reader finds them, in the order in which a reader comes upon them. The page on
// which they search is not among them, nor is the notice for a missing half.
func (m *Model) Found(lang source.Lang) []search.Page {
	var found []search.Page
	for _, page := range m.inOrder(lang) {
		found = append(found, search.Page{
			Title: page.Title(), Description: page.Description(),
			Href: m.Href(SearchIndex(lang), page.Output), Parts: m.parts(page),
		})
	}
	return found
}

// parts gives the words of a page, part by part. What stands above also has what the page tells of its meeting and documents.
func (m *Model) parts(page *Page) []search.Part {
	parts := slices.Clone(m.memories[page.slot()].words())
	lead := &parts[0]
	said := []string{string(lead.Words)}
	v := m.view(page.Lang, page.Output, page.Kind(), func(source.Problem) {}) // what is missing is told of the page itself
	if event := v.event(page); event != nil {
		said = append(said, event.When, event.Where, event.Hosts)
	}
	for _, d := range page.Facts.Documents {
		edition, _ := d.In(page.Lang)
		said = append(said, edition.Title)
	}
	lead.Words = search.Gather(said...)
	return parts
}

// partsOfBody gives the words of a body, part by part; first stands what is above the first heading, with the footnotes.
func partsOfBody(document *markdown.Document) []search.Part {
	parts, lead := []search.Part{{}}, []string{}
	for _, passage := range document.Passages() {
		if passage.Heading < 0 {
			lead = append(lead, passage.Text)
			continue
		}
		heading := document.Headings[passage.Heading]
		parts = append(parts, search.Part{ID: heading.ID, Title: heading.Text, Words: search.Gather(passage.Text)})
	}
	parts[0].Words = search.Gather(lead...)
	return parts
}

// inOrder gives the pages of a language from the home page down, each section followed by its pages.
func (m *Model) inOrder(lang source.Lang) []*Page {
	var pages []*Page
	var walk func(page *Page)
	walk = func(page *Page) {
		if page.Half != nil && page.Facts.Layout != SearchLayout {
			pages = append(pages, page)
		}
		for _, child := range m.Children(page) {
			walk(child)
		}
	}
	if home := m.Home(lang); home != nil {
		walk(home)
	}
	return pages
}

// SearchView is the site's page for searching, in the language of the page that leads there.
type SearchView struct {
	LinkView
	Index string // href of the index

	view *View
}

// Search is the page on which readers search, or nil if the site has none in the page's language.
func (v *View) Search() *SearchView {
	if !v.model.HasSearch() {
		return nil
	}
	page := v.model.search.Page(v.Lang)
	if page.Half == nil {
		return nil
	}
	return &SearchView{LinkView: v.link(page, page.MenuTitle()), Index: v.href(SearchIndex(v.Lang)), view: v}
}

// PlainForm is a message in one of its plural forms, with {count} in the place of the number.
type PlainForm struct {
	Category string // as the CLDR names it: "one", "many", "other"
	Text     string
}

// Counts is the message `search.count` in each plural form of the language, for a script that counts.
func (s *SearchView) Counts() []PlainForm {
	language := s.view.model.Language(s.view.Lang)
	forms, err := language.Catalogue.Forms(searchCount, "{count}")
	if err != nil {
		s.view.report(language.messageMissing(searchCount, "the search page says with it how many pages it has found, {{.Count}}"))
	}
	var views []PlainForm
	for _, form := range forms {
		views = append(views, PlainForm(form))
	}
	return views
}

// FoundView is a page in the list of all pages, with its sections.
type FoundView struct {
	LinkView
	Description string
	Parts       []LinkView // the headings of the second level
}

// Pages are all pages of the site in the page's language, in the order in which a reader comes upon them.
func (s *SearchView) Pages() []FoundView {
	var views []FoundView
	for _, page := range s.view.model.inOrder(s.view.Lang) {
		view := FoundView{LinkView: s.view.link(page, page.Title()), Description: page.Description()}
		for _, heading := range s.view.headings(page) {
			if heading.Level == 2 {
				view.Parts = append(view.Parts, LinkView{Title: heading.Text, Href: view.Href + "#" + heading.ID})
			}
		}
		views = append(views, view)
	}
	return views
}

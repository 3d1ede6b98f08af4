// Package site joins a source tree to the model of a bilingual site: pairs of halves, their sections, order and
// addresses, what links lead to, and the View of a page that a layout may see.
//
// A Model is made once from a tree and never changes; what is learned later (the rendered body of a half) is only
// remembered. A new tree makes a new Model.
package site

import (
	"slices"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

// Options are what a site depends on beside its tree.
type Options struct {
	Day     civil.Date // the build day: what is published, upcoming or past follows from it
	Drafts  bool       // whether drafts are part of the site
	BaseURL *string    // replaces baseURL unless nil; "" makes a site that opens from a folder
}

// Model is the whole site. It is safe for concurrent use.
type Model struct {
	*Frame
	Day   civil.Date
	Pairs []*Pair    // what is published, sorted by key
	Next  civil.Date // the next day on which the site changes by itself; zero if it never does

	tree    *source.Tree
	options Options
	drafts  map[string]*draftPair // key → what its files say
	byKey   map[string]*Pair
	hidden  map[string]string // key → why the pair is not part of the site
	outputs map[string]*Page  // output path → page
	menu    []*Pair           // in the order of the main menu
	news    map[source.Lang][]*Page

	pageNames func() []string
}

// Pair is one page: two halves that say the same, and the facts that they share.
type Pair struct {
	Key     string // path below content without language and ending: "preparatory-process/dhaka"
	Facts   *Facts
	Section *Pair // the index page of the folder that the pair stands in; nil for the home page

	pages    [2]Page    // by place
	children [2][]*Page // in the order of each language, by place
}

// place is where what belongs to a language stands in a pair of things.
func place(lang source.Lang) int {
	if lang == source.French {
		return 0
	}
	return 1
}

// Page gives the pair's page in a language. An exempt pair has one for its missing half too: it holds the notice.
func (p *Pair) Page(lang source.Lang) *Page { return &p.pages[place(lang)] }

// IsIndex tells whether the pair is the page of a folder.
func (p *Pair) IsIndex() bool { return isIndex(p.Key) }

// Assemble makes the model of the site in a tree, and tells what is wrong with its configuration, catalogues, assets,
// front matter, facts and addresses. Bodies are not looked at before a page is asked for.
func Assemble(tree *source.Tree, options Options) (*Model, []source.Problem) {
	return assemble(tree, options, nil)
}

// Again makes the model of a later tree of the same site. The result is that of Assemble, sooner: what was learned from
// files that did not change is taken over.
func (m *Model) Again(tree *source.Tree) (*Model, []source.Problem) {
	return assemble(tree, m.options, m)
}

func assemble(tree *source.Tree, options Options, before *Model) (*Model, []source.Problem) {
	pairs := len(tree.Below("content")) / 2 // about
	m := &Model{
		Frame: frame(tree, options, before), Day: options.Day,
		tree: tree, options: options, drafts: make(map[string]*draftPair, pairs), byKey: make(map[string]*Pair, pairs),
		hidden: map[string]string{}, outputs: make(map[string]*Page, 2*pairs), news: map[source.Lang][]*Page{},
	}
	m.pageNames = sync.OnceValue(m.listNames)
	j := &joiner{model: m, before: before}
	j.join()
	return m, slices.Concat(tree.Problems, m.settingsProblems, m.assetProblems, j.problems)
}

// Pair finds a published pair by its key, or a section by the key of its folder.
func (m *Model) Pair(key string) (*Pair, bool) {
	if pair, ok := m.byKey[key]; ok {
		return pair, true
	}
	pair, ok := m.byKey[key+"/"+index]
	return pair, ok
}

func (m *Model) listNames() []string {
	names := make([]string, len(m.Pairs))
	for i, pair := range m.Pairs {
		names[i] = strings.TrimSuffix(pair.Key, "/"+index)
	}
	return names
}

// names gives what authors may call the pages by: keys, and for a section that of its folder.
func (m *Model) names() []string { return m.pageNames() }

// isGenerated tells whether the site has a file of that path which the tool writes for machines, or for what is not
// found.
func (m *Model) isGenerated(path string) bool {
	for _, lang := range source.Langs() {
		if path == FeedPath(lang) && m.HasFeed(lang) || path == string(lang)+"/404.html" {
			return true
		}
	}
	return path == "404.html" || path == "robots.txt" || path == "sitemap.xml" && !m.Config.BaseURL.IsFolder()
}

// Home gives the home page of a language, or nil if the site has none.
func (m *Model) Home(lang source.Lang) *Page {
	if home, ok := m.byKey[index]; ok {
		return home.Page(lang)
	}
	return nil
}

// Pages gives all pages of a language, in the order of their keys.
func (m *Model) Pages(lang source.Lang) []*Page {
	pages := make([]*Page, 0, len(m.Pairs))
	for _, pair := range m.Pairs {
		pages = append(pages, pair.Page(lang))
	}
	return pages
}

// News gives the newest news first, at most limit of them. The slice must not be changed.
func (m *Model) News(lang source.Lang, limit int) []*Page {
	news := m.news[lang]
	return news[:min(limit, len(news))]
}

// Package site joins a source tree to the model of a bilingual site: pairs of halves, their sections, order and
// addresses, what links lead to, and the View of a page that a layout may see.
//
// A Model is made once from a tree and never changes; what is learned later (the rendered body of a half) is only
// remembered. A new tree makes a new Model.
package site

import (
	"cmp"
	"slices"

	"diptych/cmd/diptych/internal/cache"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
	"diptych/cmd/diptych/internal/wording"
)

// Options are what a site depends on beside its tree.
type Options struct {
	Day     civil.Date // the build day: what is published, upcoming or past follows from it
	Drafts  bool       // whether drafts are part of the site
	BaseURL *string    // replaces baseURL unless nil; "" makes a site that opens from a folder

	// Lean is whether the texts of pages are let go of once their front matter is read, and read again when a page is made.
	Lean bool
	// Maker names the build of the tool: the same maker makes the same bytes of the same tree. "" where nobody can say that, and
	// then nothing of an earlier output is taken for what would be made again.
	Maker string
	Cache cache.Store // keeps what costs much to make, and changes nothing; nil keeps nothing
}

// Model is the whole site. It is safe for concurrent use.
type Model struct {
	*Frame
	*Plan

	tree     *source.Tree
	drafts   drafts
	memories []*memory // by the slot of the page

	mentioned map[uint64]bool // the pictures that pages may show, by the sums of their names
}

// Plan is what follows from the names of the files, their front matter and the facts, and from no body: which pages there
// are, where, and in which order. It is immutable, and stays the same value for as long as these do.
type Plan struct {
	Day   civil.Date
	Pairs []*Pair    // what is published, sorted by key
	Next  civil.Date // the next day on which the site changes by itself; zero if it never does

	options Options
	styles  *[2]style // by place
	places  *places
	hidden  map[string]wording.Sentence // key → why the pair is not part of the site
	menu    []*Pair                     // in the order of the main menu
	search  *Pair                       // on whose page readers search, or nil
	news    map[source.Lang][]*Page

	children map[int]children        // by the ordinal of the section
	meetings map[source.Lang][]*Page // the pages that tell of one, in its order

	problems []source.Problem
}

// children are the pages of a section in the order of each language, by place.
type children [2][]*Page

// style is how the titles of a language are sorted and set.
type style struct {
	tag   string // of the locale
	rules typography.Rules
}

// Pair is one page: two halves that say the same, and the facts that they share.
type Pair struct {
	Key     string // path below content without language and ending: "preparatory-process/dhaka"
	Facts   *Facts
	Section *Pair // the index page of the folder that the pair stands in; nil for the home page

	heads   *heads
	draft   int     // index among the drafts
	ordinal int     // index among the published
	pages   [2]Page // by place
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
	if options.Cache == nil {
		options.Cache = cache.None{}
	}
	return assemble(tree, options, nil)
}

// Again makes the model of a later tree of the same site. The result is that of Assemble, sooner: what was learned from
// files that did not change is taken over.
func (m *Model) Again(tree *source.Tree) (*Model, []source.Problem) {
	return assemble(tree, m.options, m)
}

func assemble(tree *source.Tree, options Options, before *Model) (*Model, []source.Problem) {
	drafts := readDrafts(tree, options.Lean, before)
	m := &Model{Frame: frame(tree, drafts, options, before), tree: tree, drafts: drafts}
	m.Plan = m.plan(options, before)
	m.memories = m.remember(before)
	m.mentioned = m.mention(before)
	return m, withoutEchoes(
		slices.Concat(tree.Problems, m.configProblems, m.languageProblems, m.assetProblems, m.Pictures.Problems(), m.problems), tree)
}

// plan makes the model's plan, or takes that of an earlier model if all that it follows from is the same.
func (m *Model) plan(options Options, before *Model) *Plan {
	var styles [2]style
	for _, lang := range source.Langs() {
		language := m.languages[lang]
		styles[place(lang)] = style{language.Locale.Tag(), language.Typography}
	}
	if before != nil && *before.styles == styles {
		if plan, ok := m.reword(before); ok {
			return plan
		}
	}
	j := &joiner{drafts: m.drafts, frame: m.Frame, before: before, plan: &Plan{
		Day: options.Day, options: options, styles: &styles, places: newPlaces(len(m.drafts.all)),
		hidden: map[string]wording.Sentence{}, news: map[source.Lang][]*Page{}, children: map[int]children{},
		meetings: map[source.Lang][]*Page{},
	}}
	j.join()
	j.plan.problems = j.problems
	return j.plan
}

// Pair finds a published pair by its key, or a section by the key of its folder, in whatever form its accents are written.
func (p *Plan) Pair(key string) (*Pair, bool) {
	key = source.Compose(key)
	pair := cmp.Or(p.pair(key), p.pair(key+"/"+index))
	return pair, pair != nil
}

// pair gives the pair of a key, or nil.
func (p *Plan) pair(key string) *Pair {
	if at, ok := p.places.ordinals[key]; ok {
		return p.Pairs[at]
	}
	return nil
}

// counterpart gives the pair that another plan's pair is here, or nil. It looks at the same place first.
func (p *Plan) counterpart(pair *Pair) *Pair {
	if pair.ordinal < len(p.Pairs) && p.Pairs[pair.ordinal].Key == pair.Key {
		return p.Pairs[pair.ordinal]
	}
	return p.pair(pair.Key)
}

// names gives what authors may call the pages by: keys, and for a section that of its folder.
func (p *Plan) names() []string { return p.places.names() }

// isGenerated tells whether the site has a file of that path which the tool writes for machines, or for what is not
// found.
func (m *Model) isGenerated(path string) bool {
	for _, lang := range source.Langs() {
		if path == FeedPath(lang) && m.HasFeed(lang) || path == CalendarPath(lang) && m.HasCalendar(lang) ||
			path == SearchIndex(lang) && m.HasSearch() ||
			path == string(lang)+"/404.html" {
			return true
		}
	}
	return m.isEventFile(path) || path == "404.html" || path == "robots.txt" || path == "sitemap.xml" && !m.Config.BaseURL.IsFolder()
}

// Home gives the home page of a language, or nil if the site has none.
func (p *Plan) Home(lang source.Lang) *Page {
	if home := p.pair(index); home != nil {
		return home.Page(lang)
	}
	return nil
}

// Pages gives all pages of a language, in the order of their keys.
func (p *Plan) Pages(lang source.Lang) []*Page {
	pages := make([]*Page, 0, len(p.Pairs))
	for _, pair := range p.Pairs {
		pages = append(pages, pair.Page(lang))
	}
	return pages
}

// News gives the newest news first, at most limit of them. The slice must not be changed.
func (p *Plan) News(lang source.Lang, limit int) []*Page {
	news := p.news[lang]
	return news[:min(limit, len(news))]
}

// File finds a file of the site's source by its path.
func (m *Model) File(path string) (*source.File, bool) { return m.tree.File(path) }

package site

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

// nest gives each pair its section. A folder without an index page is a problem.
func (j *joiner) nest() {
	told := map[string]bool{}
	if j.model.byKey[index] == nil {
		told[""] = true
		j.report(j.homeMissing())
	}
	for _, pair := range j.model.Pairs {
		if pair.Key == index {
			continue
		}
		folder := parent(pair.Key)
		if pair.IsIndex() {
			folder = parent(folder)
		}
		pair.Section = j.sectionOf(folder, pair, told)
	}
}

// homeMissing tells that the site has no home page, and why not where it is only hidden.
func (j *joiner) homeMissing() source.Problem {
	if why := j.model.hidden[index]; why != "" {
		return source.Errorf("index-missing", source.Pos{File: "content"}, "the site has no home page: %s", why).
			WithHint("publish content/index.fr.md and content/index.en.md before the pages below them")
	}
	return source.Errorf("index-missing", source.Pos{File: "content"}, "the site has no home page").
		WithHint("write content/index.fr.md and content/index.en.md")
}

// sectionOf finds the index page of a folder, or of the nearest folder above that has one.
func (j *joiner) sectionOf(folder string, pair *Pair, told map[string]bool) *Pair {
	for {
		key := strings.TrimPrefix(folder+"/"+index, "/")
		if section := j.model.byKey[key]; section != nil {
			return section
		}
		if !told[folder] {
			told[folder] = true
			j.report(source.Errorf("index-missing", source.Pos{File: strings.TrimSuffix("content/"+folder, "/")},
				"the folder has no page of its own, above %q", pair.Key).
				WithHint("write content/%s.fr.md and content/%s.en.md", key, key))
		}
		if folder == "" {
			return nil
		}
		folder = parent(folder)
	}
}

// order sorts the children of each section in each language, the menu, and the news.
func (j *joiner) order() {
	for _, pair := range j.model.Pairs {
		if pair.Section == nil {
			continue
		}
		for lang, page := range pair.pages {
			page.sortKey = j.model.languages[lang].Locale.SortKey(page.Title())
			pair.Section.children[lang] = append(pair.Section.children[lang], page)
		}
	}
	for _, pair := range j.model.Pairs {
		for _, children := range pair.children {
			slices.SortStableFunc(children, comparePages)
			for i, page := range children {
				page.position = i
			}
		}
	}
	j.orderMenu()
	j.orderNews()
}

// orderMenu sorts the pairs that state `menu` by its number.
func (j *joiner) orderMenu() {
	for _, pair := range j.model.Pairs {
		if pair.Facts.Menu != nil {
			j.model.menu = append(j.model.menu, pair)
		}
	}
	slices.SortStableFunc(j.model.menu, func(a, b *Pair) int { return cmp.Compare(*a.Facts.Menu, *b.Facts.Menu) })
}

// orderNews sorts the news, the newest first.
func (j *joiner) orderNews() {
	for _, lang := range source.Langs() {
		var news []*Page
		for _, page := range j.model.Pages(lang) {
			if page.Facts.News && page.Half != nil {
				news = append(news, page)
			}
		}
		slices.SortStableFunc(news, func(a, b *Page) int { return b.Facts.Date.Compare(a.Facts.Date) })
		j.model.news[lang] = news
	}
}

// comparePages is the order within a section: by weight, the light first and those without one last; meetings as they
// follow each other; the newest first; by title as the language sorts it.
func comparePages(a, b *Page) int {
	return cmp.Or(
		cmp.Compare(weight(a.Facts), weight(b.Facts)),
		cmp.Compare(start(a.Facts), start(b.Facts)),
		b.Facts.Date.Compare(a.Facts.Date),
		cmp.Compare(a.sortKey, b.sortKey),
	)
}

func weight(f *Facts) int {
	if f.Weight == nil {
		return math.MaxInt
	}
	return *f.Weight
}

func start(f *Facts) string {
	if f.Event == nil {
		return civil.Date{}.String()
	}
	return f.Event.Start.String()
}

// Children gives the pages of the page's section, in order. Only an index page has any.
func (p *Page) Children() []*Page { return p.children[p.Lang] }

// neighbour gives the page that stands by steps after this one in its section, or nil.
func (p *Page) neighbour(steps int) *Page {
	if p.Section == nil {
		return nil
	}
	siblings := p.Section.children[p.Lang]
	at := p.position + steps
	if at < 0 || at >= len(siblings) {
		return nil
	}
	return siblings[at]
}

// ancestors gives the pages from the home page down to the page's section.
func (p *Page) ancestors() []*Page {
	var pages []*Page
	for section := p.Section; section != nil; section = section.Section {
		pages = append(pages, section.Page(p.Lang))
	}
	slices.Reverse(pages)
	return pages
}

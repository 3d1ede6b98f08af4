package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/source"
)

// nest gives each pair its section. A folder without an index page is a problem.
func (j *joiner) nest() {
	told := map[string]bool{}
	if j.plan.pair(index) == nil {
		told[""] = true
		j.report(j.homeMissing())
	}
	for _, pair := range j.plan.Pairs {
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
	if why := j.plan.hidden[index]; !why.IsZero() {
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
		if section := j.plan.pair(key); section != nil {
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

// order sorts the children of each section in each language, the menu, the news and the meetings.
func (j *joiner) order() {
	for _, pair := range j.plan.Pairs {
		if pair.Section == nil {
			continue
		}
		siblings := j.plan.children[pair.Section.ordinal]
		for i := range pair.pages {
			siblings[i] = append(siblings[i], &pair.pages[i])
		}
		j.plan.children[pair.Section.ordinal] = siblings
	}
	sections := slices.Collect(maps.Values(j.plan.children))
	parallel.For(2*len(sections), func(i int) {
		pages := sections[i/2][i%2]
		for _, page := range pages {
			if page.rank == nil {
				page.rank = j.frame.rankOf(page)
			}
		}
		slices.SortFunc(pages, compareRanks)
	})
	j.orderMenu()
	j.orderNews()
	j.orderMeetings()
}

// orderMenu sorts the pairs that state `menu` by its number.
func (j *joiner) orderMenu() {
	for _, pair := range j.plan.Pairs {
		if pair.Facts.Menu != nil {
			j.plan.menu = append(j.plan.menu, pair)
		}
	}
	slices.SortStableFunc(j.plan.menu, func(a, b *Pair) int { return cmp.Compare(*a.Facts.Menu, *b.Facts.Menu) })
}

// orderNews sorts the news, the newest first. What bears a later date is none yet.
func (j *joiner) orderNews() {
	for _, lang := range source.Langs() {
		var news []*Page
		for _, page := range j.plan.Pages(lang) {
			if page.Facts.News && page.Half != nil && !page.Facts.Date.After(j.plan.Day) {
				news = append(news, page)
			}
		}
		slices.SortStableFunc(news, func(a, b *Page) int { return b.Facts.Date.Compare(a.Facts.Date) })
		j.plan.news[lang] = news
	}
}

// Children gives the pages of the section that a page opens, in order. Only an index page has any. The slice must not be changed.
func (p *Plan) Children(page *Page) []*Page { return p.children[page.ordinal][place(page.Lang)] }

// neighbour gives the page that stands by steps after another one in its section, or nil.
func (p *Plan) neighbour(page *Page, steps int) *Page {
	if page.Section == nil {
		return nil
	}
	siblings := p.children[page.Section.ordinal][place(page.Lang)]
	at, _ := slices.BinarySearchFunc(siblings, page, compareRanks)
	at += steps
	if at < 0 || at >= len(siblings) {
		return nil
	}
	return siblings[at]
}

// above gives the page of the section that the page stands in, or nil.
func (p *Page) above() *Page {
	if p.Section == nil {
		return nil
	}
	return p.Section.Page(p.Lang)
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

package site

import (
	"cmp"

	"diptych/cmd/diptych/internal/source"
)

// newsShown is how much news a list on a page shows; feeds have their own number.
const newsShown = 5

// Menu is the main menu: the pairs that state `menu`, in its order.
func (v *View) Menu() []MenuItem {
	var items []MenuItem
	for _, pair := range v.model.menu {
		page := pair.Page(v.Lang)
		items = append(items, MenuItem{
			LinkView: v.link(page, page.MenuTitle()),
			Current:  page == v.page, Within: v.within(pair),
		})
	}
	return items
}

// within tells whether the page stands below a pair, which is not the home page.
func (v *View) within(pair *Pair) bool {
	if v.page == nil || pair.Key == index {
		return false
	}
	for section := v.page.Section; section != nil; section = section.Section {
		if section == pair {
			return true
		}
	}
	return false
}

// Breadcrumbs lead from the home page down to the page's section.
func (v *View) Breadcrumbs() []LinkView {
	if v.page == nil {
		return nil
	}
	var links []LinkView
	for _, page := range v.page.ancestors() {
		links = append(links, v.link(page, page.MenuTitle()))
	}
	return links
}

// Children are the pages of the section that the page opens.
func (v *View) Children() []EntryView {
	if v.page == nil {
		return nil
	}
	return v.entries(v.model.Children(v.page))
}

// News is the newest news of the site in the page's language, the newest first.
func (v *View) News() []EntryView { return v.entries(v.model.News(v.Lang, newsShown)) }

// Previous is the page before this one in its section, or nil.
func (v *View) Previous() *LinkView { return v.neighbour(-1) }

// Next is the page after this one in its section, or nil.
func (v *View) Next() *LinkView { return v.neighbour(1) }

func (v *View) neighbour(steps int) *LinkView {
	if v.page == nil {
		return nil
	}
	page := v.model.neighbour(v.page, steps)
	if page == nil {
		return nil
	}
	link := v.link(page, page.Title())
	return &link
}

// link makes the link to a page, with a title that may be the other half's. A page whose title can't be read goes by its
// slug for so long: its mistake is told, and a preview has no link without a text.
func (v *View) link(page *Page, title string) LinkView {
	link := LinkView{Title: cmp.Or(title, page.slug()), Href: v.href(page.Output)}
	if lang := page.TextLang(); lang != v.Lang {
		link.Tag = v.model.Language(lang).Locale.Tag()
	}
	return link
}

func (v *View) entries(pages []*Page) []EntryView {
	entries := make([]EntryView, 0, len(pages))
	for _, page := range pages {
		entries = append(entries, EntryView{
			LinkView: v.link(page, page.Title()), Description: page.Description(),
			Date: v.day(page.Facts.Date), Event: v.event(page),
		})
	}
	return entries
}

// SubscriptionView is a link to what readers follow the site by: a feed of its news, or a calendar of its meetings.
type SubscriptionView struct {
	Lang  source.Lang
	Title string // of the site, in that language
	Href  string
}

// Feeds are the feeds of the page's language, or of both on a page in both; none where the site has no news.
func (v *View) Feeds() []SubscriptionView { return v.subscriptions(v.model.HasFeed, FeedPath) }

// subscriptions gives the links of the page's language, or of both on a page in both, for the languages that have any.
func (v *View) subscriptions(has func(source.Lang) bool, path func(source.Lang) string) []SubscriptionView {
	var links []SubscriptionView
	for _, language := range v.model.Config.Languages {
		if (v.Other == nil || language.Lang == v.Lang) && has(language.Lang) {
			title := v.model.Language(language.Lang).Title
			links = append(links, SubscriptionView{language.Lang, title, v.href(path(language.Lang))})
		}
	}
	return links
}

// HalfView is one language of a page in both: the chooser, the page for what is not found, and the page that has both halves
// of a pair.
type HalfView struct {
	Lang        source.Lang
	Tag         string
	Site        SiteView
	Home        string // href
	Title       string // of the half, as all that follows; empty on pages that come from no pair
	Description string
	Href        string // of the half's own page
	Draft       bool

	language *Language
	view     *View // in the language
}

// Halves are both languages, in the order of config.toml, for pages that speak both. A layout asks for them again and again.
func (v *View) Halves() []HalfView {
	if v.halves == nil {
		for _, language := range v.model.Config.Languages {
			v.halves = append(v.halves, v.half(language.Lang))
		}
	}
	return v.halves
}

func (v *View) half(lang source.Lang) HalfView {
	in := v.model.view(lang, v.output, v.Kind, v.report)
	half := HalfView{Lang: lang, Tag: in.Tag, Site: in.Site, Home: in.Home, language: v.model.Language(lang), view: in}
	if v.pair == nil {
		return half
	}
	in.page = v.pair.Page(lang)
	half.Title, half.Description, half.Draft = in.page.Title(), in.page.Description(), v.Draft
	half.Href = v.href(in.page.Output)
	return half
}

// Event is the meeting that the pair is about, in the half's language, or nil.
func (h HalfView) Event() *EventView { return h.view.Event() }

// Documents are those that the pair declares, as the half's language tells of them.
func (h HalfView) Documents() []DocumentView { return h.view.Documents() }

// Date is the pair's date, or nil.
func (h HalfView) Date() *DayView { return h.view.Date() }

// Modified is the day of the pair's last change that matters, or nil.
func (h HalfView) Modified() *DayView { return h.view.Modified() }

// T gives a message of the half's language. args are names and values in turn, as in T "news.count" "Count" 3.
func (h HalfView) T(id string, args ...any) (string, error) { return h.language.T(id, args...) }

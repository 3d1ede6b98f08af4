package site

import (
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// View is all that a layout may see of a page: this half, the title and address of the other, and what leads to other
// pages. It is closed: a layout can't reach the model, and a misspelt field is found when the layouts are read.
//
// Hrefs are ready for an attribute: root-relative below the site's base, or relative in a site that opens from a folder.
type View struct {
	Kind        string      // "home", "section", "page", "404", "chooser" or "bilingual"
	Lang        source.Lang // "fr" or "en"; for html lang, use Tag
	Tag         string      // BCP 47 tag of the page's language: "fr", "en-GB"
	OpenGraph   string      // the language as Open Graph writes it: "fr_FR", "en_GB"
	Site        SiteView
	Title       string
	Description string // may be empty
	Canonical   string // absolute address; empty in a site that opens from a folder, and on pages without an address
	Alternates  []Alternate
	Home        string     // href of the home page in the page's language
	Other       *OtherHalf // nil on pages in both languages
	Draft       bool
	Exempt      bool // whether this is the notice that stands in for a missing half
	ExemptUntil *DayView

	model   *Model
	page    *Page   // nil on pages that come from no half
	pair    *Pair   // of the page that has both halves; else nil
	layouts Layouts // nil where no layout shows the view
	output  string
	report  func(source.Problem)
	asked   bool       // whether the layout asked for the body
	halves  []HalfView // nil until the layout asked for them
	reads   *Reads     // what it has looked into so far
}

// SiteView is what all pages of a language share.
type SiteView struct {
	Title       string
	Description string
	Notice      string
	Params      Params

	view *View // in the language
}

// Params are the [params] of config.toml. A layout that names one that is not there is told so when it is read.
type Params map[string]any

// Alternate is a page's address in one language, or that for readers of neither: "fr", "en", "x-default".
type Alternate struct {
	Hreflang string
	URL      string // absolute
}

// OtherHalf is the same page in the other language.
type OtherHalf struct {
	Lang      source.Lang
	Tag       string
	OpenGraph string
	Name      string // the language's own name, from its catalogue
	Title     string
	Href      string

	view *View // of this half
}

// HasMeetings tells whether Meetings lists any there.
func (o *OtherHalf) HasMeetings() bool {
	return o.view.page != nil && len(o.view.model.meetingsBeside(o.view.page.Other())) > 0
}

// T gives a message of the other language. args are names and values in turn.
func (o *OtherHalf) T(id string, args ...any) (string, error) {
	return o.view.model.Language(o.Lang).T(id, args...)
}

// HasNews tells whether News lists any there.
func (o *OtherHalf) HasNews() bool { return len(o.view.model.news[o.Lang]) > 0 }

// LinkView is a link with its text.
type LinkView struct {
	Title string
	Tag   string // of the title's language, where it is the other one: the page is only a notice
	Href  string
}

// MenuItem is an entry of the main menu.
type MenuItem struct {
	LinkView
	Current bool // whether this is the page itself
	Within  bool // whether the page stands below it
}

// EntryView is another page as a list shows it.
type EntryView struct {
	LinkView
	Description string // in the language of the title
	Date        *DayView
	Event       *EventView
}

// DayView is a day in the page's language.
type DayView struct {
	ISO  string // yyyy-mm-dd, for <time datetime>
	Text string
}

// Instant is the first instant of the day in UTC, as Open Graph's article:published_time asks for (RFC 3339). The day is
// all that is known, and the same one in each language.
func (d DayView) Instant() string { return d.ISO + "T00:00:00Z" }

// HeadingView is a heading of the page's body.
type HeadingView struct {
	Level int
	ID    string
	Text  string
}

// View makes the view of a page. report is called for what is wrong with the page's body while a layout asks for it.
func (m *Model) View(page *Page, report func(source.Problem)) *View {
	v := m.view(page.Lang, page.Output, page.Kind(), report)
	v.page = page
	v.Canonical = m.URL(page.Output)
	v.Alternates = m.Alternates(page)
	v.Draft = page.Facts.Draft
	v.Other = v.otherHalf(page.Other().Output, page.Other().Title())
	v.checkImage(page)
	if page.Half == nil { // a notice speaks the page's language; the title that it stands for is the other half's
		v.Title, v.Description = v.Site.Title, v.Site.Description
		v.Exempt = true
		if page.Facts.Exempt != nil { // without one the missing half has been told
			v.ExemptUntil = v.day(page.Facts.Exempt.Until)
		}
	} else {
		v.Title, v.Description = page.Title(), page.Description()
	}
	return v
}

// Standalone makes the view of a page that comes from no pair: the chooser, or a page for what is not found. other is
// the output path of its counterpart in the other language; "" for a page in both languages.
func (m *Model) Standalone(lang source.Lang, output, kind, other string, report func(source.Problem)) *View {
	v := m.view(lang, output, kind, report)
	v.Title, v.Description = v.Site.Title, v.Site.Description
	if other != "" {
		v.Other = v.otherHalf(other, m.Language(lang.Other()).Title)
	} else {
		v.Description = m.descriptions()
	}
	if kind == "chooser" {
		v.Canonical, v.Alternates = m.URL(output), m.alternatesOfHome()
	}
	return v
}

// descriptions are those of the site in both languages, in the order of config.toml.
func (m *Model) descriptions() string {
	var all []string
	for _, language := range m.Config.Languages {
		if text := m.Language(language.Lang).Description; text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, " ")
}

// view makes what all views have in common.
func (m *Model) view(lang source.Lang, output, kind string, report func(source.Problem)) *View {
	language := m.Language(lang)
	v := &View{
		Kind: kind, Lang: lang, Tag: language.Locale.Tag(), OpenGraph: openGraph(language.Locale.Tag()),
		Site: SiteView{
			Title: language.Title, Description: language.Description, Notice: language.Notice, Params: m.Config.Params,
		},
		model: m, output: output, report: report, reads: &Reads{},
	}
	v.Site.view = v
	if home := m.Home(lang); home != nil {
		v.Home = v.href(home.Output)
	}
	return v
}

func (v *View) href(to string) string { return v.model.Href(v.output, to) }

func (v *View) otherHalf(output, title string) *OtherHalf {
	other := v.model.Language(v.Lang.Other())
	name, err := other.Catalogue.Text(languageName, nil)
	if err != nil && !other.Catalogue.Has(languageName) { // else its placeholders have been told
		v.report(other.messageMissing(languageName, "the switch to the other half needs the language's own name"))
	}
	tag := other.Locale.Tag()
	return &OtherHalf{Lang: other.Lang, Tag: tag, OpenGraph: openGraph(tag), Name: name, Title: title, Href: v.href(output), view: v}
}

// openGraph writes a tag as Open Graph does: language_TERRITORY, where France is meant if none is named.
func openGraph(tag string) string {
	language, territory, found := strings.Cut(tag, "-")
	if !found {
		territory = strings.ToUpper(language)
	}
	return language + "_" + territory
}

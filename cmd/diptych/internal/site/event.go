package site

import (
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/source"
)

// EventView is a meeting in the page's language.
type EventView struct {
	When    string // "25–26 juin 2023"
	Start   string // yyyy-mm-dd or yyyy-mm-ddThh:mm, for <time datetime>
	Where   string // place and country, as the message event.where joins them; may be empty
	Hosts   string // the co-hosts as a list in the page's language, sorted; may be empty
	Status  string // "planned", "held", "postponed" or "cancelled"
	Several bool   // whether there is more than one host
}

// DocumentView is a document in the page's language, or else in the one it exists in.
type DocumentView struct {
	ID        string
	Title     string // its own title
	Lang      source.Lang
	Tag       string // of the document's language
	Foreign   bool   // whether the document exists in the other language only
	Href      string // empty if it can't be linked yet
	OnRequest bool
}

// Event is the meeting that the page is about, or nil.
func (v *View) Event() *EventView {
	if v.page == nil {
		return nil
	}
	return v.event(v.page)
}

func (v *View) event(page *Page) *EventView {
	e := page.Facts.Event
	if e == nil {
		return nil
	}
	language := v.model.Language(v.Lang)
	return &EventView{
		When:  language.Locale.Moments(e.Start, e.End),
		Start: e.Start.String(), Where: v.where(page), Status: string(e.Status),
		Hosts: language.hosts(e), Several: len(e.Hosts) > 1,
	}
}

// where joins the place, a word of the half, with the country, a fact.
func (v *View) where(page *Page) string {
	language := v.model.Language(v.Lang)
	country, _ := language.Catalogue.Country(page.Facts.Event.Country)
	place := page.words().Place
	if place == "" || country == "" {
		return place + country
	}
	text, err := language.Catalogue.Text("event.where", map[string]any{"Place": place, "Country": country})
	if err != nil && !language.Catalogue.Has("event.where") { // else its placeholders have been told
		v.report(language.messageMissing("event.where", "it joins {{.Place}} and {{.Country}} of a meeting"))
	}
	return text
}

// hosts lists the co-hosts' names in the language's own alphabetical order.
func (l *Language) hosts(e *content.Event) string {
	names := make([]string, 0, len(e.Hosts))
	for _, code := range e.Hosts {
		if name, ok := l.Catalogue.Country(code); ok {
			names = append(names, name)
		}
	}
	l.Locale.Sort(names)
	return l.Locale.List(names)
}

// Documents are the page's documents, in the order of its facts.
func (v *View) Documents() []DocumentView {
	if v.page == nil {
		return nil
	}
	views := make([]DocumentView, 0, len(v.page.Facts.Documents))
	for _, d := range v.page.Facts.Documents {
		views = append(views, v.document(d))
	}
	return views
}

func (v *View) document(d content.Document) DocumentView {
	lang := v.Lang
	edition, ok := d.Languages[lang]
	if !ok {
		lang = lang.Other()
		edition = d.Languages[lang]
	}
	view := DocumentView{
		ID: d.ID, Title: edition.Title, Lang: lang, Tag: v.model.Language(lang).Locale.Tag(),
		Foreign: lang != v.Lang, Href: edition.URL, OnRequest: d.OnRequest,
	}
	if edition.File != "" {
		a, _ := v.model.Assets.Get(edition.File) // checked when the site is assembled
		view.Href = v.href(a.Path)
	}
	return view
}

// Date is the page's date, or nil.
func (v *View) Date() *DayView {
	if v.page == nil {
		return nil
	}
	return v.day(v.page.Facts.Date)
}

// Modified is the day of the page's last change that matters: the fact `modified`, else `date`, else nil.
func (v *View) Modified() *DayView {
	if v.page == nil {
		return nil
	}
	return v.day(v.page.LastModified())
}

// LastModified is the fact `modified`, else `date`; zero if neither is stated.
func (p *Pair) LastModified() civil.Date {
	if !p.Facts.Modified.IsZero() {
		return p.Facts.Modified
	}
	return p.Facts.Date
}

func (v *View) day(d civil.Date) *DayView {
	if d.IsZero() {
		return nil
	}
	return &DayView{ISO: d.String(), Text: v.model.Language(v.Lang).Locale.Date(d)}
}

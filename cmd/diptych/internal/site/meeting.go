package site

import (
	"html/template"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/calendar"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/source"
)

// CalendarPath is the output path of a language's calendar, which has all its meetings.
func CalendarPath(lang source.Lang) string { return string(lang) + "/calendar.ics" }

// eventFile is the name of a meeting's own calendar, in the folder of its page.
const eventFile = "event.ics"

// EventPath is the output path of the calendar that has a page's meeting alone.
func EventPath(page *Page) string { return strings.TrimSuffix(page.Output, indexFile) + eventFile }

// isEventFile tells whether an output path is that of a meeting's own calendar.
func (m *Model) isEventFile(path string) bool {
	folder, found := strings.CutSuffix(path, "/"+eventFile)
	if !found || m.Config.BaseURL.IsFolder() {
		return false
	}
	page, found := m.PageAt(folder + "/" + indexFile)
	return found && page.Meeting() != nil
}

// Meeting is the event that the page tells of in its own language, or nil.
func (p *Page) Meeting() *content.Event {
	if p.Half == nil || !hasMeeting(p.Facts) {
		return nil
	}
	return p.Facts.Event
}

// hasMeeting tells whether facts state an event. One without a start is none; its page tells of it.
func hasMeeting(f *Facts) bool { return f.Event != nil && !f.Event.Start.IsZero() }

// orderMeetings sorts the pages with a meeting as these follow each other.
func (j *joiner) orderMeetings() {
	for _, lang := range source.Langs() {
		var meetings []*Page
		for _, page := range j.plan.Pages(lang) {
			if page.Meeting() != nil {
				meetings = append(meetings, page)
			}
		}
		slices.SortStableFunc(meetings, func(a, b *Page) int { return a.Facts.Event.Start.Compare(b.Facts.Event.Start) })
		j.plan.meetings[lang] = meetings
	}
}

// HasCalendar tells whether a language has a calendar: one needs addresses, and meetings.
func (m *Model) HasCalendar(lang source.Lang) bool {
	return !m.Config.BaseURL.IsFolder() && len(m.meetings[lang]) > 0
}

// Calendar has all meetings of a language, the first one first.
func (m *Model) Calendar(lang source.Lang) calendar.Calendar {
	return m.calendar(lang, m.Language(lang).Title, m.meetings[lang]...)
}

// CalendarOf has the meeting of one page, which has one.
func (m *Model) CalendarOf(page *Page) calendar.Calendar { return m.calendar(page.Lang, "", page) }

func (m *Model) calendar(lang source.Lang, name string, pages ...*Page) calendar.Calendar {
	c := calendar.Calendar{Tag: m.Language(lang).Locale.Tag(), Name: name, Site: m.siteName()}
	for _, page := range pages {
		c.Events = append(c.Events, m.meeting(page))
	}
	return c
}

// siteName tells the meetings of this site from those of any other, also of one at another path of the same host.
func (m *Model) siteName() string {
	_, host, _ := strings.Cut(m.Config.BaseURL.Origin, "://")
	return strings.TrimSuffix(host+m.Config.BaseURL.Path, "/")
}

// meeting makes a page's meeting ready for machines, in the page's language.
func (m *Model) meeting(page *Page) calendar.Event {
	language, event := m.Language(page.Lang), page.Facts.Event
	country, _ := language.Catalogue.Country(event.Country)
	meeting := calendar.Event{
		Key: page.Key, Title: page.Title(), Description: page.Description(),
		Place: page.words().Place, Country: country, CountryCode: event.Country, Hosts: language.hosts(event),
		URL: m.URL(page.Output), Status: calendar.Status(event.Status),
		Start: event.Start, End: event.End, Zone: event.Zone,
		Stamp: page.Facts.Date, Modified: page.Changed(), Super: m.superEvent(page),
	}
	if other := page.Other(); other.Half != nil {
		meeting.OtherURL = m.URL(other.Output)
	}
	return meeting
}

// superEvent is the meeting of the nearest section above that has one: that of the home page is the event that the whole
// site is about.
func (m *Model) superEvent(page *Page) calendar.Super {
	for section := page.Section; section != nil; section = section.Section {
		if above := section.Page(page.Lang); above.Meeting() != nil {
			return calendar.Super{Title: above.Title(), URL: m.URL(above.Output)}
		}
	}
	return calendar.Super{}
}

// StructuredData is the page's meeting for search engines, as a whole element: schema.org's Event in JSON-LD. It is empty
// on pages without one, and in a site without addresses.
func (v *View) StructuredData() template.HTML {
	if v.page == nil || v.page.Meeting() == nil || v.model.Config.BaseURL.IsFolder() {
		return ""
	}
	data := calendar.JSONLD(v.Tag, v.model.meeting(v.page))
	return template.HTML(`<script type="application/ld+json">` + string(data) + `</script>`) // it has no < of its own
}

// Meetings are the meetings of the site in the page's language, as they follow each other, without the page's own.
func (v *View) Meetings() []EntryView { return v.entries(v.model.meetingsBeside(v.page)) }

// meetingsBeside gives the pages of a language with a meeting, without one page, which may be nil.
func (p *Plan) meetingsBeside(page *Page) []*Page {
	if page == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.meetings[page.Lang]), func(other *Page) bool { return other == page })
}

// Calendars are the calendars of the page's language, or of both on a page in both; none where the site has no meetings.
func (v *View) Calendars() []SubscriptionView {
	return v.subscriptions(v.model.HasCalendar, CalendarPath)
}

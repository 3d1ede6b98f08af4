package site

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/calendar"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/wording"
)

// EventView is a meeting in the page's language.
type EventView struct {
	When     string       // "25–26 juin 2023"
	Times    []MomentView // the same in pieces, for <time>: the start, and the end if there is one
	Start    string       // yyyy-mm-dd, or yyyy-mm-ddThh:mm+hh:mm with the zone's offset, for <time datetime>
	End      string       // the same of the last day, or of the end of the last hour; equal to Start if none is stated
	Zone     string       // whose time it is: "heure d’Accra", "UTC+01:00"; empty without times
	Where    string       // place and country, as the message event.where joins them; may be empty
	Hosts    string       // the co-hosts as a list in the page's language, sorted; may be empty
	Status   string       // "planned", "held", "postponed" or "cancelled"
	Stage    string       // "before", "during" or "after", by the build day; empty if it was postponed or cancelled
	Now      string       // what the page says at this stage: its word of that name; may be empty
	Upcoming bool         // whether it is not over on the build day, and takes place
	Several  bool         // whether there is more than one host
	Calendar string       // href of its iCalendar file; empty in a site without addresses
}

// MomentView is one end of a meeting.
type MomentView struct {
	Dash string // what stands before it: the dash between both ends, with its spaces; empty for the start
	ISO  string // for <time datetime>
	Text string
}

// Event is the meeting that the page is about, or nil.
func (v *View) Event() *EventView {
	if v.page == nil {
		return nil
	}
	return v.event(v.page)
}

func (v *View) event(page *Page) *EventView {
	if !hasMeeting(page.Facts) {
		return nil
	}
	language, e := v.model.Language(v.Lang), page.Facts.Event
	view := &EventView{
		When: language.Locale.Moments(e.Start, e.End), Times: language.times(e),
		Start: calendar.ISO(e.Start, e.Zone), End: calendar.ISO(e.End, e.Zone), Zone: v.zone(page), Where: v.where(page),
		Status: string(e.Status),
		Hosts:  language.Locale.List(language.hosts(e)), Several: len(e.Hosts) > 1,
	}
	view.stage(page, e.Stage(v.model.Day))
	if page.Meeting() != nil && v.model.HasCalendar(page.Lang) {
		view.Calendar = v.href(EventPath(page))
	}
	return view
}

// stage says what belongs to a stage of the event.
func (e *EventView) stage(page *Page, stage content.Stage) {
	e.Stage, e.Upcoming = string(stage), stage == content.Before || stage == content.During
	if page.Half == nil { // the words are the other language's
		return
	}
	switch words := page.words(); stage {
	case content.Before:
		e.Now = words.Before
	case content.During:
		e.Now = words.During
	case content.After:
		e.Now = words.After
	}
}

// times gives when an event starts, and when it ends if that is another moment.
func (l *Language) times(e *content.Event) []MomentView {
	start, dash, end := l.Locale.MomentParts(e.Start, e.End)
	times := []MomentView{{ISO: calendar.ISO(e.Start, e.Zone), Text: start}}
	if end != "" {
		times = append(times, MomentView{Dash: dash, ISO: calendar.ISO(e.End, e.Zone), Text: end})
	}
	return times
}

// zone says whose time an event's times are: that of its place, where the zone is named for it, else by the offset from
// UTC, which is never wrong.
func (v *View) zone(page *Page) string {
	e, place := page.Facts.Event, page.words().Place
	switch {
	case !e.Start.HasTime:
		return ""
	case place != "" && page.givesZone(e.Zone):
		text := v.fill(eventZone, "it says by {{.Place}} whose time the times of a meeting are",
			map[string]any{"Place": place})
		return v.model.Language(v.Lang).Locale.Contract(text, place)
	}
	start, end := calendar.Offset(e.Start, e.Zone), calendar.Offset(e.End, e.Zone)
	if start == end {
		return start
	}
	return start + "/" + strings.TrimPrefix(end, "UTC") // clocks change in between
}

// givesZone tells whether a zone of the IANA's bears the name of the pair's place, in either language: "Africa/Cairo" is
// that of Cairo, « Le Caire ».
func (p *Pair) givesZone(zone string) bool {
	city := locale.Slug(zone[strings.LastIndexByte(zone, '/')+1:])
	return slices.ContainsFunc(p.heads.halves[:], func(half *content.Front) bool {
		return half != nil && half.Words.Place != "" && locale.Slug(half.Words.Place) == city
	})
}

// where joins the place, a word of the half, with the country, a fact.
func (v *View) where(page *Page) string {
	country, _ := v.model.Language(v.Lang).Catalogue.Country(page.Facts.Event.Country)
	place := page.words().Place
	if place == "" || country == "" {
		return place + country
	}
	return v.fill(eventWhere, "it joins {{.Place}} and {{.Country}} of a meeting",
		map[string]any{"Place": place, "Country": country})
}

// fill gives a message that the tool itself needs, and tells why it does where there is none.
func (v *View) fill(id string, why wording.Phrase, values map[string]any) string {
	language := v.model.Language(v.Lang)
	text, err := language.Catalogue.Text(id, values)
	if err != nil && !language.Catalogue.Has(id) { // else its placeholders have been told
		v.report(language.messageMissing(id, why))
	}
	return text
}

// hosts gives the co-hosts' names in the language's own alphabetical order.
func (l *Language) hosts(e *content.Event) []string {
	names := make([]string, 0, len(e.Hosts))
	for _, code := range e.Hosts {
		if name, ok := l.Catalogue.Country(code); ok {
			names = append(names, name)
		}
	}
	l.Locale.Sort(names)
	return names
}

// Date is the page's date, or nil.
func (v *View) Date() *DayView {
	if v.page == nil {
		return nil
	}
	return v.day(v.page.Facts.Date)
}

// Modified is the day of the page's last change that matters (Pair.LastModified), or nil.
func (v *View) Modified() *DayView {
	if v.page == nil {
		return nil
	}
	return v.day(v.page.LastModified())
}

// LastModified is the day of the pair's last change that matters: Changed, else the fact `date`; zero if nothing says so.
func (p *Pair) LastModified() civil.Date {
	if changed := p.Changed(); !changed.IsZero() {
		return changed
	}
	return p.Facts.Date
}

// Changed is the fact `modified`, else the newest day on which something of the pair was confirmed; zero if neither is known.
func (p *Pair) Changed() civil.Date {
	if !p.Facts.Modified.IsZero() {
		return p.Facts.Modified
	}
	return p.heads.confirmed
}

func (v *View) day(d civil.Date) *DayView {
	if d.IsZero() {
		return nil
	}
	return &DayView{ISO: d.String(), Text: v.model.Language(v.Lang).Locale.Date(d)}
}

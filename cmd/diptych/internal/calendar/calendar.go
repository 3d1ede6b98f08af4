// Package calendar writes meetings for machines: as iCalendar (RFC 5545) for a reader's own calendar, and as
// schema.org's Event for search engines. It makes texts from plain values, and knows nothing of pages.
//
// A file speaks one language, because Outlook takes the first LANGUAGE that it meets for the whole of a property
// (MS-STANOICAL). Both languages' files name a meeting by the same UID, so that a program that has both knows it as one.
package calendar

import (
	"strings"
	"time"

	"diptych/cmd/diptych/internal/civil"
)

// Calendar is a set of meetings in one language: all of a site's, or one.
type Calendar struct {
	Tag    string  // BCP 47 tag of the language: "fr", "en-GB"
	Name   string  // what a program calls it; may be empty, as in the file of one meeting
	Site   string  // the site, the same in both languages, for the UIDs: "example.org", "example.org/accra"; may be empty
	Events []Event // in order; one at least, because iCalendar has no empty calendars (RFC 5545, 3.6)
}

// Event is a meeting in one language. Titles and other texts may have more than one line.
type Event struct {
	Key         string // the pair's key, the same in both languages
	Title       string
	Description string // may be empty
	Place       string // may be empty
	Country     string // its name; may be empty
	CountryCode string // ISO 3166-1 alpha-2; may be empty
	URL         string // absolute address of the page in this language; empty in a site without one
	OtherURL    string // that of the same page in the other language; may be empty
	Hosts       []string
	Status      Status

	Start civil.Moment
	End   civil.Moment // the last day, or the end of the last hour; equal to Start or zero if none is stated
	Zone  string       // IANA name, where Start has a time; empty if none is known

	Stamp    civil.Date // when the meeting was made known; zero if that is not known
	Modified civil.Date // when what is said of it changed last; may be zero

	Super Super
}

// Super is the larger event that a meeting is a part of, as a conference is to its preparatory meetings. The zero Super
// means "none".
type Super struct {
	Title string
	URL   string // absolute address of its page; may be empty
}

// Status is what became of a meeting. The zero Status counts as Planned.
type Status string

// The statuses, as facts spell them.
const (
	Planned   Status = "planned"
	Held      Status = "held"
	Postponed Status = "postponed"
	Cancelled Status = "cancelled"
)

// end gives the end, or zero if there is none after the start. An end before the start, or a time against a day, is a
// mistake in the facts and counts as none.
func (e Event) end() civil.Moment {
	if e.End.HasTime != e.Start.HasTime || e.End.Compare(e.Start) <= 0 {
		return civil.Moment{}
	}
	return e.End
}

// lastDay is the day on which an event of whole days ends.
func (e Event) lastDay() civil.Date {
	if end := e.end(); !end.IsZero() {
		return end.Date
	}
	return e.Start.Date
}

// stamp is the day of DTSTAMP, which iCalendar does not let go missing. It is never that of the build, so that the same
// facts give the same file.
func (e Event) stamp() civil.Date {
	for _, day := range [...]civil.Date{e.Stamp, e.Modified} {
		if !day.IsZero() {
			return day
		}
	}
	return e.Start.Date
}

// where is the place and its country in one line, the country only where the place doesn't name it already.
func (e Event) where() string {
	switch {
	case e.Country == "" || strings.Contains(e.Place, e.Country):
		return e.Place
	case e.Place == "":
		return e.Country
	default:
		return e.Place + ", " + e.Country
	}
}

// midnight is a day's first instant in UTC.
func midnight(d civil.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

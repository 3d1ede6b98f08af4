package calendar

import (
	"io"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"diptych/cmd/diptych/internal/civil"
)

// product names the maker of a file, the same in each, as RFC 5545, 3.7.3 asks.
const product = "-//Diptych//Diptych//EN"

// The forms of days and local times (RFC 5545, 3.3.4 and 3.3.5).
const (
	dayForm   = "20060102"
	localForm = "20060102T150405"
)

// Write writes a calendar as an iCalendar file: UTF-8, lines that end with CRLF and have 75 octets at most. Events without
// a start are left out, since their pages have told of it. The error is that of w.
//
// There is no ORGANIZER, although iTIP (RFC 5546, 3.2.1) lists it for PUBLISH: it is the address that answers are sent to,
// and a site has none. RFC 5545, 3.8.4.3 forbids it in events that nobody is invited to, and programs that meet one refuse
// the event or show it as somebody else's.
func Write(w io.Writer, c Calendar) error {
	file := ics.NewCalendar()
	file.SetProductId(product)
	file.SetMethod(ics.MethodPublish)
	if c.Name != "" {
		file.SetName(clean(c.Name)) // NAME of RFC 7986, and X-WR-CALNAME, which programs read
	}
	for _, zone := range c.zones() {
		file.AddVTimezone(zone)
	}
	for _, e := range c.Events {
		if !e.Start.IsZero() {
			file.AddVEvent(c.event(e))
		}
	}
	_, err := io.WriteString(w, file.Serialize(ics.WithNewLineWindows))
	return err
}

func (c Calendar) event(e Event) *ics.VEvent {
	v := ics.NewEvent(c.uid(e))
	v.SetDtStampTime(midnight(e.stamp()))
	if !e.Modified.IsZero() {
		v.SetModifiedAt(midnight(e.Modified))
	}
	v.SetSequence(e.sequence())
	v.SetStatus(e.Status.object())
	if e.Start.HasTime {
		setTimes(v, e)
	} else {
		setDays(v, e)
	}
	c.setText(v, ics.ComponentPropertySummary, e.Title)
	c.setText(v, ics.ComponentPropertyLocation, e.where())
	c.setText(v, ics.ComponentPropertyDescription, e.Description)
	if address := oneLine(e.URL); address != "" {
		v.SetURL(address)
	}
	return v
}

// uid names a meeting for ever and in both languages: by its key, which no change of title, slug or date moves.
func (c Calendar) uid(e Event) string {
	if c.Site == "" {
		return oneLine(e.Key)
	}
	return oneLine(e.Key + "@" + c.Site)
}

// sequence counts revisions, which programs compare to tell which of two files is newer. The days between the stamp and
// the last change grow with each change, as a count of changes would, and follow from the facts alone.
func (e Event) sequence() int {
	return max(0, int(midnight(e.Modified).Sub(midnight(e.stamp()))/(24*time.Hour)))
}

// object is the status in the words of RFC 5545, 3.8.1.11, which has none for what was put off: until there are new
// days, it is uncertain.
func (s Status) object() ics.ObjectStatus {
	switch s {
	case Postponed:
		return ics.ObjectStatusTentative
	case Cancelled:
		return ics.ObjectStatusCancelled
	default:
		return ics.ObjectStatusConfirmed
	}
}

// setDays states whole days. The end is the day after the last one (RFC 5545, 3.6.1: "non-inclusive"). They leave a
// reader's time free, since to know of a meeting isn't to attend it all day long.
func setDays(v *ics.VEvent, e Event) {
	v.SetAllDayStartAt(midnight(e.Start.Date))
	v.SetAllDayEndAt(midnight(e.lastDay().Next()))
	v.SetTimeTransparency(ics.TransparencyTransparent)
}

// setTimes states local times in their zone, and not in UTC. What was agreed is 9 o'clock in Accra: should a country
// change its clocks before the day, the file stays right, and programs can show the local time beside the reader's. A zone
// that isn't known leaves the times without one, which each reader then takes for their own (RFC 5545, 3.3.5, form 1).
func setTimes(v *ics.VEvent, e Event) {
	var zone []ics.PropertyParameter
	if _, known := location(e.Zone); known {
		zone = append(zone, ics.WithTZID(e.Zone))
	}
	v.SetProperty(ics.ComponentPropertyDtStart, local(e.Start), zone...)
	if end := e.end(); !end.IsZero() {
		v.SetProperty(ics.ComponentPropertyDtEnd, local(end), zone...)
	}
}

// local writes a moment as what a clock on the wall shows.
func local(m civil.Moment) string { return wall(m).Format(localForm) }

func (c Calendar) setText(v *ics.VEvent, property ics.ComponentProperty, text string) {
	if text != "" {
		v.SetProperty(property, clean(text), &ics.KeyValues{Key: string(ics.ParameterLanguage), Value: []string{c.Tag}})
	}
}

// clean gives a text that iCalendar can hold: UTF-8, with LF between lines, and no other control characters but the
// tabulator (RFC 5545, 3.1 and 3.3.11).
func clean(text string) string {
	text = strings.ToValidUTF8(text, "\ufffd")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
}

// oneLine cleans what is no prose, and has no line ends either.
func oneLine(text string) string { return strings.NewReplacer("\n", "", "\t", "").Replace(clean(text)) }

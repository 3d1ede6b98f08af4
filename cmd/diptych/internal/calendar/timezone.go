package calendar

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"time"

	ics "github.com/arran4/golang-ical"
)

// firstOnset stands for "for a long time": RFC 5545, 3.6.5 wants some beginning, and this is the one that Windows takes, the
// first year of a cycle of the Gregorian calendar.
const firstOnset = "16010101T000000"

// span is the time in which a calendar needs a zone.
type span struct {
	zone        *time.Location
	first, last time.Time
}

// zones defines each zone that the calendar's events name, as RFC 5545, 3.6.5 asks, sorted by name.
func (c Calendar) zones() []*ics.VTimezone {
	spans := map[string]span{}
	for _, e := range c.Events {
		if zone, known := location(e.Zone); known && e.Start.HasTime {
			spans[e.Zone] = spans[e.Zone].with(zone, e)
		}
	}
	var zones []*ics.VTimezone
	for _, name := range slices.Sorted(maps.Keys(spans)) {
		zones = append(zones, spans[name].define(name))
	}
	return zones
}

// with gives the span that has an event in it as well.
func (s span) with(zone *time.Location, e Event) span {
	first := instant(e.Start, zone)
	last := first
	if end := e.end(); !end.IsZero() {
		last = instant(end, zone)
	}
	if s.zone != nil {
		first, last = earlier(first, s.first), later(last, s.last)
	}
	return span{zone, first, last}
}

// define states what the zone's clocks did from the change before the first event to the last event: each change by
// itself, since a rule for all years would say more than is known.
func (s span) define(name string) *ics.VTimezone {
	v := ics.NewTimezone(name)
	for _, at := range s.onsets() {
		v.Components = append(v.Components, s.observance(at))
	}
	return v
}

// onsets gives the instants from which each offset of the span holds. The first is the last change of the year before,
// or the first event's start if there was none.
func (s span) onsets() []time.Time {
	const year = 366 * 24 * time.Hour
	onsets := changes(s.zone, s.first.Add(-year), s.last)
	for len(onsets) > 1 && !onsets[1].After(s.first) {
		onsets = onsets[1:]
	}
	if len(onsets) == 0 || onsets[0].After(s.first) {
		return append([]time.Time{s.first}, onsets...)
	}
	return onsets
}

// changes gives the instants after one and up to another at which a zone's clocks change. It looks from day to day, and
// not from one of [time.Time.ZoneBounds] to the next: where a zone goes by a rule for all years, those are also the ends
// of years, and on the last day of a leap year lie in the past.
func changes(zone *time.Location, after, upTo time.Time) []time.Time {
	var all []time.Time
	for at := after.In(zone); at.Before(upTo); {
		next := earlier(at.Add(24*time.Hour), upTo.In(zone))
		if !sameClock(at, next) {
			seconds := sort.Search(int(next.Sub(at)/time.Second), func(i int) bool {
				return !sameClock(at, at.Add(time.Duration(i)*time.Second))
			})
			all = append(all, at.Add(time.Duration(seconds)*time.Second))
		}
		at = next
	}
	return all
}

// sameClock tells whether a zone's clocks differ from UTC alike at two instants, and by the same name.
func sameClock(a, b time.Time) bool {
	nameA, offsetA := a.Zone()
	nameB, offsetB := b.Zone()
	return nameA == nameB && offsetA == offsetB && a.IsDST() == b.IsDST()
}

// observance states the offset that holds from an instant on, or has held for a long time then.
func (s span) observance(from time.Time) ics.Component {
	at, before := from.In(s.zone), from.Add(-time.Second).In(s.zone)
	onset := firstOnset
	if !sameClock(before, at) {
		onset = at.UTC().Add(offset(before, s.zone)).Format(localForm)
	}
	name, _ := at.Zone()
	base := ics.ComponentBase{}
	base.AddProperty(ics.ComponentPropertyDtStart, onset)
	base.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), utcOffset(offset(before, s.zone)))
	base.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), utcOffset(offset(at, s.zone)))
	base.AddProperty(ics.ComponentProperty(ics.PropertyTzname), name)
	if at.IsDST() {
		return &ics.Daylight{ComponentBase: base}
	}
	return &ics.Standard{ComponentBase: base}
}

// utcOffset writes an offset as RFC 5545, 3.3.14 does: +0530, and with seconds where a zone had them.
func utcOffset(d time.Duration) string {
	sign, seconds := '+', int(d/time.Second)
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf("%02d", seconds%60)
	}
	return text
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

package content

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/source"
)

// Event is a meeting: when, in which country, by whom. Its place is a word of each half.
type Event struct {
	Start   civil.Moment
	End     civil.Moment // the last day or the end of the last hour; equal to Start if none is stated
	Zone    string       // IANA name, where Start has a time; empty if none is known
	Country string       // ISO 3166-1 alpha-2; may be empty
	Hosts   []string     // codes of the countries that hold it; UN stands for the United Nations
	Status  Status
}

// Status is what became of a meeting.
type Status string

// The statuses that facts may state. A meeting without one is Planned.
const (
	Planned   Status = "planned"
	Held      Status = "held"
	Postponed Status = "postponed"
	Cancelled Status = "cancelled"
)

var statuses = [...]string{string(Planned), string(Held), string(Postponed), string(Cancelled)}

// Stage is where a day stands to a meeting that takes place.
type Stage string

// The stages. A meeting is During from its first day to its last one.
const (
	Before Stage = "before"
	During Stage = "during"
	After  Stage = "after"
)

// Stages gives the names of the stages, in their order. Each is also the key of what a half says at that stage.
func Stages() []string { return []string{string(Before), string(During), string(After)} }

// Stage tells where a day stands to the meeting; "" where it was postponed or cancelled. The day decides, also if the facts
// say early that the meeting was held.
func (e *Event) Stage(day civil.Date) Stage {
	switch {
	case e.Status == Postponed || e.Status == Cancelled:
		return ""
	case day.Before(e.Start.Date):
		return Before
	case day.After(e.End.Date):
		return After
	default:
		return During
	}
}

// changes gives the days on which the stage becomes another.
func (e *Event) changes() []civil.Date {
	if e.Stage(e.Start.Date) == "" || e.Start.IsZero() {
		return nil
	}
	return []civil.Date{e.Start.Date, e.End.Date.Next()}
}

func readEvent(facts *decode.Reader, report func(source.Problem)) *Event {
	r, found := facts.Table("event")
	if !found {
		return nil
	}
	e := &Event{
		Start: r.Moment("start"), End: r.Moment("end"), Zone: r.Text("zone"),
		Country: r.Text("country"), Hosts: r.Texts("hosts"), Status: Status(r.Text("status")),
	}
	r.Rest("[event]", pageKeys()...)
	e.checkTime(r, report)
	e.checkZone(r, report)
	e.checkCodes(r, report)
	e.checkStatus(r, report)
	if e.End.IsZero() {
		e.End = e.Start
	}
	return e
}

func (e *Event) checkTime(r *decode.Reader, report func(source.Problem)) {
	switch {
	case !r.Has("start"):
		report(source.Errorf("event", r.Pos("start"), "the event has no `start`").
			WithHint("write its first day: start = 2023-12-05"))
	case e.Start.IsZero(): // of the wrong type, and told already
	case !e.End.IsZero() && e.End.HasTime != e.Start.HasTime:
		report(source.Errorf("event", r.Pos("end"), "one of `start` and `end` has a time and the other has none").
			WithHint("write both as days, or both with a time"))
	case !e.End.IsZero() && e.End.Compare(e.Start) < 0:
		report(source.Errorf("event", r.Pos("end"), "the event ends on %s, before it starts on %s", e.End, e.Start).
			WithHint("end is the last day, on or after start"))
	case e.Start.HasTime && e.Zone == "":
		report(source.Errorf("event", r.Pos("start"), "the event has a time and no `zone`").
			WithHint(`write the zone of the place: zone = "Africa/Accra"`))
	}
}

// checkZone leaves no zone that a calendar could not load.
func (e *Event) checkZone(r *decode.Reader, report func(source.Problem)) {
	if e.Zone != "" && !locale.IsZone(e.Zone) {
		problem := source.Errorf("event", r.Pos("zone"), "%q is not a time zone", e.Zone).
			WithHint(`write the name in the IANA list: zone = "Africa/Accra"`)
		if near := locale.NearestZone(e.Zone); near != "" {
			problem = problem.WithHint("did you mean %q?", near)
		}
		report(problem)
		e.Zone = ""
	}
}

func (e *Event) checkCodes(r *decode.Reader, report func(source.Problem)) {
	unknown := func(key, code string) {
		report(source.Errorf("country", r.Pos(key), "%q is not the code of a country", code).
			WithHint("write the two capital letters of ISO 3166, as GH for Ghana; UN stands for the United Nations"))
	}
	if e.Country != "" && !locale.IsCountry(e.Country) {
		unknown("country", e.Country)
	}
	for _, code := range e.Hosts {
		if !locale.IsCountry(code) {
			unknown("hosts", code)
		}
	}
}

// checkStatus leaves one of the four.
func (e *Event) checkStatus(r *decode.Reader, report func(source.Problem)) {
	if slices.Contains(statuses[:], string(e.Status)) {
		return
	}
	if e.Status != "" {
		report(source.Errorf("event", r.Pos("status"), "%q is not a status", e.Status).
			WithHint("write one of %s", strings.Join(statuses[:], ", ")))
	}
	e.Status = Planned
}

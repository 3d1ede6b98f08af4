package calendar

import (
	"cmp"
	"encoding/json"
)

// The shapes of schema.org's Event, by its names.
type (
	schemaEvent struct {
		Context     string               `json:"@context"`
		Type        string               `json:"@type"`
		ID          string               `json:"@id,omitempty"`
		Name        string               `json:"name"`
		Description string               `json:"description,omitempty"`
		InLanguage  string               `json:"inLanguage"`
		StartDate   string               `json:"startDate"`
		EndDate     string               `json:"endDate,omitempty"`
		EventStatus string               `json:"eventStatus"`
		Location    *schemaPlace         `json:"location,omitempty"`
		Organizer   []schemaOrganization `json:"organizer,omitempty"`
		SuperEvent  *schemaSuper         `json:"superEvent,omitempty"`
		URL         string               `json:"url,omitempty"`
		SameAs      string               `json:"sameAs,omitempty"`
	}
	schemaPlace struct {
		Type    string         `json:"@type"`
		Name    string         `json:"name"`
		Address *schemaAddress `json:"address,omitempty"`
	}
	schemaAddress struct {
		Type           string `json:"@type"`
		AddressCountry string `json:"addressCountry"`
	}
	schemaOrganization struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	schemaSuper struct {
		Type string `json:"@type"`
		ID   string `json:"@id,omitempty"`
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}
)

// JSONLD gives a meeting as schema.org's Event in JSON-LD, in the language of the tag. It may stand in a script element as
// it is: of <, > and & and the line ends that only JavaScript knows it has none. It is nil for an event without a start.
//
// The page in the other language is sameAs, since it tells of the same meeting; workTranslation is for works, and a
// meeting isn't one.
func JSONLD(tag string, e Event) []byte {
	if e.Start.IsZero() {
		return nil
	}
	event := schemaEvent{
		Context: "https://schema.org", Type: "Event", ID: identity(e.URL),
		Name: e.Title, Description: e.Description, InLanguage: tag,
		StartDate: ISO(e.Start, e.Zone), EventStatus: e.Status.schema(),
		Location: e.schemaPlace(), SuperEvent: e.Super.schema(), URL: e.URL, SameAs: e.OtherURL,
	}
	if end := e.end(); !end.IsZero() {
		event.EndDate = ISO(end, e.Zone)
	}
	for _, host := range e.Hosts {
		event.Organizer = append(event.Organizer, schemaOrganization{"Organization", host})
	}
	data, err := json.Marshal(event)
	if err != nil {
		panic("calendar: " + err.Error()) // never: texts alone can all be written
	}
	return data
}

// identity names the meeting itself, as against the page that tells of it.
func identity(page string) string {
	if page == "" {
		return ""
	}
	return page + "#event"
}

// schema is the status in the words of schema.org's EventStatusType, which tells nothing of what is over.
func (s Status) schema() string {
	switch s {
	case Postponed:
		return "https://schema.org/EventPostponed"
	case Cancelled:
		return "https://schema.org/EventCancelled"
	default:
		return "https://schema.org/EventScheduled"
	}
}

// schemaPlace is where the meeting is, as far as is known. The country's code is better known to machines than its name.
func (e Event) schemaPlace() *schemaPlace {
	name, country := cmp.Or(e.Place, e.Country), cmp.Or(e.CountryCode, e.Country)
	if name == "" {
		return nil
	}
	place := &schemaPlace{Type: "Place", Name: name}
	if country != "" {
		place.Address = &schemaAddress{"PostalAddress", country}
	}
	return place
}

func (s Super) schema() *schemaSuper {
	if s.Title == "" {
		return nil
	}
	return &schemaSuper{Type: "Event", ID: identity(s.URL), Name: s.Title, URL: s.URL}
}

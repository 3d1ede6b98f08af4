package calendar

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestJSONLD(t *testing.T) {
	for _, tag := range []string{"fr", "en-GB"} {
		var all bytes.Buffer
		for _, e := range sample(t, tag).Events {
			if err := json.Indent(&all, JSONLD(tag, e), "", "  "); err != nil {
				t.Fatal(err)
			}
			all.WriteByte('\n')
		}
		expect(t, tag+".json", all.String())
	}
}

// TestJSONLDFields looks at single members, with = for the value and ! for a member that isn't there.
func TestJSONLDFields(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Event)
		want   string
	}{
		{"a day", func(e *Event) {}, `"startDate":"2023-06-25"`},
		{"one day has no end", func(e *Event) { e.End = e.Start }, `!"endDate"`},
		{"the last day, and not the next", func(e *Event) { e.End = moment(t, "2023-06-26") }, `"endDate":"2023-06-26"`},
		{"west", func(e *Event) { e.Start, e.Zone = moment(t, "2023-12-05 09:00"), "America/Toronto" }, `"startDate":"2023-12-05T09:00-05:00"`},
		{"on UTC", func(e *Event) { e.Start, e.Zone = moment(t, "2023-12-05 09:00"), "Africa/Accra" }, `"startDate":"2023-12-05T09:00+00:00"`},
		{"without a zone", func(e *Event) { e.Start = moment(t, "2023-12-05 09:00") }, `"startDate":"2023-12-05T09:00"`},
		{"planned", func(e *Event) {}, `"eventStatus":"https://schema.org/EventScheduled"`},
		{"held", func(e *Event) { e.Status = Held }, `"eventStatus":"https://schema.org/EventScheduled"`},
		{"postponed", func(e *Event) { e.Status = Postponed }, `"eventStatus":"https://schema.org/EventPostponed"`},
		{"cancelled", func(e *Event) { e.Status = Cancelled }, `"eventStatus":"https://schema.org/EventCancelled"`},
		{"nowhere", func(e *Event) {}, `!"location"`},
		{"place alone", func(e *Event) { e.Place = "Dacca" }, `"location":{"@type":"Place","name":"Dacca"}`},
		{"country alone", func(e *Event) { e.Country = "Ghana" },
			`"location":{"@type":"Place","name":"Ghana","address":{"@type":"PostalAddress","addressCountry":"Ghana"}}`},
		{"code", func(e *Event) { e.Place, e.Country, e.CountryCode = "Accra", "Ghana", "GH" },
			`"location":{"@type":"Place","name":"Accra","address":{"@type":"PostalAddress","addressCountry":"GH"}}`},
		{"no hosts", func(e *Event) {}, `!"organizer"`},
		{"hosts", func(e *Event) { e.Hosts = []string{"Ghana", "Nations Unies"} },
			`"organizer":[{"@type":"Organization","name":"Ghana"},{"@type":"Organization","name":"Nations Unies"}]`},
		{"no super", func(e *Event) {}, `!"superEvent"`},
		{"super without a page", func(e *Event) { e.Super.Title = "Accra" }, `"superEvent":{"@type":"Event","name":"Accra"}`},
		{"no page", func(e *Event) {}, `!"@id"`},
		{"no page in the other language", func(e *Event) {}, `!"sameAs"`},
		{"language", func(e *Event) {}, `"inLanguage":"fr-CA"`},
		{"accents", func(e *Event) {}, `"name":"Réunion d’été"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := Event{Title: "Réunion d’été", Start: moment(t, "2023-06-25")}
			test.change(&e)
			got := string(JSONLD("fr-CA", e))
			if unwanted, no := strings.CutPrefix(test.want, "!"); strings.Contains(got, unwanted) == no {
				t.Errorf("want %s in %s", test.want, got)
			}
		})
	}
	if got := JSONLD("fr", Event{Title: "Réunion"}); got != nil {
		t.Errorf("without a start there is %s", got)
	}
}

// FuzzJSONLD holds that no text leaves the script element that the data stand in, and that each is read back as it is.
func FuzzJSONLD(f *testing.F) {
	f.Add("</script><script>alert(1)</script>", "<!-- <script", "L’été\u2028à\u2029", "https://example.org/?a=1&b=2")
	f.Add("«\u00a0Oui\u00a0»", "\x00\x1f\"\\", "]]>", "")
	f.Fuzz(func(t *testing.T, title, description, place, url string) {
		e := Event{Title: title, Description: description, Place: place, URL: url, Start: moment(t, "2023-06-25"),
			Hosts: []string{title}, Super: Super{description, url}}
		data := JSONLD("fr", e)
		if bytes.ContainsAny(data, "<>&\u2028\u2029\n") {
			t.Fatalf("%s may not stand in a script", data)
		}
		var read schemaEvent
		if err := json.Unmarshal(data, &read); err != nil {
			t.Fatal(err)
		}
		got := [...]string{read.Name, read.Description, read.URL}
		want := [...]string{valid(title), valid(description), valid(url)}
		if got != want {
			t.Fatalf("%q is read back as %q", want, got)
		}
	})
}

// valid gives a text as JSON holds it, each byte that is not UTF-8 replaced.
func valid(text string) string { return string([]rune(text)) }

package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/build"
)

// meeting is a meeting of the conference site, as calendars and search engines are to know it.
type meeting struct {
	key, start, after       string // the first day, and the day after the last
	french, english         string // the folder of its page
	frenchPlace, otherPlace string
}

// meetings are those of the preparatory process, and the Ministerial itself, in the order of their days.
var meetings = []meeting{
	{"preparatory-process/dhaka", "20230625", "20230627", "processus-preparatoire/dacca/", "preparatory-process/dhaka/", "Dacca, Bangladesh", "Dhaka, Bangladesh"},
	{"preparatory-process/mental-health", "20230718", "20230719", "processus-preparatoire/sante-mentale/", "preparatory-process/mental-health/", "", ""},
	{"preparatory-process/islamabad", "20230830", "20230901", "processus-preparatoire/islamabad/", "preparatory-process/islamabad/", "Islamabad, Pakistan", "Islamabad, Pakistan"},
	{"preparatory-process/kigali", "20231023", "20231025", "processus-preparatoire/kigali/", "preparatory-process/kigali/", "Kigali, Rwanda", "Kigali, Rwanda"},
	{"index", "20231205", "20231207", "", "", "Accra, Ghana", "Accra, Ghana"},
}

// in gives the folder of the meeting's page and its place in a language.
func (m meeting) in(lang string) (folder, place string) {
	if lang == "fr" {
		return "fr/" + m.french, m.frenchPlace
	}
	return "en/" + m.english, m.otherPlace
}

// written gives the bytes of an output.
func written(t *testing.T, finished *build.Site, path string) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := finished.Output(path, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestConferenceCalendars reads back the calendars of the conference site, the whole ones and those of each meeting.
func TestConferenceCalendars(t *testing.T) {
	finished := conference(t)
	for _, lang := range []string{"fr", "en"} {
		var want [][]string
		for _, m := range meetings {
			folder, place := m.in(lang)
			want = append(want, []string{m.key + "@example.org", m.start, m.after, place, "https://example.org/" + folder})
			single := calendar(t, finished, folder+"event.ics")
			if diff := cmp.Diff(want[len(want)-1:], single); diff != "" {
				t.Errorf("%sevent.ics (-want +got):\n%s", folder, diff)
			}
		}
		if diff := cmp.Diff(want, calendar(t, finished, lang+"/calendar.ics")); diff != "" {
			t.Errorf("%s/calendar.ics (-want +got):\n%s", lang, diff)
		}
	}
}

// calendar reads the meetings of a calendar: UID, first day, day after the last, place and address.
func calendar(t *testing.T, finished *build.Site, path string) [][]string {
	t.Helper()
	file, err := ics.ParseCalendar(strings.NewReader(written(t, finished, path)))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var found [][]string
	for _, event := range file.Events() {
		values := []string{}
		for _, name := range []ics.ComponentProperty{"UID", "DTSTART", "DTEND", "LOCATION", "URL"} {
			value := ""
			if property := event.GetProperty(name); property != nil {
				value = ics.FromText(property.Value)
			}
			values = append(values, value)
		}
		found = append(found, values)
	}
	return found
}

// TestConferenceStructuredData holds that search engines learn of the four meetings as parts of the Ministerial, each in
// the language of its page.
func TestConferenceStructuredData(t *testing.T) {
	finished := conference(t)
	titles := map[string]string{
		"fr": "Conférence ministérielle des Nations Unies sur le maintien de la paix de 2023", "en": "2023 United Nations Peacekeeping Ministerial",
	}
	for lang, tag := range map[string]string{"fr": "fr", "en": "en-GB"} {
		for _, m := range meetings {
			folder, _ := m.in(lang)
			var got struct {
				InLanguage, StartDate string
				SuperEvent            struct{ Name string }
			}
			if err := json.Unmarshal([]byte(dataOf(t, finished, folder+"index.html")), &got); err != nil {
				t.Errorf("%s: %v", folder, err)
			}
			want := titles[lang]
			if m.key == "index" {
				want = "" // it is the larger event itself
			}
			if got.InLanguage != tag || strings.ReplaceAll(got.StartDate, "-", "") != m.start || plainSpaces(got.SuperEvent.Name) != want {
				t.Errorf("%s: the data is %+v", folder, got)
			}
		}
	}
}

// dataOf gives the structured data of a page.
func dataOf(t *testing.T, finished *build.Site, path string) string {
	t.Helper()
	for _, node := range elements(t, finished, path, "script") {
		if node.FirstChild != nil { // else it is a file
			return node.FirstChild.Data
		}
	}
	return ""
}

// elements gives a page's elements of a name, in order.
func elements(t *testing.T, finished *build.Site, path, name string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(written(t, finished, path)))
	if err != nil {
		t.Fatal(err)
	}
	var found []*html.Node
	for node := range root.Descendants() {
		if node.Type == html.ElementNode && node.Data == name {
			found = append(found, node)
		}
	}
	return found
}

// TestConferenceTimeline holds that the section shows its meetings in the order of their days, each end of them marked up.
func TestConferenceTimeline(t *testing.T) {
	finished := conference(t)
	want := []string{"2023-06-25", "2023-06-26", "2023-07-18", "2023-08-30", "2023-08-31", "2023-10-23", "2023-10-24",
		"2026-11-28"} // the last is the date of modification
	for _, path := range []string{"fr/processus-preparatoire/index.html", "en/preparatory-process/index.html"} {
		var got []string
		for _, node := range elements(t, finished, path, "time") {
			got = append(got, attribute(node, "datetime"))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// TestConferenceHeads looks for what the heads of the pages say: where the calendars are, and when the news was published.
func TestConferenceHeads(t *testing.T) {
	finished := conference(t)
	tests := []struct{ path, element, key, value, want string }{
		{"fr/index.html", "link", "type", "text/calendar", "/fr/calendar.ics /fr/event.ics"},
		{"en/index.html", "link", "type", "text/calendar", "/en/calendar.ics /en/event.ics"},
		{"index.html", "link", "type", "text/calendar", "/fr/calendar.ics /en/calendar.ics"},
		{"fr/processus-preparatoire/kigali/index.html", "link", "type", "text/calendar", "/fr/calendar.ics /fr/processus-preparatoire/kigali/event.ics"},
		{"fr/processus-preparatoire/kigali/index.html", "a", "type", "text/calendar", "/fr/calendar.ics"}, // it is over
		{"fr/index.html", "a", "type", "text/calendar", "/fr/event.ics /fr/calendar.ics"},
		{"en/about/index.html", "a", "type", "text/calendar", "/en/calendar.ics"},
		{"fr/annonce/index.html", "meta", "property", "article:published_time", "2023-09-22T00:00:00Z"},
		{"en/announcement/index.html", "meta", "property", "article:modified_time", "2026-11-23T00:00:00Z"},
		{"en/about/index.html", "meta", "property", "article:published_time", ""},
		{"fr/index.html", "meta", "property", "article:published_time", ""},
	}
	for _, test := range tests {
		var got []string
		for _, node := range elements(t, finished, test.path, test.element) {
			if attribute(node, test.key) == test.value {
				got = append(got, attribute(node, "href")+attribute(node, "content"))
			}
		}
		if !slices.Equal(got, strings.Fields(test.want)) {
			t.Errorf("%s: <%s %s=%q> has %q, want %q", test.path, test.element, test.key, test.value, got, test.want)
		}
	}
}

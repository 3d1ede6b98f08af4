package build

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// meetingSites are the sites whose meetings are read back: the sample with meetings of all sorts, and this site's own.
func meetingSites(t *testing.T) map[string]*source.Tree {
	own, err := source.Read("../../../..")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*source.Tree{"own": own, "sample": sampleTree(t, files{
		"content/meetings/seoul.toml": "date = 2023-05-02\nmodified = 2023-07-01\n[event]\nstart = 2023-07-18T14:15\nend = 2023-07-18T16:00\n" +
			"zone = \"Asia/Kolkata\"\nhosts = [\"GH\", \"KR\", \"UN\"]\nstatus = \"postponed\"\n",
		"content/announcement.toml": "date = 2023-09-22\nnews = true\n[event]\nstart = 2023-12-31T23:00\nend = 2024-01-01T01:00\n" +
			"zone = \"Europe/Paris\"\ncountry = \"FR\"\nstatus = \"cancelled\"\n",
		"content/report.toml": "[event]\nstart = 2023-11-20\ncountry = \"CI\"\n[exempt]\nlanguage = \"fr\"\nreason = \"En cours\"\n" +
			"owner = \"Bureau des langues\"\nuntil = 2024-01-31\n",
	})}
}

// TestMeetingsForMachines reads what each page says of its meeting in JSON-LD and in iCalendar, and compares it with the
// facts, in both languages.
func TestMeetingsForMachines(t *testing.T) {
	for name, tree := range meetingSites(t) {
		for _, base := range []string{ownHost, subPath} {
			t.Run(name+" "+base, func(t *testing.T) {
				s := Assemble(tree, site.Options{Day: today, BaseURL: &base})
				if source.HasErrors(s.Problems()) {
					t.Fatalf("problems:\n%s", strings.Join(told(s.Problems()), "\n"))
				}
				meetings := 0
				for _, lang := range source.Langs() {
					for _, page := range s.model.Pages(lang) {
						meetings += checkMeeting(t, s, page)
					}
				}
				if meetings < 9 {
					t.Errorf("only %d pages have a meeting", meetings)
				}
			})
		}
	}
}

// checkMeeting reads a page's meeting back, and gives the number of meetings that it has.
func checkMeeting(t *testing.T, s *Site, page *site.Page) int {
	blocks := dataBlocks(t, s, page.Output)
	_, calendar := s.outputs[site.EventPath(page)]
	if page.Half == nil || page.Facts.Event == nil {
		if len(blocks) > 0 || calendar {
			t.Errorf("%s has no meeting in its language, the data %q, a calendar: %t", page.Output, blocks, calendar)
		}
		return 0
	}
	if len(blocks) != 1 || !calendar {
		t.Errorf("%s has a meeting, %d blocks of data, a calendar: %t", page.Output, len(blocks), calendar)
		return 0
	}
	checkSchema(t, s, page, blocks[0])
	checkEventFile(t, s, page)
	return 1
}

// dataBlocks gives the texts of a page's JSON-LD, which stands in its head. No other script is in the page.
func dataBlocks(t *testing.T, s *Site, output string) []string {
	t.Helper()
	var out strings.Builder
	if _, err := s.Output(output, &out); err != nil {
		t.Fatal(err)
	}
	document, err := html.Parse(strings.NewReader(out.String()))
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for node := range document.Descendants() {
		if node.Type != html.ElementNode || node.Data != "script" || node.FirstChild == nil {
			continue // a script that is a file has nothing in it
		}
		if len(node.Attr) != 1 || node.Attr[0].Key != "type" || node.Attr[0].Val != "application/ld+json" || node.Parent.Data != "head" {
			t.Errorf("%s has a script in <%s>: %v", output, node.Parent.Data, node.Attr)
		}
		blocks = append(blocks, node.FirstChild.Data)
	}
	return blocks
}

// schemaEvent is what is read of an Event of schema.org.
type schemaEvent struct {
	Context     string `json:"@context"`
	Type        string `json:"@type"`
	Name        string
	InLanguage  string
	StartDate   string
	EndDate     string
	EventStatus string
	URL         string
	SameAs      string
	Location    struct {
		Name    string
		Address struct{ AddressCountry string }
	}
	Organizer  []struct{ Name string }
	SuperEvent struct{ Name, URL string }
}

// checkSchema compares a page's JSON-LD with its facts.
func checkSchema(t *testing.T, s *Site, page *site.Page, block string) {
	t.Helper()
	var got schemaEvent
	if err := json.Unmarshal([]byte(block), &got); err != nil {
		t.Errorf("%s: %v in %s", page.Output, err, block)
		return
	}
	facts, language := page.Facts.Event, s.model.Language(page.Lang)
	want := schemaEvent{
		Context: "https://schema.org", Type: "Event", Name: page.Title(), InLanguage: language.Locale.Tag(),
		StartDate: iso(facts, facts.Start.String()), EventStatus: "https://schema.org/" + map[content.Status]string{
			content.Planned: "EventScheduled", content.Held: "EventScheduled", content.Postponed: "EventPostponed", content.Cancelled: "EventCancelled",
		}[facts.Status],
		URL: s.model.URL(page.Output),
	}
	if facts.End != facts.Start {
		want.EndDate = iso(facts, facts.End.String())
	}
	if other := page.Other(); other.Half != nil {
		want.SameAs = s.model.URL(other.Output)
	}
	want.Location.Name = page.Half.Words.Place
	if want.Location.Name == "" {
		want.Location.Name, _ = language.Catalogue.Country(facts.Country)
	}
	want.Location.Address.AddressCountry = facts.Country
	for _, code := range facts.Hosts {
		host, _ := language.Catalogue.Country(code)
		want.Organizer = append(want.Organizer, struct{ Name string }{host})
	}
	if home := s.model.Home(page.Lang); page != home {
		want.SuperEvent.Name, want.SuperEvent.URL = home.Title(), s.model.URL(home.Output)
	}
	byName := func(a, b struct{ Name string }) int { return strings.Compare(a.Name, b.Name) }
	slices.SortFunc(want.Organizer, byName)
	slices.SortFunc(got.Organizer, byName)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: JSON-LD and facts differ (-facts +JSON-LD):\n%s", page.Output, diff)
	}
}

// iso adds to a time the offset that its zone has at the meetings of these tests.
func iso(e *content.Event, local string) string {
	if !e.Start.HasTime {
		return local
	}
	return local + map[string]string{"Asia/Kolkata": "+05:30", "Europe/Paris": "+01:00", "Africa/Accra": "+00:00"}[e.Zone]
}

// checkEventFile reads a page's calendar back.
func checkEventFile(t *testing.T, s *Site, page *site.Page) {
	t.Helper()
	events := meetingsIn(t, s, site.EventPath(page))
	if len(events) != 1 {
		t.Errorf("%s: its calendar has %d meetings", page.Output, len(events))
		return
	}
	value := func(name ics.ComponentProperty) string {
		if property := events[0].GetProperty(name); property != nil {
			return property.Value
		}
		return ""
	}
	facts, digits := page.Facts.Event, strings.NewReplacer("-", "", ":", "")
	start := digits.Replace(facts.Start.String())
	if facts.Start.HasTime {
		start += "00"
	}
	want := [...]string{page.Title(), s.model.URL(page.Output), start, facts.Zone, stamp(page)}
	got := [...]string{ics.FromText(value("SUMMARY")), value("URL"), value("DTSTART"), "", value("DTSTAMP")}
	if zone := events[0].GetProperty("DTSTART").ICalParameters["TZID"]; len(zone) == 1 {
		got[3] = zone[0]
	}
	if got != want {
		t.Errorf("%s: the calendar has %q, want %q", page.Output, got, want)
	}
	if language := events[0].GetProperty("SUMMARY").ICalParameters["LANGUAGE"]; !slices.Equal(language, []string{s.model.Language(page.Lang).Locale.Tag()}) {
		t.Errorf("%s: the calendar is in %q", page.Output, language)
	}
}

// stamp is the day of a page's date, or where it has none that of its last change, or of the meeting.
func stamp(page *site.Page) string {
	day := page.Facts.Event.Start.Date
	if changed := page.Changed(); !changed.IsZero() {
		day = changed
	}
	if !page.Facts.Date.IsZero() {
		day = page.Facts.Date
	}
	return strings.ReplaceAll(day.String(), "-", "") + "T000000Z"
}

// meetingsIn reads a calendar.
func meetingsIn(t *testing.T, s *Site, output string) []*ics.VEvent {
	t.Helper()
	text := read(t, s, output)
	calendar, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Fatalf("%s: %v, or a line that does not end with CRLF, in\n%s", output, err, text)
	}
	return calendar.Events()
}

// TestCalendarsHaveAllMeetings: a language's calendar has each meeting that a page's own calendar has, and both languages
// name a meeting alike.
func TestCalendarsHaveAllMeetings(t *testing.T) {
	for name, tree := range meetingSites(t) {
		base := subPath
		s := Assemble(tree, site.Options{Day: today, BaseURL: &base})
		named := map[source.Lang]map[string]string{} // language → key → UID
		for _, lang := range source.Langs() {
			whole, single := map[string]bool{}, map[string]bool{}
			for _, event := range meetingsIn(t, s, site.CalendarPath(lang)) {
				whole[event.Id()] = true
			}
			named[lang] = map[string]string{}
			for _, page := range s.model.Pages(lang) {
				if page.Meeting() != nil {
					uid := meetingsIn(t, s, site.EventPath(page))[0].Id()
					single[uid], named[lang][page.Key] = true, uid
				}
			}
			if diff := cmp.Diff(single, whole); diff != "" || len(whole) == 0 {
				t.Errorf("%s: the %s calendar (-pages +calendar):\n%s", name, lang.Name(), diff)
			}
		}
		for key, uid := range named[source.French] {
			if other := named[source.English][key]; other != uid || uid != key+"@example.org/accra" {
				t.Errorf("%s: %s is %q in French and %q in English", name, key, uid, other)
			}
		}
		if english := slices.Collect(maps.Keys(named[source.English])); len(english) < len(named[source.French]) {
			t.Errorf("%s: English has the meetings %q alone", name, english)
		}
	}
}

// TestNoMeetingsNoCalendar: a calendar without meetings is no calendar (RFC 5545, 3.6).
func TestNoMeetingsNoCalendar(t *testing.T) {
	s := sample(t, ownHost, files{
		"content/index.toml": "", "content/meetings/dhaka.toml": "", "content/meetings/seoul.toml": "",
		"content/index.fr.md":          half("Accueil", "", "## Là {#state}"),
		"content/index.en.md":          half("Home", "", "## There {#state}"),
		"content/meetings/dhaka.fr.md": half("Dacca", "", ""), "content/meetings/dhaka.en.md": half("Dhaka", "", ""),
	})
	for _, output := range s.Paths() {
		if strings.HasSuffix(output, ".ics") {
			t.Errorf("there is %s", output)
		}
	}
	if html := read(t, s, "fr/index.html"); strings.Contains(html, "text/calendar") {
		t.Errorf("a page leads to a calendar:\n%s", html)
	}
}

// TestCalendarsTakeTheirPlaces: what stands where a calendar has to be is told, with the facts that ask for it.
func TestCalendarsTakeTheirPlaces(t *testing.T) {
	got := wrong(t, files{"static/fr/reunions/dacca/event.ics": "BEGIN:VCALENDAR", "static/en/calendar.ics": "BEGIN:VCALENDAR"})
	want := []string{
		"content/meetings/dhaka.toml:1:1 duplicate-address: the address /fr/reunions/dacca/event.ics is taken: " +
			"static/fr/reunions/dacca/event.ics has it (give one of the two another slug, alias or name) and static/fr/reunions/dacca/event.ics",
		"static/en/calendar.ics duplicate-address: the address /en/calendar.ics is that of a file which the tool writes itself " +
			"(rename or remove this file, slug or alias)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/calendar"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/content"
	"diptych/cmd/diptych/internal/source"
)

// modelFor assembles the sample site with changes for an address, in which nothing may be wrong.
func modelFor(t testing.TB, base string, options Options, changes files) *Model {
	t.Helper()
	options.BaseURL = &base
	m, problems := Assemble(sample(t, changes), options)
	if source.HasErrors(problems) {
		t.Fatalf("the site has problems:\n%s", strings.Join(told(problems), "\n"))
	}
	return m
}

// uids gives the keys of a calendar's meetings.
func uids(c calendar.Calendar) []string {
	keys := []string{}
	for _, e := range c.Events {
		keys = append(keys, e.Key)
	}
	return keys
}

// TestCalendarHasEachMeetingOnce looks at which meetings a calendar has, and in which order.
func TestCalendarHasEachMeetingOnce(t *testing.T) {
	event := func(facts string) files { return files{"content/about.toml": facts} }
	const exempt = "\n[exempt]\nlanguage = \"fr\"\nreason = \"r\"\nowner = \"o\"\nuntil = 2024-01-31\n"
	tests := map[string]struct {
		changes         files
		options         Options
		french, english string
	}{
		"in the order of the days": {nil, Options{Day: today}, "meetings/dhaka meetings/seoul index", "meetings/dhaka meetings/seoul index"},
		"of one day, in that of the keys": {event("[event]\nstart = 2023-07-18\n"), Options{Day: today},
			"meetings/dhaka about meetings/seoul index", "meetings/dhaka about meetings/seoul index"},
		"by the hour": {event("[event]\nstart = 2023-06-25T09:00\nzone = \"Asia/Dhaka\"\n"), Options{Day: today},
			"meetings/dhaka about meetings/seoul index", "meetings/dhaka about meetings/seoul index"},
		"no draft": {event("draft = true\n[event]\nstart = 2023-01-01\n"), Options{Day: today},
			"meetings/dhaka meetings/seoul index", "meetings/dhaka meetings/seoul index"},
		"a draft where drafts are shown, as in the feeds": {event("draft = true\n[event]\nstart = 2023-01-01\n"),
			Options{Day: today, Drafts: true}, "about meetings/dhaka meetings/seoul index", "about meetings/dhaka meetings/seoul index"},
		"none that is not published yet": {event("publishDate = 2023-11-02\n[event]\nstart = 2024-01-01\n"), Options{Day: today},
			"meetings/dhaka meetings/seoul index", "meetings/dhaka meetings/seoul index"},
		"in the one language that there is": {files{"content/report.toml": "[event]\nstart = 2023-01-01\n" + exempt}, Options{Day: today},
			"meetings/dhaka meetings/seoul index", "report meetings/dhaka meetings/seoul index"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := modelFor(t, "https://example.org/", test.options, test.changes)
			for lang, want := range map[source.Lang]string{source.French: test.french, source.English: test.english} {
				if got := strings.Join(uids(m.Calendar(lang)), " "); got != want {
					t.Errorf("the %s calendar has %q, want %q", lang.Name(), got, want)
				}
			}
		})
	}
}

// TestSiteNameOfMeetings holds that the UIDs of two sites on one host differ, and that a scheme makes no difference.
func TestSiteNameOfMeetings(t *testing.T) {
	for base, want := range map[string]string{
		"https://example.org/": "example.org", "http://Example.org:8080": "example.org:8080", "https://example.org/accra/2023/": "example.org/accra/2023",
	} {
		m := modelFor(t, base, Options{Day: today}, nil)
		for _, lang := range source.Langs() {
			if got := m.Calendar(lang).Site; got != want {
				t.Errorf("the meetings of %s are those of %q, want %q", base, got, want)
			}
		}
	}
}

// TestMeetingForMachines looks at each value of a meeting in both languages.
func TestMeetingForMachines(t *testing.T) {
	m := modelFor(t, "https://example.org/accra/", Options{Day: today}, files{
		"content/meetings/dhaka.toml": "date = 2023-05-02\nmodified = 2023-06-01\n[event]\nstart = 2023-06-25T09:00\n" +
			"end = 2023-06-26T17:00\nzone = \"Asia/Dhaka\"\ncountry = \"BD\"\nhosts = [\"UY\", \"BD\"]\nstatus = \"postponed\"\n",
		"content/meetings/dhaka.fr.md": half("Réunion de Dacca", "slug = \"dacca\"\nplace = \"Dacca\"\ndescription = \"L’été.\"", "Là."),
		"content/meetings/dhaka.en.md": half("Dhaka meeting", "place = \"Dhaka\"", "There."),
	})
	hour := func(day, hour int) civil.Moment {
		return civil.Moment{Date: civil.Date{Year: 2023, Month: 6, Day: day}, Hour: hour, HasTime: true}
	}
	const french, english = "https://example.org/accra/fr/reunions/dacca/", "https://example.org/accra/en/meetings/dhaka/"
	want := calendar.Event{
		Key: "meetings/dhaka", Title: "Réunion de Dacca", Description: "L’été.", Place: "Dacca", Country: "Bangladesh",
		CountryCode: "BD", URL: french, OtherURL: english, Hosts: []string{"Bangladesh", "Uruguay"},
		Status: calendar.Postponed, Start: hour(25, 9), End: hour(26, 17), Zone: "Asia/Dhaka",
		Stamp: civil.Date{Year: 2023, Month: 5, Day: 2}, Modified: civil.Date{Year: 2023, Month: 6, Day: 1},
		Super: calendar.Super{Title: "La conférence d’Accra", URL: "https://example.org/accra/fr/"},
	}
	if diff := cmp.Diff(want, m.CalendarOf(page(t, m, "meetings/dhaka", source.French)).Events[0]); diff != "" {
		t.Errorf("in French (-want +got):\n%s", diff)
	}
	want.Title, want.Description, want.Place, want.URL, want.OtherURL = "Dhaka meeting", "", "Dhaka", english, french
	want.Super = calendar.Super{Title: "The Accra meeting", URL: "https://example.org/accra/en/"}
	if diff := cmp.Diff(want, m.CalendarOf(page(t, m, "meetings/dhaka", source.English)).Events[0]); diff != "" {
		t.Errorf("in English (-want +got):\n%s", diff)
	}
}

// TestSuperEvent finds the larger event in the nearest section above that is one.
func TestSuperEvent(t *testing.T) {
	const day = "[event]\nstart = 2023-12-05\n"
	tests := map[string]struct {
		changes files
		want    string
	}{
		"the home page's, over a section without one": {nil, "La conférence d’Accra"},
		"the section's own":                           {files{"content/meetings/index.toml": day}, "Les réunions préparatoires"},
		"none above":                                  {files{"content/index.toml": "", "content/index.fr.md": half("Accueil", "", "## Là {#state}"), "content/index.en.md": half("Home", "", "## There {#state}")}, ""},
	}
	for name, test := range tests {
		m := modelFor(t, "https://example.org/", Options{Day: today}, test.changes)
		if got := m.superEvent(page(t, m, "meetings/dhaka", source.French)).Title; got != test.want {
			t.Errorf("%s: the larger event is %q, want %q", name, got, test.want)
		}
	}
	m := modelFor(t, "https://example.org/", Options{Day: today}, nil)
	if got := m.superEvent(page(t, m, "index", source.French)); got != (calendar.Super{}) {
		t.Errorf("the home page's event is a part of %v", got)
	}
}

// TestStructuredData is a whole element on the pages that have a meeting in their own language, and nothing elsewhere.
func TestStructuredData(t *testing.T) {
	changes := files{
		"content/report.toml": "[event]\nstart = 2023-12-05\n[exempt]\nlanguage = \"fr\"\nreason = \"r\"\nowner = \"o\"\nuntil = 2024-01-31\n",
		"content/about.fr.md": half("« </script> » & l’été", "", "## Équipe {#team}\n\n## Été à Paris"), "content/about.toml": "[event]\nstart = 2023-12-05\n",
	}
	tests := []struct {
		base, key string
		lang      source.Lang
		want      string // the name; empty for nothing at all
	}{
		{"https://example.org/", "meetings/dhaka", source.French, "Réunion de Dacca"},
		{"https://example.org/", "meetings/dhaka", source.English, "Dhaka meeting"},
		{"https://example.org/", "meetings", source.French, ""},
		{"https://example.org/", "report", source.French, ""},
		{"https://example.org/", "report", source.English, "The report"},
		{"https://example.org/", "about", source.French, "«\u00a0</script>\u00a0» & l’été"},
		{"", "meetings/dhaka", source.French, ""},
	}
	for _, test := range tests {
		m := modelFor(t, test.base, Options{Day: today}, changes)
		text := string(view(t, m, test.key, test.lang).StructuredData())
		if test.want == "" && text == "" {
			continue
		}
		data, opens := strings.CutPrefix(text, `<script type="application/ld+json">`)
		data, closes := strings.CutSuffix(data, `</script>`)
		var event struct{ Name, InLanguage string }
		err := json.Unmarshal([]byte(data), &event)
		if !opens || !closes || strings.Contains(data, "<") || err != nil || event.Name != test.want {
			t.Errorf("%s in %s at %q: want the event %q, got %v in %s", test.key, test.lang, test.base, test.want, err, text)
		}
	}
	m := modelFor(t, "https://example.org/", Options{Day: today}, nil)
	if got := m.Standalone(source.French, "404.html", "404", "", func(source.Problem) {}).StructuredData(); got != "" {
		t.Errorf("a page of no pair has %s", got)
	}
}

// TestCalendars leads from each page to the calendar of its language, and from one in both languages to both.
func TestCalendars(t *testing.T) {
	french := SubscriptionView{"fr", "Conférence d’Accra", "/fr/calendar.ics"}
	english := SubscriptionView{"en", "Accra Ministerial", "/en/calendar.ics"}
	m := model(t, nil)
	for lang, want := range map[source.Lang]SubscriptionView{source.French: french, source.English: english} {
		if diff := cmp.Diff([]SubscriptionView{want}, view(t, m, "announcement", lang).Calendars()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
	both := m.Standalone(source.French, "index.html", "chooser", "", func(source.Problem) {})
	if diff := cmp.Diff([]SubscriptionView{french, english}, both.Calendars()); diff != "" {
		t.Errorf("the chooser (-want +got):\n%s", diff)
	}
	folder := view(t, modelFor(t, "", Options{Day: today}, nil), "meetings/dhaka", source.French)
	if len(folder.Calendars()) > 0 || folder.Event().Calendar != "" {
		t.Errorf("a site without addresses has the calendars %v, %q", folder.Calendars(), folder.Event().Calendar)
	}
}

// TestEventFileOfAnEntry: a list leads to the calendar of each of its meetings.
func TestEventFileOfAnEntry(t *testing.T) {
	m := model(t, nil)
	got := map[string]string{}
	for _, entry := range view(t, m, "meetings", source.French).Children() {
		if entry.Event != nil {
			got[entry.Title] = entry.Event.Calendar
		}
	}
	want := map[string]string{"Réunion de Dacca": "/fr/reunions/dacca/event.ics", "Réunion en ligne": "/fr/reunions/seoul/event.ics"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("calendars of the entries (-want +got):\n%s", diff)
	}
}

// TestLinksToCalendars: an author may link to what the tool writes, where it writes it.
func TestLinksToCalendars(t *testing.T) {
	for target, dead := range map[string]bool{
		"/fr/calendar.ics": false, "/en/calendar.ics": false, "/fr/reunions/dacca/event.ics": false, "/fr/event.ics": false,
		"/fr/annonce/event.ics": true, "/calendar.ics": true, "/event.ics": true, "/fr/reunions/event.ics": true,
	} {
		if _, told := linked(t, "https://example.org/", "[l’agenda]("+target+")"); len(told) > 0 != dead {
			t.Errorf("a link to %s: %q", target, told)
		}
		if _, told := linked(t, "", "[l’agenda]("+target+")"); len(told) == 0 {
			t.Errorf("a link to %s leads to a file that a site without addresses lacks", target)
		}
	}
}

// TestZoneNeedsItsMessage tells what the message is for, on the page that comes to need it.
func TestZoneNeedsItsMessage(t *testing.T) {
	facts := func(start string) files {
		return files{
			"content/about.toml":  "[event]\nzone = \"Africa/Accra\"\ncountry = \"GH\"\nstart = " + start + "\n",
			"content/about.fr.md": half("À propos", `place = "Accra"`, "## Équipe {#team}"),
			"content/about.en.md": half("About", `place = "Accra"`, "## Team {#team}"),
		}
	}
	var told []string
	tell := func(p source.Problem) {
		told = append(told, p.Pos.String()+": "+p.Message.English+" ("+p.Hint.English+")")
	}
	m := model(t, facts("2023-12-05"))
	m.View(page(t, m, "about", source.French), tell).Event()
	m = model(t, facts("2023-12-05T09:00"))
	m.View(page(t, m, "about", source.French), tell).Event()
	want := []string{"i18n/fr.toml: message `event.zone` is missing " +
		"(add it to i18n/fr.toml: it says by {{.Place}} whose time the times of a meeting are)"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	changes := withZone(t)
	changes["i18n/en.toml"] = strings.Replace(changes["i18n/en.toml"], "{{.Place}} time", "{{.City}} time", 1)
	if got := problems(t, changes); len(got) != 1 || !strings.Contains(got[0], "`event.zone` uses {{.City}}, which nothing fills in") {
		t.Errorf("a placeholder that nothing fills in: %q", got)
	}
}

// TestUpcomingByTheDay: what is upcoming follows from the build day, and the site tells the day on which that changes.
func TestUpcomingByTheDay(t *testing.T) {
	day := func(month time.Month, day int) civil.Date { return civil.Date{Year: 2023, Month: month, Day: day} }
	for _, test := range []struct {
		day      civil.Date
		upcoming bool
		next     string
	}{
		{day(11, 1), true, "2023-12-05"}, {day(12, 4), true, "2023-12-05"}, {day(12, 5), true, "2023-12-07"}, {day(12, 6), true, "2023-12-07"}, {day(12, 7), false, "2024-02-01"},
	} {
		m := modelFor(t, "https://example.org/", Options{Day: test.day}, nil)
		for _, lang := range source.Langs() {
			if got := view(t, m, "index", lang).Event().Upcoming; got != test.upcoming {
				t.Errorf("on %s the Ministerial is upcoming in %s: %t", test.day, lang.Name(), got)
			}
		}
		if m.Next.String() != test.next {
			t.Errorf("on %s the site changes next on %s, want %s", test.day, m.Next, test.next)
		}
	}
}

// TestInstantOfADay is what Open Graph takes for a day.
func TestInstantOfADay(t *testing.T) {
	v := view(t, model(t, nil), "announcement", source.English)
	if got := v.Date().Instant() + " " + v.Modified().Instant(); got != "2023-09-22T00:00:00Z 2023-10-02T00:00:00Z" {
		t.Errorf("published and modified: %s", got)
	}
}

// TestGivesZone holds that a place names only the time that is its own.
func TestGivesZone(t *testing.T) {
	tests := []struct {
		french, english, zone string
		want                  bool
	}{
		{"Le Caire", "Cairo", "Africa/Cairo", true},
		{"New York", "New York", "America/New_York", true},
		{"Accra", "Accra", "America/Toronto", false},
		{"En ligne", "Online", "Europe/Zurich", false},
		{"", "", "Africa/Accra", false},
		{"Accra", "Accra", "", false},
	}
	for _, test := range tests {
		pair := &Pair{heads: &heads{halves: [2]*content.Front{
			{Words: content.Words{Place: test.french}}, {Words: content.Words{Place: test.english}},
		}}}
		if got := pair.givesZone(test.zone); got != test.want {
			t.Errorf("%q / %q gives %q: %t, want %t", test.french, test.english, test.zone, got, test.want)
		}
	}
}

// TestStages: a page says of its event what fits the day, in its own language, and nothing where it is put off.
func TestStages(t *testing.T) {
	day := func(day int) civil.Date { return civil.Date{Year: 2023, Month: 12, Day: day} }
	words := "before = \"%[1]s 1\"\nduring = \"%[1]s 2\"\nafter = \"%[1]s 3\""
	changes := files{
		"content/about.toml":  "[event]\nstart = 2023-12-05\nend = 2023-12-06\nstatus = \"held\"\n",
		"content/about.fr.md": half("L’équipe", fmt.Sprintf(words, "L'été"), "Du texte."),
		"content/about.en.md": half("The team", fmt.Sprintf(words, "Summer"), "Some text."),
	}
	for _, test := range []struct {
		day             civil.Date
		stage           string
		french, english string
		upcoming        bool
	}{
		{day(4), "before", "L’été 1", "Summer 1", true}, {day(5), "during", "L’été 2", "Summer 2", true},
		{day(6), "during", "L’été 2", "Summer 2", true}, {day(7), "after", "L’été 3", "Summer 3", false},
	} {
		m := modelFor(t, "https://example.org/", Options{Day: test.day}, changes)
		for lang, want := range map[source.Lang]string{source.French: test.french, source.English: test.english} {
			if e := view(t, m, "about", lang).Event(); e.Stage != test.stage || e.Now != want || e.Upcoming != test.upcoming {
				t.Errorf("on %s it is %q in %s, upcoming %t, and %q", test.day, e.Stage, lang.Name(), e.Upcoming, e.Now)
			}
		}
	}
	changes["content/about.toml"] = "[event]\nstart = 2023-12-05\nstatus = \"postponed\"\n"
	if e := view(t, model(t, changes), "about", source.French).Event(); e.Stage != "" || e.Now != "" || e.Upcoming {
		t.Errorf("a meeting that is put off says %+v", e)
	}
}

// TestStagesOfANotice: what the other half says of its event is not said in the language that has no half.
func TestStagesOfANotice(t *testing.T) {
	m := model(t, files{
		"content/report.en.md": half("Report", `after = "It is over."`, "Some text."),
		"content/report.toml": "[event]\nstart = 2023-10-05\n[exempt]\nlanguage = \"fr\"\nreason = \"traduction en cours\"\n" +
			"owner = \"Ama\"\nuntil = 2024-01-31\n",
	})
	for lang, want := range map[source.Lang]string{source.French: "", source.English: "It is over."} {
		if got := view(t, m, "report", lang).Event().Now; got != want {
			t.Errorf("in %s it says %q, want %q", lang.Name(), got, want)
		}
	}
}

// TestStagesWithoutEvent: what is to be told around an event needs one.
func TestStagesWithoutEvent(t *testing.T) {
	got := problems(t, files{"content/about.en.md": half("The team", `after = "It is over."`, "Some text.")})
	want := []string{"content/about.en.md:3:9 event: the page has a text `after`, and no event " +
		"(state the event's dates under [event], or remove the sentence)"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestMeetings lists those of the whole site, as they follow each other, without the page's own.
func TestMeetings(t *testing.T) {
	m := model(t, files{"content/about.toml": "[event]\nstart = 2023-01-10\n"})
	for key, want := range map[string]string{
		"index":          "/en/about/ /en/meetings/dhaka/ /en/meetings/seoul/",
		"about":          "/en/meetings/dhaka/ /en/meetings/seoul/ /en/",
		"meetings/dhaka": "/en/about/ /en/meetings/seoul/ /en/",
		"announcement":   "/en/about/ /en/meetings/dhaka/ /en/meetings/seoul/ /en/",
	} {
		var got []string
		for _, entry := range view(t, m, key, source.English).Meetings() {
			got = append(got, entry.Href)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s lists %q, want %q", key, got, want)
		}
	}
}

package content

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
)

func TestEvent(t *testing.T) {
	december := civil.Moment{Date: day(2023, 12, 5)}
	noon := civil.Moment{Date: day(2023, 12, 5), Hour: 12, HasTime: true}
	tests := []struct {
		name, text string
		want       *Event
	}{
		{"none", "menu = 1\n", nil},
		{"a day", "start = 2023-12-05\n", &Event{Start: december, End: december, Status: Planned}},
		{"the same day twice", "start = 2023-12-05\nend = 2023-12-05\n",
			&Event{Start: december, End: december, Status: Planned}},
		{"two days", "start = 2023-12-05\nend = 2023-12-06\nstatus = \"postponed\"\n",
			&Event{Start: december, End: civil.Moment{Date: day(2023, 12, 6)}, Status: Postponed}},
		{"a time", "start = 2023-12-05T12:00\nzone = \"Africa/Accra\"\nstatus = \"cancelled\"\n",
			&Event{Start: noon, End: noon, Zone: "Africa/Accra", Status: Cancelled}},
		{"times over midnight", "start = 2023-12-05 12:00:00\nend = 2023-12-06T00:30\nzone = \"America/Port-au-Prince\"\n",
			&Event{Start: noon, End: civil.Moment{Date: day(2023, 12, 6), Minute: 30, HasTime: true},
				Zone: "America/Port-au-Prince", Status: Planned}},
		{"hosts that are no country",
			"start = 2023-12-05\ncountry = \"CI\"\nhosts = [\"UN\", \"EU\", \"KR\"]\nstatus = \"planned\"\n",
			&Event{Start: december, End: december, Country: "CI", Hosts: []string{"UN", "EU", "KR"}, Status: Planned}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := test.text
			if test.want != nil {
				text = "[event]\n" + text
			}
			facts, problems := readFactsText(t, text)
			wantTold(t, problems)
			if diff := cmp.Diff(test.want, facts.Event); diff != "" {
				t.Errorf("the event differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEventWrong(t *testing.T) {
	const start = "start = 2023-12-05\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"no start", "country = \"GH\"\n", []string{"T:1:1 error event: the event has no `start`"}},
		{"no start, and an end", "end = 2023-12-06\n", []string{"T:1:1 error event: the event has no `start`"}},
		{"nothing at all", "", []string{"T:1:1 error event: the event has no `start`"}},
		{"a start in prose", "country = \"GH\"\nstart = \"5 décembre 2023\"\n",
			[]string{"T:3:9 error wrong-type: `start` can't be the text \"5 décembre 2023\""}},
		{"an end in prose", start + "end = \"le 6\"\n",
			[]string{"T:3:7 error wrong-type: `end` can't be the text \"le 6\""}},
		{"an offset", "start = 2023-12-05T12:00:00+01:00\n",
			[]string{"T:2:9 error wrong-type: `start` can't be a time with an offset from UTC"}},
		{"the end before the start", start + "country = \"GH\"\nend = 2023-12-04\n",
			[]string{"T:4:7 error event: the event ends on 2023-12-04, before it starts on 2023-12-05"}},
		{"the end an hour before the start", "start = 2023-12-05T12:00\nend = 2023-12-05T11:00\nzone = \"Africa/Accra\"\n",
			[]string{"T:3:7 error event: the event ends on 2023-12-05T11:00, before it starts on 2023-12-05T12:00"}},
		{"a time at the start alone", "start = 2023-12-05T12:00\nend = 2023-12-06\nzone = \"Africa/Accra\"\n",
			[]string{"T:3:7 error event: one of `start` and `end` has a time and the other has none"}},
		{"a time at the end alone", start + "end = 2023-12-05T12:00\nzone = \"Africa/Accra\"\n",
			[]string{"T:3:7 error event: one of `start` and `end` has a time and the other has none"}},
		{"a time without a zone", "\nstart = 2023-12-05T12:00\n",
			[]string{"T:3:9 error event: the event has a time and no `zone`"}},
		{"a zone that is none", "start = 2023-12-05T12:00\nzone = \"Afrique/Accra\"\n",
			[]string{"T:3:8 error event: \"Afrique/Accra\" is not a time zone"}},
		{"the zone of the machine", "start = 2023-12-05T12:00\nzone = \"Local\"\n",
			[]string{"T:3:8 error event: \"Local\" is not a time zone"}},
		{"a zone outside of the list", "start = 2023-12-05T12:00\nzone = \"../Africa/Accra\"\n",
			[]string{"T:3:8 error event: \"../Africa/Accra\" is not a time zone"}},
		{"a wrong zone and no start", "zone = \"GMT+Accra\"\n", []string{
			"T:1:1 error event: the event has no `start`", "T:2:8 error event: \"GMT+Accra\" is not a time zone"}},
		{"a country by its name", start + "country = \"Côte d’Ivoire\"\n",
			[]string{"T:3:11 error country: \"Côte d’Ivoire\" is not the code of a country"}},
		{"a country in small letters", start + "country = \"gh\"\n",
			[]string{"T:3:11 error country: \"gh\" is not the code of a country"}},
		{"a code of nobody", start + "country = \"UK\"\n",
			[]string{"T:3:11 error country: \"UK\" is not the code of a country"}},
		{"hosts", start + "hosts = [\"GH\", \"ONU\", \"CA\", \"\"]\n", []string{
			"T:3:9 error country: \"ONU\" is not the code of a country",
			"T:3:9 error country: \"\" is not the code of a country"}},
		{"a host that is no text", start + "hosts = [\"GH\", 2]\n",
			[]string{"T:3:16 error wrong-type: `hosts` can't be the number 2"}},
		{"a status misspelt", start + "status = \"canceled\"\n",
			[]string{"T:3:10 error event: \"canceled\" is not a status"}},
		{"a status in French", start + "status = \"Prévue\"\n", []string{"T:3:10 error event: \"Prévue\" is not a status"}},
		{"a key misspelt", start + "contry = \"GH\"\n",
			[]string{"T:3:1 error unknown-key: unknown key `contry` in [event]"}},
		{"the place, a word", start + "place = \"Accra\"\n",
			[]string{"T:3:1 error unknown-key: `place` stands in [event], and belongs to the page"}},
		{"a fact of the page", start + "expiryDate = 2024-01-01\n",
			[]string{"T:3:1 error unknown-key: `expiryDate` stands in [event], and belongs to the page"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := readFactsText(t, "[event]\n"+test.text)
			wantTold(t, problems, test.want...)
		})
	}
}

// TestStage looks at a meeting from the days around it.
func TestStage(t *testing.T) {
	for _, test := range []struct {
		facts string
		day   civil.Date
		want  Stage
	}{
		{"end = 2023-12-06\n", day(2023, 12, 4), Before},
		{"end = 2023-12-06\n", day(2023, 12, 5), During},
		{"end = 2023-12-06\n", day(2023, 12, 6), During},
		{"end = 2023-12-06\n", day(2023, 12, 7), After},
		{"", day(2023, 12, 5), During},
		{"", day(2023, 12, 6), After},
		{"status = \"held\"\n", day(2023, 12, 4), Before},
		{"status = \"held\"\n", day(2023, 12, 6), After},
		{"status = \"postponed\"\n", day(2023, 12, 4), ""},
		{"status = \"cancelled\"\n", day(2023, 12, 4), ""},
	} {
		facts, problems := readFactsText(t, "[event]\nstart = 2023-12-05\n"+test.facts)
		wantTold(t, problems)
		if got := facts.Event.Stage(test.day); got != test.want {
			t.Errorf("%s is %q a meeting of 5 December with %q, want %q", test.day, got, test.facts, test.want)
		}
	}
}

// TestWrongEventIsStillOne holds that what is told of leaves a value that the rest of the site can work with.
func TestWrongEventIsStillOne(t *testing.T) {
	text := "[event]\nstart = 2023-12-05T12:00\nend = \"?\"\nzone = \"Accra\"\nstatus = \"tenue\"\n"
	facts, problems := readFactsText(t, text)
	if len(problems) != 3 {
		t.Fatalf("got %q, want three problems", told(problems))
	}
	noon := civil.Moment{Date: day(2023, 12, 5), Hour: 12, HasTime: true}
	if diff := cmp.Diff(&Event{Start: noon, End: noon, Status: Planned}, facts.Event); diff != "" {
		t.Errorf("the event differs (-want +got):\n%s", diff)
	}
	if hint := problems[2].Hint.English; !strings.HasSuffix(hint, "planned, held, postponed, cancelled") {
		t.Errorf("the hint on a status is %q", hint)
	}
}

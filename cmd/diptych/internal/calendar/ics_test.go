package calendar

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
)

// expect compares with a file of testdata, which has LF line ends so that it can be read and edited.
func expect(t *testing.T, file, got string) {
	t.Helper()
	path := "testdata/" + file
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestWrite(t *testing.T) {
	for _, tag := range []string{"fr", "en-GB"} {
		file := written(t, sample(t, tag))
		checkLines(t, file)
		expect(t, tag+".ics", strings.ReplaceAll(file, "\r\n", "\n"))
		if again := written(t, sample(t, tag)); again != file {
			t.Error("the same facts give another file")
		}
	}
}

// checkLines holds what RFC 5545, 3.1 says of lines.
func checkLines(t testing.TB, file string) {
	t.Helper()
	body, ended := strings.CutSuffix(file, "\r\n")
	if !ended {
		t.Error("the last line has no end")
	}
	for _, line := range strings.Split(body, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line has %d octets: %q", len(line), line)
		}
		if strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) || strings.TrimLeft(line, " ") == "" {
			t.Errorf("not a line: %q", line)
		}
	}
}

// parsed reads a file back.
func parsed(t testing.TB, file string) *ics.Calendar {
	t.Helper()
	c, err := ics.ParseCalendar(strings.NewReader(file))
	if err != nil {
		t.Fatalf("%v in:\n%s", err, file)
	}
	return c
}

// TestParseBack holds that a program finds in both files the same meetings, at the instants that are meant.
func TestParseBack(t *testing.T) {
	french, english := parsed(t, written(t, sample(t, "fr"))), parsed(t, written(t, sample(t, "en-GB")))
	tests := []struct{ uid, start, end string }{
		{"preparatory-process/dhaka@example.org", "20230625", "20230627"},
		{"preparatory-process/mental-health@example.org", "20230718", "20230719"},
		{"preparatory-process/paris@example.org", "2023-10-28T12:15:00Z", "2023-10-29T15:00:00Z"},
		{"preparatory-process/kigali@example.org", "2023-10-23T06:30:00Z", ""},
		{"announcement@example.org", "2023-12-05T09:00:00Z", "2023-12-06T17:30:00Z"},
	}
	for i, test := range tests {
		for tag, c := range map[string]*ics.Calendar{"fr": french, "en-GB": english} {
			event := c.Events()[i]
			got := [...]string{event.Id(), timeOf(event, "DTSTART"), timeOf(event, "DTEND")}
			if want := [...]string{test.uid, test.start, test.end}; got != want {
				t.Errorf("%s: got %q, want %q", tag, got, want)
			}
			for _, property := range event.Properties {
				language := property.ICalParameters["LANGUAGE"]
				switch property.IANAToken {
				case "SUMMARY", "LOCATION", "DESCRIPTION":
					if !cmp.Equal(language, []string{tag}) {
						t.Errorf("%s of %s is in %q, want %s", property.IANAToken, test.uid, language, tag)
					}
				default:
					if language != nil {
						t.Errorf("%s of %s has a language", property.IANAToken, test.uid)
					}
				}
			}
		}
	}
}

// timeOf gives a whole day as it is written, a time as an instant, and "" for neither.
func timeOf(event *ics.VEvent, name string) string {
	property := event.GetProperty(ics.ComponentProperty(name))
	switch {
	case property == nil:
		return ""
	case property.GetValueType() == ics.ValueDataTypeDate:
		return property.Value
	}
	at, err := event.GetStartAt()
	if name == "DTEND" {
		at, err = event.GetEndAt()
	}
	if err != nil {
		return err.Error()
	}
	return at.UTC().Format("2006-01-02T15:04:05Z07:00")
}

// TestEvent looks at single lines of the file of one event.
func TestEvent(t *testing.T) {
	at := func(text string) func(*Event) { return func(e *Event) { e.Start = moment(t, text) } }
	tests := []struct {
		name   string
		change func(*Event)
		want   string // a line, or with ! a beginning that no line has
	}{
		{"stamp", func(e *Event) {}, "DTSTAMP:20230502T000000Z"},
		{"stamp from the change", func(e *Event) { e.Modified, e.Stamp = e.Stamp, civil.Date{} }, "DTSTAMP:20230502T000000Z"},
		{"stamp from the start", func(e *Event) { e.Stamp = civil.Date{} }, "DTSTAMP:20230625T000000Z"},
		{"changed before the stamp", func(e *Event) { e.Modified = day(t, "2023-01-01") }, "SEQUENCE:0"},
		{"never changed", func(e *Event) {}, "SEQUENCE:0"},
		{"sequence", func(e *Event) { e.Modified = day(t, "2023-06-01") }, "SEQUENCE:30"},
		{"modified", func(e *Event) { e.Modified = day(t, "2023-06-01") }, "LAST-MODIFIED:20230601T000000Z"},
		{"never modified", func(e *Event) {}, "!LAST-MODIFIED"},
		{"planned", func(e *Event) {}, "STATUS:CONFIRMED"},
		{"held", func(e *Event) { e.Status = Held }, "STATUS:CONFIRMED"},
		{"postponed", func(e *Event) { e.Status = Postponed }, "STATUS:TENTATIVE"},
		{"cancelled", func(e *Event) { e.Status = Cancelled }, "STATUS:CANCELLED"},
		{"last day of the year", at("2023-12-31"), "DTEND;VALUE=DATE:20240101"},
		{"leap day", at("2024-02-29"), "DTEND;VALUE=DATE:20240301"},
		{"days leave time free", func(e *Event) {}, "TRANSP:TRANSPARENT"},
		{"times don't", at("2023-06-25 09:00"), "!TRANSP"},
		{"time without a zone", at("2023-06-25 09:00"), "DTSTART:20230625T090000"},
		{"time in an unknown zone", func(e *Event) { at("2023-06-25 09:00")(e); e.Zone = "Mars/Base" }, "DTSTART:20230625T090000"},
		{"time in a zone", func(e *Event) { at("2023-06-25 09:05")(e); e.Zone = "Asia/Dhaka" }, "DTSTART;TZID=Asia/Dhaka:20230625T090500"},
		{"days in a zone", func(e *Event) { e.Zone = "Asia/Dhaka" }, "!BEGIN:VTIMEZONE"},
		{"end before the start", func(e *Event) { e.End = moment(t, "2023-06-01") }, "DTEND;VALUE=DATE:20230626"},
		{"end of another kind", func(e *Event) { e.End = moment(t, "2023-06-27 12:00") }, "DTEND;VALUE=DATE:20230626"},
		{"start of another kind", func(e *Event) { at("2023-06-25 09:00")(e); e.End = moment(t, "2023-06-27") }, "!DTEND"},
		{"no start", func(e *Event) { e.Start = civil.Moment{} }, "!BEGIN:VEVENT"},
		{"place and country", func(e *Event) { e.Place, e.Country = "Dacca", "Bangladesh" }, `LOCATION;LANGUAGE=fr:Dacca\, Bangladesh`},
		{"place with its country", func(e *Event) { e.Place, e.Country = "Dacca (Bangladesh)", "Bangladesh" }, `LOCATION;LANGUAGE=fr:Dacca (Bangladesh)`},
		{"country", func(e *Event) { e.Country = "Côte d’Ivoire" }, "LOCATION;LANGUAGE=fr:Côte d’Ivoire"},
		{"no place", func(e *Event) {}, "!LOCATION"},
		{"no description", func(e *Event) {}, "!DESCRIPTION"},
		{"address", func(e *Event) { e.URL = "https://example.org/fr/été,a;b/" }, "URL:https://example.org/fr/été,a;b/"},
		{"address over two lines", func(e *Event) { e.URL = "https://example.org/\r\nBEGIN:VALARM" }, "URL:https://example.org/BEGIN:VALARM"},
		{"no address", func(e *Event) {}, "!URL"},
		{"escapes", func(e *Event) { e.Title = `a,b;c\d:"e"` + "\nf" }, `SUMMARY;LANGUAGE=fr:a\,b\;c\\d:"e"\nf`},
		{"line ends", func(e *Event) { e.Title = "a\r\nb\rc" }, `SUMMARY;LANGUAGE=fr:a\nb\nc`},
		{"control characters", func(e *Event) { e.Title = "a\x00b\x1b\x7f\u0085c\td" }, "SUMMARY;LANGUAGE=fr:abc\td"},
		{"not UTF-8", func(e *Event) { e.Title = "caf\xe9" }, "SUMMARY;LANGUAGE=fr:caf\ufffd"},
		{"no-break spaces", func(e *Event) { e.Title = "«\u00a0Oui\u00a0»" }, "SUMMARY;LANGUAGE=fr:«\u00a0Oui\u00a0»"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := Event{Key: "dhaka", Title: "Réunion", Start: moment(t, "2023-06-25"), Stamp: day(t, "2023-05-02")}
			test.change(&e)
			file := written(t, Calendar{Tag: "fr", Site: "example.org", Events: []Event{e}})
			unwanted, no := strings.CutPrefix(test.want, "!")
			if no == strings.Contains(file, "\r\n"+unwanted) || !no && !strings.Contains(file, "\r\n"+test.want+"\r\n") {
				t.Errorf("want %s in:\n%s", test.want, file)
			}
		})
	}
}

func TestNameless(t *testing.T) {
	file := written(t, Calendar{Tag: "fr", Events: []Event{{Key: "dhaka", Title: "Réunion", Start: moment(t, "2023-06-25")}}})
	if strings.Contains(file, "CALNAME") || strings.Contains(file, "NAME:") {
		t.Errorf("a calendar without a name has one:\n%s", file)
	}
	if uid := parsed(t, file).Events()[0].Id(); uid != "dhaka" {
		t.Errorf("without a site the UID is %q", uid)
	}
}

// TestFold holds that long lines are folded between characters, wherever those of several octets fall.
func TestFold(t *testing.T) {
	for _, unit := range []string{"é", "œ", "’", "日本", "🕊", "a é", "« ", " ", "\n", `\n`, ",", "<é>"} {
		for shift := range 5 {
			title := strings.Repeat("x", shift) + strings.Repeat(unit, 200) + "."
			file := written(t, Calendar{Tag: "fr", Events: []Event{{Key: "k", Title: title, Start: moment(t, "2023-06-25")}}})
			if unit != " " { // a line of spaces alone is one, if a poor one
				checkLines(t, file)
			}
			if got := textOf(parsed(t, file).Events()[0], ics.ComponentPropertySummary); got != title {
				t.Errorf("%q is read back as %q", title, got)
			}
		}
	}
}

func textOf(event *ics.VEvent, property ics.ComponentProperty) string {
	if found := event.GetProperty(property); found != nil {
		return found.Value
	}
	return ""
}

// TestWriteFails holds that what the disk says isn't lost.
func TestWriteFails(t *testing.T) {
	full := errors.New("no space left")
	if err := Write(failing{full}, sample(t, "fr")); !errors.Is(err, full) {
		t.Errorf("the error is %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// FuzzWrite holds that any texts are read back as they are, but for what no file may hold.
func FuzzWrite(f *testing.F) {
	f.Add("Réunion : l’été", "a, b; c\\d\n", "Côte d’Ivoire", "dossier/clé", "https://example.org/é")
	f.Add("BEGIN:VEVENT\r\n", `\\n\,`, "\u2028\u0085", "\xff\n", "x\ny")
	f.Add(strings.Repeat("é ", 99), strings.Repeat("\\", 99), strings.Repeat("<>", 60), "", ";:,\"")
	f.Fuzz(func(t *testing.T, title, description, place, key, url string) {
		e := Event{Key: key, Title: title, Description: description, Place: place, URL: url, Start: moment(t, "2023-06-25")}
		file := written(t, Calendar{Tag: "fr", Name: title, Site: "example.org", Events: []Event{e}})
		for _, line := range strings.Split(strings.TrimSuffix(file, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
				t.Fatalf("not a line: %q", line)
			}
		}
		events := parsed(t, file).Events()
		if len(events) != 1 {
			t.Fatalf("%d events in:\n%s", len(events), file)
		}
		got := []string{events[0].Id()}
		for _, property := range []string{"SUMMARY", "DESCRIPTION", "LOCATION", "URL"} {
			got = append(got, textOf(events[0], ics.ComponentProperty(property)))
		}
		want := []string{oneLine(key + "@example.org"), clean(title), clean(description), clean(place), oneLine(url)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("texts differ (-want +got):\n%s", diff)
		}
	})
}

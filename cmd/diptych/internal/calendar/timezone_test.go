package calendar

import (
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
)

// TestTimezones gives each zone as a program reads it: the days on which its clocks change, and the offsets.
func TestTimezones(t *testing.T) {
	tests := []struct {
		name, zone, start, end string
		want                   []string
	}{
		{"no change for long", "Africa/Accra", "2023-12-05 09:00", "", []string{"STANDARD 16010101T000000 +0000 +0000 GMT"}},
		{"no change ever", "Etc/GMT+5", "2023-12-05 09:00", "", []string{"STANDARD 16010101T000000 -0500 -0500 -05"}},
		{"half an hour", "Asia/Kolkata", "2023-12-05 09:00", "", []string{"STANDARD 16010101T000000 +0530 +0530 IST"}},
		{"winter", "America/Toronto", "2023-12-05 09:00", "2023-12-06 17:00", []string{"STANDARD 20231105T020000 -0400 -0500 EST"}},
		{"summer", "America/Toronto", "2023-07-05 09:00", "", []string{"DAYLIGHT 20230312T020000 -0500 -0400 EDT"}},
		{"over a change", "Europe/Paris", "2023-10-28 14:15", "2023-10-29 16:00", []string{
			"DAYLIGHT 20230326T020000 +0100 +0200 CEST", "STANDARD 20231029T030000 +0200 +0100 CET"}},
		{"up to a change", "Europe/Paris", "2023-10-28 14:15", "2023-10-29 02:59", []string{
			"DAYLIGHT 20230326T020000 +0100 +0200 CEST"}},
		{"from a change on", "Europe/Paris", "2023-10-29 03:00", "", []string{"STANDARD 20231029T030000 +0200 +0100 CET"}},
		{"over two changes", "Europe/London", "2024-02-01 09:00", "2024-12-01 09:00", []string{
			"STANDARD 20231029T020000 +0100 +0000 GMT", "DAYLIGHT 20240331T010000 +0000 +0100 BST",
			"STANDARD 20241027T020000 +0100 +0000 GMT"}},
		{"over new years", "Europe/Paris", "2049-11-05 09:00", "2050-01-05 09:00", []string{
			"STANDARD 20491031T030000 +0200 +0100 CET"}},
		{"on the last day of a leap year", "Europe/Paris", "2024-12-31 23:00", "2024-12-31 23:30", []string{
			"STANDARD 20241027T030000 +0200 +0100 CET"}},
		{"at the second of a change", "Europe/Paris", "2023-03-26 03:00", "", []string{"DAYLIGHT 20230326T020000 +0100 +0200 CEST"}},
		{"a minute before it", "Europe/Paris", "2023-03-26 01:59", "", []string{"STANDARD 20221030T030000 +0200 +0100 CET"}},
		{"beyond the table", "Europe/Paris", "2050-07-14 12:00", "", []string{"DAYLIGHT 20500327T020000 +0100 +0200 CEST"}},
		{"offset with seconds", "Africa/Monrovia", "1971-06-01 09:00", "1972-06-01 09:00", []string{
			"STANDARD 16010101T000000 -004430 -004430 MMT", "STANDARD 19720107T000000 -004430 +0000 GMT"}},
		{"a day left out", "Pacific/Apia", "2012-01-01 09:00", "", []string{"DAYLIGHT 20111230T000000 -1000 +1400 +14"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := Event{Key: "k", Zone: test.zone, Start: moment(t, test.start)}
			if test.end != "" {
				e.End = moment(t, test.end)
			}
			if diff := cmp.Diff(test.want, observances(t, written(t, Calendar{Events: []Event{e}}))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// observances gives each STANDARD and DAYLIGHT of a file as one line.
func observances(t *testing.T, file string) []string {
	t.Helper()
	var lines []string
	for _, zone := range parsed(t, file).Timezones() {
		for _, part := range zone.SubComponents() {
			name := "STANDARD"
			if _, summer := part.(*ics.Daylight); summer {
				name = "DAYLIGHT"
			}
			words := []string{name}
			for _, property := range part.UnknownPropertiesIANAProperties() {
				words = append(words, property.Value)
			}
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return lines
}

// TestZonesOnce holds that a zone is defined once, for all its events together, and before them.
func TestZonesOnce(t *testing.T) {
	c := Calendar{Events: []Event{
		{Key: "c", Zone: "Europe/Paris", Start: moment(t, "2024-04-02 09:00")},
		{Key: "b", Zone: "Asia/Dhaka", Start: moment(t, "2023-06-25 09:00")},
		{Key: "a", Zone: "Europe/Paris", Start: moment(t, "2024-01-09 09:00"), End: moment(t, "2024-01-09 17:00")},
		{Key: "d", Zone: "Europe/Paris", Start: moment(t, "2024-02-09 09:00")},
	}}
	file := written(t, c)
	want := []string{
		"STANDARD 16010101T000000 +0600 +0600 +06",
		"STANDARD 20231029T030000 +0200 +0100 CET", "DAYLIGHT 20240331T020000 +0100 +0200 CEST",
	}
	if diff := cmp.Diff(want, observances(t, file)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if strings.LastIndex(file, "END:VTIMEZONE") > strings.Index(file, "BEGIN:VEVENT") {
		t.Errorf("a zone comes after an event:\n%s", file)
	}
}

func TestUTCOffset(t *testing.T) {
	for want, offset := range map[string]time.Duration{
		"+0000": 0, "+0545": 345 * time.Minute, "-0330": -210 * time.Minute, "+1400": 14 * time.Hour,
		"-004430": -(44*time.Minute + 30*time.Second), "+020016": 2*time.Hour + 16*time.Second, "-0030": -30 * time.Minute,
	} {
		if got := utcOffset(offset); got != want {
			t.Errorf("%s is written %s, want %s", offset, got, want)
		}
	}
}

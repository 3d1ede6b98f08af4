package calendar

import "testing"

// TestTimes writes days and times in zones with offsets of whole and of broken hours, on both sides of a change.
func TestTimes(t *testing.T) {
	tests := []struct{ local, zone, iso, offset string }{
		{"2023-12-05", "Africa/Accra", "2023-12-05", "UTC"},
		{"2023-12-05", "", "2023-12-05", ""},
		{"2023-12-05 09:00", "Africa/Accra", "2023-12-05T09:00+00:00", "UTC"},
		{"2023-12-05 09:00", "UTC", "2023-12-05T09:00+00:00", "UTC"},
		{"2023-06-25 00:05", "Asia/Dhaka", "2023-06-25T00:05+06:00", "UTC+06:00"},
		{"2023-06-25 23:59", "Asia/Kolkata", "2023-06-25T23:59+05:30", "UTC+05:30"},
		{"2023-12-05 14:15", "America/St_Johns", "2023-12-05T14:15-03:30", "UTC−03:30"},
		{"2023-07-18 14:15", "America/St_Johns", "2023-07-18T14:15-02:30", "UTC−02:30"},
		{"2023-07-18 14:15", "Europe/Paris", "2023-07-18T14:15+02:00", "UTC+02:00"},
		{"2023-12-05 14:15", "Europe/Paris", "2023-12-05T14:15+01:00", "UTC+01:00"},
		{"2023-12-05 14:15", "Pacific/Kiritimati", "2023-12-05T14:15+14:00", "UTC+14:00"},
		{"2023-12-05 14:15", "Mars/Base", "2023-12-05T14:15", ""},
		{"2023-12-05 14:15", "", "2023-12-05T14:15", ""},
	}
	for _, test := range tests {
		at := moment(t, test.local)
		if got := ISO(at, test.zone); got != test.iso {
			t.Errorf("%s in %q is %s, want %s", test.local, test.zone, got, test.iso)
		}
		if got := Offset(at, test.zone); got != test.offset {
			t.Errorf("%s in %q has the offset %q, want %q", test.local, test.zone, got, test.offset)
		}
	}
}

package civil

import (
	"cmp"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	tests := []struct {
		text string
		want Date
	}{
		{"2023-12-05", Date{2023, time.December, 5}},
		{"2024-02-29", Date{2024, time.February, 29}},
		{"2000-02-29", Date{2000, time.February, 29}},
		{"0001-01-01", Date{1, time.January, 1}},
		{"9999-12-31", Date{9999, time.December, 31}},
	}
	for _, test := range tests {
		got, err := ParseDate(test.text)
		if err != nil || got != test.want {
			t.Errorf("ParseDate(%q) = %v, %v; want %v", test.text, got, err, test.want)
		}
		if got.String() != test.text {
			t.Errorf("%q is written back as %q", test.text, got)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, text := range []string{
		"", "5 décembre 2023", "5 December 2023", "05/12/2023", "2023-12-5", "2023-1-05", "23-12-05", "20231205",
		"2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-12-00", "2023-12-05T14:15",
		" 2023-12-05", "2023-12-05 ", "+2023-12-05", "２０２３-12-05",
	} {
		date, err := ParseDate(text)
		if err == nil {
			t.Errorf("ParseDate(%q) gives %v", text, date)
			continue
		}
		if !date.IsZero() {
			t.Errorf("ParseDate(%q) gives %v with its error", text, date)
		}
	}
	want := `"5 décembre 2023" is not a day of the form yyyy-mm-dd`
	if _, err := ParseDate("5 décembre 2023"); err == nil || err.Error() != want {
		t.Errorf("the error is %v, want %s", err, want)
	}
}

func TestDateNext(t *testing.T) {
	tests := []struct{ day, next string }{
		{"2023-12-05", "2023-12-06"},
		{"2023-01-31", "2023-02-01"},
		{"2023-02-28", "2023-03-01"},
		{"2024-02-28", "2024-02-29"},
		{"2024-02-29", "2024-03-01"},
		{"2000-02-28", "2000-02-29"},
		{"1900-02-28", "1900-03-01"},
		{"2023-03-25", "2023-03-26"}, // summer time begins in France
		{"2023-03-26", "2023-03-27"},
		{"2023-12-31", "2024-01-01"},
		{"1999-12-31", "2000-01-01"},
	}
	for _, test := range tests {
		day := mustDate(t, test.day)
		if next := day.Next(); next.String() != test.next {
			t.Errorf("the day after %s is %s, want %s", day, next, test.next)
		}
	}
}

// TestDateOrder compares each of some ascending days with each.
func TestDateOrder(t *testing.T) {
	days := []Date{{}}
	for _, text := range []string{"0001-01-01", "1999-12-31", "2000-01-01", "2023-11-30", "2023-12-04", "2023-12-05",
		"2024-02-28", "2024-02-29", "2024-03-01", "2033-01-01"} {
		days = append(days, mustDate(t, text))
	}
	for i, a := range days {
		for j, b := range days {
			if got := a.Compare(b); sign(got) != sign(i-j) {
				t.Errorf("%s compared with %s is %d", a, b, got)
			}
			if got := cmp.Compare(a.Number(), b.Number()); got != sign(i-j) {
				t.Errorf("the numbers of %s and %s, %d and %d, are in another order", a, b, a.Number(), b.Number())
			}
			if a.Before(b) != (i < j) || a.After(b) != (i > j) {
				t.Errorf("%s and %s: Before is %v and After is %v", a, b, a.Before(b), a.After(b))
			}
		}
	}
}

// TestDateOf takes one instant that falls on different days in Paris and in Ottawa.
func TestDateOf(t *testing.T) {
	instant := time.Date(2023, time.December, 31, 23, 30, 0, 0, time.UTC)
	tests := []struct {
		zone *time.Location
		want string
	}{
		{time.UTC, "2023-12-31"},
		{time.FixedZone("Paris", 3600), "2024-01-01"},
		{time.FixedZone("Ottawa", -5*3600), "2023-12-31"},
	}
	for _, test := range tests {
		if got := DateOf(instant.In(test.zone)); got.String() != test.want {
			t.Errorf("in %s the day is %s, want %s", test.zone, got, test.want)
		}
	}
}

func mustDate(t *testing.T, text string) Date {
	t.Helper()
	date, err := ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return date
}

func sign(n int) int { return min(max(n, -1), 1) }

package locale

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/civil"
)

// readable shows the spaces in which a line must not end as "~" and the narrow one as "^".
func readable(text string) string { return strings.NewReplacer(nbsp, "~", "\u202f", "^").Replace(text) }

// TestMoments shows what a reader gets; that days, ranges and times are right one by one is for TestAgainstCLDR.
func TestMoments(t *testing.T) {
	tests := []struct{ tag, from, to, want string }{
		{"fr", "2023-12-05", "", "5~décembre 2023"},
		{"fr", "", "2023-12-01", "1er~décembre 2023"},
		{"fr", "", "", ""},
		{"fr", "2023-06-25", "2023-06-26", "25–26~juin 2023"},
		{"fr-CA", "2023-06-25", "2023-07-01", "25~juin~– 1er~juillet 2023"},
		{"fr-EU", "2023-12-31", "2024-01-01", "31~décembre 2023~– 1er~janvier 2024"},
		{"en-GB", "2023-06-25", "2023-06-26", "25–26~June 2023"},
		{"en-CA", "2023-06-25", "2023-07-03", "June~25~– July~3, 2023"},
		{"en-US", "2023-06-25", "2023-06-26", "June~25–26, 2023"},

		{"fr", "2023-07-18T14:15", "", "18~juillet 2023, 14~h~15"},
		{"fr", "", "2023-07-18T14:05", "18~juillet 2023, 14~h~05"},
		{"fr-CA", "2023-07-18T08:05", "2023-07-18T08:05", "18~juillet 2023, 8~h~5"},
		{"fr", "2023-07-18T14:15", "2023-07-18T16:00", "18~juillet 2023, 14~h~15~– 16~h"},
		{"en-GB", "2023-07-18T14:15", "2023-07-18T16:00", "18~July 2023, 2.15–4~p.m."},
		{"en-CA", "2023-07-18T10:00", "2023-07-18T16:00", "July~18, 2023, 10~a.m.~– 4~p.m."},
		{"en-GB", "2023-07-18T10:00", "2023-07-18T12:00", "18~July 2023, 10~a.m.~– noon"},
		{"en-US", "2023-07-18T12:00", "2023-07-18T16:00", "July~18, 2023, 12:00–4:00~PM"},
		{"en-GB", "2023-07-18T00:00", "2023-07-18T00:30", "18~July 2023, 12–12.30~a.m."},
		{"en-GB", "2023-07-18T14:15", "2023-07-19T16:00", "18~July 2023, 2.15~p.m.~– 19~July 2023, 4~p.m."},

		{"fr", "2023-07-18T14:15", "2023-07-18", "18~juillet 2023, 14~h~15"},
		{"fr", "2023-07-18T14:15", "2023-07-20", "18~juillet 2023, 14~h~15~– 20~juillet 2023"},
		{"en-GB", "2023-07-18", "2023-07-20T16:00", "18~July 2023~– 20~July 2023, 4~p.m."},
		{"en-GB", "2023-07-18", "2023-07-18T16:00", "18~July 2023~– 18~July 2023, 4~p.m."},
	}
	for _, test := range tests {
		got := readable(mustNew(t, test.tag).Moments(moment(t, test.from), moment(t, test.to)))
		if got != test.want {
			t.Errorf("%s from %q to %q: got %q, want %q", test.tag, test.from, test.to, got, test.want)
		}
	}
}

// TestMomentParts cuts ranges of each form at their dash, and holds that the pieces are the whole.
func TestMomentParts(t *testing.T) {
	tests := []struct{ tag, from, to, want string }{
		{"fr", "2023-12-05", "2023-12-05", "5~décembre 2023||"},
		{"fr", "2023-06-25", "2023-06-26", "25|–|26~juin 2023"},
		{"fr", "2023-06-30", "2023-07-01", "30~juin|~– |1er~juillet 2023"},
		{"en-US", "2023-06-25", "2023-06-26", "June~25|–|26, 2023"},
		{"en-GB", "2023-12-31", "2024-01-01", "31~December 2023|~– |1~January 2024"},
		{"fr", "2023-07-18T14:15", "2023-07-18T14:15", "18~juillet 2023, 14~h~15||"},
		{"fr", "2023-07-18T14:15", "2023-07-18T16:00", "18~juillet 2023, 14~h~15|~– |16~h"},
		{"en-GB", "2023-07-18T14:15", "2023-07-18T16:00", "18~July 2023, 2.15|–|4~p.m."},
		{"en-GB", "2023-07-18T14:15", "2023-07-19T16:00", "18~July 2023, 2.15~p.m.|~– |19~July 2023, 4~p.m."},
	}
	for _, test := range tests {
		l, from, to := mustNew(t, test.tag), moment(t, test.from), moment(t, test.to)
		start, dash, end := l.MomentParts(from, to)
		if got := readable(start + "|" + dash + "|" + end); got != test.want {
			t.Errorf("%s from %q to %q: got %q, want %q", test.tag, test.from, test.to, got, test.want)
		}
		if whole := l.Moments(from, to); start+dash+end != whole {
			t.Errorf("the pieces %q, %q and %q are not %q", start, dash, end, whole)
		}
	}
}

// TestEveryDayReadsBack makes sure that no two days of four years, one of them a leap year, are written alike.
func TestEveryDayReadsBack(t *testing.T) {
	for _, row := range table {
		l, seen := mustNew(t, row.name), map[string]civil.Date{}
		last := moment(t, "2027-12-31").Date
		for d := moment(t, "2024-01-01").Date; !d.After(last); d = d.Next() {
			text := l.Date(d)
			if other, ok := seen[text]; ok {
				t.Fatalf("%s: both %s and %s are %q", row.name, other, d, text)
			}
			seen[text] = d
		}
	}
}

func BenchmarkDate(b *testing.B) {
	l, d := mustNew(b, "fr"), moment(b, "2023-12-05").Date
	for b.Loop() {
		l.Date(d)
	}
}

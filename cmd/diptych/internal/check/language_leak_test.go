package check

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBetween(t *testing.T) {
	for _, test := range []struct {
		text, open, end string
		want            []string
	}{
		{"Il dit « oui », puis « non ».", "«", "»", []string{" oui ", " non "}},
		{"“a” b “c", "“", "”", []string{"a"}},
		{`un "deux" trois "quatre" cinq`, `"`, `"`, []string{"deux", "quatre"}},
		{"« a « b » c »", "«", "»", []string{" a « b "}},
		{"() (a)", "(", ")", []string{"", "a"}},
		{"» a «", "«", "»", nil},
		{"", "«", "»", nil},
	} {
		var got []string
		for _, part := range between(test.text, test.open, test.end) {
			got = append(got, test.text[part.from:part.to])
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// TestLeak holds where a leak begins and ends, and what is none.
func TestLeak(t *testing.T) {
	for _, test := range []struct{ french, want string }{
		{"Les délégués se présentent before the opening of the session, munis de leur badge.", "before the opening of the session"},
		{"Before the opening of the session, les délégués se présentent.", "the opening of the session"},
		{"Les délégués se présentent at the same time.", "at the same time"},
		{"Les délégués se présentent « before the opening of the session ».", ""},
		{"Les délégués lisent *the rules of the house* ce matin.", ""},
		{"Les délégués lisent [the rules of the house]{lang=en} ce matin.", ""},
		{"Les délégués lisent The New Rules Of This House ce matin.", ""},
		{"Le think tank tient un brainstorming.", ""},
		{"La séance est levée à midi, et le public sort par la cour.", ""},
	} {
		r := bodyRow(t, test.french, "The delegates come before the session is opened, and show their badges at the door.")
		got := ""
		if at, found := r.french.leak(); found {
			got = at.text()
		}
		if got != test.want {
			t.Errorf("in %q English is %q, want %q", test.french, got, test.want)
		}
	}
}

package check

import (
	"testing"
	"unique"

	"github.com/google/go-cmp/cmp"
)

func TestAreTwins(t *testing.T) {
	for _, test := range []struct {
		french, english string
		want            bool
	}{
		{"Lacriox", "Lacroix", true},
		{"MINUSCA", "MINUCSA", true},
		{"Dakra", "Dakar", true}, // also at the end
		{"Élie", "Éile", true},
		{"AG", "GA", false},
		{"NU", "UN", true},
		{"TI", "IT", false}, // each other's answers
		{"UE", "EU", false},
		{"Centre", "Center", false}, // cognates
		{"OTAN", "NATO", false},
		{"Lacroix", "Lacroix", false},
		{"Dacca", "Dhaka", false},
		{"Mali", "Malí", false},
		{"Diallo", "Dialo", false}, // a letter is missing: that may be another name
		{"Noé", "NEO", false},
	} {
		if got := areTwins(test.french, test.english); got != test.want {
			t.Errorf("%q and %q are a slip apart: %t, want %t", test.french, test.english, got, test.want)
		}
	}
}

// TestSteadyNames holds what the site has to show of a name before one that misses it is told of.
func TestSteadyNames(t *testing.T) {
	tally := func(text string, shared, alone int32) nameTally {
		return nameTally{unique.Make(text), shared, alone}
	}
	page := func(tallies ...nameTally) nameStudy { return nameStudy{rows: 2000, tallies: tallies} }
	steady := steadyNames([]nameStudy{
		page(tally("Guimet", 12, 0), tally("Diallo", 2, 0), tally("Canada", 9, 1), tally("Paris", 1, 9), tally("Accra", 600, 0)),
		page(tally("Guimet", 8, 1), tally("Diallo", 1, 0), tally("Canada", 2, 6), tally("Paris", 11, 0)),
	})
	want := map[string]bool{"Guimet": true}
	if diff := cmp.Diff(want, steady); diff != "" {
		t.Errorf("names that are always in both halves (-want +got):\n%s", diff)
	}
}

// TestKnownTwins holds that two names which answer each other in two rows are no slip.
func TestKnownTwins(t *testing.T) {
	one, two := [2]string{"SI", "IS"}, [2]string{"Lacriox", "Lacroix"}
	known := knownTwins([]nameStudy{{twins: [][2]string{one, two}}, {twins: [][2]string{one}}})
	if !known[one] || known[two] {
		t.Errorf("known are %v", known)
	}
}

func TestNames(t *testing.T) {
	r := bodyRow(t, "La MINUSCA, l’A4P+ et Mme Sow à Dakar ; en 2e, `Code` et le CO2.", "MINUSCA, A4P+ and Ms Sow in Dakar; second, `Code` and CO2.")
	var got []string
	for _, n := range r.french.names() {
		got = append(got, n.text)
	}
	if diff := cmp.Diff([]string{"La", "MINUSCA", "A4P+", "Mme", "Sow", "Dakar", "CO2"}, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	n := r.names()
	common, french, english := n.common, n.frenchAlone, n.englishAlone
	if diff := cmp.Diff(map[string]bool{"MINUSCA": true, "A4P+": true, "Sow": true, "Dakar": true, "CO2": true}, common); diff != "" {
		t.Errorf("names of both halves (-want +got):\n%s", diff)
	}
	if len(french) != 2 || len(english) != 1 || english[0].text != "Ms" {
		t.Errorf("names of one half are %v and %v", french, english)
	}
}

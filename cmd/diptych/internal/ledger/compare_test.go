package ledger

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompare(t *testing.T) {
	tests := []struct {
		name            string
		french, english []string // replaced
		state           State
		want            string
	}{
		{"nothing", nil, nil, Confirmed, ""},
		{"a French word", []string{"accueille", "reçoit"}, nil, FrenchChanged, lines(
			"fr: Le Ghana reçoit à Accra, les 5 et 6 décembre 2023, la Conférence ministérielle. " +
				"Ghana is to host the Ministerial Meeting in Accra on 5 and 6 December 2023.")},
		{"an English number", nil, []string{"30-31 August", "29-31 August"}, EnglishChanged,
			lines("en: Islamabad : 30-31 août 2023 Islamabad: 29-31 August 2023")},
		{"an accent", []string{"Dates et lieux", "Datés et lieux"}, nil, FrenchChanged, lines("fr: Datés et lieux Dates and places")},
		{"a title", []string{"L’atelier des langues", "Contact"}, nil, FrenchChanged, lines("fr: Contact The language workshop")},
		{"both titles", []string{"L’atelier des langues", "Contact"}, []string{"The language workshop", "Contact us"}, BothChanged,
			lines("both: Contact Contact us")},
		{"the target of a link", nil, []string{"doc:note", "doc:notes"}, EnglishChanged,
			lines("en: Voir la note et . See the note and .")},
		{"an alternative text", []string{"une photo", "la photo"}, nil, FrenchChanged,
			lines("fr: Voir la note et . See the note and .")},
		{"both halves of a block", []string{"accueille", "reçoit"}, []string{"is to host", "will host"}, BothChanged, lines(
			"both: Le Ghana reçoit à Accra, les 5 et 6 décembre 2023, la Conférence ministérielle. " +
				"Ghana will host the Ministerial Meeting in Accra on 5 and 6 December 2023.")},
		{"one half each", []string{"accueille", "reçoit"}, []string{"| June |", "| July |"}, BothChanged, lines(
			"fr: Le Ghana reçoit à Accra, les 5 et 6 décembre 2023, la Conférence ministérielle. "+
				"Ghana is to host the Ministerial Meeting in Accra on 5 and 6 December 2023.",
			"en: juin\nDacca July\nDhaka")},
		{"rewritten as a whole", []string{"Islamabad : 30-31 août 2023", "Kigali"}, []string{"Islamabad: 30-31 August 2023", "Kigali too"},
			BothChanged, lines("both: Kigali Kigali too")},
		{"moved alike", []string{"- Dacca : 25-26 juin 2023\n- Islamabad : 30-31 août 2023", "- Islamabad : 30-31 août 2023\n- Dacca : 25-26 juin 2023"},
			[]string{"- Dhaka: 25-26 June 2023\n- Islamabad: 30-31 August 2023", "- Islamabad: 30-31 August 2023\n- Dhaka: 25-26 June 2023"},
			Confirmed, ""},
		{"moved far, one half changed", []string{"- Dacca : 25-26 juin 2023\n", "", "- Oui\n- Oui\n", "- Oui\n- Oui\n- Dacca : 25-26 juin 2023\n"},
			[]string{"- Dhaka: 25-26 June 2023\n", "", "- Yes\n- Yes\n", "- Yes\n- Yes\n- Dhaka: 24-26 June 2023\n"},
			EnglishChanged, lines("en: Dacca : 25-26 juin 2023 Dhaka: 24-26 June 2023")},
		{"a new block", []string{"- Oui\n", "- Kigali : 23-24 octobre 2023\n- Oui\n"}, []string{"- Yes\n", "- Kigali: 23-24 October 2023\n- Yes\n"},
			New, lines("new: Kigali : 23-24 octobre 2023 Kigali: 23-24 October 2023")},
		{"a new block in one half", []string{"## Dates", "Une phrase de plus.\n\n## Dates"}, nil, New, lines("new: Une phrase de plus. ∅")},
		{"a block that is gone", []string{"- Dacca : 25-26 juin 2023\n", ""}, []string{"- Dhaka: 25-26 June 2023\n", ""}, New,
			lines("gone: Dacca : 25-26 juin 2023 / Dhaka: 25-26 June 2023")},
		{"a half that is gone", nil, []string{"- Dhaka: 25-26 June 2023\n", ""}, EnglishChanged, lines("en: Dacca : 25-26 juin 2023 ∅")},
		{"one of two that are equal", []string{"- Oui\n", ""}, []string{"- Yes\n", ""}, New, lines("gone: Oui / Yes")},
		{"another level", []string{"## Dates", "### Dates"}, []string{"## Dates", "### Dates"}, BothChanged,
			lines("both: Dates et lieux Dates and places")},
	}
	lock := confirmed(pairOf(frenchPage, englishPage))
	for _, test := range tests {
		c := Compare(lock, pairOf(edited(t, frenchPage, test.french...), edited(t, englishPage, test.english...)))
		if diff := cmp.Diff(test.want, told(c)); diff != "" || c.State() != test.state {
			t.Errorf("%s: state %d, want %d (-want +got)\n%s", test.name, c.State(), test.state, diff)
		}
	}
}

func TestNever(t *testing.T) {
	c := Compare(Lock{}, pairOf(frenchPage, englishPage))
	if n := c.Counts(); c.State() != Never || n != (Counts{New: 10}) || !c.Newest().IsZero() {
		t.Errorf("state %d, %+v, %s", c.State(), n, c.Newest())
	}
}

// TestTyping holds that typing, typography, wrapping and emphasis change nothing.
func TestTyping(t *testing.T) {
	french := edited(t, frenchPage, "L’atelier", "L'atelier", "Le Ghana accueille à Accra, les 5 et 6 décembre",
		"Le **Ghana**\naccueille à\nAccra, les 5 et 6\u00a0décembre", "Dacca : 25-26 juin", "Dacca\u00a0: 25–26\u00a0juin",
		"- Oui\n- Oui", "* Oui\n\n\n* _Oui_", "[la note](doc:note)", "[la *note*][n]", "| juin | Dacca |\n", "|juin|Dacca|\n\n[n]: doc:note\n",
		"## Dates et lieux {#dates}", "Dates et lieux\n---", "Conférence", "Confe\u0301rence")
	english := edited(t, englishPage, "Dhaka: 25-26 June", "Dhaka: 25–26\u00a0June", "Ministerial Meeting in", "Ministerial\n  Meeting in")
	if got := told(Compare(confirmed(pairOf(frenchPage, englishPage)), pairOf(french, english))); got != "" {
		t.Error(got)
	}
}

func TestJoin(t *testing.T) {
	pair := pairOf("Un\nDeux", "One\nTwo")
	if len(pair.Rows) != 2 || pair.French[0].Key != "title" || pair.English[1].Text != "Two" || !pair.Rows[1].IsPair() ||
		pair.French[0].Pos.String() != "content/page.fr.md:2:9" {
		t.Errorf("%+v", pair)
	}
}

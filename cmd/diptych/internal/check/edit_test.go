package check

import "testing"

func TestSlipOf(t *testing.T) {
	for _, test := range []struct {
		typed, meant string
		want         slip
	}{
		{"réunoin", "réunion", swapped},
		{"Lacriox", "Lacroix", swapped},
		{"accueil", "acceuil", swapped},
		{"abcd", "acbd", swapped},
		{"commitee", "committee", dropped},
		{"réunon", "réunion", dropped},
		{"abc", "abbc", dropped},
		{"neighbbour", "neighbour", added},
		{"bibliiothèque", "bibliothèque", added},

		{"réunion", "réunion", noSlip},
		{"réunions", "réunion", noSlip}, // grammar
		{"réunion", "réunions", noSlip},
		{"unités", "unité", noSlip},
		{"eréunion", "réunion", noSlip},
		{"érunion", "réunion", noSlip}, // the first letter
		{"réunino", "réunion", noSlip}, // the last one
		{"réunian", "réunion", noSlip}, // another letter
		{"réuinon", "réunion", swapped},
		{"réinuon", "réunion", noSlip}, // two letters apart
		{"réunoi", "réunion", noSlip},
		{"abcabd", "abd", noSlip},
		{"bacd", "abdc", noSlip},
		{"", "", noSlip},
		{"a", "a", noSlip},
		{"ab", "ab", noSlip},
		{"ab", "acb", dropped},
	} {
		if got := slipOf([]rune(test.typed), []rune(test.meant)); got != test.want {
			t.Errorf("%q is of %q by slip %d, want %d", test.typed, test.meant, got, test.want)
		}
	}
}

// TestSlipsTurn holds that what is dropped in one direction is added in the other.
func TestSlipsTurn(t *testing.T) {
	turned := map[slip]slip{noSlip: noSlip, swapped: swapped, dropped: added, added: dropped}
	words := []string{"comité", "comitté", "cmoité", "comit", "omité", "comités", "cité", "réunion", "ab", "a", ""}
	for _, one := range words {
		for _, two := range words {
			there, back := slipOf([]rune(one), []rune(two)), slipOf([]rune(two), []rune(one))
			if back != turned[there] {
				t.Errorf("%q of %q is %d, and the other way %d", one, two, there, back)
			}
		}
	}
}

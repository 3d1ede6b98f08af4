package check

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSlipsIn(t *testing.T) {
	total := map[string]int{
		"réunion": 5, "réunoin": 1, // told
		"comité": 3, "comitté": 2, // twice is no slip
		"délégué": 4, "déléguée": 1, // grammar
		"protocole": 1, "protocle": 1, // nothing stands often
		"bibliothécaire": 2, "bibliothéaire": 1,
	}
	want := map[string]string{"réunoin": "réunion", "bibliothéaire": "bibliothécaire"}
	if diff := cmp.Diff(want, slipsIn(total)); diff != "" {
		t.Errorf("slips (-want +got):\n%s", diff)
	}
}

// TestMeant holds that of several words the one that is used most was meant, and of two the first in the order of letters.
func TestMeant(t *testing.T) {
	x := neighbours(map[string]int{"parterre": 2, "pareterre": 9, "partterre": 9})
	if meant, found := x.meant("partererre"); found {
		t.Errorf("two slips away stands %q", meant)
	}
	x = neighbours(map[string]int{"abcde": 2, "abccde": 7, "acbde": 7})
	if meant, _ := x.meant("abcdde"); meant != "abcde" {
		t.Errorf("meant was %q, want abcde", meant)
	}
	x = neighbours(map[string]int{"abxde": 3, "abyde": 3, "abxyde": 2})
	if meant, _ := x.meant("abyxde"); meant != "abxde" {
		t.Errorf("meant was %q, want abxde: of two that are used alike, the first", meant)
	}
}

// TestKeys holds that words which are a slip apart meet under a key.
func TestKeys(t *testing.T) {
	for _, pair := range [][2]string{{"réunoin", "réunion"}, {"commitee", "committee"}, {"élève", "éllève"}} {
		under := map[string]bool{}
		for _, key := range keys(pair[0]) {
			if !utf8.ValidString(key) {
				t.Errorf("a key of %q is no text: %q", pair[0], key)
			}
			under[key] = true
		}
		met := false
		for _, key := range keys(pair[1]) {
			met = met || under[key]
		}
		if !met {
			t.Errorf("%q and %q don't meet", pair[0], pair[1])
		}
	}
}

func TestCommonWords(t *testing.T) {
	p := pairOf(t, "Voisins et voisines de Martin lisent `bibliotheque`, [neighbour]{lang=en}, l’éléphant.", "Neighbours read.")
	var got []string
	for word := range p.french.blocks[1].commonWords {
		got = append(got, word.text)
	}
	if diff := cmp.Diff([]string{"voisines", "lisent", "éléphant"}, got); diff != "" {
		t.Errorf("words that may be a slip (-want +got):\n%s", diff)
	}
}

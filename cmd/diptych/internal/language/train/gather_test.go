package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/language"
)

// TestGather holds where a form must stand to be in the vocabulary.
func TestGather(t *testing.T) {
	from := sources{
		texts: []corpus{
			{texts: [2][]string{french: {"Voici la maison, Paul, l’été", "un pixel zorglub"}, english: {"the house doesn’t", "the blorb"}}},
			{texts: [2][]string{french: {"cette maison de Paul", "chaque pixel", "the"}, english: {"the house of Paul"}}},
		},
		forms: []corpus{{texts: [2][]string{
			french:  {"maison", "aujourd'hui", "arc-en-ciel", "Paris"},
			english: {"house", "house's", "Paris", "couldn't"},
		}}},
	}
	table := &language.Table{Words: map[string]int{"the": -60}}
	got := gather(from, table)
	for _, forms := range got {
		slices.Sort(forms)
	}
	want := map[string][]string{
		"fr": {"arc", "aujourd", "ciel", "en", "hui", "maison", "pixel"},
		"en": {"couldn", "house", "s", "t", "the"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("gather (-want +got):\n%s", diff)
	}
}

// TestLikeliestFirst holds what makes a form likely: its ending, and its relatives in the texts.
func TestLikeliestFirst(t *testing.T) {
	listed, seen := map[string]bool{}, map[string]int{}
	for verb := range strings.FieldsSeq("dessin march parl chant montr trouv gagn regard laiss dans bêl") {
		for ending := range strings.FieldsSeq("e es ons ez ent ais ait ions iez aient eront assiez assions") {
			listed[verb+ending] = true
			if verb != "bêl" && verb != "dans" && !strings.HasPrefix(ending, "ass") {
				seen[verb+ending] = 1
			}
		}
	}
	for form := range strings.FieldsSeq("danse danses dansent") {
		seen[form] = 1
	}
	forms := []string{"dansassiez", "bêleront", "danseront"}
	likeliestFirst(forms, listed, seen)
	if diff := cmp.Diff([]string{"danseront", "bêleront", "dansassiez"}, forms); diff != "" {
		t.Errorf("the order (-want +got):\n%s", diff)
	}
}

func TestBeginning(t *testing.T) {
	for form, want := range map[string]string{
		"développons": "dévelop", "oignons": "oign", "été": "été", "à": "à", "séisme": "séis", "": "",
	} {
		if got := beginning(form); got != want {
			t.Errorf("beginning(%q) = %q, want %q", form, got, want)
		}
	}
}

// TestSeparates holds that lists are read alike in lines and in JSON.
func TestSeparates(t *testing.T) {
	for _, list := range []string{"l'eau\npeut-être\n", `["l'eau","peut-être"]`, "[\n \"l'eau\",\n \"peut-être\"\n]\n"} {
		if diff := cmp.Diff([]string{"l'eau", "peut-être"}, strings.FieldsFunc(list, separates)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", list, diff)
		}
	}
}

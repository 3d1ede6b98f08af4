package check

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/term"
)

func TestOccurrences(t *testing.T) {
	for _, test := range []struct {
		text, form string
		want       []string
	}{
		{"Le conseil municipal siège. Conseil municipal !", "conseil municipal", []string{"conseil municipal", "Conseil municipal"}},
		{"Les conseils municipaux, l’intraconseil municipal", "conseil municipal", nil},
		{"les Nations\u00a0Unies, les Nations\nUnies", "Nations Unies", []string{"Nations\u00a0Unies", "Nations\nUnies"}},
		{"l'accord et l’accord", "l’accord", []string{"l'accord", "l’accord"}},
		{"États membres", "États Membres", nil},
		{"nations Unies", "Nations Unies", nil}, // a capital of the form stays one
		{"sous\u2011marin", "sous-marin", []string{"sous\u2011marin"}},
		{"vice-président, président-directeur, président", "président", []string{"président"}},
		{"élu", "élu", []string{"élu"}},
		{"Élu d’Élu", "élu", []string{"Élu", "Élu"}},
		{"", "élu", nil},
	} {
		var got []string
		for at := range occurrences(test.text, test.form) {
			got = append(got, test.text[at.from:at.to])
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q in %q (-want +got):\n%s", test.form, test.text, diff)
		}
	}
}

func TestIsWithin(t *testing.T) {
	const text = "le secrétariat général du Gouvernement, et le secrétariat général"
	var got []bool
	for at := range occurrences(text, "secrétariat général") {
		got = append(got, isWithin(text, at, "secrétariat général du Gouvernement"))
	}
	if diff := cmp.Diff([]bool{true, false}, got); diff != "" {
		t.Errorf("within the longer form (-want +got):\n%s", diff)
	}
}

func TestHasTerm(t *testing.T) {
	form := term.Form{Text: "opération de maintien de la paix", Abbreviation: "OMP"}
	for text, want := range map[string]bool{
		"Une opération de maintien de la paix.":  true,
		"Opération de maintien de la Paix":       true,
		"Les OMP durent.":                        true,
		"L’opération de paix.":                   false,
		"":                                       false,
		"Des opérations de maintien de la paix.": true,
	} {
		b := newBlock(&markdown.Block{Text: text}, "fr")
		if got := hasTerm(b, form); got != want {
			t.Errorf("%q has the term: %t, want %t", text, got, want)
		}
	}
	if b := newBlock(&markdown.Block{Text: "rien"}, "fr"); hasTerm(b, term.Form{Text: "paix"}) {
		t.Error("without an abbreviation nothing is found in its place")
	}
}

package check

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestProse holds what of a text is prose, and what of that is in the language of its half. What is not has a space for
// each of its bytes, so that offsets stay; here they are one.
func TestProse(t *testing.T) {
	for _, test := range []struct{ text, prose, own string }{
		{"Rien à signaler.", "Rien à signaler.", "Rien à signaler."},
		{"Tapez `ls -l` deux fois.", "Tapez deux fois.", "Tapez deux fois."},
		{"Voir <https://example.com/fr/plan> ce soir.", "Voir ce soir.", "Voir ce soir."},
		{"Écrivez à salle.4@mairie.example.org, le matin.", "Écrivez à , le matin.", "Écrivez à , le matin."},
		{"Sur www.mairie.example (et plan.pdf), tout est dit.", "Sur (et ), tout est dit.", "Sur (et ), tout est dit."},
		{"Le champ {{ .Site.Title }} reste, {{ pas celui-ci.", "Le champ reste, {{ pas celui-ci.", "Le champ reste, {{ pas celui-ci."},
		{"Il dit [see you soon]{lang=en} et sort.", "Il dit see you soon et sort.", "Il dit et sort."},
		{"Le [Peace Atlas](https://example.com/a) (en anglais) paraît.", "Le Peace Atlas (en anglais) paraît.", "Le (en anglais) paraît."},
		{"Le [Peace Atlas](https://example.com/a) paraît.", "Le Peace Atlas paraît.", "Le Peace Atlas paraît."},
		{"Le registre[^feuillet 2] et la liste[^2].", "Le registre et la liste .", "Le registre et la liste ."},
		{"La *petite* salle, **ouverte**.", "La petite salle, ouverte.", "La petite salle, ouverte."},
	} {
		p := pairOf(t, test.text, test.text)
		b := p.french.blocks[1]
		if len(b.prose) != len(b.Text) || len(b.own) != len(b.Text) {
			t.Errorf("%q: %d bytes of prose, %d of its own, and %d of text", test.text, len(b.prose), len(b.own), len(b.Text))
		}
		got := [2]string{spaced(b.prose), spaced(b.own)}
		if diff := cmp.Diff([2]string{test.prose, test.own}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// spaced gives a text with one space in the place of several.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestIsName(t *testing.T) {
	for word, want := range map[string]bool{
		"mairie.example.org":      true,
		"Mairie.example.org/plan": true,
		"plan.pdf":                true,
		"notes.MD":                true,
		"www.mairie":              true,
		"https://mairie.example":  true,
		"a@example.org":           true,
		"/fr/plan":                true,
		"a@b":                     false,
		"levée.Merci":             false, // a space is missing
		"fin.É":                   false,
		"p.m":                     false,
		"fin.":                    false,
		".fr":                     false,
		"et/ou":                   false,
		"1.250":                   false,
		"mairie.museum":           true,
		"fin.suivant":             false,
		"":                        false,
	} {
		if got := isName(word); got != want {
			t.Errorf("%q is a name: %t, want %t", word, got, want)
		}
	}
}

// TestIsGap holds that a no-break space parts words, though it has several bytes, and that a letter does not.
func TestIsGap(t *testing.T) {
	for _, text := range []string{" ", "\n", "\t", "(", "[", "<", "|", "\u00a0", "\u202f", "\u2009"} {
		for i := range len(text) {
			if !isGap([]byte("a"+text+"b"), 1+i) {
				t.Errorf("byte %d of %q is no gap", i, text)
			}
		}
	}
	for _, text := range []string{"a", "é", "à", "œ", "\u2019", "\u2013", "\u00af", "©", "."} {
		for i := range len(text) {
			if isGap([]byte("a"+text+"b"), 1+i) {
				t.Errorf("byte %d of %q is a gap", i, text)
			}
		}
	}
}

func TestBlankBetween(t *testing.T) {
	for text, want := range map[string]string{
		"a {{.B}} c":       "a        c",
		"{{a}}{{b}}":       "          ",
		"a }} b {{c":       "a }} b {{c",
		"é {{ é }} é":      "é          é",
		"a {b} c":          "a {b} c",
		"x {{ y\nz }} end": "x           end",
	} {
		got := []byte(text)
		blankBetween(got, "{{", "}}")
		if string(got) != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

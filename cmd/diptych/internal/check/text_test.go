package check

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"L’été, à l'hôtel : 3 œuvres", []string{"L", "été", "à", "l", "hôtel", "œuvres"}},
		{"peut-être\u00a0! A4P, CO₂", []string{"peut", "être", "A", "P", "CO"}},
		{"— « oui »…", []string{"oui"}},
		{"fin\xffmot", []string{"fin", "mot"}},
	} {
		var got []string
		words(test.text, func(w token) bool {
			got = append(got, test.text[w.from:w.to])
			return true
		})
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("words of %q (-want +got):\n%s", test.text, diff)
		}
		if n := countWords(test.text); n != len(test.want) {
			t.Errorf("%q has %d words, want %d", test.text, n, len(test.want))
		}
	}
}

// TestWordsEnd holds that no word follows one after which nobody wants more.
func TestWordsEnd(t *testing.T) {
	n := 0
	words("un deux trois", func(token) bool { n++; return n < 2 })
	if n != 2 {
		t.Errorf("%d words were given, and 2 were asked for", n)
	}
}

func TestFolded(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "",
		"« Qu’est-ce\u00a0? »":            "qu est ce",
		"  L’ÉTÉ — à\nParis ":             "l ete a paris",
		"Œuvres, n° 12":                   "oeuvres n 12",
		"1\u202f250,5 €":                  "1 250 5",
		"**Cliquez** [ici](https://a.fr)": "cliquez ici https a fr",
	} {
		if got := folded(text); got != want {
			t.Errorf("%q is folded to %q, want %q", text, got, want)
		}
		if again := folded(want); again != want {
			t.Errorf("%q is folded again to %q", want, again)
		}
	}
}

func TestExcerpt(t *testing.T) {
	long := "La bibliothèque de l’hôtel de ville prête des livres, des cartes et des outils"
	for text, want := range map[string]string{
		"":                          "",
		"  Une\n salle\tvide  ":     "Une salle vide",
		strings.Repeat("é", 60):     strings.Repeat("é", 60),
		strings.Repeat("é", 61):     strings.Repeat("é", 60) + "…",
		long:                        "La bibliothèque de l’hôtel de ville prête des livres, des ca…",
		strings.Repeat("oui, ", 20): strings.TrimRight(strings.Repeat("oui, ", 12), ", ") + "…",
	} {
		got := excerpt(text)
		if got != want || utf8.RuneCountInString(got) > excerptSize+1 {
			t.Errorf("of %q it is shown %q, want %q", text, got, want)
		}
	}
}

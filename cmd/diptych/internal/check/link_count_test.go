package check

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLinks holds what counts as a link: no picture, and no call of a footnote.
func TestLinks(t *testing.T) {
	for text, want := range map[string]string{
		"Rien.": "–",
		"Voir [le plan](https://example.com/a) et <https://example.com/b>.":        "[le plan] [https://example.com/b]",
		"Une image ![du port](https://example.com/a.svg) et [](https://a.example)": "[]",
		"Une note[^1].\n\n[^1]: Voir [la suite](https://example.com/c).":           "–",
		"[Le plan des lignes de tramway et d’autobus de l’agglomération](/a), [b]": "[Le plan des lignes de tramway et d’autobus de l’agglomératio…]",
	} {
		p := pairOf(t, text, text)
		if got := listed(p.french.blocks[1].links()); got != want {
			t.Errorf("%q has the links %s, want %s", text, got, want)
		}
	}
}

// TestUnanswered holds which link is shown where one half has more.
func TestUnanswered(t *testing.T) {
	for _, test := range []struct{ more, fewer, want string }{
		{"Voir [a](https://x.example/a), [b](https://x.example/b).", "See [a](https://x.example/a).", "b"},
		{"Voir [b](https://x.example/b), [a](https://x.example/a).", "See [a](https://x.example/a).", "b"},
		{"Voir [a](https://x.example/a).", "See a.", "a"},
		{"Voir [a](https://x.example/a), [b](https://x.example/a).", "See [a](https://x.example/a).", "Voir a, b."},
	} {
		r := bodyRow(t, test.more, test.fewer)
		if got := r.french.unanswered(r.english).text(); got != test.want {
			t.Errorf("%q beside %q shows %q, want %q", test.more, test.fewer, got, test.want)
		}
	}
}

// TestImages holds that pictures are no links, and links no pictures.
func TestImages(t *testing.T) {
	r := bodyRow(t, "Ici ![un](/a.svg), [là](/b), ![](/c.svg).", "Here ![one](/a.svg), [there](/b), ![](/c.svg).")
	var got []string
	for _, image := range r.french.images() {
		got = append(got, image.Text+" "+image.Destination)
	}
	if diff := cmp.Diff([]string{"un /a.svg", " /c.svg"}, got); diff != "" {
		t.Errorf("pictures (-want +got):\n%s", diff)
	}
}

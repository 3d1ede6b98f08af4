package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPassages(t *testing.T) {
	const body = "Les **Nations** *Unies* &amp; `a<b>`[^1].\n\n## Été {#ete}\n\n- un\n- l’[*autre*](page:a){lang=en} ![x](y.png)\n\n" +
		"| a | b |\n|---|---|\n| c | d |\n\n### Le 1er\n\n> ## Dans un cadre\n\n[^1]: Une note.\n"
	var got []Passage
	for _, p := range setting(false).Render(bodyPos(), body).Passages() {
		got = append(got, Passage{p.Heading, strings.Join(strings.Fields(p.Text), " ")})
	}
	want := []Passage{
		{Lead, "Les Nations Unies & a<b> 1."},
		{0, "Été un l’autre a b c d"},
		{1, "Le 1er Dans un cadre"},
		{Notes, "Une note. ↩︎"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

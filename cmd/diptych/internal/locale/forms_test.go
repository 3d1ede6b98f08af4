package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestForms(t *testing.T) {
	const french = "[found]\none = \"{{.Count}} résultat\"\nmany = \"{{.Count}} de résultats\"\nother = \"{{.Count}} résultats\"\n"
	for _, test := range []struct {
		tag  string
		text string
		want []Form
	}{
		{"fr", french, []Form{{"one", "{count} résultat"}, {"many", "{count} de résultats"}, {"other", "{count} résultats"}}},
		{"fr", "[found]\none = \"{{.Count}} page\"\nother = \"{{.Count}} pages\"\n",
			[]Form{{"one", "{count} page"}, {"many", "{count} pages"}, {"other", "{count} pages"}}},
		{"en-GB", "[found]\none = \"{{.Count}} page\"\nother = \"{{.Count}} pages\"\n", []Form{{"one", "{count} page"}, {"other", "{count} pages"}}},
		{"en-GB", "found = \"Found\"\n", []Form{{"one", "Found"}, {"other", "Found"}}},
	} {
		c := mustReadCatalogue(t, test.tag, test.text)
		forms, err := c.Forms("found", "{count}")
		if diff := cmp.Diff(test.want, forms); diff != "" || err != nil {
			t.Errorf("%s: %v, (-want +got):\n%s", test.text, err, diff)
		}
	}
	c := mustReadCatalogue(t, "en-GB", "found = \"{{.Place}}\"\n")
	for _, id := range []string{"lost", "found"} {
		if forms, err := c.Forms(id, "{count}"); err == nil {
			t.Errorf("%s gives %v", id, forms)
		}
	}
}

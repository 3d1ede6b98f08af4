package build

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// besideLayout is a layout for pages with both halves.
const besideLayout = `{{range .Halves}}<a href="{{.Href}}" lang="{{.Tag}}">{{.Title}}</a>{{end}}` +
	`{{range .Rows}}|{{range .Cells}}({{.Lang}}:{{.HTML}}){{end}}{{end}}`

// TestBilingualPages: there is one for each whole pair, if there is a layout for it, and it has both halves.
func TestBilingualPages(t *testing.T) {
	if paths := bilingualPaths(sample(t, ownHost, nil)); len(paths) > 0 {
		t.Errorf("without a layout there are %q", paths)
	}
	s := sample(t, ownHost, files{"layouts/bilingual.html": besideLayout})
	paths := bilingualPaths(s)
	if len(paths) != s.Pages()-1 || slices.Contains(paths, "fr-en/report/index.html") {
		t.Errorf("of %d pages, one of them without a French half, there are %q", s.Pages(), paths)
	}
	page := read(t, s, "fr-en/about/index.html")
	for _, part := range []string{`<a href="/fr/a-propos/" lang="fr">`, `<a href="/en/about/" lang="en-GB">`, "|(fr:", "(en:"} {
		if !strings.Contains(page, part) {
			t.Errorf("the page has no %s:\n%s", part, page)
		}
	}
	if sitemap := read(t, s, "sitemap.xml"); strings.Contains(sitemap, "fr-en") {
		t.Errorf("the sitemap lists it:\n%s", sitemap)
	}
}

// bilingualPaths gives the output paths of the pages with both halves.
func bilingualPaths(s *Site) []string {
	return slices.DeleteFunc(slices.Clone(s.Paths()), func(path string) bool { return !strings.HasPrefix(path, "fr-en/") })
}

// TestBilingualAddressTaken: the folder of these pages may be that of something else.
func TestBilingualAddressTaken(t *testing.T) {
	got := wrong(t, files{"layouts/bilingual.html": besideLayout, "static/fr-en/about/index.html": "Été"})
	if len(got) != 1 || !strings.Contains(got[0], "duplicate-address") || !strings.Contains(got[0], "/fr-en/about/") {
		t.Errorf("problems %q", got)
	}
}

// TestKeysAlike: a page and a section of the same key may have slugs that differ, and still one page with both halves.
func TestKeysAlike(t *testing.T) {
	changes := files{
		"layouts/bilingual.html": besideLayout,
		"content/team.fr.md":     half("L’équipe", `slug = "equipe"`, "Du texte."), "content/team.en.md": half("The team", `slug = "staff"`, "Some text."),
		"content/team/index.fr.md": half("Les équipes", "", "Du texte."), "content/team/index.en.md": half("The teams", "", "Some text."),
	}
	got := wrong(t, changes)
	if len(got) != 1 || !strings.Contains(got[0], "/fr-en/team/") || !strings.Contains(got[0], "rename the files of one of the two") {
		t.Errorf("problems %q", got)
	}
}

// TestBatches: what shows the bodies of one pair is written together, and everything is written once.
func TestBatches(t *testing.T) {
	s := sample(t, ownHost, files{"layouts/bilingual.html": besideLayout})
	var all []string
	for _, batch := range s.batches {
		all = append(all, batch...)
		if slices.Contains(batch, "fr/a-propos/index.html") {
			if diff := cmp.Diff([]string{"en/about/index.html", "fr-en/about/index.html", "fr/a-propos/index.html"}, batch); diff != "" {
				t.Errorf("a pair's batch (-want +got):\n%s", diff)
			}
		}
	}
	slices.Sort(all)
	if diff := cmp.Diff(s.Paths(), all); diff != "" {
		t.Errorf("batches (-paths +got):\n%s", diff)
	}
}

// TestBodiesAreForgotten: the bodies of a pair are held until all that shows them is written, and no longer.
func TestBodiesAreForgotten(t *testing.T) {
	s := sample(t, ownHost, files{"layouts/bilingual.html": besideLayout})
	page := s.page("about", source.French)
	for name, write := range map[string]func(){
		"all outputs": func() { all(t, s) },
		"one output":  func() { read(t, s, "en/about/index.html") },
	} {
		held := s.model.Document(page)
		write()
		if s.model.Document(page) == held {
			t.Errorf("after %s the body is still held", name)
		}
	}
}

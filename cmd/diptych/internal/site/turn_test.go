package site

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// toPage writes the link from a heading to the English page as a whole.
func toPage(href, title string) string {
	return `<a class="turn" href="` + href + `" hreflang="en" lang="en-GB" translate="no"><span>English</span> <span>` + title + "</span></a>"
}

// fixedLayouts are layouts of some names that write elements of some ids.
type fixedLayouts struct{ names, ids string }

func (f fixedLayouts) Has(name string) bool { return strings.Contains(f.names, name) }
func (f fixedLayouts) HasID(id string) bool { return strings.Contains(f.ids, id) }

// leads gives, for each heading of a body, the id around it, its own, and where it leads.
func leads(body string) []string {
	var found []string
	for _, m := range regexp.MustCompile(`<div class="heading"(?: id="([^"]*)")?><h\d id="([^"]*)">.*</h\d>(?: <a class="turn" href="([^"]*)")?`).FindAllStringSubmatch(body, -1) {
		found = append(found, strings.Join(m[1:], " "))
	}
	return found
}

// TestTurns shows where headings lead, and which ids of the other half a page takes.
func TestTurns(t *testing.T) {
	m := model(t, files{
		"content/about.fr.md": half("L’équipe", `slug = "equipe"`, "## Histoire\n\n## Sources {#sources}\n\n## Contact\n\n## Main\n\n## Press\n"),
		"content/about.en.md": half("The team", "", "## History\n\n## Sources {#sources}\n\n## Press\n\n## Hand\n\n## Contact\n"),
	})
	for lang, want := range map[source.Lang][]string{
		source.French: {
			"history histoire /en/about/#history", " sources /en/about/#sources", " contact /en/about/#press",
			"hand main /en/about/#hand", " press /en/about/#contact",
		},
		source.English: {
			"histoire history /fr/equipe/#histoire", " sources /fr/equipe/#sources", " press /fr/equipe/#contact",
			" hand /fr/equipe/#main", " contact /fr/equipe/#press",
		},
	} {
		v := view(t, m, "about", lang)
		Show(v, fixedLayouts{ids: "main"})
		if diff := cmp.Diff(want, leads(string(v.Body()))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

// TestTurnsToTheNotice: there is nothing to lead to where the other half is missing.
func TestTurnsToTheNotice(t *testing.T) {
	m := model(t, files{
		"content/report.en.md": half("Report", "", "## Findings\n"),
	})
	if got := leads(string(view(t, m, "report", source.English).Body())); len(got) != 1 || strings.Contains(got[0], "/") {
		t.Errorf("headings lead to %q", got)
	}
}

// TestTurnsRenderOnce: the headings of the other half stay known after its body is forgotten, and bring it back no more.
func TestTurnsRenderOnce(t *testing.T) {
	m := model(t, nil)
	french := page(t, m, "about", source.French)
	m.View(french, func(source.Problem) {}).Body()
	if m.memoryOf(french.Other()).document == nil {
		t.Error("while the pair is written, the other body is not held")
	}
	m.Release(french.Pair)
	m.View(french, func(source.Problem) {}).Body()
	if m.memoryOf(french.Other()).document != nil {
		t.Error("the other body is rendered again for its headings")
	}
}

package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// withSearch gives changes after which the sample site is searched.
func withSearch(changes files) files {
	return merge(pair("search", "Recherche", "Search", "layout = \"search\"\nmenu = 9\n"), files{
		"i18n/fr.toml": "language.name = \"Français\"\nevent.where = \"{{.Place}} ({{.Country}})\"\n[search.count]\none = \"{{.Count}} page\"\nother = \"{{.Count}} pages\"\n",
		"i18n/en.toml": "language.name = \"English\"\nevent.where = \"{{.Place}}, {{.Country}}\"\n[search.count]\none = \"{{.Count}} page\"\nother = \"{{.Count}} pages\"\n",
	}, changes)
}

func TestFound(t *testing.T) {
	m := model(t, withSearch(files{
		"content/about.fr.md": half("À propos de l’équipe", "description = \"Qui nous sommes\"\nslug = \"a-propos\"",
			"Les **échanges** d’idées[^1].\n\n## L’équipe {#team}\n\nŒuvres.\n\n### À Paris\n\nL’été.\n\n[^1]: Une note."),
		"content/about.en.md": half("About the team", "", "## The team {#team}\n\n## Summer"),
		"content/about.toml":  "[[document]]\nid = \"plan\"\nrequest = true\nfr = { title = \"Le calendrier\" }\n",
	}))
	var about []string
	for _, found := range m.Found(source.French) {
		if found.Title != "À propos de l’équipe" {
			continue
		}
		about = append(about, found.Href+" "+found.Description)
		for _, part := range found.Parts {
			about = append(about, fmt.Sprintf("#%s %s: %s", part.ID, part.Title, part.Words))
		}
	}
	want := []string{"/fr/a-propos/ Qui nous sommes", "# : calendrier echanges idees le les note une",
		"#team L’équipe: equipe oeuvres", "#a-paris À Paris: ete paris"}
	for i := range want { // of the words only those that are ours to give
		if i >= len(about) || !strings.HasPrefix(about[i], strings.SplitN(want[i], ":", 2)[0]) {
			t.Fatalf("the parts are %q", about)
		}
		_, words, _ := strings.Cut(want[i], ": ")
		for _, word := range strings.Fields(words) {
			if !strings.Contains(about[i]+" ", " "+word+" ") {
				t.Errorf("%q is not in %q", word, about[i])
			}
		}
	}
}

// TestMeetingsAreFound holds that a page is found by the days, the place and the hosts of its meeting.
func TestMeetingsAreFound(t *testing.T) {
	m := model(t, withSearch(nil))
	for _, found := range m.Found(source.English) {
		if found.Title != "Dhaka meeting" {
			continue
		}
		for _, word := range []string{"dhaka", "bangladesh", "june", "2023"} {
			if !slices.Contains(strings.Fields(string(found.Parts[0].Words)), word) {
				t.Errorf("%s is not among %s", word, found.Parts[0].Words)
			}
		}
		return
	}
	t.Error("the meeting is not found")
}

// TestFoundInOrder holds that each page is found, in the order in which a reader comes upon it, save the page to search on
// and the notices for missing halves.
func TestFoundInOrder(t *testing.T) {
	m := model(t, withSearch(files{"content/report.toml": exemption("fr", "2024-01-31"), "content/report.fr.md": "",
		"content/report.en.md": half("Report", "", "Text.")}))
	for _, lang := range source.Langs() {
		var titles []string
		for _, found := range m.Found(lang) {
			titles = append(titles, found.Title)
		}
		if (strings.Join(titles, "") == "") || titles[0] != page(t, m, "index", lang).Title() {
			t.Errorf("first comes %q", titles)
		}
		if all := strings.Join(titles, "|"); strings.Contains(all, "Recherche") || strings.Contains(all, "Search") ||
			strings.Contains(all, "Report") != (lang == source.English) {
			t.Errorf("in %s are found %q", lang, titles)
		}
	}
}

func TestSearchView(t *testing.T) {
	m := model(t, withSearch(files{"content/about.fr.md": half("À propos de l’équipe", "slug = \"a-propos\"", "## Un {#team}\n\n### Deux\n\n## Trois"),
		"content/about.en.md": half("About the team", "", "## One {#team}")}))
	s := view(t, m, "about", source.French).Search()
	if s.Href != "/fr/search/" || s.Title != "Recherche" || s.Index != "/fr/search.json" {
		t.Errorf("%+v", s)
	}
	if diff := cmp.Diff([]PlainForm{{"one", "{count} page"}, {"many", "{count} pages"}, {"other", "{count} pages"}}, s.Counts()); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	for _, found := range s.Pages() {
		if found.Title == "À propos de l’équipe" {
			want := []LinkView{{Title: "Un", Href: "/fr/a-propos/#team"}, {Title: "Trois", Href: "/fr/a-propos/#trois"}}
			if diff := cmp.Diff(want, found.Parts); diff != "" {
				t.Errorf("sections (-want +got):\n%s", diff)
			}
			return
		}
	}
	t.Error("a page is not in the list")
}

func TestSiteThatIsNotSearched(t *testing.T) {
	m := model(t, nil)
	if view(t, m, "about", source.French).Search() != nil || m.HasSearch() {
		t.Error("there is a page to search on")
	}
}

// TestWordsAreKept holds that an index is made of what is remembered: a body is rendered once for its page and the index.
func TestWordsAreKept(t *testing.T) {
	m := model(t, withSearch(nil))
	about := page(t, m, "about", source.French)
	m.Document(about)
	m.Release(about.Pair)
	known := m.memories[about.slot()]
	if known.parts == nil || known.document != nil {
		t.Error("the words were not gathered with the page")
	}
	before := &known.parts[0]
	if m.Found(source.French); &known.parts[0] != before {
		t.Error("the words were gathered again")
	}
}

func TestCountsThatAreMissing(t *testing.T) {
	m, _ := Assemble(sample(t, pair("search", "Recherche", "Search", "layout = \"search\"\n")), Options{Day: today})
	var told []source.Problem
	v := m.View(page(t, m, "about", source.English), func(p source.Problem) { told = append(told, p) })
	if forms := v.Search().Counts(); len(forms) > 0 || len(told) != 1 || told[0].Rule != "catalogue-missing" {
		t.Errorf("%v, %v", forms, told)
	}
}

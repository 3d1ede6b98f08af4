package site

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

// section gives the files of a section `s` whose pages have the facts given, with titles that are the keys in capitals.
func section(facts map[string]string) files {
	changes := pair("s/index", "Rubrique", "Section", "")
	for key, text := range facts {
		changes = merge(changes, pair("s/"+key, "Page "+key, "Page "+key, text))
	}
	return changes
}

func TestOrderOfASection(t *testing.T) {
	tests := map[string]struct {
		facts map[string]string
		want  []string
	}{
		"weight, the light first": {
			map[string]string{"a": "weight = 20\n", "b": "weight = 10\n", "c": "weight = -1\n", "d": "", "e": "weight = 0\n"},
			[]string{"s/c", "s/e", "s/b", "s/a", "s/d"},
		},
		"meetings as they follow each other": {
			map[string]string{
				"a": "[event]\nstart = 2023-10-23\n", "b": "[event]\nstart = 2023-06-25\n",
				"c": "[event]\nstart = 2023-06-25T09:30:00\nzone = \"Asia/Dhaka\"\n", "d": "", "e": "weight = 1\n",
			},
			[]string{"s/e", "s/d", "s/b", "s/c", "s/a"},
		},
		"the newest first": {
			map[string]string{"a": "date = 2023-01-01\n", "b": "date = 2023-09-22\n", "c": "", "d": "date = 1999-12-31\n"},
			[]string{"s/b", "s/a", "s/d", "s/c"},
		},
		"weight goes before dates": {
			map[string]string{"a": "weight = 2\ndate = 2023-09-22\n", "b": "weight = 1\ndate = 2001-01-01\n"},
			[]string{"s/b", "s/a"},
		},
		"title, then key": {
			map[string]string{"c": "", "b": "", "a": ""},
			[]string{"s/a", "s/b", "s/c"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := model(t, section(test.facts))
			for _, lang := range source.Langs() {
				if diff := cmp.Diff(test.want, keys(m.Children(page(t, m, "s", lang)))); diff != "" {
					t.Errorf("%s: children (-want +got):\n%s", lang, diff)
				}
			}
		})
	}
}

// TestTitlesSortInTheirLanguage has titles whose order by bytes is another: accents count after letters, œ as oe.
func TestTitlesSortInTheirLanguage(t *testing.T) {
	titles := map[string][2]string{ // key → French, English
		"a": {"Femmes", "Women"},
		"b": {"Élections", "Elections"},
		"c": {"Œuvres", "Works"},
		"d": {"Officiers", "Officers"},
		"e": {"Océans", "Oceans"},
		"f": {"élection", "A ballot"},
		"g": {"Zones", "Areas"},
	}
	changes := pair("s/index", "Rubrique", "Section", "")
	for key, title := range titles {
		changes = merge(changes, pair("s/"+key, title[0], title[1], ""))
	}
	m := model(t, changes)
	want := map[source.Lang][]string{
		source.French:  {"s/f", "s/b", "s/a", "s/e", "s/c", "s/d", "s/g"},
		source.English: {"s/f", "s/g", "s/b", "s/e", "s/d", "s/a", "s/c"},
	}
	for lang, order := range want {
		if diff := cmp.Diff(order, keys(m.Children(page(t, m, "s", lang)))); diff != "" {
			t.Errorf("%s: children (-want +got):\n%s", lang, diff)
		}
	}
}

func TestNeighbours(t *testing.T) {
	m := model(t, section(map[string]string{"a": "weight = 2\n", "b": "weight = 1\n", "c": "weight = 3\n"}))
	tests := []struct{ key, previous, next string }{
		{"s/b", "", "/fr/s/a/"}, {"s/a", "/fr/s/b/", "/fr/s/c/"}, {"s/c", "/fr/s/a/", ""}, {"index", "", ""},
	}
	for _, test := range tests {
		v := view(t, m, test.key, source.French)
		if previous, next := hrefOf(v.Previous()), hrefOf(v.Next()); previous != test.previous || next != test.next {
			t.Errorf("%s stands between %q and %q, want %q and %q", test.key, previous, next, test.previous, test.next)
		}
	}
}

func hrefOf(link *LinkView) string {
	if link == nil {
		return ""
	}
	return link.Href
}

func TestMenu(t *testing.T) {
	m := model(t, merge(
		pair("contact", "Contact", "Contact", "menu = 5\n"),
		pair("second", "Second", "Second", "menu = 20\n"), // as meetings/index: then by key
		files{"content/index.toml": "menu = 0\n", "content/index.fr.md": half("Accueil", "", ""),
			"content/index.en.md": half("Home", "", "")},
	))
	item := func(title, href string, current, within bool) MenuItem {
		return MenuItem{LinkView: LinkView{Title: title, Href: href}, Current: current, Within: within}
	}
	tests := map[string][]MenuItem{
		"index":                   {item("Accueil", "/fr/", true, false), item("Réunions", "/fr/reunions/", false, false)},
		"meetings":                {item("Accueil", "/fr/", false, false), item("Réunions", "/fr/reunions/", true, false)},
		"meetings/groups/leaders": {item("Accueil", "/fr/", false, false), item("Réunions", "/fr/reunions/", false, true)},
		"contact":                 {item("Accueil", "/fr/", false, false), item("Réunions", "/fr/reunions/", false, false)},
	}
	for key, want := range tests {
		menu := view(t, m, key, source.French).Menu()
		titles := []string{}
		for _, item := range menu {
			titles = append(titles, item.Title)
		}
		if diff := cmp.Diff([]string{"Accueil", "Contact", "Réunions", "Second", "À propos"}, titles); diff != "" {
			t.Fatalf("%s: titles (-want +got):\n%s", key, diff)
		}
		if diff := cmp.Diff(want, []MenuItem{menu[0], menu[2]}); diff != "" {
			t.Errorf("%s: menu (-want +got):\n%s", key, diff)
		}
	}
	if got := view(t, m, "about", source.English).Menu()[4]; got.Title != "About the team" {
		t.Errorf("without menuTitle the title serves; the menu says %q", got.Title)
	}
}

func TestBreadcrumbs(t *testing.T) {
	m := model(t, nil)
	tests := map[string][]LinkView{
		"index":    nil,
		"meetings": {{Title: "Accueil", Href: "/fr/"}},
		"meetings/groups/leaders": {
			{Title: "Accueil", Href: "/fr/"}, {Title: "Réunions", Href: "/fr/reunions/"},
			{Title: "Groupes de travail", Href: "/fr/reunions/groupes/"},
		},
	}
	for key, want := range tests {
		if diff := cmp.Diff(want, view(t, m, key, source.French).Breadcrumbs()); diff != "" {
			t.Errorf("%s: breadcrumbs (-want +got):\n%s", key, diff)
		}
	}
}

func TestNewsIsTheNewestFirst(t *testing.T) {
	changes := pair("exempt-news", "", "Only in English", "news = true\ndate = 2023-10-31\n"+exemption("fr", "2024-01-31"))
	changes["content/exempt-news.fr.md"] = ""
	for _, key := range []string{"n1", "n2", "n3", "n4"} {
		changes = merge(changes, pair(key, "Nouvelle "+key, "News "+key, "news = true\ndate = 2023-08-0"+key[1:]+"\n"))
	}
	m := model(t, changes)
	want := map[source.Lang][]string{
		source.French:  {"programme", "announcement", "n4", "n3", "n2", "n1"},
		source.English: {"exempt-news", "programme", "announcement", "n4", "n3", "n2", "n1"},
	}
	for lang, order := range want {
		if diff := cmp.Diff(order, keys(m.News(lang, FeedLength))); diff != "" {
			t.Errorf("%s: news (-want +got):\n%s", lang, diff)
		}
		if got := view(t, m, "index", lang).News(); len(got) != newsShown || got[0].Date == nil {
			t.Errorf("%s: the list of news has %d entries, want %d with dates", lang, len(got), newsShown)
		}
	}
}

// TestLinksHaveATextWhileATitleCannotBeRead breaks the front matter of one half: what leads to it goes by its slug.
func TestLinksHaveATextWhileATitleCannotBeRead(t *testing.T) {
	m, found := Assemble(sample(t, files{"content/meetings/index.fr.md": "+++\ntitle = \"Réunions\n+++\n"}), Options{Day: today})
	if !source.HasErrors(found) {
		t.Fatal("the front matter is not broken")
	}
	v := view(t, m, "meetings/dhaka", source.French)
	want := LinkView{Title: "meetings", Href: "/fr/meetings/"}
	if diff := cmp.Diff([]LinkView{want, want}, []LinkView{v.Menu()[0].LinkView, v.Breadcrumbs()[1]}); diff != "" {
		t.Errorf("in the menu and the breadcrumbs (-want +got):\n%s", diff)
	}
	home := page(t, m, "index", source.French)
	entry := view(t, m, "index", source.French).Children()[slices.Index(keys(m.Children(home)), "meetings/index")]
	if diff := cmp.Diff(want, entry.LinkView); diff != "" {
		t.Errorf("in a list (-want +got):\n%s", diff)
	}
	if got := view(t, m, "meetings/dhaka", source.English).Menu()[0].Title; got != "Meetings" {
		t.Errorf("the other half is called %q", got)
	}
}

// TestNewsOfALaterDate: what bears a later date is no news yet, and the site says when it will be.
func TestNewsOfALaterDate(t *testing.T) {
	changes := files{"content/announcement.toml": "date = 2023-11-10\nnews = true\n"}
	for day, want := range map[civil.Date]bool{date(2023, 11, 9): false, date(2023, 11, 10): true} {
		m := modelFor(t, "https://example.org/", Options{Day: day}, changes)
		listed := slices.ContainsFunc(m.News(source.French, 10), func(page *Page) bool { return page.Key == "announcement" })
		if listed != want || !want && m.Next != date(2023, 11, 10) {
			t.Errorf("on %s it is listed: %t; the site changes next on %s", day, listed, m.Next)
		}
	}
}

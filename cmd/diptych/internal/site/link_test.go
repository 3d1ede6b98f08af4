package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// documents are the facts of the page that links.
const documents = `
[event]
start = 2023-06-25
[[document]]
id = "concept-note"
fr = { title = "Note conceptuelle", file = "documents/note conceptuelle.pdf" }
en = { title = "Concept note", url = "https://example.com/note.pdf" }
[[document]]
id = "minutes"
en = { title = "Minutes", url = "https://example.com/minutes.pdf" }
[[document]]
id = "summary"
en = { title = "Summary" }
request = true
`

// linked gives the HTML of a French body that stands in meetings/dhaka, and what is wrong with it.
func linked(t *testing.T, base, body string) (html string, told []string) {
	t.Helper()
	changes := merge(
		pair("brouillon", "Brouillon", "Draft", "draft = true\n"),
		pair("cache/index", "Caché", "Hidden", "publishDate = 2024-01-01\n"),
		pair("cache/page", "Dessous", "Below", ""),
		files{
			"content/meetings/dhaka.fr.md": half("Réunion de Dacca", "slug = \"dacca\"\nplace = \"Dacca\"", body),
			"content/about.en.md":          half("About the team", "", "## The team {#team}\n\n## Only here"),
			"static/feuille 50%.pdf":       "%PDF",
			"static/notes.md":              "Des notes, publiées telles quelles.",
			"content/meetings/dhaka.toml":  documents,
		},
	)
	m, found := Assemble(sample(t, changes), Options{Day: today, BaseURL: &base})
	if len(found) > 0 {
		t.Fatalf("problems: %v", found)
	}
	told = []string{}
	v := m.View(page(t, m, "meetings/dhaka", source.French), func(p source.Problem) {
		told = append(told, p.Pos.String()+" "+p.Message.English+" ("+p.Hint.English+")")
	})
	return string(v.Body()), told
}

func TestLinksThatLeadSomewhere(t *testing.T) {
	tests := []struct{ destination, want, inFolder string }{
		{"page:about", "/fr/a-propos/", "../../a-propos/index.html"},
		{"page:/about/", "/fr/a-propos/", "../../a-propos/index.html"},
		{"page:index", "/fr/", "../../index.html"},
		{"page:meetings", "/fr/reunions/", "../index.html"},
		{"page:meetings/index", "/fr/reunions/", "../index.html"},
		{"page:meetings/groups", "/fr/reunions/groupes/", "../groupes/index.html"},
		{"page:meetings/dhaka", "/fr/reunions/dacca/", "index.html"},
		{"page:about#team", "/fr/a-propos/#team", "../../a-propos/index.html#team"},
		{"page:about#ete-a-paris", "/fr/a-propos/#ete-a-paris", "../../a-propos/index.html#ete-a-paris"},
		{"page:report", "/fr/report/", "../../report/index.html"},
		{"page:report#findings", "/fr/report/", "../../report/index.html"}, // the notice has no sections
		{"seoul.md", "/fr/reunions/seoul/", "../seoul/index.html"},
		{"seoul.fr.md", "/fr/reunions/seoul/", "../seoul/index.html"},
		{"./seoul.en.md", "/fr/reunions/seoul/", "../seoul/index.html"}, // a reader stays in the language
		{"../about.fr.md#team", "/fr/a-propos/#team", "../../a-propos/index.html#team"},
		{"/about.md", "/fr/a-propos/", "../../a-propos/index.html"},
		{"index.md", "/fr/reunions/", "../index.html"},
		{"groups/leaders.fr.md", "/fr/reunions/groupes/chefs-de-file/", "../groupes/chefs-de-file/index.html"},
		{"/img/fond.svg", "/img/fond.svg", "../../../img/fond.svg"},
		{"/img/../img/fond.svg", "/img/fond.svg", "../../../img/fond.svg"},
		{"/img/fond.svg?v=2#détail", "/img/fond.svg?v=2#détail", "../../../img/fond.svg?v=2#détail"},
		{"</documents/note conceptuelle.pdf>", "/documents/note%20conceptuelle.pdf", "../../../documents/note%20conceptuelle.pdf"},
		{"/documents/note%20conceptuelle.pdf", "/documents/note%20conceptuelle.pdf", "../../../documents/note%20conceptuelle.pdf"},
		{"/feuille%2050%25.pdf", "/feuille%2050%25.pdf", "../../../feuille%2050%25.pdf"},
		{"/js/site.js", "/js/site.ee906e62ab.js", "../../../js/site.ee906e62ab.js"},
		{`</img/fond.svg?q="a b"#c d>`, "/img/fond.svg?q=%22a%20b%22#c%20d", "../../../img/fond.svg?q=%22a%20b%22#c%20d"},
		{"/fr/a-propos/#team", "/fr/a-propos/#team", "../../a-propos/index.html#team"},
		{"/en/about/#only-here", "/en/about/#only-here", "../../../en/about/index.html#only-here"},
		{"/fr/report/#findings", "/fr/report/", "../../report/index.html"},
		{"/fr/a-propos/", "/fr/a-propos/", "../../a-propos/index.html"},
		{"/en/meetings", "/en/meetings/", "../../../en/meetings/index.html"},
		{"/", "/", "../../../index.html"},
		{"/index.html", "/", "../../../index.html"},
		{"/fr/index.html", "/fr/", "../../index.html"},
		{"/fr/reunions/dacca/index.html#dates", "/fr/reunions/dacca/#dates", "index.html#dates"},
		{"/404.html", "/404.html", "../../../404.html"},
		{"/fr/404.html", "/fr/404.html", "../../404.html"},
		{"/robots.txt", "/robots.txt", "../../../robots.txt"},
		{"/notes.md", "/notes.md", "../../../notes.md"}, // a file below static, and no page
		{"/notes.md#l’été", "/notes.md#l’été", "../../../notes.md#l’été"},
		{"doc:concept-note", "/documents/note%20conceptuelle.pdf", "../../../documents/note%20conceptuelle.pdf"},
		{"doc:minutes", "https://example.com/minutes.pdf", "https://example.com/minutes.pdf"}, // in English only
		{"DOC:concept-note#page=2", "/documents/note%20conceptuelle.pdf#page=2", "../../../documents/note%20conceptuelle.pdf#page=2"},
		{"#dates", "#dates", "#dates"},
		{"#", "#", "#"},
		{"https://un.org/fr", "https://un.org/fr", "https://un.org/fr"},
	}
	for _, test := range tests {
		for base, want := range map[string]string{"https://example.org/": test.want, "": test.inFolder} {
			html, told := linked(t, base, "Voir [là]("+test.destination+").\n\n## Les dates {#dates}")
			_, rest, _ := strings.Cut(html, `href="`)
			if got, _, _ := strings.Cut(rest, `"`); got != want || len(told) > 0 {
				t.Errorf("base %q: %s leads to %q, want %q; problems %q", base, test.destination, got, want, told)
			}
		}
	}
}

// TestLinksToWhatOnlyAnAddressHas follows links to files that a site has only if it is built for an address.
func TestLinksToWhatOnlyAnAddressHas(t *testing.T) {
	for _, destination := range []string{"/fr/feed.xml", "/en/feed.xml", "/sitemap.xml"} {
		html, told := linked(t, "https://example.org/accra/", "[Là]("+destination+")")
		if !strings.Contains(html, `href="/accra`+destination+`"`) || len(told) > 0 {
			t.Errorf("%s: %s\nproblems %q", destination, html, told)
		}
		html, told = linked(t, "", "[Là]("+destination+")")
		want := []string{"content/meetings/dhaka.fr.md:7:1 there is no file \"static" + destination + "\" and no page at \"" +
			destination + "\" (put the file below static/, or link to a page by its key: page:…)"}
		if diff := cmp.Diff(want, told); diff != "" || !strings.Contains(html, `href="#"`) {
			t.Errorf("%s in a folder: %s\nproblems (-want +got):\n%s", destination, html, diff)
		}
	}
}

func TestLinksThatLeadNowhere(t *testing.T) {
	tests := map[string]string{
		"doc:concept-notes": `there is no document "concept-notes" (did you mean doc:concept-note?)`,
		"doc:xyz":           `there is no document "xyz" (an id is that of a [[document]] among the page's facts or in config.toml)`,
		"doc:":              `there is no document "" (an id is that of a [[document]] among the page's facts or in config.toml)`,
		"page:abuot":        `there is no page "abuot" (did you mean page:about?)`,
		"page:meeting":      `there is no page "meeting" (did you mean page:meetings?)`,
		"page:rien/du/tout": `there is no page "rien/du/tout" ` +
			`(a key is the path below content/ without language and ending)`,
		"page:":          `there is no page "" (a key is the path below content/ without language and ending)`,
		"page:brouillon": `the page "brouillon" is not part of the site: it is a draft (take the link out until the page is published)`,
		"page:cache": `the page "cache" is not part of the site: it is published on 2024-01-01 ` +
			`(take the link out until the page is published)`,
		"page:cache/page": `the page "cache/page" is not part of the site: the page of its folder is not there: it is published on ` +
			"2024-01-01 (take the link out until the page is published)",
		"page:about#teem": "content/about.fr.md has no section \"teem\" (did you mean #team?)",
		"page:about#zzzzzzzz": `content/about.fr.md has no section "zzzzzzzz" ` +
			`(name a heading's key, {#key}, or its text in small letters with hyphens)`,
		"page:about#only-here": `the section "only-here" is in the English half only ` +
			"(give the heading a key in both halves, {#only-here}, or name the section of this half)",
		"/en/about/#rien-de-tel": `content/about.en.md has no section "rien-de-tel" ` +
			"(name a heading's key, {#key}, or its text in small letters with hyphens)",
		"#date":          `content/meetings/dhaka.fr.md has no section "date" (did you mean #dates?)`,
		"nulle-part.md":  `there is no page "meetings/nulle-part" (a key is the path below content/ without language and ending)`,
		"../../about.md": `there is no page "../about" (a key is the path below content/ without language and ending)`,
		"/img/fonds.svg": `there is no file "static/img/fonds.svg" and no page at "/img/fonds.svg" (did you mean /img/fond.svg?)`,
		"/fr/nulle-part/": `there is no file "static/fr/nulle-part" and no page at "/fr/nulle-part/" ` +
			`(put the file below static/, or link to a page by its key: page:…)`,
		"img/fond.svg": `nothing is found at "img/fond.svg" from here (files below static/ are named from there: /img/fond.svg)`,
		"about":        `nothing is found at "about" from here (pages are named by their key: page:about)`,
		"nulle-part": `nothing is found at "nulle-part" from here ` +
			`(write page:KEY for a page, /path for a file below static/, https://… for another site)`,
		"":              `the link has no address (write the address between the round brackets)`,
		"www.un.org/fr": `nothing is found at "www.un.org/fr" from here (write the whole address: https://www.un.org/fr)`,
		"équipe@un.org": `nothing is found at "équipe@un.org" from here ` +
			`(an address for mail begins with mailto: mailto:équipe@un.org)`,
		"équipe/@moi": `nothing is found at "équipe/@moi" from here ` +
			`(write page:KEY for a page, /path for a file below static/, https://… for another site)`,
	}
	for destination, want := range tests {
		html, told := linked(t, "https://example.org/", "Voir [là]("+destination+").\n\n## Les dates {#dates}")
		address := "#"
		if target, fragment, found := strings.Cut(destination, "#"); found { // the page is there, its section is not
			address = map[string]string{"page:about": "/fr/a-propos/", "/en/about/": "/en/about/", "": ""}[target] + "#" + fragment
		}
		if diff := cmp.Diff([]string{"content/meetings/dhaka.fr.md:7:6 " + want}, told); diff != "" {
			t.Errorf("%q: problems (-want +got):\n%s", destination, diff)
		}
		if !strings.Contains(html, `<a href="`+address+`">là</a>`) {
			t.Errorf("%q: the link does not lead to %q: %s", destination, address, html)
		}
	}
}

func TestPicturesThatAreNotThere(t *testing.T) {
	tests := map[string]string{
		"/photos/été.jpg": `there is no picture "static/photos/été.jpg" (put the picture there)`,
		"/img/fonds.svg":  `there is no picture "static/img/fonds.svg" (did you mean /img/fond.svg?)`,
		"été.jpg": `there is no picture "content/meetings/été.jpg" ` +
			`(put the picture there; a picture below static/ is named from there, with a slash in front)`,
		"../../static/été.jpg": `there is no picture "static/été.jpg" ` +
			`(put the picture there; a picture below static/ is named from there, with a slash in front)`,
		"img/fond.svg": `there is no picture "content/meetings/img/fond.svg" ` +
			`(pictures below static/ are named from there: /img/fond.svg)`,
		"?x": "the image has no address (write the picture's name between the round brackets)",
	}
	for destination, want := range tests {
		_, told := linked(t, "https://example.org/", "« ![L’été]("+destination+") »")
		if diff := cmp.Diff([]string{"content/meetings/dhaka.fr.md:7:3 " + want}, told); diff != "" {
			t.Errorf("%q: problems (-want +got):\n%s", destination, diff)
		}
	}
}

func TestBodyHasItsLinksInPlace(t *testing.T) {
	html, told := linked(t, "https://example.org/",
		"« [Là](page:about) », ![le fond](/img/fond.svg) et [l’accueil](page:index#state).\n\n## Les dates {#dates}")
	want := "<p>«\u00a0" + `<a href="/fr/a-propos/">Là</a>` + "\u00a0»" + `, <img width="300" height="150" src="/img/fond.svg" alt="le fond"> et ` +
		`<a href="/fr/#state">l’accueil</a>.</p>` + "\n" + `<section>
<div class="heading"><h2 id="dates">Les dates</h2> ` + toPage("/en/meetings/dhaka/", "Dhaka meeting") + "</div>\n</section>\n"
	if diff := cmp.Diff(want, html); diff != "" || len(told) > 0 {
		t.Errorf("body (-want +got):\n%s\nproblems: %q", diff, told)
	}
}

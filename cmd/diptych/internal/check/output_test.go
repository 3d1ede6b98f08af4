package check

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// The addresses for which the sample site is built: a host of its own, a path on a host, and none.
var bases = []string{"https://example.org/", "https://example.org/accra/", ""}

// sampleTexts gives the files of the sample site with changes. An empty text takes a file away.
func sampleTexts(tb testing.TB, changes map[string]string) map[string]string {
	tb.Helper()
	archive, err := txtar.ParseFile("../site/testdata/site.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range archive.Files {
		texts[file.Name] = string(file.Data)
	}
	maps.Copy(texts, changes)
	maps.DeleteFunc(texts, func(_, text string) bool { return text == "" })
	return texts
}

// assemble makes a site for an address.
func assemble(tree *source.Tree, base string) *build.Site {
	return build.Assemble(tree, site.Options{Day: civil.Date{Year: 2023, Month: 11, Day: 1}, BaseURL: &base})
}

// outputFindings gives what the rules for outputs and catalogues find in the sample site with changes, a line each: place,
// the other place, rule and message.
func outputFindings(t *testing.T, base string, changes map[string]string) []string {
	t.Helper()
	report, err := Site(context.Background(), assemble(source.NewTree(sampleTexts(t, changes)), base), Options{})
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{}
	for _, p := range report.Findings {
		if strings.HasPrefix(p.Rule, "output-") || strings.HasPrefix(p.Rule, "catalogue-") || p.Severity == source.Error {
			place := p.Pos.String()
			if !p.Peer.IsZero() {
				place += " " + p.Peer.String()
			}
			lines = append(lines, fmt.Sprintf("%s %s: %s", place, p.Rule, p.Message.English))
		}
	}
	return lines
}

// TestSoundSites holds that nothing is told of the outputs and messages of the sample site and of our own.
func TestSoundSites(t *testing.T) {
	own, err := source.Read("../../../..")
	if err != nil {
		t.Fatal(err)
	}
	for name, tree := range map[string]*source.Tree{"sample": source.NewTree(sampleTexts(t, nil)), "own": own} {
		for _, base := range bases {
			t.Run(name+" "+base, func(t *testing.T) {
				c := &siteChecker{site: assemble(tree, base)}
				c.pairs = &Pairs{context: newContext(c.site.Model(), Options{})}
				if err := c.look(context.Background()); err != nil {
					t.Fatal(err)
				}
				for _, p := range slices.Concat(c.found, c.told) {
					if !strings.HasPrefix(p.Rule, "catalogue-unused") || name == "own" {
						t.Errorf("%s %s: %s", p.Pos, p.Rule, p.Message.English)
					}
				}
			})
		}
	}
}

// TestResolve holds that an address leads where a browser takes it.
func TestResolve(t *testing.T) {
	changes := map[string]string{"static/été 1.txt": "Un texte."}
	for _, test := range []struct {
		base, from, address string
		reach               reach
		output              string
	}{
		{bases[0], "fr/index.html", "/en/", toOutput, "en/index.html"},
		{bases[0], "fr/index.html", "/en", toOutput, "en/index.html"},
		{bases[0], "fr/index.html", "../en/index.html", toOutput, "en/index.html"},
		{bases[0], "fr/index.html", "//example.org/", toOutput, "index.html"},
		{bases[0], "fr/index.html", "http://example.org/404.html?x#y", toOutput, "404.html"},
		{bases[0], "fr/index.html", "", toOutput, "fr/index.html"},
		{bases[0], "fr/index.html", "#haut", toOutput, "fr/index.html"},
		{bases[0], "fr/index.html", "?q=1", toOutput, "fr/index.html"},
		{bases[0], "404.html", "?q=1", toOutput, "404.html"},
		{bases[0], "fr/index.html", "/%C3%A9t%C3%A9%201.txt", toOutput, "été 1.txt"},
		{bases[0], "fr/index.html", "/été 1.txt", toOutput, "été 1.txt"},
		{bases[0], "fr/index.html", "/EN/", toNothing, ""},
		{bases[0], "fr/index.html", "en/", toNothing, ""},
		{bases[0], "fr/index.html", "/en/index", toNothing, ""},
		{bases[0], "fr/index.html", "https://example.org:8080/en/", toElsewhere, ""},
		{bases[0], "fr/index.html", "https://example.com/nowhere", toElsewhere, ""},
		{bases[0], "fr/index.html", "mailto:a@example.org", toElsewhere, ""},
		{bases[0], "fr/index.html", "https://[", toNothing, ""},
		{bases[1], "fr/index.html", "/accra/en/", toOutput, "en/index.html"},
		{bases[1], "fr/index.html", "/accra", toOutput, "index.html"},
		{bases[1], "fr/index.html", "../en/", toOutput, "en/index.html"},
		{bases[1], "fr/index.html", "/accra/nulle-part/", toNothing, ""},
		{bases[1], "fr/index.html", "/en/", toBeside, ""},
		{bases[1], "fr/index.html", "../../en/", toBeside, ""},
		{bases[1], "fr/index.html", "/css/site.css", toBeside, ""},
		{bases[1], "fr/index.html", "/", toBeside, ""},
		{bases[1], "fr/index.html", "/autre-site/", toElsewhere, ""},
		{bases[2], "fr/index.html", "../en/index.html", toOutput, "en/index.html"},
		{bases[2], "fr/index.html", "../%C3%A9t%C3%A9%201.txt", toOutput, "été 1.txt"},
		{bases[2], "fr/index.html", "#haut", toOutput, "fr/index.html"},
		{bases[2], "fr/index.html", "../en/", toNothing, ""},
		{bases[2], "fr/index.html", "../en", toNothing, ""},
		{bases[2], "fr/index.html", "/en/index.html", toOutside, ""},
		{bases[2], "fr/index.html", "../../x", toOutside, ""},
		{bases[2], "fr/index.html", "file:///tmp/x", toOutside, ""},
		{bases[2], "fr/index.html", "https://example.org/", toElsewhere, ""},
	} {
		a := newAddresses(assemble(source.NewTree(sampleTexts(t, changes)), test.base))
		got := a.resolve(test.from, "", test.address)
		if got.reach != test.reach || got.output != test.output {
			t.Errorf("%q on %s at %q leads to %d %q, want %d %q",
				test.address, test.from, test.base, got.reach, got.output, test.reach, test.output)
		}
	}
	a := newAddresses(assemble(source.NewTree(sampleTexts(t, nil)), bases[0]))
	if got := a.resolve("fr/index.html", "/en/x/", "../"); got.output != "en/index.html" {
		t.Errorf("below another base ../ leads to %q", got.output)
	}
}

const rawHTML = "\n[markdown]\nrawHTML = true\n"

// TestPlaces holds where findings are told, and how often.
func TestPlaces(t *testing.T) {
	texts := sampleTexts(t, nil)
	withHTML := texts["config.toml"] + rawHTML
	const layout = "layouts/page.html"
	added := func(html string) string { return strings.Replace(texts[layout], "{{.Body}}", html+"{{.Body}}", 1) }
	page := func(title, body string) string { return "+++\ntitle = \"" + title + "\"\n+++\n\n" + body + "\n" }
	for name, test := range map[string]struct {
		changes map[string]string
		want    []string
	}{
		"what a layout has is told once": {
			map[string]string{layout: added(`<a href="/nulle-part/">x</a>`)},
			[]string{`layouts/page.html:2:41 output-dead-link: the site has nothing at "/nulle-part/" (on 13 pages)`},
		},
		"what a layout makes of a page is told once": {
			map[string]string{layout: added(`<a href="/x{{.Title}}/">x</a>`)},
			[]string{`layouts/page.html output-dead-link: the site has nothing at "/x%c3%80%20propos%20de%20l%e2%80%99%c3%a9quipe/" (and the like, on 13 pages)`},
		},
		"what pages have is told at each of them": {
			map[string]string{
				"config.toml":         withHTML,
				"content/one.fr.md":   page("Un", "<a href=\"/é/\">x</a>"),
				"content/one.en.md":   page("One", "<a href='/é/'>x</a>"),
				"content/two.fr.md":   page("Deux", "Été : <a href=\"/é/\">x</a>"),
				"content/two.en.md":   page("Two", "In summer: <a href=\"/é/\">x</a>"),
				"content/three.fr.md": page("Trois", "Rien"), "content/three.en.md": page("Three", "Nothing"),
			},
			[]string{
				`content/one.en.md:5:10 output-dead-link: the site has nothing at "/é/"`,
				`content/one.fr.md:5:10 output-dead-link: the site has nothing at "/é/"`,
				`content/two.en.md:5:21 output-dead-link: the site has nothing at "/é/"`,
				`content/two.fr.md:5:16 output-dead-link: the site has nothing at "/é/"`,
			},
		},
		"a page with an error is not looked at, and nothing is told of links into it": {
			map[string]string{
				"content/one.fr.md": page("Un", "[rien](page:nowhere)"), "content/one.en.md": page("One", "[nothing](page:nowhere)"),
				layout: added(`<a href="/fr/one/#texte">x</a>`),
			},
			[]string{
				`content/one.en.md:5:1 dead-link: there is no page "nowhere"`,
				`content/one.fr.md:5:1 dead-link: there is no page "nowhere"`,
				`layouts/page.html:2:41 output-language: the link on a page in English leads to a page in French: /fr/one/#texte (on 7 pages)`,
			},
		},
		"a link in Markdown to the other language is told once": {
			map[string]string{"content/one.fr.md": page("Un", "Voir [la page](/en/about/)."), "content/one.en.md": page("One", "See [the page](/en/about/).")},
			[]string{"content/one.fr.md:5:7 content/one.en.md:5:1 url-language: the link leads to a page in English: /en/about/"},
		},
		"a file below static has its own ways": {
			map[string]string{"static/verify.html": `<p id="a"><p id="a"><a href="/nulle-part/#x"></a><a href="#b"></a><a href="/fr/#x"></a>`},
			[]string{
				`static/verify.html output-dead-anchor: a link leads to a place that its page does not have: #b`,
				`static/verify.html output-dead-anchor: a link leads to a place that its page does not have: #x`,
				`static/verify.html output-dead-link: the site has nothing at "/nulle-part/#x"`,
				`static/verify.html output-duplicate-id: 2 elements of the page have the id "a"`,
			},
		},
		"the page of both halves is a page, and its layout is told of": {
			map[string]string{"layouts/bilingual.html": `<html lang="fr">{{range .Halves}}<h1>{{.Title}}</h1>{{end}}<p id="d"></p><p id="d"></p>` +
				`<a href="/nulle-part/">x</a>{{range .Rows}}{{range .Cells}}{{.HTML}}{{end}}{{end}}`},
			[]string{
				`layouts/bilingual.html:1:63 output-duplicate-id: 2 elements of the page have the id "d" (on 9 pages)`,
				`layouts/bilingual.html:1:97 output-dead-link: the site has nothing at "/nulle-part/" (on 9 pages)`,
			},
		},
		"what a half has is told once, also if it stands on the page of both": {
			map[string]string{
				"config.toml":            withHTML,
				"layouts/bilingual.html": `<html lang="fr">{{range .Halves}}<h1>{{.Title}}</h1>{{end}}{{range .Rows}}{{range .Cells}}{{.HTML}}{{end}}{{end}}`,
				"content/one.fr.md":      page("Un", "<a href=\"/é/\">x</a>"), "content/one.en.md": page("One", "Nothing: x."),
			},
			[]string{`content/one.fr.md:5:10 output-dead-link: the site has nothing at "/é/"`},
		},
		"a former address is a page": {
			map[string]string{
				"content/one.fr.md": "+++\ntitle = \"Un\"\naliases = [\"/ancien/\"]\n+++\n", "content/one.en.md": page("One", ""),
				layout: added(`<a href="/ancien/">x</a>`),
			},
			[]string{},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := outputFindings(t, bases[0], test.changes)
			got = slices.DeleteFunc(got, func(line string) bool { return strings.Contains(line, "catalogue-unused") })
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestInterrupted holds that a check that is stopped says so.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for name, changes := range map[string]map[string]string{"with layouts": nil, "without": withoutLayouts(t)} {
		if _, err := Site(ctx, assemble(source.NewTree(sampleTexts(t, changes)), bases[0]), Options{}); err == nil {
			t.Errorf("%s: there is no error", name)
		}
	}
}

// withoutLayouts gives the changes that take the layouts of the sample site away.
func withoutLayouts(t *testing.T) map[string]string {
	changes := map[string]string{}
	for path := range sampleTexts(t, nil) {
		if strings.HasPrefix(path, "layouts/") {
			changes[path] = ""
		}
	}
	return changes
}

// TestLeftOut holds that a site without layouts or messages is checked as far as it can be, and that it is said how far.
func TestLeftOut(t *testing.T) {
	const noLayouts = "the site has no layouts: pages as they are published, their addresses, and links to pages were not looked at"
	const noMessages = "the site has no messages: i18n/fr.toml and i18n/en.toml are not there to be compared"
	wrong := map[string]string{
		"content/one.fr.md":   "+++\ntitle = \"Un\"\n+++\n[rien](page:nowhere) <b>gras</b>\n\n> [!NOTE]\n> Un mot.\n",
		"content/one.en.md":   "+++\ntitle = \"One\"\n+++\n[nothing](page:nowhere) <b>bold</b>\n\n> [!NOTE]\n> A word.\n",
		"content/index.fr.md": "", "content/index.en.md": "", "content/index.toml": "",
	}
	bare := withoutLayouts(t)
	maps.Copy(bare, wrong)
	mute := maps.Clone(bare)
	maps.Copy(mute, map[string]string{"i18n/fr.toml": "", "i18n/en.toml": ""})
	dynamic := map[string]string{"layouts/chooser.html": "{{define \"main\"}}<h1>{{.Title}}</h1>{{if .Draft}}{{T .Kind}}{{end}}{{end}}"}
	for name, test := range map[string]struct {
		changes map[string]string
		leftOut []string
		told    []string // rules of problems, among those of page one
	}{
		"nothing":              {nil, nil, nil},
		"layouts":              {bare, []string{noLayouts}, []string{"raw-html", "raw-html"}},
		"layouts and messages": {mute, []string{noMessages, noLayouts}, []string{"raw-html", "raw-html"}},
		"unused messages":      {dynamic, []string{"messages that nothing uses were not looked for: layouts/chooser.html:1:52 may use any of them"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			report, err := Site(context.Background(), assemble(source.NewTree(sampleTexts(t, test.changes)), bases[0]), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var leftOut, told []string
			for _, sentence := range report.LeftOut {
				leftOut = append(leftOut, sentence.English)
			}
			for _, p := range report.Findings {
				if strings.HasPrefix(p.Pos.File, "content/one.") {
					told = append(told, p.Rule)
				}
				if p.Rule == "layout-missing" || p.Rule == "index-missing" || p.Rule == "catalogue-unused" && test.leftOut != nil {
					t.Errorf("%s %s: %s", p.Pos, p.Rule, p.Message.English)
				}
			}
			if diff := cmp.Diff(test.leftOut, leftOut); diff != "" {
				t.Errorf("left out (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.told, told); diff != "" {
				t.Errorf("told (-want +got):\n%s", diff)
			}
		})
	}
}

// TestHeadingsTakeTurns: on the page of both halves the headings of one stand between those of the other, and skip nothing.
func TestHeadingsTakeTurns(t *testing.T) {
	for _, line := range outputFindings(t, bases[0], map[string]string{
		"layouts/bilingual.html": `<html lang="fr">{{range .Halves}}<h1>{{.Title}}</h1>{{end}}{{range .Rows}}{{range .Cells}}{{.HTML}}{{end}}{{end}}`,
		"content/one.fr.md":      "+++\ntitle = \"Un\"\n+++\n\n## A {#a}\n\n### C {#c}\n\n## Été\n\n## Q {#q}\n",
		"content/one.en.md":      "+++\ntitle = \"One\"\n+++\n\n## A {#a}\n\n### C {#c}\n\n#### D\n\n## Q {#q}\n",
	}) {
		if strings.Contains(line, "output-heading-order") {
			t.Error(line)
		}
	}
}

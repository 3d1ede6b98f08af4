package site

import (
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestAddresses(t *testing.T) {
	m := model(t, nil)
	want := map[string][2]string{
		"index":                 {"fr/index.html", "en/index.html"},
		"about":                 {"fr/a-propos/index.html", "en/about/index.html"},
		"announcement":          {"fr/annonce/index.html", "en/announcement/index.html"},
		"meetings/index":        {"fr/reunions/index.html", "en/meetings/index.html"},
		"meetings/dhaka":        {"fr/reunions/dacca/index.html", "en/meetings/dhaka/index.html"},
		"meetings/seoul":        {"fr/reunions/seoul/index.html", "en/meetings/seoul/index.html"},
		"meetings/groups/index": {"fr/reunions/groupes/index.html", "en/meetings/groups/index.html"},
		"meetings/groups/leaders": {"fr/reunions/groupes/chefs-de-file/index.html",
			"en/meetings/groups/leaders/index.html"},
		"programme": {"fr/programme/index.html", "en/programme/index.html"},
		"report":    {"fr/report/index.html", "en/report/index.html"},
	}
	got := map[string][2]string{}
	for _, pair := range m.Pairs {
		french, english := pair.Page(source.French), pair.Page(source.English)
		got[pair.Key] = [2]string{french.Output, english.Output}
		for _, page := range []*Page{french, english} {
			if found, ok := m.PageAt(page.Output); !ok || found != page {
				t.Errorf("PageAt(%q) gives another page", page.Output)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("addresses (-want +got):\n%s", diff)
	}
}

func TestSlugs(t *testing.T) {
	french := func(slug string) files {
		return files{"content/about.fr.md": half("À propos", "slug = "+slug, "## T {#team}")}
	}
	tests := map[string]struct {
		changes files
		want    []string
	}{
		"letters, digits, hyphens": {french(`"a-propos-2"`), []string{}},
		"accents": {french(`"été"`),
			[]string{`content/about.fr.md:3:8 slug: "été" can't stand in an address (write slug = "ete")`}},
		"capitals": {french(`"APropos"`),
			[]string{`content/about.fr.md:3:8 slug: "APropos" can't stand in an address (write slug = "apropos")`}},
		"a way up": {french(`"../.."`),
			[]string{`content/about.fr.md:3:8 slug: "../.." can't stand in an address ` +
				"(write a slug of small letters, digits and hyphens)"}},
		"two steps": {french(`"a/b"`),
			[]string{`content/about.fr.md:3:8 slug: "a/b" can't stand in an address (write slug = "a-b")`}},
		"as long as may be": {french(`"` + strings.Repeat("a", longestSlug) + `"`), []string{}},
		"too long": {french(`"` + strings.Repeat("a", longestSlug+1) + `"`), []string{
			`content/about.fr.md:3:8 slug: "` + strings.Repeat("a", 101) + `" can't stand in an address ` +
				"(write a slug of at most 100 small letters, digits and hyphens)"}},
		"the home page": {files{"content/index.en.md": half("Home", "slug = \"home\"\nplace = \"Accra\"", "## Now {#state}")},
			[]string{"content/index.en.md:3:8 slug: the home page stands at /en/ and has no slug (remove the slug)"}},
		"a name": {pair("Équipe", "L’équipe", "The team", ""), []string{
			`content/Équipe.en.md slug: the name "Équipe" can't stand in an address ` +
				`(write slug = "equipe", or rename the file or folder)`,
			`content/Équipe.fr.md slug: the name "Équipe" can't stand in an address ` +
				`(write slug = "equipe", or rename the file or folder)`,
		}},
		"a folder's name": {pair("Été 2023/index", "Été", "Summer", ""), []string{
			`content/Été 2023/index.en.md slug: the name "Été 2023" can't stand in an address ` +
				`(write slug = "ete-2023", or rename the file or folder)`,
			`content/Été 2023/index.fr.md slug: the name "Été 2023" can't stand in an address ` +
				`(write slug = "ete-2023", or rename the file or folder)`,
		}},
		"the name of a missing half": {
			files{"content/Été.en.md": half("Summer", `slug = "summer"`, ""), "content/Été.toml": exemption("fr", "2024-01-31")},
			[]string{`content/Été.en.md slug: the name "Été" can't stand in an address ` +
				"(rename the file or folder with small letters, digits and hyphens)"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, problems(t, test.changes)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHrefRootAndURL(t *testing.T) {
	const home, deep = "fr/index.html", "fr/reunions/dacca/index.html"
	tests := []struct{ base, from, to, href, root, url string }{
		{"https://un.org", home, deep, "/fr/reunions/dacca/", "/", "https://un.org/fr/reunions/dacca/"},
		{"https://un.org/", deep, "index.html", "/", "/", "https://un.org/"},
		{"https://un.org/", deep, "404.html", "/404.html", "/", "https://un.org/404.html"},
		{"https://un.org/", home, "a/note été 100%.pdf", "/a/note%20%C3%A9t%C3%A9%20100%25.pdf", "/",
			"https://un.org/a/note%20%C3%A9t%C3%A9%20100%25.pdf"},
		{"https://un.org/", home, "fr/myindex.html", "/fr/myindex.html", "/", "https://un.org/fr/myindex.html"},
		{"https://un.org/accra", home, deep, "/accra/fr/reunions/dacca/", "/accra/", "https://un.org/accra/fr/reunions/dacca/"},
		{"https://un.org/accra/", deep, "index.html", "/accra/", "/accra/", "https://un.org/accra/"},
		{"http://localhost:8080/", home, home, "/fr/", "/", "http://localhost:8080/fr/"},
		{"", "index.html", home, "fr/index.html", "", ""},
		{"", "404.html", "index.html", "index.html", "", ""},
		{"", home, home, "index.html", "../", ""},
		{"", home, "en/index.html", "../en/index.html", "../", ""},
		{"", home, deep, "reunions/dacca/index.html", "../", ""},
		{"", deep, home, "../../index.html", "../../../", ""},
		{"", deep, "index.html", "../../../index.html", "../../../", ""},
		{"", deep, deep, "index.html", "../../../", ""},
		{"", deep, "fr/reunions/index.html", "../index.html", "../../../", ""},
		{"", deep, "fr/reunions/seoul/index.html", "../seoul/index.html", "../../../", ""},
		{"", deep, "a/note été.pdf", "../../../a/note%20%C3%A9t%C3%A9.pdf", "../../../", ""},
	}
	for _, test := range tests {
		m, found := Assemble(sample(t, nil), Options{Day: today, BaseURL: &test.base})
		if len(found) > 0 {
			t.Fatalf("%q: %q", test.base, told(found))
		}
		got := [3]string{m.Href(test.from, test.to), m.Root(test.from), m.URL(test.to)}
		if diff := cmp.Diff([3]string{test.href, test.root, test.url}, got); diff != "" {
			t.Errorf("base %q, from %s to %s: href, root, URL (-want +got):\n%s", test.base, test.from, test.to, diff)
		}
	}
}

// FuzzAddress holds that whatever stands as a slug, in a file's or in a folder's name, is either told as a problem or
// leads to a path that every system and every browser takes as it is.
func FuzzAddress(f *testing.F) {
	for _, seed := range []string{"a-propos", "été", "..", "a/b", "", "\x00", "Œuvre", "index", "con", "a b", "%2e", "ſ", "K"} {
		f.Add(seed, "page", false)
		f.Add("", seed, true)
	}
	f.Fuzz(func(t *testing.T, slug, name string, exempt bool) {
		if strings.ContainsAny(name, "/\x00") || name == "" {
			return // no file has such a name
		}
		changes := files{
			"content/" + name + "/index.fr.md": "+++\ntitle = \"Été\"\nslug = " + tomlText(slug) + "\n+++\n",
			"content/" + name + "/index.en.md": half("Summer", "", ""),
			"content/" + name + "/p.fr.md":     half("Page", "", ""),
			"content/" + name + "/p.en.md":     half("Page", "", ""),
		}
		if exempt {
			changes["content/"+name+"/index.fr.md"] = ""
			changes["content/"+name+"/index.toml"] = exemption("fr", "2024-01-31")
		}
		m, found := Assemble(sample(t, changes), Options{Day: today})
		if source.HasErrors(found) {
			return
		}
		for _, pair := range m.Pairs {
			for _, lang := range source.Langs() {
				checkOutput(t, pair.Page(lang))
			}
		}
	})
}

// checkOutput sees to it that an output path is clean, below its language, and of small ASCII letters.
func checkOutput(t *testing.T, page *Page) {
	t.Helper()
	output := page.Output
	if path.Clean(output) != output || !strings.HasPrefix(output, string(page.Lang)+"/") || path.Base(output) != indexFile {
		t.Errorf("%s: the output path %q is not clean", page.Key, output)
	}
	if bad := strings.Trim(output, "abcdefghijklmnopqrstuvwxyz0123456789-/."); bad != "" || strings.Contains(output, "..") {
		t.Errorf("%s: the output path %q is not plain", page.Key, output)
	}
}

// tomlText writes any text as a basic string of TOML.
func tomlText(text string) string {
	var out strings.Builder
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteRune('\\')
			out.WriteRune(r)
		case r < ' ' || r == 0x7f:
			out.WriteString("\\u00" + string("0123456789abcdef"[r>>4]) + string("0123456789abcdef"[r&15]))
		default:
			out.WriteRune(r)
		}
	}
	return `"` + out.String() + `"`
}

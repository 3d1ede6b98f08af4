package build

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAddressesThatAreTaken(t *testing.T) {
	about := func(front string) files {
		return files{"content/about.fr.md": half("À propos", front, "## Équipe {#team}\n\n## Été à Paris")}
	}
	const hint = "(give one of the two another slug, alias or name)"
	tests := map[string]struct {
		changes files
		want    []string
	}{
		"two slugs": {
			files{"content/programme.fr.md": half("Le programme", `slug = "annonce"`, "")},
			[]string{"content/programme.fr.md:3:8 duplicate-address: the address /fr/annonce/ is taken: " +
				"content/announcement.fr.md:4:8 has it " + hint + " and content/announcement.fr.md:4:8"},
		},
		"a page and a section": {
			files{"content/meetings.fr.md": half("Réunions", `slug = "reunions"`, ""), "content/meetings.en.md": half("Meetings", "", "")},
			[]string{
				"content/meetings/index.en.md duplicate-address: the address /en/meetings/ is taken: " +
					"content/meetings.en.md has it " + hint + " and content/meetings.en.md",
				"content/meetings/index.fr.md:4:8 duplicate-address: the address /fr/reunions/ is taken: " +
					"content/meetings.fr.md:3:8 has it " + hint + " and content/meetings.fr.md:3:8",
			},
		},
		"an alias and a page": {
			about(`aliases = ["/fr/annonce/"]`),
			[]string{"content/about.fr.md:3:11 duplicate-address: the address /fr/annonce/ is taken: " +
				"content/announcement.fr.md:4:8 has it " + hint + " and content/announcement.fr.md:4:8"},
		},
		"a page and a file below static": {
			files{"static/fr/annonce/index.html": "<p>vieux</p>"},
			[]string{"content/announcement.fr.md:4:8 duplicate-address: the address /fr/annonce/ is taken: " +
				"static/fr/annonce/index.html has it " + hint + " and static/fr/annonce/index.html"},
		},
		"a file that differs in its capitals": {
			files{"static/FR/Annonce/index.html": "<p>vieux</p>"},
			[]string{"content/announcement.fr.md:4:8 duplicate-address: the address /fr/annonce/ is taken: " +
				"static/FR/Annonce/index.html has it (give one of the two another slug, alias or name; " +
				"capital and small letters count as the same) and static/FR/Annonce/index.html",
				"layouts/404.html duplicate-address: the folders \"fr\" and \"FR\" are one on many systems (write the name in " +
					"the same way in both places: capital and small letters count as the same, and so do the two ways to write " +
					"an accent) and static/FR/Annonce/index.html"},
		},
		"a file and the chooser": {
			files{"static/index.html": "<p>moi</p>"},
			[]string{"layouts/chooser.html duplicate-address: the address / is taken: " +
				"static/index.html has it " + hint + " and static/index.html"},
		},
		"a file where pages need a folder": {
			files{"static/fr/annonce": "texte"},
			[]string{"content/announcement.fr.md:4:8 duplicate-address: the address /fr/annonce/ needs a folder where " +
				"static/fr/annonce puts a file " + hint + " and static/fr/annonce"},
		},
		"an alias below a page's own file": {
			about(`aliases = ["/fr/annonce/index.html/ancien/"]`),
			[]string{"content/about.fr.md:3:11 duplicate-address: the address /fr/annonce/index.html/ancien/ needs a folder " +
				"where content/announcement.fr.md:4:8 puts a file " + hint + " and content/announcement.fr.md:4:8"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, wrong(t, test.changes)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAliases(t *testing.T) {
	longest := "é" + strings.Repeat("a", 253) // 255 bytes
	good := map[string]string{
		"/fr/ancien/":               "fr/ancien/index.html",
		"/fr/ancien":                "fr/ancien/index.html",
		"/ancien.html":              "ancien.html",
		"/vieux/page.htm":           "vieux/page.htm",
		"/v1.2/":                    "v1.2/index.html",
		"/en/old/":                  "en/old/index.html",
		"/fr/été 2019/":             "fr/été 2019/index.html",
		"/fr/%C3%A9t%C3%A9%202019/": "fr/été 2019/index.html", // as a browser's address bar gives it
		"/.well-known/ancien/":      ".well-known/ancien/index.html",
		"/" + longest + "/":         longest + "/index.html",
	}
	for alias, path := range good {
		changes := files{"content/about.fr.md": half("À propos", "aliases = [\""+alias+"\"]", "## Équipe {#team}\n\n## Été à Paris")}
		s := sample(t, ownHost, changes)
		if !slices.Contains(s.Paths(), path) {
			t.Errorf("alias %q gives no %s; paths %q", alias, path, s.Paths())
			continue
		}
		html := read(t, s, path)
		for _, part := range []string{`<html lang="fr">`, `content="0; url=/fr/about/"`, `<link rel="canonical" href="https://example.org/fr/about/">`,
			`<a href="/fr/about/">À propos</a>`, `noindex`} {
			if !strings.Contains(html, part) {
				t.Errorf("the page at %s lacks %s:\n%s", path, part, html)
			}
		}
	}
	bad := []string{"", "/", "//", "//un.org/", "fr/ancien/", "ancien.html", "/fr/../en/", "/../secret/", "/fr/./a/", "/fr/..", "/.",
		"/a//b/", "/a?b=c", "/a#b", "https://un.org/a/", `/a\\b/`, "/a:b/", "/a*/",
		"/note.pdf", "/feed.xml", "/a%2F..%2Fb/", "/%00/", "/a%zz/",
		"/a\\tb/", "/.git/", "/fr/.cache/été/", "/%2egit/", "/fr/.ancien.html", "/.well-known/.caché/", "/..a/",
		"/" + longest + "a/", "/fr/" + longest + "é/ancien/", "/" + longest + ".html"}
	for _, alias := range bad {
		found := wrong(t, files{"content/about.fr.md": half("À propos", "aliases = [\""+alias+"\"]", "## Équipe {#team}\n\n## Été à Paris")})
		if len(found) != 1 || !strings.HasPrefix(found[0], "content/about.fr.md:3:11 alias: ") {
			t.Errorf("alias %q: problems %q", alias, found)
		}
	}
}

func TestAliasInAFolder(t *testing.T) {
	html := read(t, sample(t, folder, nil), "fr/ancien-nom/index.html")
	if !strings.Contains(html, "url=../a-propos/index.html") || strings.Contains(html, "canonical") {
		t.Errorf("the alias leads nowhere in a folder:\n%s", html)
	}
}

func TestLayoutsThatPagesNeed(t *testing.T) {
	tests := map[string]struct {
		changes files
		want    []string
	}{
		"of a page": {
			files{"content/about.toml": "layout = \"pages\"\n"},
			[]string{`content/about.toml:1:10 layout-missing: there is no layout "pages" ` +
				`(did you mean "page"? Otherwise write layouts/pages.html)`},
		},
		"of many pages, told once": {
			files{"layouts/section.html": ""},
			[]string{`content/meetings/groups/index.fr.md:2:1 layout-missing: there is no layout "section" (write layouts/section.html)`},
		},
		"of no page": {
			files{"layouts/404.html": "", "layouts/chooser.html": ""},
			[]string{
				`layouts layout-missing: there is no layout "404" (write layouts/404.html)`,
				`layouts layout-missing: there is no layout "chooser" (write layouts/chooser.html)`,
			},
		},
		"for a missing half": {
			files{"layouts/exempt.html": ""},
			[]string{`content/report.toml:1:1 layout-missing: there is no layout "exempt" (write layouts/exempt.html)`},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := wrong(t, test.changes)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

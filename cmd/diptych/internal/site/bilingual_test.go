package site

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// rowsOf gives the rows of the bilingual page of about, each cell as its text between two bars.
func rowsOf(t *testing.T, french, english string) []string {
	t.Helper()
	m := model(t, files{
		"content/about.fr.md": half("L’équipe", `slug = "equipe"`, french), "content/about.en.md": half("The team", "", english),
	})
	pair, _ := m.Pair("about")
	v := m.Bilingual(pair, func(p source.Problem) { t.Error(p) })
	var rows []string
	for _, row := range v.Rows() {
		if row.Cells[0].Tag != "fr" || row.Cells[1].Tag != "en-GB" {
			t.Errorf("cells in %s and %s", row.Cells[0].Tag, row.Cells[1].Tag)
		}
		rows = append(rows, fmt.Sprintf("%s | %s", row.Cells[0].HTML, row.Cells[1].HTML))
	}
	return rows
}

// TestRows puts part beside part: what nothing answers stands alone, and what answers in another order too.
func TestRows(t *testing.T) {
	for name, test := range map[string]struct {
		french, english string
		want            []string
	}{
		"by key": {"Un.\n\n## A {#a}\n\nDeux.\n\n## B {#b}", "One.\n\n## A {#a}\n\nTwo.\n\n## X\n\n## B {#b}", []string{
			"un | one", "a deux | a two", " | x", "b | b"}},
		"another order": {"## A {#a}\n\n## B {#b}", "## B {#b}\n\n## A {#a}", []string{" | b", "a | a", "b | "}},
		"an answer in a quotation": {"## A {#a}\n\n## B {#b}", "## X\n\n## Y\n\n> ## A {#a}\n\n## B {#b}", []string{
			" | x", "a | y a", "b | b"}},
		"one lead":        {"Un.\n\n## A {#a}", "## A {#a}", []string{"un | ", "a | a"}},
		"only notes":      {"Un.[^1]\n\n[^1]: Note.", "One.", []string{"un1 | one", "note | "}},
		"notes in both":   {"Un.[^1]\n\n## A {#a}\n\n[^1]: Note.", "One.[^1]\n\n## A {#a}\n\n[^1]: Note.", []string{"un1 | one1", "a | a", "note | note"}},
		"nothing at all":  {"", "", nil},
		"nothing in both": {"## A", "## X\n\n## Y", []string{"a | ", " | x", " | y"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, row := range rowsOf(t, test.french, test.english) {
				got = append(got, plainRow(row))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// plainRow leaves of a row what readers see, in small letters.
func plainRow(row string) string {
	var out strings.Builder
	in := false
	for _, c := range strings.ToLower(row) {
		switch {
		case c == '<':
			in = true
		case c == '>':
			in = false
		case !in && c != '.' && c != '↩' && c != '\ufe0e':
			out.WriteRune(c)
		}
	}
	left, right, _ := strings.Cut(out.String(), " | ")
	return strings.Join(strings.Fields(left), " ") + " | " + strings.Join(strings.Fields(right), " ")
}

// TestIDsOfRows: both halves stand on one page, so that each id has its language in front, and links within a half follow.
func TestIDsOfRows(t *testing.T) {
	rows := rowsOf(t, "[haut](#) [là](#a) et [chez nous](page:about#a)[^1]\n\n## A {#a}\n\n[^1]: Note.", "[there](#a) and [home](page:about#a)\n\n## A {#a}")
	all := strings.Join(rows, "\n")
	for _, want := range []string{`href="#"`, `href="#fr-a"`, `href="/fr/equipe/#a"`, `id="fr-a"`, `id="fr-fn:1"`, `href="#fr-fnref:1"`,
		`href="#en-a"`, `href="/en/about/#a"`, `id="en-a"`} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s in\n%s", want, all)
		}
	}
}

// TestDocumentsOfRows: what is said of a document is said in the language of the half, on the page of both too.
func TestDocumentsOfRows(t *testing.T) {
	m := model(t, files{
		"content/about.fr.md": half("L’équipe", `slug = "equipe"`, "[Le plan](doc:plan)"),
		"content/about.en.md": half("The team", "", "[The plan](doc:plan)"),
		"content/about.toml":  "[[document]]\nid = \"plan\"\nen = { title = \"The plan\" }\nrequest = true\n",
	})
	pair, _ := m.Pair("about")
	cells := m.Bilingual(pair, func(p source.Problem) { t.Error(p) }).Rows()[0].Cells
	for i, want := range []string{"(en anglais seulement, sur demande)", "(on request)"} {
		if got := string(cells[i].HTML); !strings.Contains(got, want) {
			t.Errorf("in %s it says %q", cells[i].Lang.Name(), got)
		}
	}
}

// TestBilingualPath: the page stands at the pair's key, below both languages.
func TestBilingualPath(t *testing.T) {
	m := model(t, nil)
	for key, want := range map[string]string{
		"index": "fr-en/index.html", "about": "fr-en/about/index.html", "meetings": "fr-en/meetings/index.html",
		"meetings/dhaka": "fr-en/meetings/dhaka/index.html",
	} {
		pair, _ := m.Pair(key)
		if got := m.BilingualPath(pair); got != want {
			t.Errorf("%s stands at %s, want %s", key, got, want)
		}
	}
}

// TestLinkToBilingual: there is such a page where there is a layout for it, and both halves.
func TestLinkToBilingual(t *testing.T) {
	m := model(t, nil)
	v := view(t, m, "about", source.French)
	if got := v.Bilingual(); got != "" {
		t.Errorf("without a layout it leads to %q", got)
	}
	Show(v, fixedLayouts{names: BilingualLayout})
	if got := v.Bilingual(); got != "/fr-en/about/" {
		t.Errorf("it leads to %q", got)
	}
	v = view(t, m, "report", source.English)
	Show(v, fixedLayouts{names: BilingualLayout})
	if got := v.Bilingual(); got != "" {
		t.Errorf("a half alone leads to %q", got)
	}
}

// TestHalvesOfAPair: each has what the page of both shows of it, in its own language.
func TestHalvesOfAPair(t *testing.T) {
	m := model(t, files{"content/meetings/seoul.toml": "draft = true\ndate = 2023-06-01\n[event]\nstart = 2023-12-01\nstatus = \"cancelled\"\n" +
		"[[document]]\nid = \"note\"\nfr = { title = \"Note\" }\nrequest = true\n"})
	if _, published := m.Pair("meetings/seoul"); published {
		t.Fatal("a draft is published")
	}
	m, _ = Assemble(m.tree, Options{Day: today, Drafts: true})
	pair, _ := m.Pair("meetings/seoul")
	for i, half := range m.Bilingual(pair, func(p source.Problem) { t.Error(p) }).Halves() {
		want := [2][3]string{{"/fr/reunions/seoul/", "1er juin 2023", "sur demande"}, {"/en/meetings/seoul/", "1 June 2023", "in French only, on request"}}[i]
		got := [3]string{half.Href, strings.ReplaceAll(half.Date().Text, "\u00a0", " "), half.Documents()[0].Note}
		if got != want || !half.Draft || half.Event().Status != "cancelled" || half.Title != pair.Page(half.Lang).Title() {
			t.Errorf("%s: %q, draft %t, %q, %q; want %q", half.Lang.Name(), got, half.Draft, half.Event().Status, half.Title, want)
		}
	}
}

// TestListsOfTheOtherHalf: a list may be in one language only, where pages are exempt; nothing leads to the other one then.
func TestListsOfTheOtherHalf(t *testing.T) {
	exempt := "[exempt]\nlanguage = \"fr\"\nreason = \"traduction en cours\"\nowner = \"Ama\"\nuntil = 2024-01-31\n"
	m := model(t, files{
		"content/meetings/dhaka.toml": "", "content/meetings/dhaka.fr.md": "", "content/meetings/dhaka.en.md": "",
		"content/meetings/seoul.toml": "", "content/meetings/seoul.fr.md": "", "content/meetings/seoul.en.md": "",
		"content/report.toml": "date = 2023-10-01\nnews = true\n[event]\nstart = 2023-10-05\n" + exempt, "content/announcement.toml": "", "content/programme.toml": "",
	})
	for lang, want := range map[source.Lang]bool{source.French: true, source.English: false} {
		if v := view(t, m, "index", lang); v.Other.HasMeetings() != want || v.Other.HasNews() != want {
			t.Errorf("from the page in %s: meetings there %t, news there %t", lang.Name(), v.Other.HasMeetings(), v.Other.HasNews())
		}
	}
}

// TestBelow lists in both languages what a section has, and on the home page the meetings of the site.
func TestBelow(t *testing.T) {
	m := model(t, nil)
	for key, want := range map[string]string{
		"meetings": "/fr/reunions/groupes/=/en/meetings/groups/ /fr/reunions/dacca/=/en/meetings/dhaka/ /fr/reunions/seoul/=/en/meetings/seoul/",
		"index":    "/fr/reunions/dacca/=/en/meetings/dhaka/ /fr/reunions/seoul/=/en/meetings/seoul/",
		"about":    "",
	} {
		pair, _ := m.Pair(key)
		var got []string
		for _, row := range m.Bilingual(pair, func(p source.Problem) { t.Error(p) }).Below() {
			got = append(got, row.Cells[0].Href+"="+row.Cells[1].Href)
			if text, err := row.Cells[1].T("chooser.enter"); err != nil || text != "Enter in English" || row.Cells[1].Own != "en-GB" {
				t.Errorf("the English cell says %q in %s, %v", text, row.Cells[1].Own, err)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s lists %q, want %q", key, got, want)
		}
	}
}

package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// declared are documents of all sorts, on a page, and the files that they name.
func declared() files {
	return files{
		"content/meetings/seoul.toml": `
[[document]]
id = "both"
fr = { title = "Résumé de l'été", file = "documents/note conceptuelle.pdf" }
en = { title = "Summary", url = "https://example.com/s.pdf?version=2" }
[[document]]
id = "french"
fr = { title = "Compte rendu : 1er jour", file = "documents/note conceptuelle.pdf" }
[[document]]
id = "english"
en = { title = "The minister's words", file = "documents/words" }
[[document]]
id = "asked-for"
en = { title = "Minutes" }
request = true
[[document]]
id = "page"
fr = { title = "Page", url = "https://example.com/page/" }
`,
		"static/documents/note conceptuelle.pdf": "%PDF-1.7\n" + strings.Repeat("x", 213_991),
		"static/documents/words":                 "\x01",
	}
}

func TestDocuments(t *testing.T) {
	m := model(t, declared())
	const (
		file = "/documents/note%20conceptuelle.pdf"
		mime = "application/pdf"
	)
	want := map[source.Lang][]DocumentView{
		source.French: {
			{ID: "both", Title: "Résumé de l’été", Lang: "fr", Tag: "fr", Href: file, Type: mime, Format: "PDF",
				Size: "214\u00a0Ko", Note: "PDF, 214\u00a0Ko"},
			{ID: "french", Title: "Compte rendu\u00a0: 1er jour", Lang: "fr", Tag: "fr", Href: file, Type: mime, Format: "PDF",
				Size: "214\u00a0Ko", Note: "PDF, 214\u00a0Ko"},
			{ID: "english", Title: "The minister’s words", Lang: "en", Tag: "en-GB", Foreign: true, Href: "/documents/words",
				Size: "1\u00a0octet", Note: "en anglais seulement, 1\u00a0octet"},
			{ID: "asked-for", Title: "Minutes", Lang: "en", Tag: "en-GB", Foreign: true, OnRequest: true,
				Note: "en anglais seulement, sur demande"},
			{ID: "page", Title: "Page", Lang: "fr", Tag: "fr", Href: "https://example.com/page/"},
		},
		source.English: {
			{ID: "both", Title: "Summary", Lang: "en", Tag: "en-GB", Href: "https://example.com/s.pdf?version=2",
				Type: mime, Format: "PDF", Note: "PDF"},
			{ID: "french", Title: "Compte rendu\u00a0: 1er jour", Lang: "fr", Tag: "fr", Foreign: true, Href: file, Type: mime,
				Format: "PDF", Size: "214\u00a0KB", Note: "in French only, PDF, 214\u00a0KB"},
			{ID: "english", Title: "The minister’s words", Lang: "en", Tag: "en-GB", Href: "/documents/words",
				Size: "1\u00a0byte", Note: "1\u00a0byte"},
			{ID: "asked-for", Title: "Minutes", Lang: "en", Tag: "en-GB", OnRequest: true, Note: "on request"},
			{ID: "page", Title: "Page", Lang: "fr", Tag: "fr", Foreign: true, Href: "https://example.com/page/", Note: "in French only"},
		},
	}
	for lang, documents := range want {
		if diff := cmp.Diff(documents, view(t, m, "meetings/seoul", lang).Documents()); diff != "" {
			t.Errorf("%s: documents (-want +got):\n%s", lang, diff)
		}
	}
}

// TestDocumentsAsTyped holds that a page which states `typography = false` sets no title either.
func TestDocumentsAsTyped(t *testing.T) {
	changes := declared()
	changes["content/meetings/seoul.toml"] = "typography = false\n" + changes["content/meetings/seoul.toml"]
	got := view(t, model(t, changes), "meetings/seoul", source.French).Documents()
	if got[0].Title != "Résumé de l'été" || got[2].Title != "The minister's words" {
		t.Errorf("the titles are set: %q, %q", got[0].Title, got[2].Title)
	}
}

// shared gives the sample's config.toml with documents of the whole site.
func shared(t testing.TB) string {
	config, _ := sample(t, nil).File(source.ConfigFile)
	return config.Text() + `
[[document]]
id = "charter"
fr = { title = "Charte", file = "documents/note conceptuelle.pdf" }
[[document]]
id = "statutes"
en = { title = "Statutes" }
request = true
`
}

// TestDocumentsOfTheSite are there on every page, also where none belongs to the page, and on pages in both languages.
func TestDocumentsOfTheSite(t *testing.T) {
	m := model(t, files{"config.toml": shared(t)})
	notes := func(v *View) []string {
		var told []string
		for _, d := range v.Site.Documents() {
			told = append(told, d.ID+" "+d.Href+" "+d.Note)
		}
		return told
	}
	const file = "charter /documents/note%20conceptuelle.pdf "
	french := []string{file + "PDF, 9\u00a0octets", "statutes  en anglais seulement, sur demande"}
	english := []string{file + "in French only, PDF, 9\u00a0bytes", "statutes  on request"}
	if diff := cmp.Diff(french, notes(view(t, m, "about", source.French))); diff != "" {
		t.Errorf("French (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(english, notes(view(t, m, "about", source.English))); diff != "" {
		t.Errorf("English (-want +got):\n%s", diff)
	}
	chooser := m.Standalone(source.French, "index.html", "chooser", "", func(p source.Problem) { t.Error(p) })
	for i, half := range chooser.Halves() {
		told := []string{}
		for _, d := range half.Site.Documents() {
			told = append(told, d.ID+" "+d.Href+" "+d.Note)
		}
		if diff := cmp.Diff([][]string{french, english}[i], told); diff != "" {
			t.Errorf("half %d of the chooser (-want +got):\n%s", i, diff)
		}
	}
}

// TestDocumentsWithoutMessages holds that a page which needs a message for a note tells of it, and any other page doesn't.
func TestDocumentsWithoutMessages(t *testing.T) {
	changes := declared()
	for _, file := range []string{"i18n/fr.toml", "i18n/en.toml"} {
		catalogue, _ := sample(t, nil).File(file)
		before, rest, _ := strings.Cut(catalogue.Text(), "[document]\n")
		_, after, _ := strings.Cut(rest, "[exempt]\n")
		changes[file] = before + "[exempt]\n" + after
	}
	m := model(t, changes)
	var told []string
	v := m.View(page(t, m, "meetings/seoul", source.English), func(p source.Problem) {
		told = append(told, p.Pos.String()+" "+p.Message.English)
	})
	notes := []string{}
	for _, d := range v.Documents() {
		notes = append(notes, d.Note)
	}
	want := []string{"PDF", "PDF, 214\u00a0KB", "1\u00a0byte", "", ""}
	if diff := cmp.Diff(want, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	want = []string{"i18n/en.toml message `document.foreign` is missing", "i18n/en.toml message `document.request` is missing",
		"i18n/en.toml message `document.foreign` is missing"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	view(t, m, "about", source.French).Documents()
}

// TestMessagesOfNotesArePlain tells of a placeholder that nobody fills in.
func TestMessagesOfNotesArePlain(t *testing.T) {
	catalogue, _ := sample(t, nil).File("i18n/fr.toml")
	got := problems(t, files{"i18n/fr.toml": strings.Replace(catalogue.Text(), "en anglais seulement", "en {{.Language}} seulement", 1)})
	if len(got) != 1 || !strings.Contains(got[0], "message `document.foreign` uses {{.Language}}, which nothing fills in") {
		t.Errorf("problems %q", got)
	}
}

// TestStampedDocuments have a digest in their names where config.toml asks for it, wherever they are named.
func TestStampedDocuments(t *testing.T) {
	changes := merge(declared(), files{"config.toml": "documents.fingerprint = true\n" + shared(t)})
	m := model(t, changes)
	const stamped = "/documents/note%20conceptuelle.e8ea2109a6.pdf"
	v := view(t, m, "meetings/seoul", source.French)
	if got := v.Documents()[0].Href; got != stamped {
		t.Errorf("the page's document is at %s, want %s", got, stamped)
	}
	if got := v.Site.Documents()[0].Href; got != stamped {
		t.Errorf("the site's document is at %s, want %s", got, stamped)
	}
	dhaka := string(view(t, m, "meetings/dhaka", source.French).Body())
	if n := strings.Count(dhaka, `href="`+stamped+`"`); n != 2 {
		t.Errorf("%d links lead to %s, by its path and by its id:\n%s", n, stamped, dhaka)
	}
	if a, _ := m.Assets.Get("img/fond.svg"); a.Path != "img/fond.svg" {
		t.Errorf("a file that is no document is published as %s", a.Path)
	}
}

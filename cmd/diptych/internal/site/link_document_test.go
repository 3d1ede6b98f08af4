package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// TestDocumentsInText writes links to documents in the body of a page, in each language.
func TestDocumentsInText(t *testing.T) {
	const mime = ` type="application/pdf"`
	tests := []struct{ markdown, french, english string }{
		{"[x](doc:both)", `<a href="/documents/note%20conceptuelle.pdf" hreflang="fr"` + mime + ">x</a> (PDF, 214\u00a0Ko)",
			`<a href="https://example.com/s.pdf?version=2" hreflang="en"` + mime + ">x</a> (PDF)"},
		{"[](doc:both)", `<a href="/documents/note%20conceptuelle.pdf" hreflang="fr"` + mime + ">Résumé de l’été</a> (PDF, 214\u00a0Ko)",
			`<a href="https://example.com/s.pdf?version=2" hreflang="en"` + mime + ">Summary</a> (PDF)"},
		{"[x](doc:both#page=3)", `<a href="/documents/note%20conceptuelle.pdf#page=3" hreflang="fr"` + mime + ">x</a> (PDF, 214\u00a0Ko)",
			`<a href="https://example.com/s.pdf?version=2#page=3" hreflang="en"` + mime + ">x</a> (PDF)"},
		{"[x](doc:english)", `<a href="/documents/words" hreflang="en">x</a> (en anglais seulement, 1` + "\u00a0octet)",
			`<a href="/documents/words" hreflang="en">x</a> (1` + "\u00a0byte)"},
		{"[](doc:english)", `<a href="/documents/words" hreflang="en" lang="en-GB">The minister’s words</a> (en anglais seulement, 1` + "\u00a0octet)",
			`<a href="/documents/words" hreflang="en">The minister’s words</a> (1` + "\u00a0byte)"},
		{"[x](doc:asked-for)", "<a>x</a> (en anglais seulement, sur demande)", "<a>x</a> (on request)"},
		{"<doc:asked-for>", `<a lang="en-GB">Minutes</a> (en anglais seulement, sur demande)`, "<a>Minutes</a> (on request)"},
		{"[x](doc:page)", `<a href="https://example.com/page/" hreflang="fr">x</a>`,
			`<a href="https://example.com/page/" hreflang="fr">x</a> (in French only)`},
		{"[x](doc:charter)", `<a href="/documents/note%20conceptuelle.pdf" hreflang="fr"` + mime + ">x</a> (PDF, 214\u00a0Ko)",
			`<a href="/documents/note%20conceptuelle.pdf" hreflang="fr"` + mime + ">x</a> (in French only, PDF, 214\u00a0KB)"},
	}
	for _, test := range tests {
		m := model(t, merge(declared(), files{
			"config.toml":                  shared(t),
			"content/meetings/seoul.fr.md": half("Réunion en ligne", "", test.markdown),
			"content/meetings/seoul.en.md": half("Online meeting", "", test.markdown),
		}))
		for lang, want := range map[source.Lang]string{source.French: test.french, source.English: test.english} {
			got := string(view(t, m, "meetings/seoul", lang).Body())
			if diff := cmp.Diff("<p>"+want+"</p>\n", got); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", test.markdown, lang, diff)
			}
		}
	}
}

// TestOwnDocumentsGoFirst holds that an id is the page's before it is the site's, and the site's on every other page.
func TestOwnDocumentsGoFirst(t *testing.T) {
	changes := declared()
	changes["config.toml"] = shared(t)
	changes["content/meetings/seoul.toml"] = strings.Replace(changes["content/meetings/seoul.toml"], `"asked-for"`, `"charter"`, 1)
	changes["content/meetings/seoul.en.md"] = half("Online meeting", "", "[](doc:charter)")
	changes["content/about.en.md"] = half("About", "", "[](doc:charter) ## {#team}\n\n## Team {#team}")
	m := model(t, changes)
	for key, want := range map[string]string{"meetings/seoul": ">Minutes</a>", "about": ">Charte</a>"} {
		if got := string(view(t, m, key, source.English).Body()); !strings.Contains(got, want) {
			t.Errorf("%s: the link does not lead to %s: %s", key, want, got)
		}
	}
}

// TestNotesByHand finds notes that the tool writes, and leaves other brackets alone.
func TestNotesByHand(t *testing.T) {
	warning := func(column, aside, note string) []string {
		return []string{"content/meetings/dhaka.fr.md:7:" + column + " \"" + aside + "\" stands behind a link to a document, and the tool writes (" +
			note + ") there (take it out: language, type and size are written by the tool)"}
	}
	const pdf, minutes = "PDF, 9\u00a0octets", "en anglais seulement, PDF"
	tests := map[string][]string{
		"[a](doc:minutes) (PDF en anglais)":                        warning("18", "(PDF en anglais)", minutes),
		"[a](doc:minutes) [PDF en anglais]":                        warning("18", "[PDF en anglais]", minutes),
		"[a](doc:minutes)(en anglais)":                             warning("17", "(en anglais)", minutes),
		"[a](doc:concept-note) (DOCX)":                             warning("23", "(DOCX)", pdf),
		"[a](doc:concept-note) (214 ko)":                           warning("23", "(214 ko)", pdf),
		"[](doc:concept-note) (in French only)":                    warning("22", "(in French only)", pdf),
		"[a](doc:summary) (disponible sur demande).":               warning("18", "(disponible sur demande)", "en anglais seulement, sur demande"),
		"[a](doc:minutes) (voir l’annexe 2)":                       {},
		"[a](doc:minutes) (2023)":                                  {},
		"[a](doc:minutes), (PDF)":                                  {},
		"[a](doc:minutes) (un mot de trop, puis un autre, un PDF)": {},
		"[a](/documents/note%20conceptuelle.pdf) (PDF)":            {},
	}
	for markdown, want := range tests {
		_, told := linked(t, "", markdown)
		if diff := cmp.Diff(want, told); diff != "" {
			t.Errorf("%s: problems (-want +got):\n%s", markdown, diff)
		}
	}
}

// TestNotesByHandWhereTheToolSaysNothing lets the author say what the tool can't know.
func TestNotesByHandWhereTheToolSaysNothing(t *testing.T) {
	m := model(t, merge(declared(), files{"content/meetings/seoul.fr.md": half("Réunion", "", "[a](doc:page) (PDF)")}))
	if got := string(view(t, m, "meetings/seoul", source.French).Body()); !strings.Contains(got, "</a> (PDF)") {
		t.Errorf("the author's note is gone: %s", got)
	}
}

// TestDocumentsAsPictures shows what is one, and nothing else.
func TestDocumentsAsPictures(t *testing.T) {
	changes := files{
		"content/meetings/seoul.toml": "[[document]]\nid = \"photo\"\nfr = { title = \"Photo\", file = \"img/fond.svg\" }\n" +
			"[[document]]\nid = \"note\"\nfr = { title = \"Note\", file = \"documents/note conceptuelle.pdf\" }\n" +
			"[[document]]\nid = \"later\"\nrequest = true\nfr = { title = \"Photo\" }\n",
		"content/meetings/seoul.fr.md": half("Réunion", "", "![a](doc:photo) ![b](doc:note) ![c](doc:later) ![d](doc:photos)"),
	}
	var told []string
	v := model(t, changes)
	body := v.View(page(t, v, "meetings/seoul", source.French), func(p source.Problem) {
		told = append(told, p.Message.English+" ("+p.Hint.English+")")
	}).Body()
	if !strings.Contains(string(body), `<img src="/img/fond.svg" alt="a">`) {
		t.Errorf("the picture is not shown: %s", body)
	}
	want := []string{
		`the document "note" is not a picture (link to it, without the exclamation mark: [](doc:note))`,
		`the document "later" can't be shown yet (take it out until it has a file or an address)`,
		`there is no document "photos" (did you mean doc:photo?)`,
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestEventInBothLanguages(t *testing.T) {
	meeting := func(facts, frenchPlace, englishPlace string) files {
		return files{
			"content/about.toml":  "[event]\n" + facts,
			"content/about.fr.md": half("À propos", frenchPlace, "## Équipe {#team}"),
			"content/about.en.md": half("About", englishPlace, "## Team {#team}"),
		}
	}
	tests := map[string]struct {
		changes         files
		french, english EventView
	}{
		"place, country, several hosts, each list in its own order": {
			meeting("start = 2023-10-23\nend = 2023-10-24\ncountry = \"RW\"\n"+
				"hosts = [\"ID\", \"NL\", \"RW\", \"GB\"]\nstatus = \"held\"\n",
				`place = "Kigali"`, `place = "Kigali"`),
			EventView{"23–24\u00a0octobre 2023", "2023-10-23", "Kigali (Rwanda)",
				"Indonésie, Pays-Bas, Royaume-Uni et Rwanda", "held", true},
			EventView{"23–24\u00a0October 2023", "2023-10-23", "Kigali, Rwanda",
				"Indonesia, Netherlands, Rwanda and United Kingdom", "held", true},
		},
		"a country alone, one host, one day": {
			meeting("start = 2023-12-01\ncountry = \"KR\"\nhosts = [\"KR\"]\n", "", ""),
			EventView{"1er\u00a0décembre 2023", "2023-12-01", "République de Corée", "République de Corée", "planned", false},
			EventView{"1\u00a0December 2023", "2023-12-01", "Republic of Korea", "Republic of Korea", "planned", false},
		},
		"a place alone, no host, a time": {
			meeting("start = 2023-12-05T09:30:00\nzone = \"Africa/Accra\"\nstatus = \"postponed\"\n",
				`place = "En ligne"`, `place = "Online"`),
			EventView{"5\u00a0décembre 2023, 9\u00a0h\u00a030", "2023-12-05T09:30", "En ligne", "", "postponed", false},
			EventView{"5\u00a0December 2023, 9.30\u00a0a.m.", "2023-12-05T09:30", "Online", "", "postponed", false},
		},
		"accents in the list of hosts": {
			meeting("start = 2023-12-05\nhosts = [\"US\", \"ET\", \"EG\", \"ES\", \"AT\"]\n", "", ""),
			EventView{"5\u00a0décembre 2023", "2023-12-05", "", "Autriche, Égypte, Espagne, États-Unis et Éthiopie", "planned", true},
			EventView{"5\u00a0December 2023", "2023-12-05", "", "Austria, Egypt, Ethiopia, Spain and United States", "planned", true},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := model(t, test.changes)
			for lang, want := range map[source.Lang]EventView{source.French: test.french, source.English: test.english} {
				got := view(t, m, "about", lang).Event()
				if diff := cmp.Diff(&want, got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", lang, diff)
				}
			}
		})
	}
}

func TestDocuments(t *testing.T) {
	m := model(t, files{"content/meetings/seoul.toml": `
[[document]]
id = "both"
fr = { title = "Résumé", file = "documents/note conceptuelle.pdf" }
en = { title = "Summary", url = "https://example.com/s.pdf" }
[[document]]
id = "french"
fr = { title = "Compte rendu", file = "documents/note conceptuelle.pdf" }
[[document]]
id = "asked-for"
en = { title = "Minutes" }
request = true
`})
	const file = "/documents/note%20conceptuelle.pdf"
	want := map[source.Lang][]DocumentView{
		source.French: {
			{ID: "both", Title: "Résumé", Lang: "fr", Tag: "fr", Href: file},
			{ID: "french", Title: "Compte rendu", Lang: "fr", Tag: "fr", Href: file},
			{ID: "asked-for", Title: "Minutes", Lang: "en", Tag: "en-GB", Foreign: true, OnRequest: true},
		},
		source.English: {
			{ID: "both", Title: "Summary", Lang: "en", Tag: "en-GB", Href: "https://example.com/s.pdf"},
			{ID: "french", Title: "Compte rendu", Lang: "fr", Tag: "fr", Foreign: true, Href: file},
			{ID: "asked-for", Title: "Minutes", Lang: "en", Tag: "en-GB", OnRequest: true},
		},
	}
	for lang, documents := range want {
		if diff := cmp.Diff(documents, view(t, m, "meetings/seoul", lang).Documents()); diff != "" {
			t.Errorf("%s: documents (-want +got):\n%s", lang, diff)
		}
	}
}

func TestModifiedIsTheLastDayThatMatters(t *testing.T) {
	m := model(t, nil)
	for key, want := range map[string]string{"announcement": "2023-10-02", "programme": "2023-10-01", "about": ""} {
		got := ""
		if day := view(t, m, key, source.French).Modified(); day != nil {
			got = day.ISO
		}
		if got != want {
			t.Errorf("%s was modified on %q, want %q", key, got, want)
		}
	}
}

package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// withZone has the messages that say whose time a meeting's times are.
func withZone(t testing.TB) files {
	t.Helper()
	add := func(file, message string) string {
		catalogue, _ := sample(t, nil).File(file)
		return strings.Replace(catalogue.Text(), "[event]\n", "[event]\nzone = \""+message+"\"\n", 1)
	}
	return files{
		"i18n/fr.toml": add("i18n/fr.toml", "heure de {{.Place}}"), "i18n/en.toml": add("i18n/en.toml", "{{.Place}} time"),
	}
}

func TestEventInBothLanguages(t *testing.T) {
	meeting := func(facts, frenchPlace, englishPlace string) files {
		place := func(name string) string {
			if name == "" {
				return ""
			}
			return "place = \"" + name + "\""
		}
		return merge(withZone(t), files{
			"content/about.toml":  facts,
			"content/about.fr.md": half("À propos", place(frenchPlace), "## Équipe {#team}"),
			"content/about.en.md": half("About", place(englishPlace), "## Team {#team}"),
		})
	}
	accra := func(day string) string { return "[event]\nzone = \"Africa/Accra\"\ncountry = \"GH\"\nstart = " + day }
	ofOne := func(iso, text string) []MomentView { return []MomentView{{ISO: iso, Text: text}} }
	tests := map[string]struct {
		changes         files
		french, english EventView
	}{
		"place, country, several hosts, each list in its own order": {
			meeting("[event]\nstart = 2023-10-23\nend = 2023-10-24\ncountry = \"RW\"\n"+
				"hosts = [\"ID\", \"NL\", \"RW\", \"GB\"]\nstatus = \"held\"\n", "Kigali", "Kigali"),
			EventView{
				When: "23–24\u00a0octobre 2023", Start: "2023-10-23", End: "2023-10-24",
				Times: []MomentView{{ISO: "2023-10-23", Text: "23"}, {"–", "2023-10-24", "24\u00a0octobre 2023"}},
				Where: "Kigali (Rwanda)", Hosts: "Indonésie, Pays-Bas, Royaume-Uni et Rwanda", Status: "held", Stage: "after", Several: true,
			},
			EventView{
				When: "23–24\u00a0October 2023", Start: "2023-10-23", End: "2023-10-24",
				Times: []MomentView{{ISO: "2023-10-23", Text: "23"}, {"–", "2023-10-24", "24\u00a0October 2023"}},
				Where: "Kigali, Rwanda", Hosts: "Indonesia, Netherlands, Rwanda and United Kingdom", Status: "held", Stage: "after", Several: true,
			},
		},
		"a country alone, one host, one day": {
			meeting("[event]\nstart = 2023-12-01\ncountry = \"KR\"\nhosts = [\"KR\"]\n", "", ""),
			EventView{
				When: "1er\u00a0décembre 2023", Start: "2023-12-01", End: "2023-12-01",
				Times: ofOne("2023-12-01", "1er\u00a0décembre 2023"),
				Where: "République de Corée", Hosts: "République de Corée", Status: "planned", Stage: "before", Upcoming: true,
			},
			EventView{
				When: "1\u00a0December 2023", Start: "2023-12-01", End: "2023-12-01",
				Times: ofOne("2023-12-01", "1\u00a0December 2023"),
				Where: "Republic of Korea", Hosts: "Republic of Korea", Status: "planned", Stage: "before", Upcoming: true,
			},
		},
		"an hour in Accra": {
			meeting(accra("2023-12-05T09:30:00\nend = 2023-12-05T17:00\n"), "Accra", "Accra"),
			EventView{
				When:  "5\u00a0décembre 2023, 9\u00a0h\u00a030\u00a0– 17\u00a0h",
				Start: "2023-12-05T09:30+00:00", End: "2023-12-05T17:00+00:00", Zone: "heure d’Accra",
				Times: []MomentView{{ISO: "2023-12-05T09:30+00:00", Text: "5\u00a0décembre 2023, 9\u00a0h\u00a030"},
					{"\u00a0– ", "2023-12-05T17:00+00:00", "17\u00a0h"}},
				Where: "Accra (Ghana)", Status: "planned", Stage: "before", Upcoming: true,
			},
			EventView{
				When:  "5\u00a0December 2023, 9.30\u00a0a.m.\u00a0– 5\u00a0p.m.",
				Start: "2023-12-05T09:30+00:00", End: "2023-12-05T17:00+00:00", Zone: "Accra time",
				Times: []MomentView{{ISO: "2023-12-05T09:30+00:00", Text: "5\u00a0December 2023, 9.30\u00a0a.m."},
					{"\u00a0– ", "2023-12-05T17:00+00:00", "5\u00a0p.m."}},
				Where: "Accra, Ghana", Status: "planned", Stage: "before", Upcoming: true,
			},
		},
		"an hour online, by its offset": {
			meeting("[event]\nstart = 2023-07-18T14:15\nzone = \"Asia/Kolkata\"\nstatus = \"postponed\"\n", "En ligne", "Online"),
			EventView{
				When: "18\u00a0juillet 2023, 14\u00a0h\u00a015", Start: "2023-07-18T14:15+05:30", End: "2023-07-18T14:15+05:30",
				Times: ofOne("2023-07-18T14:15+05:30", "18\u00a0juillet 2023, 14\u00a0h\u00a015"), Zone: "UTC+05:30",
				Where: "En ligne", Status: "postponed",
			},
			EventView{
				When: "18\u00a0July 2023, 2.15\u00a0p.m.", Start: "2023-07-18T14:15+05:30", End: "2023-07-18T14:15+05:30",
				Times: ofOne("2023-07-18T14:15+05:30", "18\u00a0July 2023, 2.15\u00a0p.m."), Zone: "UTC+05:30",
				Where: "Online", Status: "postponed",
			},
		},
		"a night in which the clocks change": {
			meeting("[event]\nstart = 2023-10-28T22:00\nend = 2023-10-29T08:00\nzone = \"Europe/Paris\"\nstatus = \"cancelled\"\n",
				"", ""),
			EventView{
				When:  "28\u00a0octobre 2023, 22\u00a0h\u00a0– 29\u00a0octobre 2023, 8\u00a0h",
				Start: "2023-10-28T22:00+02:00", End: "2023-10-29T08:00+01:00", Zone: "UTC+02:00/+01:00",
				Times: []MomentView{{ISO: "2023-10-28T22:00+02:00", Text: "28\u00a0octobre 2023, 22\u00a0h"},
					{"\u00a0– ", "2023-10-29T08:00+01:00", "29\u00a0octobre 2023, 8\u00a0h"}},
				Status: "cancelled",
			},
			EventView{
				When:  "28\u00a0October 2023, 10\u00a0p.m.\u00a0– 29\u00a0October 2023, 8\u00a0a.m.",
				Start: "2023-10-28T22:00+02:00", End: "2023-10-29T08:00+01:00", Zone: "UTC+02:00/+01:00",
				Times: []MomentView{{ISO: "2023-10-28T22:00+02:00", Text: "28\u00a0October 2023, 10\u00a0p.m."},
					{"\u00a0– ", "2023-10-29T08:00+01:00", "29\u00a0October 2023, 8\u00a0a.m."}},
				Status: "cancelled",
			},
		},
		"accents in the list of hosts": {
			meeting("[event]\nstart = 2023-12-05\nhosts = [\"US\", \"ET\", \"EG\", \"ES\", \"AT\"]\n", "", ""),
			EventView{
				When: "5\u00a0décembre 2023", Start: "2023-12-05", End: "2023-12-05", Times: ofOne("2023-12-05", "5\u00a0décembre 2023"),
				Hosts: "Autriche, Égypte, Espagne, États-Unis et Éthiopie", Status: "planned", Stage: "before", Upcoming: true, Several: true,
			},
			EventView{
				When: "5\u00a0December 2023", Start: "2023-12-05", End: "2023-12-05", Times: ofOne("2023-12-05", "5\u00a0December 2023"),
				Hosts: "Austria, Egypt, Ethiopia, Spain and United States", Status: "planned", Stage: "before", Upcoming: true, Several: true,
			},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := model(t, test.changes)
			for lang, want := range map[source.Lang]EventView{source.French: test.french, source.English: test.english} {
				got := view(t, m, "about", lang).Event()
				want.Calendar = "/" + string(lang) + "/about/event.ics"
				if diff := cmp.Diff(&want, got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", lang, diff)
				}
			}
		})
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

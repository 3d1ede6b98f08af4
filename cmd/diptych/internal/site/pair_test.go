package site

import (
	"maps"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

func TestFileNamesMakePairs(t *testing.T) {
	m := model(t, nil)
	var got []string
	for _, pair := range m.Pairs {
		got = append(got, pair.Key)
		for _, lang := range source.Langs() {
			if page := pair.Page(lang); page.Pair != pair || page.Lang != lang || page.Other().Lang != lang.Other() {
				t.Errorf("%s: the %s page is not the pair's own", pair.Key, lang)
			}
		}
	}
	want := []string{
		"about", "announcement", "index", "meetings/dhaka", "meetings/groups/index", "meetings/groups/leaders",
		"meetings/index", "meetings/seoul", "programme", "report",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}

func TestFilesThatMakeNoPair(t *testing.T) {
	tests := map[string]struct {
		changes files
		want    []string
	}{
		"half missing": {
			files{"content/about.fr.md": ""},
			[]string{"content/about.en.md pair-missing: the page has no French half " +
				"(write content/about.fr.md, or exempt the page under [exempt])"},
		},
		"facts alone": {
			files{"content/été.toml": "weight = 3\n"},
			[]string{"content/été.toml pair-missing: these facts belong to no page " +
				"(add content/été.fr.md and content/été.en.md, or remove the file)"},
		},
		"no language": {
			files{"content/équipe.md": "Bonjour"},
			[]string{`content/équipe.md stray-file: the file is in neither of the two languages ` +
				"(the halves of a page are named content/équipe.fr.md and content/équipe.en.md)"},
		},
		"a picture that is none": {
			files{"content/carte.png": "\x01\x02"},
			[]string{`content/carte.png picture: the picture can't be shown: ` +
				"Diptych reads JPEG, PNG, SVG and WebP, and this file is none of them (export it as one of them)"},
		},
		"a document": {
			files{"content/carte.pdf": "x"},
			[]string{`content/carte.pdf stray-file: the file is no part of a page and is not published ` +
				"(documents live below static/; pictures also beside the pages)"},
		},
		"needless exemption": {
			files{"content/report.fr.md": half("Le rapport", "", "Traduit.")},
			[]string{"content/report.toml:1:1 exempt: the page has both halves and needs no exemption (remove [exempt])"},
		},
		"exemption of the wrong half": {
			files{"content/report.toml": exemption("en", "2024-01-31")},
			[]string{"content/report.toml:1:1 exempt: the exemption names English, and it is the French half that is missing " +
				`(name the missing language: language = "fr")`},
		},
		"exemption at its end": {
			files{"content/report.toml": exemption("fr", "2023-10-31")},
			[]string{"content/report.toml:1:1 exempt: the exemption ended on 2023-10-31; L’équipe answers for it " +
				"(write the missing half, or agree on a new day with its owner)"},
		},
		"a draft that is begun in one language": {files{"content/essai.fr.md": half("Essai", "draft = true", "À suivre.")}, []string{}},
		"a place, and facts that can't be read": {
			files{"content/about.fr.md": half("À propos", `place = "Genève"`, ""), "content/about.toml": "[event]\nstart = 5/12/2023\n"},
			[]string{`content/about.toml:2:10 toml: the text is not TOML: expected a top-level item to end with a newline, ` +
				`comment, or EOF, but got '/' instead (a day is written year, month, day, without quotes: start = 2023-12-05)`},
		},
		"half missing, and facts that can't be read": {
			files{"content/report.toml": "[exempt]\nlanguage = fr\n"},
			[]string{`content/report.toml:2:12 toml: the text is not TOML: expected value but found "fr" instead ` +
				`(put the text in quotes: language = "…")`},
		},
		"a place, and facts that are read and wrong": {
			files{"content/about.fr.md": half("À propos", `place = "Genève"`, ""), "content/about.toml": "weight = \"un\"\n"},
			[]string{
				"content/about.fr.md:3:9 event: the page has a `place` and no event " +
					"(state the event's dates under [event], or remove the place)",
				"content/about.toml:1:10 wrong-type: `weight` can't be the text \"un\" (write a whole number, without quotes: weight = 10)",
			},
		},
		"a place in one half": {
			files{"content/about.fr.md": half("À propos", `place = "Genève"`, ""), "content/about.toml": "[event]\nstart = 2023-12-05\n"},
			[]string{"content/about.en.md:2:1 event: the page names a `place` in French, and none in English " +
				`(name it in this half too: place = "…")`},
		},
		"a place without a meeting": {
			files{"content/about.fr.md": half("À propos", `place = "Genève"`, "")},
			[]string{"content/about.fr.md:3:9 event: the page has a `place` and no event " +
				"(state the event's dates under [event], or remove the place)"},
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

// TestDraftBegunInOneLanguage holds that either half may be written first, and that it is told where drafts are shown.
func TestDraftBegunInOneLanguage(t *testing.T) {
	tests := map[string]struct {
		changes files
		want    string
	}{
		"French": {files{"content/essai.fr.md": half("Essai", "draft = true", "À suivre.")},
			"content/essai.fr.md pair-missing: the draft has no English half yet (write content/essai.en.md before the page is published)"},
		"English": {files{"content/essai.en.md": half("Trial", "", "More soon."), "content/essai.toml": "draft = true\n"},
			"content/essai.en.md pair-missing: the draft has no French half yet (write content/essai.fr.md before the page is published)"},
	}
	for name, test := range tests {
		if m := model(t, test.changes); m.hidden["essai"].English != "it is a draft" {
			t.Errorf("%s: the draft is part of the site", name)
		}
		m, found := Assemble(sample(t, test.changes), Options{Day: today, Drafts: true})
		if diff := cmp.Diff([]string{test.want}, told(found)); diff != "" || source.HasErrors(found) {
			t.Errorf("%s: problems, of which none may be an error (-want +got):\n%s", name, diff)
		}
		if _, ok := m.Pair("essai"); !ok {
			t.Errorf("%s: the draft is not there when it is asked for", name)
		}
	}
}

// over states the home page's event as held, so that the site changes by nothing but what a test is about.
const over = "[event]\nstart = 2022-12-05\nstatus = \"held\"\n"

// exemption writes the facts of a page that lacks a half.
func exemption(missing, until string) string {
	return "[exempt]\nlanguage = \"" + missing + "\"\nreason = \"En cours\"\nowner = \"L’équipe\"\nuntil = " + until + "\n"
}

func TestExemptionHoldsOnItsLastDay(t *testing.T) {
	m := model(t, files{"content/report.toml": exemption("fr", today.String())})
	if want := today.Next(); m.Next != want {
		t.Errorf("the site changes next on %s, want %s, the day after the exemption", m.Next, want)
	}
}

func TestSections(t *testing.T) {
	m := model(t, nil)
	want := map[string]string{
		"about": "index", "announcement": "index", "meetings/dhaka": "meetings/index",
		"meetings/groups/index": "meetings/index", "meetings/groups/leaders": "meetings/groups/index",
		"meetings/index": "index", "meetings/seoul": "meetings/index", "programme": "index", "report": "index",
	}
	got := map[string]string{}
	for _, pair := range m.Pairs {
		if pair.Section != nil {
			got[pair.Key] = pair.Section.Key
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

func TestFolderWithoutItsPage(t *testing.T) {
	changes := merge(pair("archives/2019/bilan", "Bilan", "Review", ""), pair("archives/2019/liste", "Liste", "List", ""))
	want := []string{
		`content/archives index-missing: the folder has no page of its own, above "archives/2019/bilan" ` +
			"(write content/archives/index.fr.md and content/archives/index.en.md)",
		`content/archives/2019 index-missing: the folder has no page of its own, above "archives/2019/bilan" ` +
			"(write content/archives/2019/index.fr.md and content/archives/2019/index.en.md)",
	}
	if diff := cmp.Diff(want, problems(t, changes)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestSiteWithoutHome(t *testing.T) {
	m, found := Assemble(sample(t, files{"content/index.fr.md": "", "content/index.en.md": "", "content/index.toml": ""}),
		Options{Day: today})
	want := []string{`content index-missing: the site has no home page ` +
		"(write content/index.fr.md and content/index.en.md)"}
	if diff := cmp.Diff(want, told(found)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if m.Home(source.French) != nil {
		t.Error("a site without content/index has a home page")
	}
	v := m.View(page(t, m, "about", source.French), func(source.Problem) {})
	if v.Home != "" || len(v.Breadcrumbs()) != 0 {
		t.Errorf("home %q, breadcrumbs %v; want none", v.Home, v.Breadcrumbs())
	}
}

func TestHiddenPairs(t *testing.T) {
	tests := map[string]struct {
		facts  string
		drafts bool
		hidden string
		next   civil.Date
	}{
		"draft":                {facts: "draft = true\n", hidden: "it is a draft"},
		"draft, asked for":     {facts: "draft = true\n", drafts: true},
		"published tomorrow":   {facts: "publishDate = 2023-11-02\n", hidden: "it is published on 2023-11-02", next: date(2023, 11, 2)},
		"published today":      {facts: "publishDate = 2023-11-01\n"},
		"expires tomorrow":     {facts: "expiryDate = 2023-11-02\n", next: date(2023, 11, 2)},
		"expires today":        {facts: "expiryDate = 2023-11-01\n", hidden: "it expired on 2023-11-01"},
		"draft with a day":     {facts: "draft = true\npublishDate = 2023-11-02\n", hidden: "it is a draft"},
		"shown for some weeks": {facts: "publishDate = 2023-10-01\nexpiryDate = 2023-11-20\n", next: date(2023, 11, 20)},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			changes := merge(pair("essai", "Essai", "Trial", test.facts), files{
				"content/report.en.md": "", "content/report.toml": "", "content/index.toml": over,
			})
			m, found := Assemble(sample(t, changes), Options{Day: today, Drafts: test.drafts})
			if len(found) > 0 {
				t.Errorf("problems: %q", told(found))
			}
			if _, ok := m.Pair("essai"); ok != (test.hidden == "") {
				t.Errorf("published: %v", ok)
			}
			if m.hidden["essai"].English != test.hidden {
				t.Errorf("hidden because %q, want %q", m.hidden["essai"], test.hidden)
			}
			if m.Next != test.next {
				t.Errorf("changes next on %s, want %s", m.Next, test.next)
			}
		})
	}
}

func date(year int, month time.Month, day int) civil.Date {
	return civil.Date{Year: year, Month: month, Day: day}
}

func TestHiddenSectionHidesWhatIsBelow(t *testing.T) {
	changes := merge(
		files{"content/meetings/index.toml": "draft = true\n", "content/index.fr.md": half("Accueil", "", "Rien."),
			"content/index.en.md": half("Home", "", "Nothing.")},
		pair("meetings/groups/zones", "Zones", "Zones", "publishDate = 2024-01-01\n"),
		pair("meetings-bis", "Suite", "Sequel", ""), // begins like the folder, and is not in it
	)
	m := model(t, changes)
	const below = "the page of its folder is not there: it is a draft"
	want := map[string]string{
		"meetings/index": "it is a draft", "meetings/dhaka": below, "meetings/seoul": below,
		"meetings/groups/index": below, "meetings/groups/leaders": below,
		"meetings/groups/zones": "it is published on 2024-01-01",
	}
	got := map[string]string{}
	for key, why := range m.hidden {
		got[key] = why.English
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("hidden (-want +got):\n%s", diff)
	}
	if _, ok := m.Pair("meetings-bis"); !ok {
		t.Error("a page beside the hidden folder is hidden too")
	}
}

// TestNothingBelowADraftIsAwaited has a page that appears tomorrow in a section that does not: the site stays the same.
func TestNothingBelowADraftIsAwaited(t *testing.T) {
	changes := merge(
		files{"content/report.en.md": "", "content/report.toml": "", "content/index.toml": over},
		pair("ateliers/index", "Ateliers", "Workshops", "draft = true\n"),
		pair("ateliers/2024/index", "Édition 2024", "2024 edition", ""),
		pair("ateliers/2024/été", "L’été", "Summer", "publishDate = 2023-11-02\n"),
	)
	maps.Copy(changes, files{"content/ateliers/2024/été.fr.md": half("L’été", `slug = "ete"`, ""),
		"content/ateliers/2024/été.en.md": half("Summer", `slug = "summer"`, "")})
	for drafts, want := range map[bool]civil.Date{false: {}, true: date(2023, 11, 2)} {
		m, found := Assemble(sample(t, changes), Options{Day: today, Drafts: drafts})
		if m.Next != want || len(found) > 0 {
			t.Errorf("with drafts %v the site changes next on %q, want %q; problems %q", drafts, m.Next, want, told(found))
		}
	}
}

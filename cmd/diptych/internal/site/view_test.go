package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// open compares the fields of a view that a layout may see.
var open = cmpopts.IgnoreUnexported(View{}, SiteView{}, OtherHalf{})

func TestViewOfAPage(t *testing.T) {
	v := view(t, model(t, files{"static/carte.png": blank(t, 40, 20),
		"content/about.toml": "image = \"carte.png\"\ndate = 2023-09-01\n"}), "about", source.English)
	want := &View{
		Kind: "page", Lang: "en", Tag: "en-GB", OpenGraph: "en_GB",
		Site: SiteView{
			Title: "Accra Ministerial", Description: "The ministerial meeting, in Accra.",
			Notice: "The programme has changed.", Params: map[string]any{"phone": "+233 30 000 0000"},
		},
		Title: "About the team", Canonical: "https://example.org/en/about/",
		Alternates: []Alternate{
			{"fr", "https://example.org/fr/a-propos/"}, {"en", "https://example.org/en/about/"},
			{"x-default", "https://example.org/fr/a-propos/"},
		},
		Home: "/en/",
		Other: &OtherHalf{
			Lang: "fr", Tag: "fr", OpenGraph: "fr_FR", Name: "Français",
			Title: "À propos de l’équipe", Href: "/fr/a-propos/",
		},
	}
	if diff := cmp.Diff(want, v, open); diff != "" {
		t.Errorf("view (-want +got):\n%s", diff)
	}
	image := &ImageView{URL: "https://example.org/pictures/carte-40.png", Type: "image/png", Width: 40, Height: 20}
	shared := v.Image()
	shared.URL = digests.ReplaceAllString(shared.URL, ".")
	if diff := cmp.Diff(image, shared); diff != "" {
		t.Errorf("image (-want +got):\n%s", diff)
	}
	contents := []HeadingView{{2, "team", "The team"}, {2, "summer-in-paris", "Summer in Paris"}}
	if diff := cmp.Diff(contents, v.Contents()); diff != "" {
		t.Errorf("contents (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(&DayView{"2023-09-01", "1\u00a0September 2023"}, v.Date()); diff != "" {
		t.Errorf("date (-want +got):\n%s", diff)
	}
	if v.Event() != nil || len(v.Documents()) > 0 || len(v.Children()) > 0 {
		t.Error("a page without facts has a meeting, documents or children")
	}
}

func TestViewOfHomeAndSection(t *testing.T) {
	m := model(t, nil)
	home := view(t, m, "index", source.French)
	want := []Alternate{
		{"fr", "https://example.org/fr/"}, {"en", "https://example.org/en/"}, {"x-default", "https://example.org/"},
	}
	if diff := cmp.Diff(want, home.Alternates); diff != "" {
		t.Errorf("alternates of the home page (-want +got):\n%s", diff)
	}
	section := view(t, m, "meetings", source.French)
	if got := [3]string{home.Kind, section.Kind, section.Description}; got != [3]string{"home", "section", ""} {
		t.Errorf("kinds and description: %q", got)
	}
	children := section.Children()
	got := []LinkView{}
	for _, child := range children {
		got = append(got, child.LinkView)
	}
	order := []LinkView{
		{"Groupes de travail", "", "/fr/reunions/groupes/"},
		{"Réunion de Dacca", "", "/fr/reunions/dacca/"},
		{"Réunion en ligne", "", "/fr/reunions/seoul/"},
	}
	if diff := cmp.Diff(order, got); diff != "" {
		t.Errorf("children (-want +got):\n%s", diff)
	}
	if children[0].Event != nil || children[1].Event == nil || children[1].Event.Start != "2023-06-25" {
		t.Error("the children have not their own meetings")
	}
}

func TestViewOfTheNoticeForAMissingHalf(t *testing.T) {
	m := model(t, nil)
	notice, report := view(t, m, "report", source.French), view(t, m, "report", source.English)
	if notice.Title != "Conférence d’Accra" || notice.Description != "La conférence ministérielle, à Accra." {
		t.Errorf("the notice is called %q, %q: not in its own language", notice.Title, notice.Description)
	}
	if !notice.Exempt || report.Exempt || notice.Body() != "" || len(notice.Contents()) > 0 {
		t.Error("the notice is not one, or has a text of its own")
	}
	if diff := cmp.Diff(&DayView{"2024-01-31", "31\u00a0janvier 2024"}, notice.ExemptUntil); diff != "" {
		t.Errorf("until (-want +got):\n%s", diff)
	}
	if notice.Other.Title != "The report" || notice.Other.Href != "/en/report/" || report.Other.Href != "/fr/report/" {
		t.Errorf("the halves lead to %+v and %+v", notice.Other, report.Other)
	}
	alone := []Alternate{{"en", "https://example.org/en/report/"}, {"x-default", "https://example.org/en/report/"}}
	for _, v := range []*View{notice, report} {
		if diff := cmp.Diff(alone, v.Alternates); diff != "" {
			t.Errorf("%s: alternates (-want +got):\n%s", v.Lang, diff)
		}
	}
	if got := page(t, m, "report", source.French).Layout(); got != "exempt" {
		t.Errorf("the notice has the layout %q", got)
	}
}

// TestTitleOfAMissingHalfHasItsLanguage looks at the lists of French pages, where an English title stands.
func TestTitleOfAMissingHalfHasItsLanguage(t *testing.T) {
	m := model(t, nil)
	home := page(t, m, "index", source.French)
	i := slices.Index(keys(m.Children(home)), "report")
	got := view(t, m, "index", source.French).Children()[i].LinkView
	if diff := cmp.Diff(LinkView{Title: "The report", Tag: "en-GB", Href: "/fr/report/"}, got); diff != "" {
		t.Errorf("entry (-want +got):\n%s", diff)
	}
}

func TestViewsOfPagesWithoutAPair(t *testing.T) {
	m := model(t, nil)
	quiet := func(p source.Problem) { t.Errorf("unexpected problem: %v", p) }
	chooser := m.Standalone(source.French, "index.html", "chooser", "", quiet)
	if chooser.Other != nil || chooser.Canonical != "https://example.org/" || len(chooser.Alternates) != 3 {
		t.Errorf("chooser: other %v, canonical %q, alternates %v", chooser.Other, chooser.Canonical, chooser.Alternates)
	}
	if feeds := chooser.Feeds(); len(feeds) != 2 || feeds[1].Href != "/en/feed.xml" || feeds[0].Title != "Conférence d’Accra" {
		t.Errorf("a page in both languages has the feeds %v", feeds)
	}
	lost := m.Standalone(source.English, "en/404.html", "404", "fr/404.html", quiet)
	if lost.Other == nil || lost.Other.Href != "/fr/404.html" || lost.Canonical != "" || lost.Alternates != nil {
		t.Errorf("404: other %v, canonical %q, alternates %v", lost.Other, lost.Canonical, lost.Alternates)
	}
	if feeds := lost.Feeds(); len(feeds) != 1 || feeds[0].Lang != source.English {
		t.Errorf("an English page has the feeds %v", feeds)
	}
	if lost.Body() != "" || lost.Contents() != nil || lost.Event() != nil || lost.Documents() != nil || lost.Children() != nil ||
		lost.Date() != nil || lost.Modified() != nil || lost.Previous() != nil || lost.Next() != nil || lost.Breadcrumbs() != nil {
		t.Error("a page without a pair has something of a pair")
	}
}

func TestHalvesFollowTheOrderOfTheConfiguration(t *testing.T) {
	config, _ := sample(t, nil).File("config.toml")
	m := model(t, files{"config.toml": strings.Replace(config.Text(), `["fr", "en"]`, `["en", "fr"]`, 1)})
	v := m.Standalone(source.English, "index.html", "chooser", "", func(source.Problem) {})
	var got []string
	for _, half := range v.Halves() {
		text, err := half.T("chooser.enter")
		if err != nil {
			t.Error(err)
		}
		got = append(got, half.Tag+" "+half.Home+" "+half.Site.Title+" "+text)
	}
	want := []string{"en-GB /en/ Accra Ministerial Enter in English", "fr /fr/ Conférence d’Accra Entrer en français"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("halves (-want +got):\n%s", diff)
	}
	if got := view(t, m, "about", source.French).Alternates[2].URL; got != "https://example.org/en/about/" {
		t.Errorf("x-default is %s, want the half of the first language", got)
	}
}

func TestMessages(t *testing.T) {
	m := model(t, nil)
	tests := []struct {
		lang source.Lang
		id   string
		args []any
		want string
		err  string
	}{
		{source.French, "nav.menu", nil, "Menu «\u00a0principal\u00a0»", ""},
		{source.English, "event.by", []any{"Hosts", "Ghana"}, "Co-hosts: Ghana", ""},
		{source.French, "news.count", []any{"Count", 0}, "0 nouvelle", ""},
		{source.English, "news.count", []any{"Count", 0}, "0 news items", ""},
		{source.French, "event.where", []any{"Place", "Accra", "Country", "Ghana"}, "Accra (Ghana)", ""},
		{source.French, "nav.rien", nil, "", `no message "nav.rien" in i18n/fr.toml`},
		{source.French, "event.by", []any{"Hosts"}, "", "names and values in turn"},
		{source.French, "event.by", []any{3, "Hosts"}, "", "can't be 3"},
		{source.French, "event.by", nil, "", "needs an argument Hosts"},
	}
	for _, test := range tests {
		got, err := m.Language(test.lang).T(test.id, test.args...)
		if got != test.want || (err != nil) != (test.err != "") || err != nil && !strings.Contains(err.Error(), test.err) {
			t.Errorf("%s: T %q %v gives %q, %v; want %q, %q", test.lang, test.id, test.args, got, err, test.want, test.err)
		}
	}
}

func TestViewTellsOfWhatTheToolNeeds(t *testing.T) {
	catalogue, _ := sample(t, nil).File("i18n/en.toml")
	french, _ := sample(t, nil).File("i18n/fr.toml")
	without := func(text, name string) string { return strings.Replace(text, name+" = ", name+"_ = ", 1) }
	m := model(t, files{
		"i18n/en.toml":        without(without(catalogue.Text(), "name"), "where"),
		"i18n/fr.toml":        without(without(french.Text(), "name"), "where"),
		"content/about.toml":  "image = \"img/fonds.svg\"\n[event]\nstart = 2023-12-05\ncountry = \"GH\"\n",
		"content/about.fr.md": half("À propos", `place = "Accra"`, "## Équipe {#team}"),
		"content/about.en.md": half("About", `place = "Accra"`, "## Team {#team}"),
	})
	var told []string
	v := m.View(page(t, m, "about", source.French), func(p source.Problem) {
		told = append(told, p.Pos.String()+" "+p.Rule+": "+p.Message.English+" ("+p.Hint.English+")")
	})
	v.Event()
	want := []string{
		"i18n/en.toml catalogue-missing: message `language.name` is missing " +
			"(add it to i18n/en.toml: the switch to the other half needs the language's own name)",
		`content/about.toml:1:9 asset-missing: there is no picture "img/fonds.svg", neither beside the page nor below static/ (did you mean "img/fond.svg"?)`,
		"i18n/fr.toml catalogue-missing: message `event.where` is missing " +
			"(add it to i18n/fr.toml: it joins {{.Place}} and {{.Country}} of a meeting)",
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// TestMessagesThatAskForTooMuch tells, with the settings, of placeholders that the tool does not fill in.
func TestMessagesThatAskForTooMuch(t *testing.T) {
	french, _ := sample(t, nil).File("i18n/fr.toml")
	english, _ := sample(t, nil).File("i18n/en.toml")
	changes := files{
		"i18n/fr.toml": strings.NewReplacer(`"{{.Place}} (`, `"{{.Lieu}} (`, `"Remarque"`, `"Remarque {{.Titre}}"`).Replace(french.Text()),
		"i18n/en.toml": strings.Replace(english.Text(), `"English"`, `"English {{.Flag}}"`, 1),
	}
	want := []string{
		"i18n/en.toml:2:1 catalogue-placeholder: message `language.name` uses {{.Flag}}, which nothing fills in " +
			"(it is a plain text, without placeholders)",
		"i18n/fr.toml:6:1 catalogue-placeholder: message `event.where` uses {{.Lieu}}, which nothing fills in " +
			"(known here: {{.Place}}, {{.Country}})",
		"i18n/fr.toml:20:1 catalogue-placeholder: message `callout.note` uses {{.Titre}}, which nothing fills in " +
			"(it is a plain text, without placeholders)",
	}
	changes["content/about.toml"] = "[event]\nstart = 2023-12-05\ncountry = \"GH\"\n"
	changes["content/about.fr.md"] = half("À propos", `place = "Accra"`, "## Équipe {#team}\n\n## Été à Paris\n\n> [!NOTE]\n> Non.")
	changes["content/about.en.md"] = half("About", `place = "Accra"`, "## Team {#team}\n\n## Summer in Paris")
	if diff := cmp.Diff(want, problems(t, changes)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	m, _ := Assemble(sample(t, changes), Options{Day: today})
	v := view(t, m, "about", source.French) // which does not say that these messages are missing
	v.Event()
	v.Body()
}

func TestOpenGraph(t *testing.T) {
	for tag, want := range map[string]string{"fr": "fr_FR", "fr-CA": "fr_CA", "en-GB": "en_GB", "en-US": "en_US"} {
		if got := openGraph(tag); got != want {
			t.Errorf("openGraph(%q) = %q, want %q", tag, got, want)
		}
	}
}

// TestReleasedPageKeepsItsHeadings: links from other pages ask for them after the page is written.
func TestReleasedPageKeepsItsHeadings(t *testing.T) {
	m := model(t, nil)
	p := page(t, m, "about", source.French)
	first := m.Document(p)
	if m.Document(p) != first {
		t.Error("a body is rendered twice while it is remembered")
	}
	m.Release(p.Pair)
	if m.memoryOf(p).document != nil {
		t.Error("the body is still held")
	}
	if diff := cmp.Diff(first.Headings, m.Headings(p)); diff != "" || m.memoryOf(p).document != nil {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(first, m.Document(p), cmpopts.IgnoreUnexported(markdown.Document{})); diff != "" {
		t.Errorf("a body rendered again differs (-first +again):\n%s", diff)
	}
}

// TestHeadingsAloneKeepNoBody asks for the sections of a page that nobody asked for yet, as a link from another does.
func TestHeadingsAloneKeepNoBody(t *testing.T) {
	m := model(t, nil)
	p := page(t, m, "about", source.French)
	headings := m.Headings(p)
	if m.memoryOf(p).document != nil {
		t.Error("the body is held for its headings")
	}
	if diff := cmp.Diff(m.Document(p).Headings, headings); diff != "" || len(headings) != 2 {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
}

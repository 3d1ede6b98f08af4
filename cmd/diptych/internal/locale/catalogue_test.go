package locale

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// readCatalogue reads a catalogue's text in a locale, and gives its problems as a terminal writes them, the place
// without the file's name.
func readCatalogue(t testing.TB, tag, text string) (*Catalogue, []string) {
	t.Helper()
	l := mustNew(t, tag)
	file := CatalogueFile(l.Lang())
	catalogue, problems := ReadCatalogue(source.NewTree(map[string]string{file: text}), l, typography.Rules{})
	return catalogue, toldOf(t, problems, file)
}

func toldOf(t testing.TB, problems []source.Problem, file string) []string {
	t.Helper()
	var lines []string
	for _, p := range problems {
		if p.Severity != source.Error || p.Hint.English == "" || strings.HasSuffix(p.Message.English, ".") || strings.HasSuffix(p.Hint.English, ".") {
			t.Errorf("%q with the hint %q: want an error, a hint, and no full stops", p.Message.English, p.Hint.English)
		}
		line := fmt.Sprintf("%s %s: %s", strings.TrimPrefix(p.Pos.String(), file+":"), p.Rule, p.Message.English)
		if !p.Peer.IsZero() {
			line += fmt.Sprintf(" (%s)", p.Peer)
		}
		lines = append(lines, line)
	}
	return lines
}

// mustReadCatalogue reads a catalogue that has nothing wrong.
func mustReadCatalogue(t testing.TB, tag, text string) *Catalogue {
	t.Helper()
	catalogue, problems := readCatalogue(t, tag, text)
	if len(problems) > 0 {
		t.Fatalf("problems %q", problems)
	}
	return catalogue
}

const frenchMessages = `accueil = "À l’accueil"
"date" = "le {{.Day}}"

[nav]
skip = "Aller au contenu"
guillemets = "« {{ .Title }} » : {{.Title}}, {{.Author}}"

[nav.menu.main]
label = "Menu principal"

[section]
meetings.one = "{{.Count}} réunion à {{.Place}}"
meetings.other = "{{.Count}} réunions à {{.Place}}"
guests = { one = "Un invité", many = "{{.Count}} d’invités", other = "{{.Count}} invités" }
total = "En tout : {{.Count}}"

[one]
label = "Deux"

[country]
KR = "République de Corée"
`

func TestHasAndNearest(t *testing.T) {
	catalogue := mustReadCatalogue(t, "fr", frenchMessages)
	for id, want := range map[string]bool{
		"nav.skip": true, "section.meetings": true, "section.meetings.one": false, "nav": false,
	} {
		if catalogue.Has(id) != want {
			t.Errorf("there is a message %s: %t", id, !want)
		}
	}
	for id, want := range map[string]string{
		"nav.skpi": "nav.skip", "acceuil": "accueil", "section.meeting": "section.meetings", "x": "",
	} {
		if got := catalogue.Nearest(id); got != want {
			t.Errorf("near %s is %q, want %q", id, got, want)
		}
	}
	if catalogue.File() != "i18n/fr.toml" {
		t.Errorf("the file is %q", catalogue.File())
	}
}

// TestNoMessages holds that a catalogue without messages is one: no file, an empty one, one of comments.
func TestNoMessages(t *testing.T) {
	missing, problems := ReadCatalogue(source.NewTree(nil), mustNew(t, "en-GB"), typography.Rules{})
	if len(problems) > 0 {
		t.Errorf("without a file there are problems %v", problems)
	}
	catalogues := []*Catalogue{missing, mustReadCatalogue(t, "en-GB", ""),
		mustReadCatalogue(t, "en-GB", "# Messages\n\n[nav]\n")}
	for i, catalogue := range catalogues {
		if text, err := catalogue.Text("nav.skip", nil); text != "" || err == nil || catalogue.Has("nav.skip") {
			t.Errorf("catalogue %d has %q, %v", i, text, err)
		}
	}
}

func TestCatalogueThatIsNotTOML(t *testing.T) {
	catalogue, problems := readCatalogue(t, "fr", "[nav]\nskip = \"Aller au contenu\"\nmenu = « Menu »\n")
	if len(problems) != 1 || !strings.HasPrefix(problems[0], "3:8 toml: ") {
		t.Errorf("got %q, want a mistake in the TOML at 3:8", problems)
	}
	text, err := catalogue.Text("nav.skip", nil)
	if catalogue.Has("nav.skip") || !catalogue.Broken() || text != "nav.skip" || err != nil {
		t.Errorf("a broken file has the message %q, %v, and is broken: %t", text, err, catalogue.Broken())
	}
	english := mustReadCatalogue(t, "en-GB", "[nav]\nskip = \"Skip to content\"\n")
	missed := append(CompareCatalogues(catalogue, english), CompareCatalogues(english, catalogue)...)
	if len(missed) > 0 {
		t.Errorf("messages of a broken file are missed: %v", missed)
	}
}

func TestTooLargeCatalogue(t *testing.T) {
	_, problems := readCatalogue(t, "fr", "accueil = \""+strings.Repeat("é", 64<<10)+"\"\n")
	if len(problems) != 1 || !strings.HasPrefix(problems[0], "1:1 too-large: ") {
		t.Errorf("got %q, want the file refused", problems)
	}
}

func TestCountryOfTheCatalogue(t *testing.T) {
	catalogue := mustReadCatalogue(t, "fr", frenchMessages)
	tests := []struct {
		code, want string
		ok         bool
	}{
		{"KR", "République de Corée", true}, {"CI", "Côte d’Ivoire", true}, {"UN", "Nations Unies", true},
		{"kr", "", false}, {"", "", false},
	}
	for _, test := range tests {
		if got, ok := catalogue.Country(test.code); got != test.want || ok != test.ok {
			t.Errorf("%q is %q, %t; want %q", test.code, got, ok, test.want)
		}
	}
	if got, ok := mustReadCatalogue(t, "en-GB", "").Country("KR"); got != "South Korea" || !ok {
		t.Errorf("without a message KR is %q, %t", got, ok)
	}
}

func TestCompareCatalogues(t *testing.T) {
	french := mustReadCatalogue(t, "fr", "[nav]\nskip = \"Aller au contenu\"\nmenu = \"Menu\"\n\n"+
		"[section]\nmeetings.one = \"Une réunion\"\nmeetings.other = \"{{.Count}} réunions\"\n"+
		"[country]\nKR = \"République de Corée\"\n")
	english := mustReadCatalogue(t, "en-GB", "[nav]\nmenu = \"Menu\"\n"+
		"[home]\nnews = \"News\"\nfeed = \"News feed\"\n[country]\nGB = \"UK\"\n")
	want := []string{
		"i18n/fr.toml catalogue-missing: message `home.feed` is missing in French (i18n/en.toml:5:1)",
		"i18n/fr.toml catalogue-missing: message `home.news` is missing in French (i18n/en.toml:4:1)",
		"i18n/en.toml catalogue-missing: message `nav.skip` is missing in English (i18n/fr.toml:2:1)",
		"i18n/en.toml catalogue-missing: message `section.meetings` is missing in English (i18n/fr.toml:6:1)",
	}
	problems := CompareCatalogues(french, english)
	if diff := cmp.Diff(want, toldOf(t, problems, "")); diff != "" {
		t.Errorf("problems differ (-want +got):\n%s", diff)
	}
	if want := "add `home.feed` to i18n/fr.toml: it is in i18n/en.toml"; problems[0].Hint.English != want {
		t.Errorf("the hint is %q, want %q", problems[0].Hint.English, want)
	}
	if french.Broken() {
		t.Error("a good catalogue is broken")
	}
	if problems := CompareCatalogues(french, french); len(problems) > 0 {
		t.Errorf("a catalogue lacks messages of its own: %v", problems)
	}
	missing, _ := ReadCatalogue(source.NewTree(nil), mustNew(t, "en-GB"), typography.Rules{})
	if got := toldOf(t, CompareCatalogues(french, missing), ""); len(got) != 3 {
		t.Errorf("without an English file: %q, want each of the three messages missed", got)
	}
}

// TestCatalogueConcurrently is for the race detector: pages ask for messages on all cores.
func TestCatalogueConcurrently(t *testing.T) {
	catalogue := mustReadCatalogue(t, "fr", frenchMessages)
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for count := range 50 {
				args := map[string]any{"Count": count, "Place": "Accra"}
				text, err := catalogue.Text("section.meetings", args)
				if err != nil || !strings.HasPrefix(text, fmt.Sprintf("%d réunion", count)) {
					t.Errorf("worker %d: %d is %q, %v", worker, count, text, err)
				}
				catalogue.Country("KR")
				catalogue.Nearest("section.meeting")
			}
		})
	}
	group.Wait()
}

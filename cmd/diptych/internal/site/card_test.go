package site

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/card"
	"diptych/cmd/diptych/internal/source"
)

// withCards gives changes after which the sample site has cards.
func withCards(t testing.TB, changes files) files {
	t.Helper()
	font, err := os.ReadFile("../../../../layouts/card/newsreader.ttf")
	if err != nil {
		t.Fatal(err)
	}
	tree := sample(t, nil)
	config, _ := tree.File(source.ConfigFile)
	return merge(files{
		"layouts/card/newsreader.ttf": string(font),
		source.ConfigFile: config.Text() + "\n[card]\nfont = \"layouts/card/newsreader.ttf\"\ndeep = \"#0b2c42\"\nonDeep = \"#ffffff\"\n" +
			"panel = \"#ffffff\"\nink = \"#000000\"\nhinge = \"#a67a20\"\n",
	}, changes)
}

// TestCardOf holds which card is shown for a page: its own, or that of the nearest section that has one.
func TestCardOf(t *testing.T) {
	m := model(t, withCards(t, merge(
		pair("meetings/news", "Une nouvelle", "Some news", "news = true\ndate = 2023-09-01\n"),
		pair("card", "Avec carte", "With a card", "card = true\n"),
		files{"content/report.toml": exemption("fr", "2024-01-31"), "content/report.fr.md": "", "content/report.en.md": half("Report", "", "Text.")},
	)))
	for key, want := range map[string]string{
		"index": "fr/card.png", "meetings": "fr/reunions/card.png", "meetings/dhaka": "fr/reunions/card.png", "about": "fr/card.png",
		"meetings/news": "fr/reunions/news/card.png", "card": "fr/card/card.png",
	} {
		if got, _, _ := strings.Cut(view(t, m, key, source.French).Image().URL, "?v="); got != "https://example.org/"+want {
			t.Errorf("for %s the card %s is shown, want %s", key, got, want)
		}
	}
	if v := view(t, m, "report", source.French); v.Image() != nil {
		t.Errorf("a notice shows %v", v.Image())
	}
	if m := model(t, nil); view(t, m, "index", source.French).Image() != nil {
		t.Error("a site without cards has one")
	}
	lost := m.Standalone(source.English, "en/404.html", "404", "fr/404.html", func(source.Problem) {})
	both := m.Bilingual(page(t, m, "meetings", source.English).Pair, func(source.Problem) {})
	for want, got := range map[string]string{"en/card.png": lost.Image().URL, "fr/reunions/card.png": both.Image().URL} {
		if !strings.HasPrefix(got, "https://example.org/"+want) {
			t.Errorf("the card %s is shown, want %s", got, want)
		}
	}
}

func TestCardText(t *testing.T) {
	m := model(t, withCards(t, merge(pair("news", "L’été", "Summer", "news = true\ndate = 2023-09-01\n"),
		pair("named", "Conférence d’Accra", "Accra Ministerial", ""))))
	for _, test := range []struct {
		key  string
		lang source.Lang
		want card.Text
	}{
		{"news", source.French, card.Text{Site: "Conférence d’Accra", Title: "L’été", Lines: []string{"1er\u00a0septembre 2023"}, Name: "Français"}},
		{"news", source.English, card.Text{Site: "Accra Ministerial", Title: "Summer", Lines: []string{"1\u00a0September 2023"}, Name: "English"}},
		{"meetings/dhaka", source.English, card.Text{Site: "Accra Ministerial", Title: "Dhaka meeting",
			Lines: []string{"25–26\u00a0June 2023", "Dhaka, Bangladesh"}, Name: "English"}},
		{"about", source.English, card.Text{Site: "Accra Ministerial", Title: "About the team", Name: "English"}},
		{"named", source.English, card.Text{Title: "Accra Ministerial", Name: "English"}},
	} {
		if diff := cmp.Diff(test.want, m.cardText(page(t, m, test.key, test.lang))); diff != "" {
			t.Errorf("%s in %s (-want +got):\n%s", test.key, test.lang, diff)
		}
	}
}

// TestCardAddress holds that a card has another address when it says something else, and not when a body changed.
func TestCardAddress(t *testing.T) {
	address := func(changes files) string {
		m := model(t, withCards(t, changes))
		return view(t, m, "meetings/dhaka", source.French).Image().URL
	}
	first := address(nil)
	if !strings.HasPrefix(first, "https://example.org/fr/reunions/card.png?v=") {
		t.Errorf("the address is %s", first)
	}
	if second := address(files{"content/meetings/index.fr.md": half("Les réunions préparatoires", "slug = \"reunions\"", "Un autre texte.")}); second != first {
		t.Errorf("after an edit of the body the address is %s, before it was %s", second, first)
	}
	for _, changes := range []files{
		{"content/meetings/index.fr.md": half("D’autres réunions", "slug = \"reunions\"", "")},
		{source.ConfigFile: strings.Replace(withCards(t, nil)[source.ConfigFile], "#a67a20", "#a67a21", 1)},
	} {
		if second := address(changes); second == first {
			t.Errorf("after an edit of what the card shows the address is still %s", first)
		}
	}
}

// counting is a store that tells how often something was put into it.
type counting struct {
	kept map[string][]byte
	puts int
}

func (c *counting) Get(name string) ([]byte, bool) { data, kept := c.kept[name]; return data, kept }

func (c *counting) Put(name string, data []byte) { c.kept[name] = data; c.puts++ }

// TestCardsAreDrawnOnce holds that no card is drawn twice, and none anew after an edit of a body.
func TestCardsAreDrawnOnce(t *testing.T) {
	store := &counting{kept: map[string][]byte{}}
	tree := sample(t, withCards(t, nil))
	m, _ := Assemble(tree, Options{Day: today, Cache: store})
	later, _ := m.Again(tree.With(map[string]string{"content/index.fr.md": half("Conférence d’Accra", "", "Un autre texte.")}))
	var first, second bytes.Buffer
	for m, out := range map[*Model]*bytes.Buffer{m: &first, later: &second} {
		if problems, err := m.WriteCard(out, page(t, m, "index", source.English)); len(problems) > 0 || err != nil {
			t.Fatalf("%v, %v", problems, err)
		}
	}
	size, err := png.DecodeConfig(&first)
	if err != nil || size.Width != 1200 || size.Height != 630 || store.puts != 1 || second.Len() == 0 {
		t.Errorf("%v, %v, drawn %d times", size, err, store.puts)
	}
}

func TestCardsThatCannotBeDrawn(t *testing.T) {
	config := withCards(t, nil)[source.ConfigFile]
	for name, test := range map[string]struct {
		changes files
		want    string
	}{
		"no font": {files{"layouts/card/newsreader.ttf": ""},
			`there is no font "layouts/card/newsreader.ttf" (name a TTF or OTF file of the site, best one below layouts/)`},
		"no font at all": {files{"layouts/card/newsreader.ttf": "wOF2"},
			`cards can't be drawn with "layouts/card/newsreader.ttf": this is not a TrueType or OpenType font (name another font under [card], or other colours)`},
		"pale words": {files{source.ConfigFile: strings.Replace(config, `ink = "#000000"`, `ink = "#eeeeee"`, 1)}, "can hardly be read"},
	} {
		told := problems(t, withCards(t, test.changes))
		if len(told) != 1 || !strings.Contains(told[0], test.want) || !strings.HasPrefix(told[0], "config.toml:") {
			t.Errorf("%s: %q, want %q", name, told, test.want)
		}
	}
}

func TestLettersThatCardsLack(t *testing.T) {
	m := model(t, withCards(t, files{"content/index.en.md": half("Accra 平京", "place = \"Accra\"", "")}))
	told, err := m.WriteCard(&bytes.Buffer{}, page(t, m, "index", source.English))
	if err != nil || len(told) != 1 || told[0].Pos.File != "content/index.en.md" || !strings.Contains(told[0].Message.English, `has no '京' '平'`) {
		t.Errorf("%v, %v", told, err)
	}
}

// TestDrawingAsImage holds that a drawing, which networks do not show, is told of, and that the section's card is shown.
func TestDrawingAsImage(t *testing.T) {
	m := model(t, withCards(t, files{"content/about.toml": "image = \"img/fond.svg\"\ncard = true\n"}))
	var found []source.Problem
	v := m.View(page(t, m, "about", source.French), func(p source.Problem) { found = append(found, p) })
	if len(found) != 1 || found[0].Pos.Line != 1 || found[0].Severity != source.Warning ||
		!strings.HasPrefix(v.Image().URL, "https://example.org/fr/card.png") {
		t.Errorf("%v, %v", told(found), v.Image())
	}
}

// TestOwnImage holds that the picture which a page names goes before its card, in the page's language.
func TestOwnImage(t *testing.T) {
	changes := withCards(t, files{
		"content/about.toml": "image = \"carte.png\"\n", "content/carte.fr.png": blank(t, 1500, 60), "content/carte.en.png": blank(t, 60, 40),
	})
	m := model(t, changes)
	french, english := view(t, m, "about", source.French).Image(), view(t, m, "about", source.English).Image()
	if french.Width != 1200 || french.Type != "image/png" || !strings.Contains(french.URL, "https://example.org/pictures/carte-fr-1200.") {
		t.Errorf("in French %+v", french)
	}
	if english.Width != 60 || english.Height != 40 || english.Text != "" {
		t.Errorf("in English %+v", english)
	}
	folder := ""
	m, _ = Assemble(sample(t, changes), Options{Day: today, BaseURL: &folder})
	if image := view(t, m, "about", source.French).Image(); image != nil {
		t.Errorf("without an address there is %+v", image)
	}
}

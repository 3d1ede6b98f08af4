package build

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// drawn gives a PNG of a size, with a shade that tells it from others.
func drawn(t testing.TB, width, height int, shade uint8) string {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, width, height))
	for x := range width {
		m.SetGray(x, height/2, color.Gray{shade})
	}
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// pictures are a page with pictures, cards for the whole site, and a page to search on.
func pictures(t testing.TB) files {
	t.Helper()
	config, _ := sampleTree(t, nil).File(source.ConfigFile)
	french, _ := sampleTree(t, nil).File("i18n/fr.toml")
	english, _ := sampleTree(t, nil).File("i18n/en.toml")
	font, err := os.ReadFile("../../../../layouts/card/newsreader.ttf")
	if err != nil {
		t.Fatal(err)
	}
	const count = "\n[search.count]\none = \"{{.Count}} page\"\nother = \"{{.Count}} pages\"\n"
	return files{
		"content/views.fr.md":    half("Vues", "", "![La salle](salle.png)\n\n## La carte {#map}\n\n![La carte](carte.png) ![La vue](/img/vue.png)"),
		"content/views.en.md":    half("Views", "", "![The hall](salle.png)\n\n## The map {#map}\n\n![The map](carte.png) ![The view](/img/vue.png)"),
		"content/salle.png":      drawn(t, 900, 20, 1),
		"content/carte.fr.png":   drawn(t, 30, 20, 2),
		"content/carte.en.png":   drawn(t, 30, 20, 3),
		"static/img/vue.png":     drawn(t, 500, 20, 4),
		"content/search.fr.md":   half("Recherche", "", ""),
		"content/search.en.md":   half("Search", "", ""),
		"content/search.toml":    "layout = \"search\"\n",
		"layouts/search.html":    `{{define "main"}}{{.Search.Index}}{{range .Search.Pages}}{{.Title}} {{.Href}}{{range .Parts}}{{.Href}}{{end}}{{end}}{{range .Search.Counts}}{{.Text}}{{end}}{{end}}`,
		"layouts/card/serif.ttf": string(font),
		"i18n/fr.toml":           french.Text() + count,
		"i18n/en.toml":           english.Text() + count,
		source.ConfigFile: config.Text() + "\n[card]\nfont = \"layouts/card/serif.ttf\"\ndeep = \"#0b2c42\"\nonDeep = \"#ffffff\"\n" +
			"panel = \"#ffffff\"\nink = \"#000000\"\nhinge = \"#a67a20\"\n",
	}
}

// TestAgainWithPictures has pictures, cards and the search come, change and go.
func TestAgainWithPictures(t *testing.T) {
	whole := pictures(t)
	tree := sampleTree(t, whole)
	config := whole[source.ConfigFile]
	followSeries(t, tree, []files{
		{"content/salle.png": drawn(t, 900, 20, 9)},
		{"content/carte.fr.png": "", "content/carte.png": drawn(t, 30, 20, 5)},
		{"content/carte.en.png": "", "static/img/vue.png": drawn(t, 300, 20, 4)},
		{"content/salle.png": "\x89PNG\r\n\x1a\n"},
		{"content/salle.png": whole["content/salle.png"][:len(whole["content/salle.png"])-30]},
		{"content/salle.png": whole["content/salle.png"], "content/views.toml": "card = true\n"},
		{"content/views.toml": "news = true\ndate = 2023-09-01\n"},
		{"content/views.fr.md": half("Les vues", "", "« [Là](page:index) »."), "content/views.en.md": half("The views", "", "Nothing.")},
		{"content/views.en.md": half("The views", "", "![The hall](salle.png)")},
		{"content/views.en.md": half("The views", "", "Nothing.")},
		{"content/views.fr.md": half("Les vues", "", "![La salle](salle.png)")},
		{"content/views.fr.md": half("Les vues", "", "Rien."), "static/img/a.heic": "été"},
		{source.ConfigFile: strings.Replace(config, "#a67a20", "#b67a20", 1)},
		{"layouts/card/serif.ttf": ""},
		{source.ConfigFile: config[:strings.Index(config, "\n[card]")]},
		{"content/search.toml": ""},
		{"content/search.toml": "layout = \"search\"\n"},
		{"i18n/fr.toml": strings.Replace(whole["i18n/fr.toml"], "{{.Count}} pages", "{{.Count}} autres", 1)},
		{source.ConfigFile: config, "layouts/card/serif.ttf": whole["layouts/card/serif.ttf"], "content/views.toml": ""},
	})
}

// TestAgainWithSearchLater has a page to search on come to a site whose pages were read before.
func TestAgainWithSearchLater(t *testing.T) {
	whole := pictures(t)
	later := maps.Clone(whole)
	later["content/search.toml"] = "menu = 50\n"
	followSeries(t, sampleTree(t, later), []files{
		{"content/about.fr.md": half("À propos", "slug = \"a-propos\"", "Autre.\n\n## L’équipe {#team}")},
		{"content/search.toml": "layout = \"search\"\ndraft = true\n"},
		{"content/search.toml": "layout = \"search\"\n"},
		{"content/views.fr.md": half("Des vues", "", "Rien à voir.\n\n## La carte {#map}")},
	})
}

// TestAgainWithoutCards has pages of a site without cards ask for one.
func TestAgainWithoutCards(t *testing.T) {
	const facts = "content/about.toml"
	followSeries(t, sampleTree(t, nil), []files{
		{facts: "news = true\ndate = 2023-09-01\n"}, {facts: "news = true\ndate = 2023-09-01\ncard = true\n"}, {facts: "card = true\n"}, {facts: ""},
	})
}

// TestAddressOfTheSearchIsTaken holds that a file at the address of the page to search on is a problem, and no more.
func TestAddressOfTheSearchIsTaken(t *testing.T) {
	changes := pictures(t)
	changes["static/EN/search/index.html"] = "x"
	base := ownHost
	s := Assemble(sampleTree(t, changes), site.Options{Day: today, BaseURL: &base})
	if _, problems := all(t, s); !slices.ContainsFunc(problems, func(p source.Problem) bool { return p.Rule == "duplicate-address" }) {
		t.Errorf("%v", problems)
	}
}

// TestStaticPictures holds that no file below static tells of its maker, whatever its name says, and that what is refused is
// not published.
func TestStaticPictures(t *testing.T) {
	said := drawn(t, 30, 20, 1) // with a chunk of text before its end
	end := len(said) - len("\x00\x00\x00\x00IEND\xaeB`\x82")
	said = said[:end] + "\x00\x00\x00\x0atEXtAuthor\x00AmaLW\xb0\xbd" + said[end:]
	changes := pictures(t)
	for _, name := range []string{"photo.bin", "photo", "photo.svg", "photo.ico"} {
		changes["static/img/"+name] = said
	}
	got, _ := all(t, Assemble(sampleTree(t, changes), site.Options{Day: today}))
	for path, data := range got {
		if strings.Contains(data, "Author") {
			t.Errorf("%s tells of its maker", path)
		}
	}
	if len(got["img/photo.bin"]) != len(drawn(t, 30, 20, 1)) {
		t.Errorf("%d bytes are published", len(got["img/photo.bin"]))
	}
	changes["static/img/photo.png"] = "\x89PNG\r\n\x1a\nAuthor"
	got, problems := all(t, Assemble(sampleTree(t, changes), site.Options{Day: today}))
	if got["img/photo.png"] != "" || !source.HasErrors(problems) {
		t.Errorf("a broken picture is published: %q", got["img/photo.png"])
	}
}

// TestAgainWithPicturesAtRandom is the oracle of every shortcut, in a site with pictures, cards and a search.
func TestAgainWithPicturesAtRandom(t *testing.T) {
	original := sampleTree(t, pictures(t))
	for seed := range uint64(3) {
		followFrom(t, original, rand.New(rand.NewPCG(seed, 7)), 10)
	}
}

// TestPicturePaths holds that the paths of pictures and cards are known without any rendering, and that each that a page
// names is there.
func TestPicturePaths(t *testing.T) {
	s := sample(t, ownHost, pictures(t))
	got, problems := all(t, s)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, prefix := range []string{"pictures/salle-400.", "pictures/salle-900.", "pictures/carte-fr-30.", "pictures/vue-400.", "img/vue.png",
		"fr/card.png", "en/card.png", "fr/search.json"} {
		if !slices.ContainsFunc(s.Paths(), func(path string) bool { return strings.HasPrefix(path, prefix) && got[path] != "" }) {
			t.Errorf("nothing is published at %s…", prefix)
		}
	}
	for _, page := range []string{"fr/views/index.html", "en/views/index.html"} {
		for _, candidate := range strings.FieldsFunc(got[page], func(r rune) bool { return r == '"' || r == ' ' || r == ',' }) {
			if path, isPicture := strings.CutPrefix(candidate, "/pictures/"); isPicture && got["pictures/"+path] == "" {
				t.Errorf("%s names %s, which is not there", page, candidate)
			}
		}
	}
}

// TestPicturesInTwoPlaces holds that the same picture in two folders is published once and is no problem.
func TestPicturesInTwoPlaces(t *testing.T) {
	changes := pictures(t)
	changes["content/meetings/salle.png"] = changes["content/salle.png"]
	if _, problems := all(t, sample(t, ownHost, changes)); len(problems) > 0 {
		t.Error(problems)
	}
}

// store is a cache in memory.
type store struct {
	mu   sync.Mutex
	kept map[string][]byte
	puts int
}

func (s *store) Get(name string) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	data, kept := s.kept[name]
	return data, kept
}

func (s *store) Put(name string, data []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept[name] = data
	s.puts++
}

// TestCacheChangesNothing holds that a build with what an earlier one has kept gives the same bytes, and makes nothing anew.
func TestCacheChangesNothing(t *testing.T) {
	tree, kept, base := sampleTree(t, pictures(t)), &store{kept: map[string][]byte{}}, ownHost
	want, _ := all(t, Assemble(tree, site.Options{Day: today, BaseURL: &base}))
	for range 2 {
		got, problems := all(t, Assemble(tree, site.Options{Day: today, BaseURL: &base, Cache: kept}))
		if len(problems) > 0 || len(got) != len(want) {
			t.Fatalf("%d outputs, problems %v", len(got), problems)
		}
		for path := range want {
			if got[path] != want[path] {
				t.Errorf("%s differs", path)
			}
		}
	}
	made := kept.puts
	if _, _ = all(t, Assemble(tree, site.Options{Day: today, BaseURL: &base, Cache: kept})); made == 0 || kept.puts != made {
		t.Errorf("%d were made, then %d", made, kept.puts-made)
	}
}

// TestWhatShowsAllComesLast holds that an index is written after the pages that it is made of.
func TestWhatShowsAllComesLast(t *testing.T) {
	batches := sample(t, ownHost, pictures(t)).batches
	var last []string
	for _, batch := range batches[len(batches)-4:] {
		last = append(last, batch...)
	}
	if want := []string{"en/search.json", "en/search/index.html", "fr/search.json", "fr/search/index.html"}; !slices.Equal(last, want) {
		t.Errorf("last come %v", last)
	}
}

// TestOneBatchForAPicture holds that the versions of a picture are written together, since it is decoded for all of them.
func TestOneBatchForAPicture(t *testing.T) {
	for _, batch := range sample(t, ownHost, pictures(t)).batches {
		if strings.HasPrefix(batch[0], "pictures/salle-") && len(batch) != 2 {
			t.Errorf("a batch is %v", batch)
		}
	}
}

// TestCardsThatNobodyDraws holds that a page which asks for a card in a site without any is told so, once.
func TestCardsThatNobodyDraws(t *testing.T) {
	want := []string{"content/about.toml:1:8 card: the page asks for a card, and the site has none " +
		"(say in config.toml under [card] which font and colours cards have)"}
	if got := wrong(t, files{"content/about.toml": "card = true\n"}); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

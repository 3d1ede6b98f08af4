package search

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

var update = flag.Bool("update", false, "write testdata/index.*.json anew")

// TestEncode compares the indexes of the corpus with those in testdata, which TestBrowserSearch gives to the script.
func TestEncode(t *testing.T) {
	for _, lang := range source.Langs() {
		got := encode(t, lang, readCorpus(t, lang))
		name := "index." + string(lang) + ".json"
		if *update {
			if err := os.WriteFile("testdata/"+name, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(read(t, name), string(got)); diff != "" {
			t.Errorf("%s, after a change that is meant `go test -update` (-testdata +now):\n%s", name, diff)
		}
	}
}

// TestEncodeFinds holds that the index says the same of each word as the words of the pages do.
func TestEncodeFinds(t *testing.T) {
	for _, lang := range source.Langs() {
		checkRoundTrip(t, lang, readCorpus(t, lang))
	}
	for _, texts := range [][]string{
		{}, {"échange", "échanges", "des échanges"}, {"eau", "eaux", "eauxs"}, {"жук", "жуки"}, {"cheval", "chevaux"},
	} {
		checkRoundTrip(t, source.French, partsOf(texts))
	}
	for _, texts := range [][]string{{"bus", "buse", "buses"}, {"princess", "princesses", "princes"}, {"man", "men"}} {
		checkRoundTrip(t, source.English, partsOf(texts))
	}
}

// partsOf gives a page with a part for each text, and one whose titles say them.
func partsOf(texts []string) []Page {
	pages := []Page{{Title: "Q&R"}, {Title: "<…>", Description: "d’où"}}
	for _, text := range texts {
		pages[0].Parts = append(pages[0].Parts, Part{ID: "p", Words: Gather(text)})
		pages[1].Parts = append(pages[1].Parts, Part{ID: "p", Title: text})
	}
	return pages
}

// TestEncodeSpare holds what keeps an index small, and what JavaScript counts as Go does.
func TestEncodeSpare(t *testing.T) {
	got := string(encode(t, source.French, partsOf([]string{"échange", "échanges", "abcdefghijklmnopqrstuvwxyz1",
		"abcdefghijklmnopqrstuvwxyz2", "жук", "жуки", "mai", "mais"})))
	want := `{"pages":[["Q&R","","","p","","p","","p","","p","","p","","p","","p","","p",""],` +
		`["<…>","","d’où","p","échange","p","échanges","p","abcdefghijklmnopqrstuvwxyz1","p","abcdefghijklmnopqrstuvwxyz2",` +
		`"p","жук","p","жуки","p","mai","p","mais"]],` +
		`"words":"Aabcdefghijklmnopqrstuvwxyz1Zz2AechangeAmaiDsAжукAжуки",` +
		`"places":"cdA` + "`" + `ghef"}` + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("L’été", "Un échange\fdes échanges\fles animaux, l’animal", true)
	f.Add("princes", "buses bus buse\f\fboxes box\fcases case", false)
	f.Add("Ж", "жук жуки\fabc abd\f\xff", true)
	f.Fuzz(func(t *testing.T, title, text string, french bool) {
		lang := source.English
		if french {
			lang = source.French
		}
		var pages []Page
		for i, body := range strings.Split(text, "\f") {
			if i%3 == 0 {
				pages = append(pages, Page{Title: title, Description: body, Parts: []Part{{}}})
			}
			last := &pages[len(pages)-1]
			last.Parts = append(last.Parts, Part{ID: "p", Title: body[:len(body)/2], Words: Gather(body)})
		}
		checkRoundTrip(t, lang, pages)
	})
}

// checkRoundTrip compares the units in which an index has each word, and what is the same noun, with the words themselves.
func checkRoundTrip(t *testing.T, lang source.Lang, pages []Page) {
	t.Helper()
	var index encoded
	if err := json.Unmarshal(encode(t, lang, pages), &index); err != nil {
		t.Fatal(err)
	}
	if len(index.Pages) != len(pages) {
		t.Fatalf("%d pages of %d are in the index", len(index.Pages), len(pages))
	}
	want, got := map[string][]int{}, decode(index)
	for i, u := range allUnits(pages) {
		for _, word := range Words(u.said + " " + u.words).list() {
			want[word] = append(want[word], i)
		}
		for _, word := range u.said.list() { // the reader has these from the titles
			got[word] = append(got[word], i)
		}
	}
	finder := oracle{number: numberOf(lang)}
	for word := range want {
		if a, b := finder.units(want, word), finder.units(got, word); !slices.Equal(a, b) {
			t.Errorf("%q is in the units %v, and the index says %v", word, a, b)
		}
	}
	for word := range got {
		if want[word] == nil {
			t.Errorf("the index has %q, which is nowhere", word)
		}
	}
}

// units gives the units that have a word, as it is or in another number.
func (o oracle) units(places map[string][]int, word string) []int {
	units := map[int]bool{}
	for other, in := range places {
		if o.same(other, word) {
			for _, unit := range in {
				units[unit] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(units))
}

func allUnits(pages []Page) []unit {
	var units []unit
	for _, page := range pages {
		units = append(units, page.units()...)
	}
	return units
}

// decode reads the words of an index and their units.
func decode(index encoded) map[string][]int {
	places := map[string][]int{}
	code, last := index.Places, ""
	for words := index.Words; words != ""; {
		end := 1 + strings.IndexFunc(words[1:], func(r rune) bool { return r >= 'A' && r <= 'Z' })
		if end == 0 {
			end = len(words)
		}
		last = last[:words[0]-'A'] + words[1:end]
		words = words[end:]
		places[last], code = readUnits(code)
	}
	return places
}

// readUnits reads the units of one word, and gives what is left.
func readUnits(code string) (units []int, rest string) {
	unit, gap := -1, 0
	for i := range len(code) {
		digit := strings.IndexByte(alphabet, code[i])
		gap = gap*base + digit%base
		if digit < base {
			continue
		}
		unit, gap = unit+gap+1, 0
		units = append(units, unit)
		if digit >= 2*base {
			return units, code[i+1:]
		}
	}
	return units, ""
}

func encode(t testing.TB, lang source.Lang, pages []Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Encode(&out, lang, pages); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAppendGaps(t *testing.T) {
	if len(alphabet) != 3*base || strings.ContainsAny(alphabet, "\"\\") {
		t.Fatalf("the alphabet has %d characters", len(alphabet))
	}
	units := []int{0, 1, 31, 32, 63, 1000, 31000, 2_000_000}
	got, rest := readUnits(string(appendGaps(nil, units)) + "rest")
	if !slices.Equal(got, units) || rest != "rest" {
		t.Errorf("%v and %q are read, want %v", got, rest, units)
	}
}

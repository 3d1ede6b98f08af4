package main

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"diptych/cmd/diptych/internal/search"
)

// findAll asks the script for all queries of testdata/queries.*.txt, which the tests of the package search ask as well.
func findAll(t *testing.T, s *searchStage) {
	for _, lang := range []string{"fr", "en"} {
		w := openSearch(t, s, lang, nil)
		var queries, wishes []string
		for _, line := range readSearchLines(t, "queries."+lang+".txt") {
			query, wish, _ := strings.Cut(line, " | ")
			queries, wishes = append(queries, query), append(wishes, wish)
		}
		places := promised[[][]string](w, `load().then((index) => `+list(queries)+`.map((query) =>
			findPages(index, query).flatMap(({ page, parts }) => [page, ...parts]).map(({ href }) => href.split('/site/`+lang+`/')[1])))`)
		for i, found := range places {
			for _, finding := range missed(found, wishes[i]) {
				t.Errorf("%s: %q %s", lang, queries[i], finding)
			}
		}
	}
}

// missed tells what is wrong with the places that a query finds.
func missed(places []string, wishes string) []string {
	var wrong []string
	for wish := range strings.FieldsSeq(wishes) {
		place := strings.TrimLeft(wish, "^!")
		page, _, _ := strings.Cut(place, "#")
		unwanted := wish == "!" && len(places) > 0 || wish[0] == '!' && slices.Contains(places, place)
		switch {
		case unwanted:
			wrong = append(wrong, "finds "+strings.Join(places, " "))
		case wish[0] != '!' && !slices.Contains(places, place):
			wrong = append(wrong, "does not find "+place)
		case wish[0] == '^' && places[0] != page:
			wrong = append(wrong, "does not find "+page+" first")
		}
	}
	return wrong
}

// cutAlike holds that the script and the tool read the same words: in the texts of the site, in the corpus, and in thousands
// of texts that nobody would write.
func cutAlike(t *testing.T, s *searchStage) {
	w := openSearch(t, s, "fr", nil)
	texts := append(searchTexts(t), oddTexts(4000)...)
	for chunk := range slices.Chunk(texts, 1000) {
		words := promised[[][]string](w, `Promise.resolve(`+list(chunk)+`.map((text) =>
			[...new Set(cut(text).flatMap(({ pieces, joints }) => [...pieces, ...joints]))]))`)
		for i, text := range chunk {
			slices.Sort(words[i]) // JavaScript would sort by UTF-16
			if got, want := strings.Join(words[i], " "), string(search.Gather(text)); got != want {
				t.Errorf("the words of %+q are %+q to the script and %+q to the tool", text, got, want)
			}
		}
	}
}

// searchTexts gives the lines of all texts of the site and of the corpus.
func searchTexts(t *testing.T) []string {
	t.Helper()
	var lines []string
	for _, pattern := range []string{"../../content/*.md", "../../content/*/*.md", "internal/search/testdata/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, strings.Split(string(text), "\n")...)
		}
	}
	return lines
}

// oddTexts makes texts of what folding and cutting must not trip over. They are the same at each run.
func oddTexts(n int) []string {
	shards := strings.Split("a|b|s|l|d|qu|jusqu|x|é|E\u0301|Œ|æ|ß|ẞ|İ|ı|Ł|þ|Σ|ς|ﬁ|Ǆ|Å|½|²|ᵉʳ|CO₂|'|’|ʼ|‘|\u2032|-|‐|\u2011|–|—|\u00ad|"+
		"\u200b|\u200d|\u2060|\ufeff| |\u00a0|\u202f|\u2009|,|.|1|12|345|000|1 000|12,345|٣|Ж|д|각|各|हि|\u0903|\u0345|\u00b4|😀|«|»|_|A|Z|\n", "|")
	dice := rand.New(rand.NewPCG(1, 2))
	texts := make([]string, n)
	for i := range texts {
		for range 1 + dice.IntN(12) {
			texts[i] += shards[dice.IntN(len(shards))]
		}
	}
	return texts
}

// sameNouns asks the script which words are one noun, by the list that the tests of the package search have.
func sameNouns(t *testing.T, s *searchStage) {
	for _, lang := range []string{"fr", "en"} {
		w := openSearch(t, s, lang, nil)
		for _, line := range readSearchLines(t, "nouns."+lang+".txt") {
			words := strings.Fields(strings.ReplaceAll(line, " / ", " "))
			same := value[bool](w, "bases("+quote(words[0])+").some((base) => bases("+quote(words[1])+").includes(base))")
			if want := !strings.Contains(line, " / "); same != want {
				t.Errorf("%s: %s and %s are one noun: %t, want %t", lang, words[0], words[1], same, want)
			}
		}
	}
}

func list(texts []string) string {
	quoted, _ := json.Marshal(texts) // strings can always be written
	return string(quoted)
}

// promised gives what a promise comes to.
func promised[T any](w *window, promise string) T {
	w.t.Helper()
	came, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](promise, chromedp.EvalAwaitPromise))
	if err != nil {
		w.t.Fatalf("%.200s: %v", promise, err)
	}
	return came
}

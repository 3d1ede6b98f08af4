package search

import (
	"os"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// readCorpus reads testdata/corpus.LANG.txt: "= href | title | description" begins a page, "# id | title" a part.
func readCorpus(t testing.TB, lang source.Lang) []Page {
	t.Helper()
	var pages []Page
	text := map[string]string{} // by href and id
	key := ""
	for line := range strings.Lines(read(t, "corpus."+string(lang)+".txt")) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		switch {
		case strings.HasPrefix(line, "= "):
			key = strings.TrimPrefix(fields[0], "= ")
			pages = append(pages, Page{Href: key, Title: fields[1], Description: fields[2], Parts: []Part{{}}})
		case strings.HasPrefix(line, "# "):
			page := &pages[len(pages)-1]
			id := strings.TrimPrefix(fields[0], "# ")
			page.Parts = append(page.Parts, Part{ID: id, Title: fields[1]})
			key = page.Href + "#" + id
		default:
			text[key] += line
		}
	}
	for _, page := range pages {
		page.Parts[0].Words = Gather(text[page.Href])
		for i, part := range page.Parts[1:] {
			page.Parts[i+1].Words = Gather(text[page.Href+"#"+part.ID])
		}
	}
	return pages
}

func read(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// readLines gives the lines of a file of testdata that say something.
func readLines(t testing.TB, name string) []string {
	t.Helper()
	var lines []string
	for line := range strings.Lines(read(t, name)) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

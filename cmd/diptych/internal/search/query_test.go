package search

import (
	"slices"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// TestQueries looks for all that testdata/queries.*.txt ask for. TestBrowserSearch asks the same of the script.
func TestQueries(t *testing.T) {
	for _, lang := range source.Langs() {
		finder := newOracle(lang, readCorpus(t, lang))
		lines := readLines(t, "queries."+string(lang)+".txt")
		if len(lines) < 60 {
			t.Errorf("%s has %d queries", lang, len(lines))
		}
		for _, line := range lines {
			query, wishes, _ := strings.Cut(line, " | ")
			for _, finding := range judge(finder.find(query), wishes) {
				t.Errorf("%s: %q: %s", lang, query, finding)
			}
		}
	}
}

// judge tells what is wrong with what a query finds.
func judge(results []found, wishes string) []string {
	var places, wrong []string
	for _, result := range results {
		places = append(append(places, result.href), result.parts...)
	}
	for wish := range strings.FieldsSeq(wishes) {
		place := strings.TrimLeft(wish, "^!")
		page, _, _ := strings.Cut(place, "#")
		switch {
		case wish == "!" && len(places) > 0:
			wrong = append(wrong, "finds "+strings.Join(places, " "))
		case wish == "!":
		case wish[0] == '!' && slices.Contains(places, place):
			wrong = append(wrong, "finds "+place)
		case wish[0] == '!':
		case !slices.Contains(places, place):
			wrong = append(wrong, "does not find "+place)
		case wish[0] == '^' && places[0] != page:
			wrong = append(wrong, "does not find "+page+" first")
		}
	}
	return wrong
}

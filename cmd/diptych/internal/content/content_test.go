package content

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

// The files of one page, as tests state them.
const (
	frenchFile  = "content/annonce.fr.md"
	englishFile = "content/annonce.en.md"
	factsFile   = "content/annonce.toml"
)

// told writes problems as a terminal does, with the rule and the second place where there is one.
func told(problems []source.Problem) []string {
	var lines []string
	for _, p := range problems {
		line := fmt.Sprintf("%s %s %s: %s", p.Pos, p.Severity, p.Rule, p.Message.English)
		if !p.Peer.IsZero() {
			line += fmt.Sprintf(" (%s)", p.Peer)
		}
		lines = append(lines, line)
	}
	return lines
}

// wantTold compares problems with lines in which "F:", "E:" and "T:" stand for the three files, and sees to it that each
// problem says what to do.
func wantTold(t *testing.T, problems []source.Problem, want ...string) {
	t.Helper()
	short := strings.NewReplacer(frenchFile+":", "F:", englishFile+":", "E:", factsFile+":", "T:")
	var got []string
	for _, line := range told(problems) {
		got = append(got, short.Replace(line))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems differ (-want +got):\n%s", diff)
	}
	for _, p := range problems {
		if p.Hint.English == "" || strings.HasSuffix(p.Message.English, ".") || strings.HasSuffix(p.Hint.English, ".") {
			t.Errorf("%q with the hint %q: want a hint, and no full stops", p.Message.English, p.Hint.English)
		}
	}
}

// mustFile gives a file of a tree that has only this one.
func mustFile(t testing.TB, path, text string) *source.File {
	t.Helper()
	file, ok := source.NewTree(map[string]string{path: text}).File(path)
	if !ok {
		t.Fatalf("no file %q", path)
	}
	return file
}

// readPage reads the facts of a page out of the texts of its files, the facts file first, as the joining room does.
func readPage(t testing.TB, texts map[string]string) (*Facts, []source.Problem) {
	t.Helper()
	var stated []*decode.Table
	var problems []source.Problem
	if text, ok := texts[factsFile]; ok {
		table, found := ReadFactsFile(mustFile(t, factsFile, text))
		stated, problems = append(stated, table), append(problems, found...)
	}
	for _, lang := range source.Langs() {
		path := map[source.Lang]string{source.French: frenchFile, source.English: englishFile}[lang]
		if text, ok := texts[path]; ok {
			half, found := ReadHalf(mustFile(t, path, text), lang)
			stated, problems = append(stated, half.Facts), append(problems, found...)
		}
	}
	facts, found := JoinFacts(stated)
	return facts, append(problems, found...)
}

// readFactsText reads facts that stand in the .toml file alone.
func readFactsText(t testing.TB, text string) (*Facts, []source.Problem) {
	t.Helper()
	return readPage(t, map[string]string{factsFile: text})
}

package site

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

// today is the build day of the tests, in the middle of the sample's facts.
var today = civil.Date{Year: 2023, Month: 11, Day: 1}

// files are changes to the sample site: path to text. An empty text takes the file away.
type files map[string]string

// sample gives the sample site with changes.
func sample(t testing.TB, changes files) *source.Tree {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range archive.Files {
		texts[file.Name] = string(file.Data)
	}
	maps.Copy(texts, changes)
	maps.DeleteFunc(texts, func(_, text string) bool { return text == "" })
	return source.NewTree(texts)
}

// model assembles the sample site with changes, in which nothing may be wrong.
func model(t testing.TB, changes files) *Model {
	t.Helper()
	m, problems := Assemble(sample(t, changes), Options{Day: today})
	if len(problems) > 0 {
		t.Fatalf("the site has problems:\n%s", strings.Join(told(problems), "\n"))
	}
	return m
}

// problems assembles the sample site with changes and gives what is wrong.
func problems(t testing.TB, changes files) []string {
	t.Helper()
	_, found := Assemble(sample(t, changes), Options{Day: today})
	return told(source.Sort(found))
}

// told writes problems as lines of place, rule, message and hint.
func told(problems []source.Problem) []string {
	lines := []string{}
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s %s: %s (%s)", p.Pos, p.Rule, p.Message.English, p.Hint.English))
	}
	return lines
}

// half writes the Markdown file of a half: its title, more lines of front matter, and a body.
func half(title, front, body string) string {
	return fmt.Sprintf("+++\ntitle = %q\n%s\n+++\n\n%s\n", title, front, body)
}

// pair gives both halves of a page, with facts unless they are empty.
func pair(key, french, english, facts string) files {
	return files{
		"content/" + key + ".fr.md": half(french, "", "Du texte."),
		"content/" + key + ".en.md": half(english, "", "Some text."),
		"content/" + key + ".toml":  facts,
	}
}

// merge joins changes.
func merge(all ...files) files {
	merged := files{}
	for _, changes := range all {
		maps.Copy(merged, changes)
	}
	return merged
}

// page finds a page that must be there.
func page(t testing.TB, m *Model, key string, lang source.Lang) *Page {
	t.Helper()
	found, ok := m.Pair(key)
	if !ok {
		t.Fatalf("no pair %q", key)
	}
	return found.Page(lang)
}

// view makes the view of a page of which nothing wrong may be told.
func view(t testing.TB, m *Model, key string, lang source.Lang) *View {
	t.Helper()
	return m.View(page(t, m, key, lang), func(p source.Problem) { t.Errorf("unexpected problem: %v", p) })
}

// keys gives the keys of pages.
func keys(pages []*Page) []string {
	found := []string{}
	for _, p := range pages {
		found = append(found, p.Key)
	}
	return found
}

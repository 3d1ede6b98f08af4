package layout

import (
	"maps"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// files are changes to the sample site: path to text. An empty text takes the file away.
type files map[string]string

// settings is a config.toml that ends below [params], for the parameters of a test.
const settings = "languages = [\"fr\", \"en\"]\n[language.fr]\ntitle = \"Conférence d’Accra\"\n" +
	"[language.en]\ntitle = \"Accra Ministerial\"\n[params]\n"

// readSite reads the layouts of the sample site with changes; base replaces its address.
func readSite(t testing.TB, base string, changes files) (*Set, *site.Model, []source.Problem) {
	t.Helper()
	tree := mustTree(t, changes)
	model, problems := site.Assemble(tree, site.Options{Day: civil.Date{Year: 2023, Month: 11, Day: 1}, BaseURL: &base})
	if len(problems) > 0 {
		t.Fatalf("the site has problems: %v", problems)
	}
	set := Read(tree, model.Frame)
	return set, model, set.Problems()
}

// mustTree gives the tree of the sample site with changes.
func mustTree(t testing.TB, changes files) *source.Tree {
	t.Helper()
	archive, err := txtar.ParseFile("../site/testdata/site.txtar")
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

// misread gives what is wrong with the layouts of the sample site with changes, as lines of place, rule, message and hint.
func misread(t testing.TB, changes files) []string {
	t.Helper()
	_, _, found := readSite(t, "https://example.org/", changes)
	return lines(found)
}

func lines(problems []source.Problem) []string {
	lines := []string{}
	for _, p := range problems {
		lines = append(lines, p.Pos.String()+" "+p.Rule+": "+p.Message.English+" ("+p.Hint.English+")")
	}
	return lines
}

// shown shows a page of the sample site, whose layouts are changed and right, with the layout of its kind.
func shown(t testing.TB, base, key string, lang source.Lang, changes files) string {
	t.Helper()
	set, model, found := readSite(t, base, changes)
	if len(found) > 0 {
		t.Fatalf("the layouts have problems: %v", found)
	}
	pair, ok := model.Pair(key)
	if !ok {
		t.Fatalf("no pair %q", key)
	}
	return show(t, set, model, pair.Page(lang))
}

// show shows a page with the layout of its kind.
func show(t testing.TB, set *Set, model *site.Model, page *site.Page) string {
	t.Helper()
	var out strings.Builder
	view := model.View(page, func(p source.Problem) { t.Errorf("unexpected problem: %v", p) })
	problems, err := set.Execute(&out, page.Layout(), view, model.Root(page.Output))
	if len(problems) > 0 || err != nil {
		t.Fatalf("%s: problems %v, error %v", page.Output, problems, err)
	}
	return out.String()
}

package site

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"diptych/cmd/diptych/internal/source"
)

// written puts the sample site on the disk, and gives its folder.
func written(t *testing.T) string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	for _, file := range archive.Files {
		name := filepath.Join(root, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// leanAndWhole gives the model of one folder that holds no bodies, and the one that does.
func leanAndWhole(t *testing.T, root string) (lean, whole *Model) {
	t.Helper()
	models := [2]*Model{}
	for i := range models {
		tree, err := source.Read(root)
		if err != nil {
			t.Fatal(err)
		}
		m, problems := Assemble(tree, Options{Day: today, Lean: i == 0})
		if len(problems) > 0 {
			t.Fatalf("the site has problems: %v", problems)
		}
		models[i] = m
	}
	return models[0], models[1]
}

// TestLeanIsTheSame: bodies that are read again are those that were read.
func TestLeanIsTheSame(t *testing.T) {
	lean, whole := leanAndWhole(t, written(t))
	if lean.Basis() != whole.Basis() || lean.AllBodies() != whole.AllBodies() {
		t.Error("the digests differ")
	}
	for i, pair := range whole.Pairs {
		for _, lang := range source.Langs() {
			page, other := pair.Page(lang), lean.Pairs[i].Page(lang)
			if page.Half == nil {
				continue
			}
			if diff := cmp.Diff(string(whole.Document(page).HTML), string(lean.Document(other).HTML)); diff != "" || whole.hasBody(page) != lean.hasBody(other) {
				t.Errorf("%s, %s (-held +read again):\n%s", pair.Key, lang, diff)
			}
		}
	}
}

// TestChangedWhileBuilt: a page whose file was changed since its front matter was read is no page of this site, and says so.
func TestChangedWhileBuilt(t *testing.T) {
	root := written(t)
	lean, whole := leanAndWhole(t, root)
	if err := os.WriteFile(filepath.Join(root, "content", "about.fr.md"), []byte("+++\ntitle = \"À propos\"\n+++\n\nAutre chose."), 0o644); err != nil {
		t.Fatal(err)
	}
	pair, _ := lean.Pair("about")
	problems := lean.Document(pair.Page(source.French)).Problems
	if len(problems) != 1 || problems[0].Rule != "changed" || problems[0].Pos.File != "content/about.fr.md" || problems[0].Severity != source.Error {
		t.Errorf("problems %v", problems)
	}
	if problems := lean.Document(pair.Page(source.English)).Problems; len(problems) > 0 {
		t.Errorf("the other half has problems: %v", problems)
	}
	pair, _ = whole.Pair("about")
	if problems := whole.Document(pair.Page(source.French)).Problems; len(problems) > 0 {
		t.Errorf("what is held has problems: %v", problems)
	}
}

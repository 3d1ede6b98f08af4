package asset

import (
	"os"
	"path/filepath"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// site writes files below static into a folder and reads the tree.
func site(t *testing.T, files map[string]string) (root string, tree *source.Tree) {
	t.Helper()
	root = t.TempDir()
	put(t, filepath.Join(root, "config.toml"), "")
	for name, text := range files {
		put(t, filepath.Join(root, "static", filepath.FromSlash(name)), text)
	}
	tree, err := source.Read(root)
	if err != nil {
		t.Fatal(err)
	}
	return root, tree
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// label gives what a file is, or fails.
func label(t *testing.T, set *Set, name string) string {
	t.Helper()
	kind, err := set.Kind(mustGet(t, set, name))
	if err != nil {
		t.Fatal(err)
	}
	return kind.Label
}

func TestKind(t *testing.T) {
	_, tree := site(t, map[string]string{
		"note.pdf": "%PDF-1.7\n", "page.pdf": "<!DOCTYPE html><p>404", "vide.pdf": "", "données.csv": "a;b\n", "note": "%PDF-1.7\n",
	})
	set, _ := Read(tree, nil)
	for name, want := range map[string]string{
		"note.pdf": "PDF", "page.pdf": "HTML", "vide.pdf": "", "données.csv": "CSV", "note": "PDF",
	} {
		if got := label(t, set, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// TestKindIsRemembered takes the folder away: what is known of a file needs it no more, also in a later set. What changed is
// looked at again, and an error is no answer for ever.
func TestKindIsRemembered(t *testing.T) {
	root, tree := site(t, map[string]string{"note.pdf": "%PDF-1.7\n", "avis.pdf": "%PDF-1.7\n", "css/site.css": "p {}"})
	first, _ := Read(tree, nil)
	if got := label(t, first, "note.pdf"); got != "PDF" {
		t.Fatalf("the note is %q", got)
	}
	put(t, filepath.Join(root, "static/css/site.css"), "i {}")
	changed := tree.Again([]string{"static/css/site.css"})
	if err := os.Rename(filepath.Join(root, "static"), filepath.Join(root, "away")); err != nil {
		t.Fatal(err)
	}
	second, _ := first.Again(changed, nil)
	if got := label(t, second, "note.pdf"); got != "PDF" {
		t.Errorf("the note became %q", got)
	}
	if kind, err := second.Kind(mustGet(t, second, "avis.pdf")); err == nil {
		t.Errorf("a file that can't be opened is %q", kind.Label)
	}
	if err := os.Rename(filepath.Join(root, "away"), filepath.Join(root, "static")); err != nil {
		t.Fatal(err)
	}
	if got := label(t, second, "avis.pdf"); got != "PDF" {
		t.Errorf("the file that is there again is %q", got)
	}
	put(t, filepath.Join(root, "static/note.pdf"), "<html>")
	third, _ := second.Again(changed.Again([]string{"static/note.pdf"}), nil)
	if got := label(t, third, "note.pdf"); got != "HTML" {
		t.Errorf("after the change the note is %q", got)
	}
}

// TestStamped holds that only what is asked for gets a digest in its name, whatever its ending, and is the same file.
func TestStamped(t *testing.T) {
	const text = "%PDF-1.7\n"
	tree := source.NewTree(map[string]string{
		"static/note.pdf": text, "static/avis.pdf": text, "static/note": text, "static/js/a.js": "1",
		"static/site.css": "p { background: url(note.pdf) }",
	})
	set, problems := Read(tree, []string{"absent.pdf", "js/a.js", "note", "note.pdf"})
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	for name, want := range map[string]string{
		"note.pdf": stamped("note.pdf", text), "avis.pdf": "avis.pdf", "note": stamped("note", text), "js/a.js": stamped("js/a.js", "1"),
	} {
		a := mustGet(t, set, name)
		if a.Path != want {
			t.Errorf("%s is published as %s, want %s", name, a.Path, want)
		}
	}
	if got := published(t, mustGet(t, set, "note.pdf")); got != text {
		t.Errorf("published: %q", got)
	}
	want := "p { background: url(" + stamped("note.pdf", text) + ") }"
	if got := published(t, mustGet(t, set, "site.css")); got != want {
		t.Errorf("the style says %q, want %q", got, want)
	}
}

package source

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// writeTree writes files below a new folder and reads them as a site.
func writeTree(t *testing.T, texts map[string]string) (string, *Tree) {
	t.Helper()
	root := t.TempDir()
	for path, text := range texts {
		put(t, root, path, text)
	}
	tree, err := Read(root)
	if err != nil {
		t.Fatal(err)
	}
	return root, tree
}

func put(t *testing.T, root, path, text string) {
	t.Helper()
	name := filepath.Join(root, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func pathsOf(tree *Tree) []string {
	var paths []string
	for _, file := range tree.files {
		paths = append(paths, file.Path)
	}
	return paths
}

var smallSite = map[string]string{
	ConfigFile:               "",
	"content/index.fr.md":    "Une page.\n",
	"content/index.en.md":    "A page.\n",
	"content/été/a.fr.md":    "L’été.\n",
	"layouts/page.html":      "{{.Body}}",
	"static/css/site.css":    "body {}",
	"i18n/fr.toml":           "[nav]\n",
	"content/ab.fr.md":       "Voisine d’un dossier par son nom.\n",
	"content/a/b/deep.en.md": "Deep.\n",
}

// TestAgainEqualsRead is the oracle: after any change, another look at the changed paths gives what reading anew gives.
func TestAgainEqualsRead(t *testing.T) {
	changes := []struct {
		name   string
		change func(t *testing.T, root string)
		paths  []string
	}{
		{"a text", func(t *testing.T, root string) { put(t, root, "content/index.fr.md", "Une autre page.\n") }, []string{"content/index.fr.md"}},
		{"a new file in a new folder", func(t *testing.T, root string) { put(t, root, "content/x/y.fr.md", "Neuf.") }, []string{"content/x"}},
		{"a folder removed", func(t *testing.T, root string) { _ = os.RemoveAll(filepath.Join(root, "content", "a")) }, []string{"content/a"}},
		{"a folder renamed", func(t *testing.T, root string) {
			_ = os.Rename(filepath.Join(root, "content", "a"), filepath.Join(root, "content", "z"))
		}, []string{"content/a", "content/z"}},
		{"a file in the place of a folder", func(t *testing.T, root string) {
			_ = os.RemoveAll(filepath.Join(root, "content", "a"))
			put(t, root, "content/a", "x")
		}, []string{"content/a"}},
		{"a file that is no longer UTF-8", func(t *testing.T, root string) { put(t, root, "content/ab.fr.md", "caf\xe9") }, []string{"content/ab.fr.md"}},
		{"a static file", func(t *testing.T, root string) { put(t, root, "static/css/site.css", "p {}") }, []string{"static"}},
		{"everything", func(t *testing.T, root string) { put(t, root, "i18n/en.toml", "[nav]\n") }, []string{"content", "i18n", "layouts", "static", "i18n/en.toml"}},
		{"hidden and foreign paths", func(t *testing.T, root string) {
			put(t, root, "content/.git/x.fr.md", "x")
			put(t, root, "cmd/x.go", "x")
		}, []string{"content/.git", "content/.git/x.fr.md", "cmd/x.go", "../x", "content/../cmd"}},
	}
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			root, tree := writeTree(t, smallSite)
			c.change(t, root)
			again := tree.Again(c.paths)
			anew, err := Read(root)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(pathsOf(again), pathsOf(anew)) {
				t.Fatalf("again: %q\nanew:  %q", pathsOf(again), pathsOf(anew))
			}
			for i, file := range again.files {
				if other := anew.files[i]; file.Text() != other.Text() || file.Digest != other.Digest || file.Size != other.Size {
					t.Errorf("%s: again %+v, anew %+v", file.Path, file, other)
				}
			}
			if !slices.Equal(again.Problems, Sort(slices.Clone(anew.Problems))) {
				t.Errorf("again: %v\nanew:  %v", again.Problems, anew.Problems)
			}
		})
	}
}

// TestAgainKeepsFiles holds that what did not change keeps its identity: it is the key under which the rooms below keep
// what they learned.
func TestAgainKeepsFiles(t *testing.T) {
	root, tree := writeTree(t, smallSite)
	if again := tree.Look(); again != tree {
		t.Error("nothing changed, and the tree is another one")
	}
	put(t, root, "content/index.en.md", "A page.\n") // written again with the same bytes
	if again := tree.Again([]string{"content/index.en.md"}); again != tree {
		t.Error("the same bytes were written, and the tree is another one")
	}
	put(t, root, "content/index.en.md", "Another page.\n")
	again := tree.Look()
	for _, file := range again.files {
		known, _ := tree.File(file.Path)
		if (file == known) == (file.Path == "content/index.en.md") {
			t.Errorf("%s: same file: %v", file.Path, file == known)
		}
	}
}

func TestChanged(t *testing.T) {
	before := NewTree(map[string]string{"content/a.fr.md": "Un.", "content/a.en.md": "One.", "content/b.fr.md": "Deux."})
	after := before.With(map[string]string{"content/a.fr.md": "Une.", "content/a.en.md": "One.", "content/b.fr.md": "", "content/c.fr.md": "Trois."})
	if got, want := after.Changed(before), []string{"content/a.fr.md", "content/b.fr.md", "content/c.fr.md"}; !slices.Equal(got, want) {
		t.Errorf("changed %q, want %q", got, want)
	}
	if got := after.Changed(after); len(got) != 0 {
		t.Errorf("a tree differs from itself in %q", got)
	}
}

// TestAgainMends holds that a problem goes with its cause, and comes back with it.
func TestAgainMends(t *testing.T) {
	root, tree := writeTree(t, map[string]string{ConfigFile: "", "content/a.fr.md": "caf\xe9"})
	if len(tree.Problems) != 1 {
		t.Fatalf("problems: %v", tree.Problems)
	}
	put(t, root, "content/a.fr.md", "café")
	mended := tree.Again([]string{"content/a.fr.md"})
	if len(mended.Problems) != 0 {
		t.Errorf("after mending: %v", mended.Problems)
	}
	if err := os.Remove(filepath.Join(root, ConfigFile)); err != nil {
		t.Fatal(err)
	}
	gone := mended.Again(nil)
	if len(gone.Problems) != 1 || gone.Problems[0].Pos.File != ConfigFile {
		t.Errorf("without config.toml: %v", gone.Problems)
	}
	put(t, root, ConfigFile, "")
	if back := gone.Again(nil); len(back.Problems) != 0 {
		t.Errorf("with config.toml again: %v", back.Problems)
	}
}

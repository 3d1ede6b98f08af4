package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLetGo: a text that was let go of is read again, in the one form of all texts, for as long as the file has the same bytes.
func TestLetGo(t *testing.T) {
	dir := t.TempDir()
	texts := map[string]string{
		ConfigFile: "# été\n", "content/a.fr.md": "\ufeffL’été\r\nà Accra\r", "static/a.txt": "été", "content/plan.png": "x",
	}
	for path, text := range texts {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := Read(dir)
	if err != nil || len(tree.Problems) > 0 {
		t.Fatal(err, tree.Problems)
	}
	want := map[string]string{ConfigFile: "# été\n", "content/a.fr.md": "L’été\nà Accra\n", "static/a.txt": "", "content/plan.png": ""}
	check := func(when string) {
		t.Helper()
		for path, text := range want {
			file, _ := tree.File(path)
			if got, ok := file.Read(); !ok || got != text || file.Text() != text {
				t.Errorf("%s, %s is %q, %v", when, path, got, ok)
			}
		}
	}
	check("held")
	for _, file := range tree.Files() {
		file.LetGo()
		if file.text.Load() != nil {
			t.Errorf("%s is still held", file.Path)
		}
	}
	check("let go of")

	name, half := filepath.Join(dir, "content", "a.fr.md"), tree.mustFile(t, "content/a.fr.md")
	for change, do := range map[string]func() error{
		"another text": func() error { return os.WriteFile(name, []byte("L’hiver"), 0o644) },
		"a long text":  func() error { return os.WriteFile(name, []byte(strings.Repeat("é", maxText)), 0o644) },
		"no file":      func() error { return os.Remove(name) },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
		if text, ok := half.Read(); ok || text != "" || half.Text() != "" {
			t.Errorf("%s: %q, %v", change, text, ok)
		}
	}
}

func (t *Tree) mustFile(tb testing.TB, path string) *File {
	tb.Helper()
	file, ok := t.File(path)
	if !ok {
		tb.Fatalf("there is no %s", path)
	}
	return file
}

// TestLetGoInMemory: what stands in memory alone is kept.
func TestLetGoInMemory(t *testing.T) {
	file := NewFile("content/a.fr.md", "L’été")
	file.LetGo()
	if text, ok := file.Read(); !ok || text != "L’été" {
		t.Errorf("%q, %v", text, ok)
	}
}

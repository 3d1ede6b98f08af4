package asset

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// TestChangedWhilePublished holds that no bytes go out under a name that other bytes gave them.
func TestChangedWhilePublished(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		source.ConfigFile: "", "static/f.woff2": "police", "static/note.pdf": "note", "static/a.js": "1", "static/a.css": "p {}",
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := source.Read(root)
	if err != nil {
		t.Fatal(err)
	}
	set, problems := Read(tree, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for name, told := range map[string]int{"f.woff2": 1, "note.pdf": 1, "a.js": 0, "a.css": 0} {
		if err := os.WriteFile(filepath.Join(root, "static", name), []byte("tout autre chose"), 0o644); err != nil {
			t.Fatal(err)
		}
		found, err := mustGet(t, set, name).Publish(io.Discard)
		if err != nil || len(found) != told {
			t.Errorf("%s: problems %v, error %v", name, found, err)
		}
	}
}

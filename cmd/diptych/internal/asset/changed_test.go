package asset

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
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

// TestOtherFileWhilePublished has what leads out of the site take the place of a file before it is published: nothing of it
// goes out.
func TestOtherFileWhilePublished(t *testing.T) {
	root := t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret.txt")
	name := filepath.Join(root, "static", "note.pdf")
	for path, text := range map[string]string{filepath.Join(root, source.ConfigFile): "", name: "note", secret: "secret"} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := source.Read(root)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := Read(tree, nil)
	if err := errors.Join(os.Remove(name), os.Symlink(secret, name)); err != nil {
		t.Skip("no links here:", err)
	}
	var out strings.Builder
	if _, err := mustGet(t, set, "note.pdf").Publish(&out); err == nil || out.Len() > 0 {
		t.Errorf("%q is published, with the error %v", out.String(), err)
	}
}

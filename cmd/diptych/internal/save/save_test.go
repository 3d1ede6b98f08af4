package save

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func rootAt(t *testing.T) (*os.Root, string) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root, dir
}

// files gives the texts of all files below a folder, by their paths.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			text, readErr := os.ReadFile(filepath.Join(dir, path))
			found[path], err = string(text), readErr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestFile(t *testing.T) {
	root, dir := rootAt(t)
	for _, text := range []string{"un", "l’été, plus long", ""} {
		if err := File(root, "i18n/lock/a/été.toml", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := files(t, dir); len(got) != 1 || got["i18n/lock/a/été.toml"] != text {
			t.Errorf("%q", got)
		}
	}
	if err := File(root, "top.toml", []byte("x")); err != nil || files(t, dir)["top.toml"] != "x" {
		t.Error(err)
	}
}

func TestRightsStay(t *testing.T) {
	root, dir := rootAt(t)
	path := filepath.Join(dir, "a.md")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, mode := range []fs.FileMode{0o600, 0o664} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if err := File(root, "a.md", []byte("new")); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%v, %v", info.Mode(), err)
		}
	}
}

// TestReaderKeepsOldText holds that the old text is never written over: who has it open reads it to its end.
func TestReaderKeepsOldText(t *testing.T) {
	root, dir := rootAt(t)
	if err := File(root, "a.md", []byte("the old text")); err != nil {
		t.Fatal(err)
	}
	open, err := os.Open(filepath.Join(dir, "a.md"))
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	if err := File(root, "a.md", []byte("new")); err != nil {
		t.Fatal(err)
	}
	buffer := make([]byte, 99)
	if n, err := open.Read(buffer); err != nil || string(buffer[:n]) != "the old text" {
		t.Errorf("%q, %v", buffer[:n], err)
	}
}

func TestWhatAKilledProgramLeft(t *testing.T) {
	root, dir := rootAt(t)
	if err := os.WriteFile(filepath.Join(dir, ".a.md.diptych-0"), []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := File(root, "a.md", []byte("new")); err != nil || files(t, dir)["a.md"] != "new" {
		t.Errorf("%v, %q", err, files(t, dir))
	}
}

// TestRefusals holds that nothing is written where something stands in the way, and nothing is left behind.
func TestRefusals(t *testing.T) {
	root, dir := rootAt(t)
	outside := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(dir, "file"), []byte("a"), 0o644),
		os.Mkdir(filepath.Join(dir, "folder"), 0o755),
		os.Symlink("file", filepath.Join(dir, "link")),
		os.Symlink(outside, filepath.Join(dir, "out")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"file/b.toml", "folder", "link", "out/b.toml", "../b.toml"} {
		if err := File(root, name, []byte("new")); err == nil {
			t.Errorf("%s is written", name)
		}
	}
	if got := files(t, dir); len(got) != 1 || got["file"] != "a" || len(files(t, outside)) > 0 {
		t.Errorf("%q", got)
	}
	if target, err := os.Readlink(filepath.Join(dir, "link")); err != nil || target != "file" {
		t.Errorf("the link is %q: %v", target, err)
	}
}

func TestMove(t *testing.T) {
	root, dir := rootAt(t)
	for _, name := range []string{"lock/a/b/one.toml", "lock/two.toml"} {
		if err := File(root, name, []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := Move(root, "lock/a/b/one.toml", "lock/two.toml", "lock"); err == nil {
		t.Error("a file is written over")
	}
	if err := Move(root, "lock/none.toml", "lock/c/one.toml", "lock"); err == nil {
		t.Error("what is not there is moved")
	}
	if err := Move(root, "lock/a/b/one.toml", "lock/d/one.toml", "lock"); err != nil {
		t.Fatal(err)
	}
	if got := files(t, dir); got["lock/d/one.toml"] != "lock/a/b/one.toml" || len(got) != 2 {
		t.Errorf("%q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "lock/a")); err == nil {
		t.Error("the empty folder is still there")
	}
	if err := Move(root, "lock/two.toml", "lock/d/two.toml", "lock"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "lock")); err != nil {
		t.Error(err)
	}
}

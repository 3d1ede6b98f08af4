package source

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The two ways to write a name: as most systems type it, and as a Mac may.
const (
	composed   = "\u00e9t\u00e9"
	decomposed = "e\u0301te\u0301"
)

// needsBothForms skips a test where a file system takes the two ways to write a name for the same.
func needsBothForms(t *testing.T) {
	t.Helper()
	root := t.TempDir()
	write(t, root, composed, "")
	if _, err := os.Lstat(filepath.Join(root, decomposed)); err == nil {
		t.Skip("this file system takes both forms of a name for the same")
	}
}

// TestNamesInBothForms has names on disk with their accents behind the letters: they are read by their own names, and found
// by both.
func TestNamesInBothForms(t *testing.T) {
	root := folderOf(t, map[string]string{
		"content/" + decomposed + "/" + decomposed + ".fr.md": "L’été",
		"static/" + decomposed + ".bin":                       "« oui »",
	})
	tree := mustRead(t, root)
	want := []string{"config.toml", "content/" + composed + "/" + composed + ".fr.md", "static/" + composed + ".bin"}
	if diff := cmp.Diff(want, paths(tree.files)); diff != "" {
		t.Fatalf("files (-want +got):\n%s", diff)
	}
	for _, name := range []string{composed, decomposed} {
		half, ok := tree.File("content/" + name + "/" + name + ".fr.md")
		if !ok || half.Text() != "L’été" {
			t.Errorf("%+q: the page is not found", name)
		}
		file, ok := tree.File("static/" + name + ".bin")
		if !ok || bytesOf(t, file) != "« oui »" {
			t.Errorf("%+q: the file is not found", name)
		}
		if got, want := tree.OnDisk("static/"+name+".bin"), "static/"+decomposed+".bin"; got != want {
			t.Errorf("on disk it is %+q, want %+q", got, want)
		}
	}
	if got := tree.OnDisk("static/absent.bin"); got != "static/absent.bin" {
		t.Errorf("what is not there is %+q on disk", got)
	}
	if with := tree.With(map[string]string{"static/" + decomposed + ".bin": "non"}); len(with.files) != len(tree.files) {
		t.Errorf("another text of the same name makes another file: %q", paths(with.files))
	}
}

// TestAgainInBothForms has names come, change and go in either form, and looks again at what changed by either form: the tree
// is the one that reading anew gives.
func TestAgainInBothForms(t *testing.T) {
	needsBothForms(t)
	root := folderOf(t, map[string]string{"content/a.fr.md": "a", "content/" + decomposed + "/b.fr.md": "b"})
	remove := func(name string) func() {
		return func() {
			if err := os.RemoveAll(filepath.Join(root, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	put := func(name, text string) func() { return func() { write(t, root, name, text) } }
	tree := mustRead(t, root)
	for i, change := range []struct {
		do   func()
		path string
	}{
		{put("content/"+decomposed+"/b.fr.md", "« b »"), "content/" + decomposed + "/b.fr.md"},
		{put("content/"+decomposed+"/b.fr.md", "« c »"), "content/" + composed + "/b.fr.md"},
		{put("content/"+decomposed+".fr.md", "L’été"), "content/" + decomposed + ".fr.md"},
		{put("content/"+composed+".fr.md", "Un autre été"), "content/" + composed + ".fr.md"}, // twice
		{remove("content/" + decomposed + ".fr.md"), "content/" + decomposed + ".fr.md"},
		{put("content/"+composed+"/c.fr.md", "c"), "content/" + composed}, // the folder twice
		{remove("content/" + decomposed), "content/" + decomposed},
		{remove("content/" + composed), "content/" + decomposed},
		{put("content/"+decomposed+"/d/"+decomposed+".fr.md", "d"), "content/" + decomposed + "/d"},
		{put("static/4913", ""), "static/4913"}, // vim tries whether it may write
		{put("content/desktop.ini", "[.ShellClassInfo]"), "content/desktop.ini"},
	} {
		change.do()
		again, anew := tree.Again([]string{change.path}), mustRead(t, root)
		if diff := cmp.Diff(described(anew), described(again)); diff != "" {
			t.Errorf("step %d (-anew +again):\n%s", i, diff)
		}
		tree = again
	}
}

// TestNameTwice refuses a name that is there in both forms, and names both.
func TestNameTwice(t *testing.T) {
	needsBothForms(t)
	root := folderOf(t, map[string]string{
		"content/" + composed + ".fr.md": "un", "content/" + decomposed + ".fr.md": "deux",
		"static/" + composed + "/a.txt": "un", "static/" + decomposed + "/b.txt": "deux",
	})
	tree := mustRead(t, root)
	want := []string{
		"error name content/" + composed + `.fr.md: the same name is there twice, its accents written in two ways: "e\u0301te\u0301.fr.md" and "\u00e9t\u00e9.fr.md"`,
		"error name static/" + composed + `: the same name is there twice, its accents written in two ways: "e\u0301te\u0301" and "\u00e9t\u00e9"`,
	}
	if diff := cmp.Diff(want, told(tree.Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// TestLeftovers holds that what programs leave behind is no part of a site, and that a folder of such a name is.
func TestLeftovers(t *testing.T) {
	tree := mustRead(t, folderOf(t, map[string]string{
		"static/Thumbs.db": "x", "static/img/desktop.ini": "x", "static/img/Desktop.ini": "x", "content/ehthumbs.db": "x",
		"content/a.fr.md.swp": "x", "static/a.SWO": "x", "content/4913": "", "static/.DS_Store": "x",
		"static/.git/config": "x", "static/.env": "SECRET=1", "static/img/.env.local": "x", "static/a~": "x", "static/#a#": "x", "static/img/.a.png.swp": "x",
		"static/4913/a.txt": "une résolution", "static/thumbs.db.txt": "x", "static/swp": "x",
	}))
	want := []string{"config.toml", "static/4913/a.txt", "static/swp", "static/thumbs.db.txt"}
	if diff := cmp.Diff(want, paths(tree.files)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if len(tree.Problems) > 0 {
		t.Errorf("problems: %q", told(tree.Problems))
	}
}

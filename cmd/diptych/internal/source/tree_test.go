package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample has names around "content/" in the order of bytes, where a careless search goes wrong.
func sample() *Tree {
	return NewTree(map[string]string{
		"config.toml": "", "content-old/a.fr.md": "", "content.fr.md": "", "content/a.fr.md": "L’été", "content/a/b.en.md": "",
		"content/zoé.fr.md": "", "content0": "", "layouts/page.html": "", "static/css/site.css": "",
	})
}

func TestTreeBelow(t *testing.T) {
	tests := []struct {
		folder string
		want   []string
	}{
		{"content", []string{"content/a.fr.md", "content/a/b.en.md", "content/zoé.fr.md"}},
		{"content/a", []string{"content/a/b.en.md"}},
		{"content-old", []string{"content-old/a.fr.md"}},
		{"static", []string{"static/css/site.css"}},
		{"i18n", nil},
		{"", nil},
		{"cont", nil},
	}
	tree := sample()
	for _, test := range tests {
		if diff := cmp.Diff(test.want, paths(tree.Below(test.folder))); diff != "" {
			t.Errorf("below %q (-want +got):\n%s", test.folder, diff)
		}
	}
}

// TestTreeBelowIsItsOwn appends to what Below gives, which must not reach the tree.
func TestTreeBelowIsItsOwn(t *testing.T) {
	tree := sample()
	_ = append(tree.Below("content/a"), &File{Path: "intruder"})
	if diff := cmp.Diff(paths(sample().files), paths(tree.files)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestTreeFile(t *testing.T) {
	tree := sample()
	for _, path := range paths(tree.files) {
		if file, ok := tree.File(path); !ok || file.Path != path {
			t.Errorf("%q is not found", path)
		}
	}
	for _, path := range []string{"", "content", "content/", "content/a", "content/b.fr.md", "/content/a.fr.md"} {
		if file, ok := tree.File(path); ok {
			t.Errorf("%q gives %q", path, file.Path)
		}
	}
}

// TestNewTreeIsLikeRead builds the same site in memory and on disk.
func TestNewTreeIsLikeRead(t *testing.T) {
	texts := map[string]string{
		"config.toml": "a = 1\n", "content/index.fr.md": "L’été « ici »\n", "content/index.en.md": "Summer\n", "i18n/fr.toml": "",
	}
	memory, disk := NewTree(texts), mustRead(t, folderOf(t, texts))
	if diff := cmp.Diff(paths(disk.files), paths(memory.files)); diff != "" {
		t.Fatalf("files (-disk +memory):\n%s", diff)
	}
	for i, want := range disk.files {
		got := memory.files[i]
		if got.Text() != want.Text() || got.Size != want.Size || got.Digest != want.Digest || bytesOf(t, got) != bytesOf(t, want) {
			t.Errorf("%s differs: %+v and %+v", want.Path, got, want)
		}
	}
}

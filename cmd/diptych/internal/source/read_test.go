package source

import (
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// folderOf writes files into a new folder, with a config.toml if there is none among them.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "site")
	write(t, root, ConfigFile, "languages = [\"fr\", \"en\"]\n")
	for path, text := range files {
		write(t, root, path, text)
	}
	return root
}

func write(t *testing.T, root, path, text string) {
	t.Helper()
	name := filepath.Join(root, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func mustRead(t *testing.T, root string) *Tree {
	t.Helper()
	tree, err := Read(root)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func paths(files []*File) []string {
	var names []string
	for _, file := range files {
		names = append(names, file.Path)
	}
	return names
}

// told gives problems as lines.
func told(problems []Problem) []string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, string(p.Severity)+" "+p.Rule+" "+p.Pos.String()+": "+p.Message.English)
	}
	return lines
}

func TestReadTakesWhatBelongs(t *testing.T) {
	tree := mustRead(t, folderOf(t, map[string]string{
		"content/index.fr.md":              "Bienvenue",
		"content/index.en.md":              "Welcome",
		"content/événements/été.fr.md":     "L’été à Dacca",
		"content/.index.fr.md.swp":         "vim",
		"content/index.fr.md~":             "gedit",
		"content/#index.fr.md#":            "emacs",
		"content/.#index.fr.md":            "emacs",
		"content/.git/HEAD":                "ref",
		"content/c#.fr.md":                 "C♯",
		"content/#1.fr.md":                 "« N° 1 »",
		"i18n/fr.toml":                     "",
		"layouts/page.html":                "<p>",
		"static/.well-known/security.txt":  "Contact: mailto:a@example.org",
		"static/.well-known/.hidden":       "no",
		"static/.nojekyll":                 "",
		"static/.htaccess":                 "ErrorDocument 404 /404.html",
		"static/.env":                      "SECRET=1",
		"static/_headers":                  "/*",
		"static/css/.well-known/x":         "no",
		"content/.well-known/security.txt": "no",
		"content/.nojekyll":                "no",
		"public/index.html":                "built",
		"README.md":                        "not of the site",
	}))
	want := []string{"config.toml", "content/#1.fr.md", "content/c#.fr.md", "content/index.en.md", "content/index.fr.md",
		"content/événements/été.fr.md", "i18n/fr.toml", "layouts/page.html", "static/.htaccess", "static/.nojekyll",
		"static/.well-known/security.txt", "static/_headers"}
	if diff := cmp.Diff(want, paths(tree.files)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if len(tree.Problems) > 0 {
		t.Errorf("problems: %q", told(tree.Problems))
	}
}

func TestReadTexts(t *testing.T) {
	tests := []struct{ name, bytes, text string }{
		{"as it is", "# L’été\n\n« Oui »\n", "# L’été\n\n« Oui »\n"},
		{"no last line end", "à bientôt", "à bientôt"},
		{"empty", "", ""},
		{"CRLF", "é\r\nè\r\n", "é\nè\n"},
		{"old Mac", "é\rè\r", "é\nè\n"},
		{"mixed", "a\r\n\rb\n\r\n", "a\n\nb\n\n"},
		{"mark", "\ufeff+++\r\ntitle", "+++\ntitle"},
		{"only a mark", "\ufeff", ""},
		{"mark within", "a\ufeffb", "a\ufeffb"},
		{"NUL", "a\x00é\x00", "a\ufffdé\ufffd"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tree := mustRead(t, folderOf(t, map[string]string{"content/a.fr.md": test.bytes}))
			file, ok := tree.File("content/a.fr.md")
			if !ok || len(tree.Problems) > 0 {
				t.Fatalf("found is %v, problems: %q", ok, told(tree.Problems))
			}
			if file.Text() != test.text {
				t.Errorf("text is %q, want %q", file.Text(), test.text)
			}
			if file.Size != int64(len(test.bytes)) || file.Digest != sha256.Sum256([]byte(test.bytes)) {
				t.Errorf("size %d and digest %x are not those of the bytes on disk", file.Size, file.Digest)
			}
		})
	}
}

// TestReadDigestsFilesOfAnyKind holds that a file which no room reads as text is not held to be one: a picture that
// strayed among the pages has no wrong encoding and no largest size.
func TestReadDigestsFilesOfAnyKind(t *testing.T) {
	picture := "\x89PNG\r\n\x1a\n\x00\xff" + strings.Repeat("\xe9", maxText)
	for _, path := range []string{"static/photos/été.png", "static/page.html", "content/été.png", "content/notes", "layouts/logo.svg",
		"i18n/fr.toml.bak"} {
		tree := mustRead(t, folderOf(t, map[string]string{path: picture}))
		file, ok := tree.File(path)
		if !ok || len(tree.Problems) > 0 {
			t.Errorf("%s: found is %v, problems: %q", path, ok, told(tree.Problems))
			continue
		}
		if file.Text() != "" || file.Size != int64(len(picture)) || file.Digest != sha256.Sum256([]byte(picture)) {
			t.Errorf("%s: text of %d bytes, size %d, digest %x", path, len(file.Text()), file.Size, file.Digest)
		}
		if got := bytesOf(t, file); got != picture {
			t.Errorf("%s: Open gives %d bytes, want the %d on disk", path, len(got), len(picture))
		}
	}
}

// TestReadTextsOfEachKind holds that what the rooms do read has to be text.
func TestReadTextsOfEachKind(t *testing.T) {
	for _, path := range []string{"content/a.fr.md", "content/a.toml", "i18n/fr.toml", "layouts/page.html", "config.toml"} {
		tree := mustRead(t, folderOf(t, map[string]string{path: "été \xe9"}))
		if len(tree.Problems) != 1 || tree.Problems[0].Rule != "encoding" || tree.Problems[0].Pos.File != path {
			t.Errorf("%s: problems %q, want its encoding", path, told(tree.Problems))
		}
	}
}

func TestReadWithoutSite(t *testing.T) {
	empty := t.TempDir()
	if _, err := Read(empty); err == nil || !strings.Contains(err.Error(), "there is no config.toml") {
		t.Errorf("a folder without config.toml gives %v", err)
	}
	if _, err := Read(filepath.Join(empty, "absent")); err == nil {
		t.Error("a folder that is not there is read")
	}
}

// TestReadFolderThatIsAFile has its problems found in another order than that in which they are told.
func TestReadFolderThatIsAFile(t *testing.T) {
	tree := mustRead(t, folderOf(t, map[string]string{"static": "a file", "content/a.fr.md": "\xe9"}))
	want := []string{
		"error encoding content/a.fr.md:1:1: the file is not UTF-8: byte 0xE9 at offset 0; it looks like Latin-1 (ISO 8859-1)",
		`error unreadable static: "static" can't be read: not a directory`,
	}
	if diff := cmp.Diff(want, told(tree.Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func bytesOf(t *testing.T, file *File) string {
	t.Helper()
	opened, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	data, err := io.ReadAll(opened)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

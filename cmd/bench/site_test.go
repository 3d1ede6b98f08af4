package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSites holds that the race is fair and about something: Diptych builds its site without a word of complaint, and
// the page that is asked for is in it; Hugo's has the same texts.
func TestSites(t *testing.T) {
	const pairs = 20
	folder := t.TempDir()
	home, err := findHome(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs, program := filepath.Join(folder, "diptych"), filepath.Join(folder, "hugo"), filepath.Join(folder, "bin", "diptych")
	if err := home.build(t.Context(), filepath.Dir(program), "diptych"); err != nil {
		t.Fatal(err)
	}
	if err := home.write(ours, pairs); err != nil {
		t.Fatal(err)
	}
	if err := writeHugo(theirs, ours, pairs); err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(folder, "public")
	var complaints strings.Builder
	command := exec.CommandContext(t.Context(), program, "build", "--source", ours, "--output", public)
	command.Stderr = &complaints
	if out, err := command.Output(); err != nil || !strings.HasPrefix(string(out), "Built ") || complaints.Len() > 0 {
		t.Errorf("building says %s\n%s, %v", out, complaints.String(), err)
	}
	compareTexts(t, ours, theirs, pairs)
	for _, e := range []engine{diptychEngine(program, ours, pairs), hugoEngine("hugo", theirs, folder, pairs)} {
		checkEdits(t, e, public)
	}
}

// TestSameSite holds that the sites are the same bytes in every run and on every machine, so that figures can be compared.
// Whoever changes what the pages say has to measure both commits with the new pages, and then notes their digests here.
func TestSameSite(t *testing.T) {
	const pairs = 101
	tests := []struct {
		index, want string
		text        func(p pair, lang int) string
	}{
		{"index", "5a505bbdf5b7fa7868356a61ed3be199d427b5ca6c97065f3ecd861a14021f55", diptychPage},
		{"_index", "cfb31a2801d69c381c633a0c2dad6700f595f91c501334c98891e35af7963240", hugoPage},
	}
	for _, test := range tests {
		root, digest, files := t.TempDir(), sha256.New(), 0
		if err := writePages(root, pairs, test.index, test.text); err != nil {
			t.Fatal(err)
		}
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				files++
				name, _ := filepath.Rel(root, path)
				fmt.Fprintf(digest, "%s\n%s\n", filepath.ToSlash(name), readText(t, path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if files != pages(pairs) {
			t.Errorf("%d pages have %d files", pages(pairs), files)
		}
		if got := fmt.Sprintf("%x", digest.Sum(nil)); got != test.want {
			t.Errorf("the pages with %s have the digest %s, want %s", test.index, got, test.want)
		}
	}
}

// compareTexts compares the bodies of two sites, whose links are written in two ways.
func compareTexts(t *testing.T, ours, theirs string, pairs int) {
	t.Helper()
	asOurs := strings.NewReplacer("{{< relref \"/", "page:", ".md\" >}}", "")
	for number := 1; number <= pairs; number++ {
		a, b := bodyOf(t, ours, number), bodyOf(t, theirs, number)
		if asOurs.Replace(b) != a || strings.Contains(b, "(page:") {
			t.Errorf("page %d says in Diptych\n%s\nand in Hugo\n%s", number, a, b)
		}
	}
}

func bodyOf(t *testing.T, root string, number int) string {
	t.Helper()
	_, body, ok := strings.Cut(readText(t, filepath.Join(root, contentFile(0, number))), "\n+++\n")
	if !ok {
		t.Fatalf("page %d in %s has no front matter", number, root)
	}
	return body
}

// checkEdits makes each edit of an engine once, and holds that it leads to a page of the site and leaves no trace.
func checkEdits(t *testing.T, e engine, public string) {
	t.Helper()
	for _, edit := range e.edits {
		path := filepath.Join(e.root, edit.file)
		before := readText(t, path)
		pen, err := edit.take(e.root)
		if err != nil {
			t.Fatalf("%s: %v", e.name, err)
		}
		if err := pen.write("marque-été"); err != nil {
			t.Fatal(err)
		}
		if text := readText(t, path); strings.Count(text, "marque-été") != 1 || len(text) <= len(before) {
			t.Errorf("%s, %s: the file says\n%s", e.name, edit.what, text)
		}
		if err := pen.restore(); err != nil || readText(t, path) != before {
			t.Errorf("%s, %s: the file is not as it was: %v", e.name, edit.what, err)
		}
		readText(t, filepath.Join(public, edit.page, "index.html"))
	}
}

func readText(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestEditWithoutPlace holds that an edit which can't be seen is not measured.
func TestEditWithoutPlace(t *testing.T) {
	root := t.TempDir()
	if err := write(root, "layouts/base.html", "<body>été</body>"); err != nil {
		t.Fatal(err)
	}
	if _, err := (edit{file: "layouts/base.html", after: "<head>"}).take(root); err == nil {
		t.Error("a layout without a head takes a mark in it")
	}
}

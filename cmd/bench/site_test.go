package main

import (
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
	home, err := findHome(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs, program := filepath.Join(folder, "diptych"), filepath.Join(folder, "hugo"), filepath.Join(folder, "bin")
	if err := home.build(t.Context(), program); err != nil {
		t.Fatal(err)
	}
	if err := home.write(ours, pairs); err != nil {
		t.Fatal(err)
	}
	if err := writeHugo(theirs, ours, pairs); err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(folder, "public")
	out, err := exec.CommandContext(t.Context(), program, "build", "--source", ours, "--output", public).CombinedOutput()
	if err != nil || !strings.HasPrefix(string(out), "Built ") || strings.Count(string(out), "\n") != 1 {
		t.Errorf("building says %s, %v", out, err)
	}
	compareTexts(t, ours, theirs, pairs)
	for _, e := range []engine{diptychEngine(program, ours, pairs), hugoEngine("hugo", theirs, folder, pairs)} {
		checkEdits(t, e, public)
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

package build

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// config gives the sample's config.toml with more below it.
func config(t testing.TB, more string) string {
	t.Helper()
	file, _ := sampleTree(t, nil).File(source.ConfigFile)
	return file.Text() + more
}

// declares is the facts of a page with one document.
func declares(id, file string) string {
	return "[[document]]\nid = \"" + id + "\"\nfr = { title = \"Note\", file = \"" + file + "\" }\n"
}

// TestFilesOfDocuments holds them to what their names say, by their bytes.
func TestFilesOfDocuments(t *testing.T) {
	tests := []struct{ file, text, want string }{
		{"documents/note conceptuelle.pdf", "", ""},
		{"documents/note conceptuele.pdf", "",
			`there is no file "static/documents/note conceptuele.pdf" (did you mean "documents/note conceptuelle.pdf"?)`},
		{"autre.pdf", "", "there is no file \"static/autre.pdf\" (put the file there, or say `request = true` until it is)"},
		{"note.PDF", "%PDF-1.4\n…", ""},
		{"note.pdf", "<!DOCTYPE html>\n<title>Page introuvable</title>",
			`the file "static/note.pdf" is HTML, and its name says PDF ` +
				"(put the document itself there, or give the file the ending of its type)"},
		{"note.docx", "PK\x05\x06", `the file "static/note.docx" is ZIP, and its name says DOCX ` +
			"(put the document itself there, or give the file the ending of its type)"},
		{"note.pdf", "\x00\x01\x02", `the file "static/note.pdf" is not what its name says, PDF ` +
			"(open it to see what it is, and put the document itself there)"},
		{"note.key", "\x00\x01\x02", `the type of the file "static/note.key" is not known ` +
			"(readers are told its size alone; a format that all can open, such as PDF, serves them better)"},
		{"note", "%PDF-1.4\n…", ""}, // a name without an ending promises nothing
		{"données.csv", "pays;réunions\nGhana;2\n", ""},
	}
	for _, test := range tests {
		changes := files{"content/about.toml": declares("note", test.file)}
		if test.text != "" {
			changes["static/"+test.file] = test.text
		}
		want := func(at string) []string {
			if test.want == "" {
				return []string{}
			}
			return []string{at + " document: " + test.want}
		}
		if diff := cmp.Diff(want("content/about.toml:3:6"), wrong(t, changes)); diff != "" {
			t.Errorf("%s of a page: problems (-want +got):\n%s", test.file, diff)
		}
		changes["config.toml"], changes["content/about.toml"] = config(t, declares("note", test.file)), ""
		if diff := cmp.Diff(want("config.toml:20:6"), wrong(t, changes)); diff != "" {
			t.Errorf("%s of the site: problems (-want +got):\n%s", test.file, diff)
		}
	}
}

// TestDocumentsOnDisk are an empty file, which is none in memory, and one that is gone when its type is asked for.
func TestDocumentsOnDisk(t *testing.T) {
	root := t.TempDir()
	facts := declares("note", "note.pdf") + declares("avis", "avis.pdf")
	for _, file := range sampleTree(t, files{"content/about.toml": facts}).Below("content") {
		write(t, filepath.Join(root, filepath.FromSlash(file.Path)), file.Text())
	}
	write(t, filepath.Join(root, "config.toml"), config(t, ""))
	write(t, filepath.Join(root, "static", "note.pdf"), "")
	write(t, filepath.Join(root, "static", "avis.pdf"), "%PDF-1.7\n")
	tree, err := source.Read(root)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(root, "static", "avis.pdf")); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(told(Assemble(tree, site.Options{Day: today}).Problems()), "\n")
	for _, want := range []string{
		"content/about.toml:3:6 document: the file \"static/note.pdf\" is empty " +
			"(put the document there, or say `request = true` until it is)",
		`content/about.toml:6:6 unreadable: "static/avis.pdf" can't be read: no such file or directory`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nis not among the problems:\n%s", want, got)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestSameIDTwice holds that an id which a page and the site give is told with both places.
func TestSameIDTwice(t *testing.T) {
	const file = "documents/note conceptuelle.pdf"
	got := wrong(t, files{"config.toml": config(t, declares("note", file)), "content/about.toml": declares("note", file)})
	want := []string{`content/about.toml:2:6 document: a document of the site has the id "note" as well ` +
		"(give each document an id of its own) and config.toml:19:6"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// TestDocumentsFollowTheirFiles changes the file of a document. Each page that names it says its new size and type, whether
// the page changed or not, and whether it was rendered before or not.
func TestDocumentsFollowTheirFiles(t *testing.T) {
	const file = "documents/note conceptuelle.pdf"
	base := ownHost
	changes := files{
		"config.toml":                 config(t, declares("note", file)),
		"content/about.fr.md":         half("À propos", `slug = "a-propos"`, "[](doc:note)\n\n## L’équipe {#team}"),
		"content/programme.fr.md":     half("Le programme", "", "[](doc:note)"),
		"content/meetings/dhaka.toml": "[event]\nstart = 2023-06-25\n" + declares("concept-note", file) + declares("summary", file),
	}
	says := func(s *Site, note string) {
		t.Helper()
		for _, path := range []string{"fr/a-propos/index.html", "fr/programme/index.html", "fr/reunions/dacca/index.html"} {
			if text := read(t, s, path); !strings.Contains(text, "("+note+")") {
				t.Errorf("%s does not say (%s):\n%s", path, note, text)
			}
		}
	}
	tree := sampleTree(t, changes)
	first := Assemble(tree, site.Options{Day: today, BaseURL: &base})
	says(first, "PDF, 9\u00a0octets")
	longer := tree.With(files{"static/" + file: "%PDF-1.7\n" + strings.Repeat("x", 1991)})
	second := first.Again(longer)
	says(second, "PDF, 2\u00a0Ko")
	broken := second.Again(tree.With(files{"static/" + file: "<html>"}))
	if problems := told(broken.Problems()); len(problems) != 3 || !strings.Contains(problems[0], "is HTML, and its name says PDF") {
		t.Errorf("problems %q", problems)
	}
	says(broken.Again(longer), "PDF, 2\u00a0Ko")
}

// TestDocumentsAreClaimsOfTheirPage holds that a page with documents may change its words without a new look at all outputs,
// and not its documents.
func TestDocumentsAreClaimsOfTheirPage(t *testing.T) {
	const facts = "content/meetings/dhaka.toml"
	tests := map[string]struct {
		path, old, new string
		kept           bool
	}{
		"title":      {"content/meetings/dhaka.fr.md", "Réunion de", "La réunion de", true},
		"doc: link":  {"content/meetings/dhaka.fr.md", "doc:summary", "doc:sumary", true},
		"document":   {facts, "Note conceptuelle\"", "Note\"", false},
		"file":       {facts, "note conceptuelle.pdf", "autre.pdf", false},
		"its place":  {facts, "[[document]]", "\n[[document]]", false},
		"one less":   {facts, "[[document]]\nid = \"summary\"\nen = { title = \"Summary\" }\nrequest = true\n", "", false},
		"on request": {"content/meetings/dhaka.en.md", "\n+++\n\n", "\n+++\n\n[](doc:summary)\n\n", true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			tree := sampleTree(t, nil)
			before := Assemble(tree, site.Options{Day: today})
			file, _ := tree.File(test.path)
			changed := strings.Replace(file.Text(), test.old, test.new, 1)
			after := before.Again(tree.With(files{test.path: changed}))
			if kept := before.claims == after.claims; kept != test.kept || changed == file.Text() {
				t.Errorf("the outputs are kept: %t, want %t", kept, test.kept)
			}
			cold := Assemble(tree.With(files{test.path: changed}), site.Options{Day: today})
			if diff := cmp.Diff(told(cold.Problems()), told(after.Problems())); diff != "" {
				t.Errorf("problems (-cold +warm):\n%s", diff)
			}
		})
	}
}

// TestStampedDocuments are published under the names that pages and styles link to.
func TestStampedDocuments(t *testing.T) {
	base := ownHost
	changes := files{
		"config.toml":         "documents.fingerprint = true\n" + config(t, declares("note", "img/fond.svg")),
		"content/about.en.md": half("About", "", "[](doc:note) [](doc:note) [by path](/img/fond.svg)\n\n## Team {#team}"),
	}
	s := Assemble(sampleTree(t, changes), site.Options{Day: today, BaseURL: &base})
	outputs, problems := all(t, s)
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", strings.Join(told(problems), "\n"))
	}
	c := newCrawl(t, base, outputs)
	for _, page := range c.pages {
		c.check(t, page)
	}
	const stamped = "img/fond.fb91f9a03c.svg"
	if _, ok := outputs[stamped]; !ok || strings.Count(outputs["en/about/index.html"], `"/`+stamped+`"`) != 3 {
		t.Errorf("the drawing is not at %s among %q:\n%s", stamped, s.Paths(), outputs["en/about/index.html"])
	}
	for path, text := range outputs {
		if strings.HasSuffix(path, ".css") && !strings.Contains(text, "../"+stamped) {
			t.Errorf("the style refers to another name: %s", text)
		}
	}
}

// TestFailureIsForgotten: a file that can't be read for a moment is told, and is told no more at the next generation.
func TestFailureIsForgotten(t *testing.T) {
	dir, base := t.TempDir(), ownHost
	write := func(path, text string) {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	sample := sampleTree(t, files{"content/about.toml": "[[document]]\nid = \"note-d-ete\"\nfr = { title = \"Note d’été\", file = \"note.pdf\" }\n"})
	for _, folder := range []string{"content", "i18n", "layouts", "static"} {
		for _, file := range sample.Below(folder) {
			write(file.Path, file.Text())
		}
	}
	config, _ := sample.File(source.ConfigFile)
	write(config.Path, config.Text())
	write("static/note.pdf", "%PDF-1.7\n")
	tree, err := source.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "static", "note.pdf")); err != nil {
		t.Fatal(err)
	}
	warm := Assemble(tree, site.Options{Day: today, BaseURL: &base})
	if !strings.Contains(strings.Join(told(warm.Problems()), "\n"), "unreadable") {
		t.Errorf("nothing is told of a file that is gone: %q", told(warm.Problems()))
	}
	write("static/note.pdf", "%PDF-1.7\n")
	about, _ := tree.File("content/about.fr.md")
	write(about.Path, about.Text()+"\nEncore.\n")
	if problems := warm.Again(tree.Look()).Problems(); strings.Contains(strings.Join(told(problems), "\n"), "unreadable") {
		t.Errorf("a file that is there again is still told: %q", told(problems))
	}
}

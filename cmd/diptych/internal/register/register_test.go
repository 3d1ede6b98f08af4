package register

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

// factsFile is where the documents of the tests are declared.
const factsFile = "content/annonce.toml"

// readText reads the documents of a text, on a page that has the keys "menu" and "draft" as well.
func readText(t *testing.T, text string) ([]Document, []source.Problem) {
	t.Helper()
	table, problems := decode.Parse(source.Pos{File: factsFile, Line: 1, Column: 1}, text)
	report := func(p source.Problem) { problems = append(problems, p) }
	return Read(decode.Read(table, report), report, "menu", "draft"), problems
}

// wantTold compares problems with lines in which "T:" stands for the file, and sees to it that each says what to do.
func wantTold(t *testing.T, problems []source.Problem, want ...string) {
	t.Helper()
	var got []string
	for _, p := range problems {
		line := fmt.Sprintf("%s %s %s: %s", p.Pos, p.Severity, p.Rule, p.Message.English)
		if !p.Peer.IsZero() {
			line += fmt.Sprintf(" (%s)", p.Peer)
		}
		got = append(got, strings.ReplaceAll(line, factsFile+":", "T:"))
		if p.Hint.English == "" || strings.HasSuffix(p.Message.English, ".") || strings.HasSuffix(p.Hint.English, ".") {
			t.Errorf("%q with the hint %q: want a hint, and no full stops", p.Message.English, p.Hint.English)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems differ (-want +got):\n%s", diff)
	}
}

func TestDocumentsWrong(t *testing.T) {
	const title = "fr = { title = \"Note d’orientation\", file = \"documents/note.pdf\" }\n"
	edition := func(fields string) string {
		return "id = \"note\"\nfr = { title = \"Note d’été\", " + fields + " }\n"
	}
	tests := []struct {
		name, text string
		want       []string
	}{
		{"no id", title, []string{"T:1:1 error document: the document needs an `id` of small letters, digits and hyphens"}},
		{"an id with accents", "id = \"résumé\"\n" + title,
			[]string{"T:2:6 error document: the document needs an `id` of small letters, digits and hyphens"}},
		{"an id with capitals", "id = \"Note\"\n" + title,
			[]string{"T:2:6 error document: the document needs an `id` of small letters, digits and hyphens"}},
		{"an id of two words", "id = \"concept note\"\n" + title,
			[]string{"T:2:6 error document: the document needs an `id` of small letters, digits and hyphens"}},
		{"the same id twice", "id = \"note\"\n" + title + "[[document]]\nid = \"note\"\n" + title,
			[]string{"T:5:6 error document: two documents have the id \"note\" (T:2:6)"}},
		{"two without an id", title + "[[document]]\n" + title, []string{
			"T:1:1 error document: the document needs an `id` of small letters, digits and hyphens",
			"T:3:1 error document: the document needs an `id` of small letters, digits and hyphens"}},
		{"no language", "id = \"note\"\n", []string{"T:1:1 error document: the document exists in no language"}},
		{"another language", "id = \"note\"\nde = { title = \"Notiz\" }\n", []string{
			"T:3:1 error unknown-key: unknown key `de` in [[document]]",
			"T:1:1 error document: the document exists in no language"}},
		{"no title", "id = \"note\"\nen = { file = \"note.pdf\" }\n",
			[]string{"T:3:6 error document: the document has no title in this language"}},
		{"a title of spaces", "id = \"note\"\nrequest = true\nen = { title = \" \" }\n",
			[]string{"T:4:6 error document: the document has no title in this language"}},
		{"no title in the second language", "id = \"note\"\n" + title + "en = { url = \"https://example.org/note\" }\n",
			[]string{"T:4:6 error document: the document has no title in this language"}},
		{"a file and an address", edition(`file = "note.pdf", url = "https://example.org/note.pdf"`),
			[]string{"T:3:6 error document: the document has both a file and an address"}},
		{"neither", "id = \"note\"\nfr = { title = \"Note\" }\n",
			[]string{"T:3:6 error document: the document has neither a file nor an address"}},
		{"on request, with a file", "request = true\nid = \"note\"\n" + title,
			[]string{"T:4:6 error document: the document is on request and has an address as well"}},
		{"request as a text", "request = \"oui\"\nid = \"note\"\n" + title,
			[]string{"T:2:11 error wrong-type: `request` can't be the text \"oui\""}},
		{"a file from the root", edition(`file = "/note.pdf"`),
			[]string{"T:3:37 error document: \"/note.pdf\" is not a path below static"}},
		{"a file above static", edition(`file = "../note.pdf"`),
			[]string{"T:3:37 error document: \"../note.pdf\" is not a path below static"}},
		{"a way round", edition(`file = "a/../note.pdf"`),
			[]string{"T:3:37 error document: \"a/../note.pdf\" is not a path below static"}},
		{"static itself", edition(`file = "."`), []string{"T:3:37 error document: \".\" is not a path below static"}},
		{"a folder", edition(`file = "documents/"`),
			[]string{"T:3:37 error document: \"documents/\" is not a path below static"}},
		{"the way of Windows", edition(`file = 'documents\note.pdf'`),
			[]string{"T:3:37 error document: \"documents\\\\note.pdf\" is not a path below static"}},
		{"http", edition(`url = "http://example.org/"`),
			[]string{"T:3:36 error document: \"http://example.org/\" is not an https address"}},
		{"no scheme", edition(`url = "example.org/été"`),
			[]string{"T:3:36 error document: \"example.org/été\" is not an https address"}},
		{"no host", edition(`url = "https:///note"`),
			[]string{"T:3:36 error document: \"https:///note\" is not an https address"}},
		{"an unknown key", edition(`fil = "note.pdf"`), []string{
			"T:3:30 error unknown-key: unknown key `fil` in the document's edition",
			"T:3:6 error document: the document has neither a file nor an address"}},
		{"a fact of the page", "id = \"note\"\n" + title + "menu = 1\n",
			[]string{"T:4:1 error unknown-key: `menu` stands in [[document]], and belongs to the page"}},
		{"a title without its language", "id = \"note\"\ntitle = \"Note d’été\"\nfr = { title = \"Note d’été\", url = \"https://un.org/note.pdf\" }\n",
			[]string{"T:3:9 error document: `title` belongs to one language of the document"}},
		{"a title instead of a table", "id = \"note\"\nfr = \"Note d’orientation\"\n", []string{
			"T:3:6 error wrong-type: `fr` can't be the text \"Note d’orientation\"",
			"T:1:1 error document: the document exists in no language"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := readText(t, "[[document]]\n"+test.text)
			wantTold(t, problems, test.want...)
		})
	}
}

// TestFilesBelowStatic are names that look strange and are right.
func TestFilesBelowStatic(t *testing.T) {
	for _, name := range []string{"note.pdf", "documents/note d’été.pdf", "..note.pdf", "a/b/c"} {
		text := "[[document]]\nid = \"note\"\nfr = { title = \"Note\", file = \"" + name + "\" }\n"
		documents, problems := readText(t, text)
		wantTold(t, problems)
		if got := documents[0].Editions["fr"].File; got != name {
			t.Errorf("%q is read as %q", name, got)
		}
	}
}

// TestDocumentsKeepTheirOrder since readers see them in it.
func TestDocumentsKeepTheirOrder(t *testing.T) {
	text := ""
	for _, id := range []string{"resume", "note", "annexe"} {
		text += "[[document]]\nid = \"" + id + "\"\nrequest = true\nfr = { title = \"Résumé\" }\n"
	}
	documents, problems := readText(t, text)
	wantTold(t, problems)
	var ids []string
	for _, d := range documents {
		ids = append(ids, d.ID)
	}
	if got := strings.Join(ids, " "); got != "resume note annexe" {
		t.Errorf("the documents come as %s", got)
	}
}

// TestIn gives each reader the edition in their own language, or else the one that there is.
func TestIn(t *testing.T) {
	documents, problems := readText(t, `
[[document]]
id = "both"
fr = { title = "Résumé", file = "documents/résumé.pdf" }
en = { title = "Summary", url = "https://example.org/summary.pdf" }
[[document]]
id = "english"
en = { title = "Minutes", file = "documents/minutes.pdf" }
`)
	wantTold(t, problems)
	for _, want := range []string{"both fr Résumé fr", "both en Summary en", "english fr Minutes en", "english en Minutes en"} {
		id, reader := strings.Fields(want)[0], source.Lang(strings.Fields(want)[1])
		d := documents[0]
		if id == "english" {
			d = documents[1]
		}
		edition, lang := d.In(reader)
		if got := fmt.Sprintf("%s %s %s %s", d.ID, reader, edition.Title, lang); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if diff := cmp.Diff([]string{"documents/résumé.pdf", "documents/minutes.pdf"}, Files(documents)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// TestEqual tells documents apart by all that is stated of them, and by where it is.
func TestEqual(t *testing.T) {
	const text = "[[document]]\nid = \"note\"\nfr = { title = \"Note\", file = \"note.pdf\" }\n"
	read := func(text string) Document {
		documents, problems := readText(t, text)
		wantTold(t, problems)
		return documents[0]
	}
	if !read(text).Equal(read(text)) {
		t.Error("a document differs from itself")
	}
	for _, change := range [][2]string{
		{"note\"\n", "notes\"\n"}, {"Note", "Avis"}, {"note.pdf", "avis.pdf"}, {"[[document]]", "\n[[document]]"}, {"id =", "id  ="},
		{"fr =", "en ="}, {", file = \"note.pdf\" }", " }\nrequest = true"},
		{"file = \"note.pdf\"", "url = \"https://example.org/\""},
	} {
		if read(text).Equal(read(strings.Replace(text, change[0], change[1], 1))) {
			t.Errorf("%q in the place of %q is not noticed", change[1], change[0])
		}
	}
}

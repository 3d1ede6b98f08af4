package config

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/register"
	"diptych/cmd/diptych/internal/source"
)

// TestDocuments reads the site's own documents as those of a page are read, and how their files are named.
func TestDocuments(t *testing.T) {
	got, problems := load(t, small+`
[documents]
fingerprint = true

[[document]]
id = "charte"
fr = { title = "Charte de l’équipe", file = "documents/charte.pdf" }
`, Options{})
	at := func(line, column int) source.Pos {
		return source.Pos{File: source.ConfigFile, Line: line, Column: column}
	}
	want := []register.Document{{
		ID: "charte", Pos: at(8, 1), IDPos: at(9, 6), Editions: map[source.Lang]register.Edition{
			source.French: {Title: "Charte de l’équipe", File: "documents/charte.pdf", Pos: at(10, 6)},
		},
	}}
	if diff := cmp.Diff(want, got.Documents); diff != "" || !got.Stamped || len(problems) > 0 {
		t.Errorf("stamped %t, problems %q, documents (-want +got):\n%s", got.Stamped, problems, diff)
	}
}

func TestDocumentsWrong(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"no file", "[[document]]\nid = \"charte\"\nfr = { title = \"Charte\" }\n", []string{
			"6:6 document: the document has neither a file nor an address; " +
				"write `file`, a path below static, or `url`; or say `request = true` on the document"}},
		{"the same id twice", "[[document]]\nid = \"charte\"\nrequest = true\nfr.title = \"Charte\"\n" +
			"[[document]]\nid = \"charte\"\nrequest = true\nen.title = \"Charter\"\n", []string{
			"9:6 document: two documents have the id \"charte\"; give each document an id of its own"}},
		{"a fact of a page", "[[document]]\nid = \"charte\"\nrequest = true\nfr.title = \"Charte\"\ndraft = true\n", []string{
			"8:1 unknown-key: unknown key `draft` in [[document]]; known here: id, request, fr, en"}},
		{"a fingerprint as a text", "[documents]\nfingerprint = \"oui\"\n", []string{
			"5:15 wrong-type: `fingerprint` can't be the text \"oui\"; write true or false, without quotes: fingerprint = true"}},
		{"an unknown key", "[documents]\nfinger = true\n", []string{
			"5:1 unknown-key: unknown key `finger` in [documents]; known here: fingerprint"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, problems := load(t, small+test.text, Options{}); !cmp.Equal(test.want, problems) {
				t.Errorf("problems (-want +got):\n%s", cmp.Diff(test.want, problems))
			}
		})
	}
}

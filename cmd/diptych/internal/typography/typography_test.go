package typography

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestSet holds in which run everything stands that is added or taken away.
func TestSet(t *testing.T) {
	fr, en := For("fr"), For("en-GB")
	tests := []struct {
		name string
		runs []Run
		want [][]Piece
	}{
		{"nothing", nil, [][]Piece{}},
		{"a space that is there", []Run{{Text: "mot ", Rules: &fr}, {Text: ": oui", Rules: &fr}},
			[][]Piece{{{Text: "mot\u00a0"}}, {{Text: ": oui"}}}},
		{"a space that is added", []Run{{Text: "mot", Rules: &fr}, {Text: "?", Rules: &fr}},
			[][]Piece{{{Text: "mot"}}, {{Text: "\u202f?"}}}},
		{"guillemets around code", []Run{{Text: `"`, Rules: &fr}, {Text: "a:b", Kind: Opaque}, {Text: `"`, Rules: &fr}},
			[][]Piece{{{Text: "«\u00a0"}}, {{Text: "a:b"}}, {{Text: "\u00a0»"}}}},
		{"a mark across runs", []Run{{Text: "a.", Rules: &fr}, {Text: ".", Rules: &fr}, {Text: ". b", Rules: &fr}},
			[][]Piece{{{Text: "a…"}}, nil, {{Text: " b"}}}},
		{"a superior", []Run{{Text: "la 2e fois", Rules: &fr}},
			[][]Piece{{{Text: "la 2"}, {Text: "e", Superior: true}, {Text: " fois"}}}},
		{"a superior across runs",
			[]Run{{Text: "le XXI", Rules: &fr}, {Text: "e", Rules: &fr}, {Text: " siècle", Rules: &fr}},
			[][]Piece{{{Text: "le XXI"}}, {{Text: "e", Superior: true}}, {{Text: " siècle"}}}},
		{"a superior that is added", []Run{{Text: "1", Rules: &fr}, {Text: " mai", Rules: &fr}},
			[][]Piece{{{Text: "1"}, {Text: "er", Superior: true}}, {{Text: "\u00a0mai"}}}},
		{"a superior and nothing else",
			[]Run{{Text: "2e", Rules: &fr}, {Text: "x", Kind: Opaque}, {Kind: Break, Text: "\n"}, {Text: ""}},
			[][]Piece{{{Text: "2"}, {Text: "e", Superior: true}}, {{Text: "x"}}, {{Text: "\n"}}, nil}},
		{"a run without rules", []Run{{Text: "l'été ? ", Rules: nil}, {Text: "l'été ?", Rules: &en}},
			[][]Piece{{{Text: "l'été ? "}}, {{Text: "l’été?"}}}},
		{"a space that belongs to no rules", []Run{{Text: "mot"}, {Text: " ", Rules: nil}, {Text: "?", Rules: &fr}},
			[][]Piece{{{Text: "mot"}}, {{Text: " "}}, {{Text: "?"}}}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, Set(test.runs), equateEmpty); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// equateEmpty takes no pieces and an empty list of pieces for the same.
var equateEmpty = cmp.Comparer(func(a, b []Piece) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
})

func TestText(t *testing.T) {
	tests := []struct{ tag, text, want string }{
		{"fr", "La 2e session : l'été ?", "La 2e session\u00a0: l’été\u202f?"},
		{"fr", "le 1 mai", "le 1er\u00a0mai"},
		{"fr-CA", "Quoi ?", "Quoi?"},
		{"en-GB", "Member States' pledges", "Member States’ pledges"},
		{"en-GB", "Gen Smith", "Gen\u00a0Smith"},
		{"de", "l'été ?", "l'été ?"},
		{"fr", "", ""},
	}
	for _, test := range tests {
		if got := For(test.tag).Text(test.text); got != test.want {
			t.Errorf("%s: %q is set as %q, want %q", test.tag, test.text, got, test.want)
		}
	}
}

func TestTemplate(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Coorganisé par : {{.Hosts}}", "Coorganisé par\u00a0: {{.Hosts}}"},
		{"{{.Name}} : l'été", "{{.Name}}\u00a0: l’été"},
		{"{{.Share}}% de {{.Size}} Ko", "{{.Share}}\u00a0% de {{.Size}}\u00a0Ko"},
		{`"{{.Title}}" ?`, "«\u00a0{{.Title}}\u00a0»\u202f?"},
		{"l'{{ .Name }}", "l’{{ .Name }}"},
		{"sans rien", "sans rien"},
		{"l'un {{ ouvert", "l’un {{ ouvert"},
		{"l'un }} fermé", "l’un }} fermé"},
		{"{{.A}}{{.B}} !", "{{.A}}{{.B}}\u202f!"},
	}
	for _, test := range tests {
		if got := For("fr").Template(test.text); got != test.want {
			t.Errorf("%q is set as %q, want %q", test.text, got, test.want)
		}
	}
}

// TestAllocations holds that a text in which nothing changes costs no memory.
func TestAllocations(t *testing.T) {
	rules := For("fr")
	for _, text := range []string{
		"À propos de ce site",
		"Conférence d’Accra de 2023\u00a0: « sûreté\u00a0»",
		"M.\u00a0Lacroix, le 5\u00a0décembre 2023\u202f; l’été.",
	} {
		text = rules.Text(text)
		if n := testing.AllocsPerRun(100, func() { rules.Text(text) }); n != 0 {
			t.Errorf("%q takes %v allocations", text, n)
		}
	}
}

// TestLongText holds that no text takes more than linear time: 64 KB of what begins something take many seconds if
// each mark looks for its end, and milliseconds if it doesn't.
func TestLongText(t *testing.T) {
	for _, part := range []string{
		`"`, "'", "«", "»", "« ", "\" ", "' ", "<<", "-", " - ", "--a", ".", ". ", "... ", ":", ":a", " :", "!", "? ",
		"1 ", "100 ",
		"1-", "1 - ", "2021-2022 ", "n°", "M. ", "S.E. ", "1h", "1 h 1 ", "A ", "“", "\"'", "l'\"", "XXIe ",
		"1 mai-2 mai ", "\u00a0 ",
		"\u0301", "5%", "$", "a_b:c-d:", " a - b -,", " - ;", "+ ;", "© :",
	} {
		rules := For("fr")
		text := strings.Repeat(part, 1<<16/len(part))
		start := time.Now()
		once := rules.Text(text)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("64 KB of %q take %v", part, took)
		}
		rules.Remarks(text)
		if got := rules.Text(once); got != once {
			t.Errorf("64 KB of %q are not the same the second time", part)
		}
	}
}

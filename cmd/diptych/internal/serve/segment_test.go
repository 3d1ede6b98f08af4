package serve

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
)

// written writes segments with marks around what they are.
func written(pieces []segment) string {
	var out strings.Builder
	for _, p := range pieces {
		out.WriteString(strings.Repeat("−", p.WordsOut) + strings.Repeat("·", p.MarksOut))
		text := p.Text
		for _, mark := range []struct {
			is   bool
			sign string
		}{{p.New, "+"}, {p.Code, "`"}, {p.Stressed, "*"}, {p.Lang != "", "@"}, {p.Link != "", "_"}, {p.Break, "/"}} {
			if mark.is {
				text = mark.sign + strings.ReplaceAll(text, "\n", "") + mark.sign
			}
		}
		out.WriteString(text)
	}
	return out.String()
}

func TestSegments(t *testing.T) {
	tests := []struct {
		name   string
		block  markdown.Block
		change ledger.Change
		want   string
	}{
		{"nothing", markdown.Block{}, ledger.Change{}, ""},
		{"plain", markdown.Block{Text: "L’été"}, ledger.Change{}, "L’été"},
		{"new at the end", markdown.Block{Text: "Un été"}, ledger.Change{New: []ledger.Span{{From: 3, To: 8}}}, "Un +été+"},
		{"all new", markdown.Block{Text: "été"}, ledger.Change{New: []ledger.Span{{From: 0, To: 5}}}, "+été+"},
		{"taken out", markdown.Block{Text: "ab cd"},
			ledger.Change{Out: []ledger.Cut{{At: 0, Words: 1}, {At: 2, Marks: 2}, {At: 5, Words: 2}}}, "−ab·· cd−−"},
		{"all taken out", markdown.Block{}, ledger.Change{Out: []ledger.Cut{{At: 0, Words: 3}}}, "−−−"},
		{"new across code", markdown.Block{Text: "a code b", Stretches: []markdown.Stretch{{From: 2, To: 6, Kind: markdown.Verbatim}}},
			ledger.Change{New: []ledger.Span{{From: 0, To: 4}}}, "+a +`+co+`" + "`de` b"},
		{"a link within emphasis", markdown.Block{Text: "voir ici la",
			Stretches: []markdown.Stretch{{From: 0, To: 8, Kind: markdown.Stressed}, {From: 5, To: 8, Kind: markdown.Foreign, Lang: "en"}},
			Links:     []markdown.Reference{{From: 5, To: 8, Destination: "/x"}}}, ledger.Change{}, "*voir *_@*ici*@_ la"},
		{"an image has no text", markdown.Block{Text: "ab", Links: []markdown.Reference{{Image: true, From: 1, To: 1, Destination: "/x"}}},
			ledger.Change{}, "ab"},
		{"cells", markdown.Block{Kind: markdown.Row, Text: "a\nb"}, ledger.Change{}, "a//b"},
		{"lines of code", markdown.Block{Kind: markdown.Code, Text: "a\nb"}, ledger.Change{}, "a\nb"},
	}
	for _, test := range tests {
		if got := written(segments(&test.block, test.change)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

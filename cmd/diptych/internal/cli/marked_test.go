package cli

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
)

func TestMarkedText(t *testing.T) {
	long := strings.Repeat("l’été ", 20)
	tests := []struct {
		name   string
		block  markdown.Block
		change ledger.Change
		plain  []string
		colour []string
	}{
		{"nothing", markdown.Block{Text: "Rien"}, ledger.Change{}, []string{"Rien"}, []string{"Rien"}},
		{"new and out", markdown.Block{Text: "Un deux."},
			ledger.Change{New: []ledger.Span{{From: 3, To: 7}}, Out: []ledger.Cut{{At: 0, Words: 2}, {At: 7, Marks: 1}}},
			[]string{"[−2 words] Un [deux] [−·] ."},
			[]string{"\x1b[31m−2 words\x1b[0m Un \x1b[32mdeux\x1b[0m \x1b[31m−·\x1b[0m ."}},
		{"out within new", markdown.Block{Text: "un, deux"},
			ledger.Change{New: []ledger.Span{{From: 0, To: 8}}, Out: []ledger.Cut{{At: 3, Words: 1}}},
			[]string{"[un,] [−1 word] [deux]"}, []string{"\x1b[32mun,\x1b[0m \x1b[31m−1 word\x1b[0m \x1b[32mdeux\x1b[0m"}},
		{"out at the end", markdown.Block{Text: "un"}, ledger.Change{Out: []ledger.Cut{{At: 2, Words: 3}}},
			[]string{"un [−3 words]"}, []string{"un \x1b[31m−3 words\x1b[0m"}},
		{"a row", markdown.Block{Kind: markdown.Row, Text: "a\nb"}, ledger.Change{New: []ledger.Span{{From: 2, To: 3}}},
			[]string{"a | [b]"}, []string{"a | \x1b[32mb\x1b[0m"}},
		{"code", markdown.Block{Kind: markdown.Code, Text: "if a {\n\tb\n}"}, ledger.Change{New: []ledger.Span{{From: 3, To: 9}}},
			[]string{"if [a {", "    b]", "}"}, []string{"if \x1b[32ma {\x1b[0m", "\x1b[32m    b\x1b[0m", "}"}},
		{"long", markdown.Block{Text: long}, ledger.Change{New: []ledger.Span{{From: 0, To: len(long) - 1}}},
			[]string{"[" + strings.TrimSpace(strings.Repeat("l’été ", 15)), strings.TrimSpace(strings.Repeat("l’été ", 5)) + "]"},
			[]string{"\x1b[32m" + strings.TrimSpace(strings.Repeat("l’été ", 15)) + "\x1b[0m",
				"\x1b[32m" + strings.TrimSpace(strings.Repeat("l’été ", 5)) + "\x1b[0m"}},
		{"what a terminal obeys", markdown.Block{Text: "a\x1b[2Jb\x01c"}, ledger.Change{}, []string{"a\ufffd[2Jb\ufffdc"}, []string{"a\ufffd[2Jb\ufffdc"}},
		{"an image", markdown.Block{Kind: markdown.Picture, Links: []markdown.Reference{{Image: true, Text: "Un port", Destination: "/a.jpg"}}},
			ledger.Change{}, []string{"image: Un port (/a.jpg)"}, []string{"image: Un port (/a.jpg)"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.plain, markedText(&test.block, test.change, &printer{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.colour, markedText(&test.block, test.change, &printer{colour: true})); diff != "" {
			t.Errorf("%s in colour (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestAgo(t *testing.T) {
	today := civil.Date{Year: 2024, Month: 3, Day: 1}
	for day, want := range map[string]string{
		"2024-03-01": "today", "2024-02-29": "1 day ago", "2023-03-01": "366 days ago", "2024-03-02": "in 1 day",
	} {
		parsed, err := civil.ParseDate(day)
		if got := ago(parsed, today); err != nil || got != want {
			t.Errorf("%s was %s, want %s", day, got, want)
		}
	}
}

func TestCutLine(t *testing.T) {
	for name, want := range map[string]struct {
		path string
		line int
	}{
		"about": {"about", 0}, "about:12": {"about", 12}, "content/about.fr.md:12:5": {"content/about.fr.md", 12},
		"about:0": {"about:0", 0}, "about:x": {"about:x", 0}, "a:b:3": {"a:b", 3},
	} {
		if path, line := cutLine(name); path != want.path || line != want.line {
			t.Errorf("%q is %q, line %d", name, path, line)
		}
	}
}

package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func longText(part string, times int) string { return strings.Repeat(part, times) }

// numbered writes a part for each number below n.
func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestRefused has a body for each limit, and one that is just inside it. Those beyond would cost the parser seconds
// or gigabytes, so that this test also stops when the guard does.
func TestRefused(t *testing.T) {
	nested := longText("- ", 100) + "a"
	tests := []struct {
		name           string
		limit          limit
		line           int // in the body
		inside, beyond string
	}{
		{"bytes", bytesLimit, 1, longText("été\n\n", 20_000), longText("a", 4<<20+1)},
		{"empty headings", partLimit, 200_001, longText("#\n", 20_000), longText("#\n", 300_000)},
		{"addresses", partLimit, 1, longText("www.un.org ", 10_000), longText("a@un.org ", 250_000)},
		{"one line of quotations", nestingLimit, 2, "é\n" + longText(">", 100), "é\n" + longText("> ", 101)},
		{"one line of items", nestingLimit, 1, longText("- ", 100) + "a", longText("- ", 100) + "1. a"},
		{"a very long line of items", nestingLimit, 1, longText("- ", 100) + "é", longText("- ", 1_000_000) + "é"},
		{"footnotes in footnotes", nestingLimit, 1, longText("[^1]: ", 100) + "a", longText("[^1]: ", 101) + "a"},
		{"stairs of items", nestingLimit, 101, stairs("  ", 100), stairs("  ", 1000)},
		{"stairs of tabs", nestingLimit, 101, stairs("\t", 100), stairs("\t", 1000)},
		{"blank lines", blankLimit, 5002, nested + longText("\n", 5000), nested + longText("\n", 30_000)},
		{"blank lines in a quotation", blankLimit, 5002,
			"> " + nested[2:] + longText("\n>", 4990), "> " + nested[2:] + longText("\n>", 100_000)},
		{"lazy lines before blank ones", blankLimit, 5003,
			nested + "\nb" + longText("\n", 4990), nested + "\nb" + longText("\n", 30_000)},
		{"emphasis", delimiterLimit, 1, longText("*a_ ", 3500), longText("*a_ ", 25_000)},
		{"links without end", delimiterLimit, 3,
			"é\n\n" + longText("[a](b", 2300), "é\n\n" + longText("[a](<b", 30_000)},
		{"paragraphs together", delimiterLimit, 1003,
			longText(longText("*a ", 20)+"\n\n", 5000), longText("é\n\n", 499) + longText(longText("*a ", 5000)+"\n\n", 3)},
		{"brackets around much", reachLimit, 1,
			longText("[", 100) + longText("a", 900_000) + longText("]", 100),
			longText("[", 1000) + longText("a", 1_000_000) + longText("]", 1000)},
		{"backticks of all lengths", reachLimit, 1,
			ticksOf(50) + longText("a\n", 30_000), ticksOf(90) + longText("a\n", 100_000)},
		{"escaped backticks", reachLimit, 1,
			longText("\\`` ", 20) + longText("a\n", 30_000), longText("\\`` ", 3000) + longText("a\n", 100_000)},
		{"definitions of links", definitionLimit, 20_001,
			numbered("[a%d]: b\n\n", 10_000), numbered("[a%d]: b\n\n", 10_001)},
		{"definitions before lines", reachLimit, 1,
			numbered("[a%d]: b\n", 1000), longText("[a]:b\n", 3000) + longText("a\n", 50_000)},
		{"footnotes", footnoteLimit, 10_001, numbered("[^%d]: é\n\n", 3000), numbered("[^%d]: é\n\n", 5001)},
		{"calls of footnotes", callLimit, 30_001, "[^1]\n\n" + numbered("[^%d]: é\n\n", 1000),
			numbered("[^%d]: é\n\n", 5000) + longText("[^4999]\n\n", 30_000)},
		{"wide tables", cellLimit, 68, table(100, 1000), table(3000, 1000)},
		{"long tables", cellLimit, 66_668, table(2, 20_000), table(2, 80_000)},
		{"escaped bars", barLimit, 15_001,
			longText("`a\\|b`|c\n-|-\n\n", 1000), longText("`a\\|b`|c\n-|-\n\n", 10_000)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := frenchRenderer()
			if got := r.Render(bodyPos(), tt.inside); source.HasErrors(got.Problems) {
				t.Errorf("inside the limit: %q", told(got.Problems))
			}
			got := r.Render(bodyPos(), tt.beyond)
			want := fmt.Sprintf("content/dhaka.fr.md:%d error markdown-limit: the page has more than %d %s",
				bodyPos().Line+tt.line-1, tt.limit.most, tt.limit.what)
			if len(got.HTML) > 0 || len(got.Problems) != 1 || told(got.Problems)[0] != want {
				t.Errorf("beyond the limit: %d bytes of HTML, problems %q, want %q", len(got.HTML), told(got.Problems), want)
			}
			if got.Problems[0].Hint.English != string(tt.limit.hint) {
				t.Errorf("hint %q, want %q", got.Problems[0].Hint.English, tt.limit.hint)
			}
		})
	}
}

func stairs(step string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(step, i) + "- a\n")
	}
	return b.String()
}

func ticksOf(longest int) string {
	var b strings.Builder
	for i := range longest {
		b.WriteString(strings.Repeat("`", i+1) + "\n")
	}
	return b.String()
}

func table(columns, rows int) string {
	return longText("é|", columns) + "\n" + longText("-|", columns) + "\n" + longText("a\n", rows)
}

// TestOutputBudget amplifies: long references used often, whether they reach the HTML or not.
func TestOutputBudget(t *testing.T) {
	address := longText("x", 100_000)
	for name, definition := range map[string]string{
		"external": "https://un.org/" + address, "symbolic": address, "refused": "x:" + address,
		"title": `y "` + address + `"`,
	} {
		body := "[a]: " + definition + "\n\n" + longText("[a]\n\n", 3000)
		got := frenchRenderer().Render(bodyPos(), body)
		want := "content/dhaka.fr.md:6 error markdown-limit: " +
			"the page has more than 33554432 bytes of HTML, or 60 times its text"
		if len(got.HTML) > 0 || len(got.Links) > 0 || len(got.Problems) != 1 || told(got.Problems)[0] != want {
			t.Errorf("%s: %d bytes of HTML, %d links, problems %q", name, len(got.HTML), len(got.Links), told(got.Problems))
		}
	}
}

// TestNotRefused has what real pages have much of.
func TestNotRefused(t *testing.T) {
	bodies := map[string]string{
		"a long tight list of links":    longText("- [*Déclaration* de M. Lacroix](https://un.org/a_b_(c)) — « à lire »\n", 5000),
		"a long numbered list":          longText("1. [Déclaration](doc:a) (PDF, *en anglais*)\n", 5000),
		"a long quotation":              longText("> « Une *longue* citation » [^1]\n>\n", 5000),
		"a table of documents":          "a|b|c\n-|-|-\n" + longText("[Plan d’action](doc:plan)|25 juin 2023|PDF\n", 1500),
		"a long listing":                "```go\n" + longText("func f(a []int) (b *T) { return x[a[0]] }\n", 400) + "```\n",
		"rules and underlines":          longText("* * * * * * * * * * * * * * * * * * * * * *\n\nTitre\n----------------\n\n", 2000),
		"stars across a whole line":     longText("* ", 200) + "\n",
		"dots and arrows, as in drafts": longText(". . . . > > > . . .\n\n", 2000),
		"prose":                         longText(longText("Le maintien de la paix « demande » des *moyens* (et du temps). ", 12)+"\n\n", 3000),
	}
	for name, body := range bodies {
		got := frenchRenderer().Render(bodyPos(), body)
		if len(got.Problems) > 0 || len(got.HTML) == 0 {
			t.Errorf("%s: %q", name, told(got.Problems))
		}
	}
}

// TestNextBodyAfterRefusal holds that a refused body leaves nothing behind in the buffers that the next one uses.
func TestNextBodyAfterRefusal(t *testing.T) {
	r := frenchRenderer()
	const body = "# Été\n\n[a](page:a) [b](x:y)"
	want := r.Render(bodyPos(), body)
	for range 10 {
		r.Render(bodyPos(), "# x\n[a](b) <i>\n"+longText(">", 200))
		r.Render(bodyPos(), "[a]: "+longText("x", 100_000)+"\n\n"+longText("# [a]\n", 500))
		got := r.Render(bodyPos(), body)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Document{}, hole{})); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
}

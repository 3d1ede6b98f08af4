//go:build linux

package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// hostileBody is a body that is made to cost a parser much, and whether it is refused.
type hostileBody struct {
	name    string
	text    string
	refused bool
}

// hostileBodies are the inputs by which parsers of Markdown have been brought down: those that cmark keeps in its
// pathological tests, those that goldmark keeps in its own, and those for which goldmark's time or memory was found to grow
// faster than they do. Each is built here anew.
func hostileBodies() []hostileBody {
	repeat := strings.Repeat
	return []hostileBody{
		// cmark
		{"nested strong emphasis", repeat("*a **a ", 65_000) + "b" + repeat(" a** a*", 65_000), true},
		{"closers of emphasis without openers", repeat("a_ ", 65_000), true},
		{"openers of emphasis without closers", repeat("_a ", 65_000), true},
		{"closers of links without openers", repeat("a]", 65_000), true},
		{"openers of links without closers", repeat("[a", 65_000), true},
		{"openers and closers that do not match", repeat("*a_ ", 50_000), true},
		{"openers and closers by threes", "a**b" + repeat("c* ", 50_000), true},
		{"openers of links and closers of emphasis", repeat("[ a_", 50_000), true},
		{"links across brackets", repeat("[ (](", 80_000), true},
		{"images in links", repeat("![[]()", 160_000), true},
		{"a hard case of links and emphasis", "**x [a*b**c*](d)", true}, // the link leads nowhere
		{"nested brackets", repeat("[", 50_000) + "a" + repeat("]", 50_000), true},
		{"nested quotations", repeat("> ", 50_000) + "a", true},
		{"deeply nested lists", ladder(1000, "* a"), true},
		{"NUL", "abc\x00de\x00", false},
		{"backticks of all lengths", risingTicks(10_000), true},
		{"unclosed links in angles", repeat("[a](<b", 50_000), true},
		{"unclosed links", repeat("[a](b", 50_000), true},
		{"unclosed comments", "</" + repeat("<!--", 300_000), true},
		{"blank lines in nested lists", repeat("- ", 30_000) + "x" + repeat("\n", 30_000), true},
		{"blank lines in nested lists in a quotation", "> " + repeat("- ", 30_000) + "x\n" + repeat(">\n", 30_000), true},
		{"emphasis in a deep quotation", repeat(">", 100_000) + repeat("a*", 100_000), true},
		{"many references", counted("[%d]: /u\n", 200_000) + repeat("[0] ", 50_000), true},
		// cmark-gfm
		{"tables that are none", repeat("aaa\rbbb\n-\v\n", 30_000), false},
		{"table cells", repeat("|", 50_000) + "\n" + repeat("|", 50_000) + "\n" + repeat("-|", 50_000), false},
		{"a table of short rows", repeat("a|", 3_000) + "\n" + repeat("-|", 3_000) + "\n" + repeat("b\n", 3_000), true},
		{"tables one after the other", repeat("|x|\n|-|\n|y|\n\n", 20_000), false},
		{"footnotes that call each other", counted("[^%d]: [^0]\n", 20_000) + repeat("[^0]", 10_000), true},
		{"mail addresses", repeat("a@b.c ", 100_000), false},
		{"bait for bare addresses", repeat("w", 200_000) + repeat("www.", 50_000), false},
		// goldmark
		{"nested labels", repeat("[", 50_000) + repeat("]", 50_000), true},
		{"processing instructions", "a " + repeat("<?", 50_000), true},
		{"CDATA sections", repeat("a <![CDATA[", 50_000), true},
		{"declarations", repeat("a <!A ", 50_000), true},
		{"comments", repeat("a <!-- ", 50_000), true},
		// what was measured
		{"short nested lists before blank lines", repeat("- ", 750) + repeat("\n", 1500), false},
		{"a hundred lists before blank lines", repeat("- ", 100) + "a" + repeat("\n", 200_000), true},
		{"nested lists of numbers", repeat("1. ", 10_000) + "a", true},
		{"stairs of quotations and items", ladder(1000, "> - a"), true},
		{"emphasis twice", repeat("*a ", 20_000) + repeat("_a*_ ", 20_000), true},
		{"runs of backticks", risingTicks(2_500), true},
		{"bare quotations", repeat(">", 100_000), true},
		{"definitions", counted("[a%d]: /b\n\n", 80_000), true},
		{"unclosed titles of definitions", repeat("[a]: /b \"\n", 20_000), true},
		{"attributes", "# a " + repeat("{a=", 12_500), false},
		{"footnotes", counted("[^%d]: é\n\n", 10_000) + counted("[^%d] ", 10_000), true},
		{"one long reference used often", "[a]: https://example.org/" + repeat("x", 100_000) + "\n\n" + repeat("[a]\n\n", 20_000), true},
		{"one long title used often", "[a]: https://example.org/ \"" + repeat("é", 50_000) + "\"\n\n" + repeat("[a]\n\n", 20_000), true},
		{"equal headings", repeat("# a\n\n", 50_000), false},
		{"keyed headings", counted("# a {#k%d}\n\n", 50_000), false},
		{"entities", repeat("&amp;&#x110000;&nix;", 50_000), false},
		{"quotation marks", repeat("'a\" ", 100_000), false},
		{"alternating lists", repeat("- a\n+ b\n", 40_000), false},
		{"lists of numbers that begin anew", repeat("1. a\n2) b\n", 40_000), false},
		{"rules", repeat("***\n", 40_000), true},
		{"tabs", repeat("\t", 500_000) + "a", false},
		{"escapes", repeat("\\*", 500_000), true},
		{"strikethrough", repeat("~~a ~b", 50_000), true},
		{"callouts", repeat("> [!NOTE]\n> é\n\n", 20_000), false},
		{"spans of the other language", repeat("[a]{lang=en} ", 20_000), true},
		{"unclosed spans", repeat("[a]{lang=", 20_000), true},
		{"task lists", repeat("- [x] é\n", 50_000), false},
		{"definition lists", repeat("é\n: à\n\n", 40_000), false},
		{"fences", repeat("```\n", 40_000), true},
		{"fences of all lengths", risingFences(600), true},
		{"long words", repeat("é", 1_000_000), false},
		{"digits", repeat("1 000 000 ", 100_000), false},
		{"dashes and dots", repeat("-- ... --- ", 100_000), false},
		{"initials", repeat("A. ", 300_000), false},
		{"line breaks", repeat("a  \nb\\\n", 100_000), false},
		{"abbreviations", repeat("A4P+ ONU ", 100_000), false},
		{"HTML", repeat("<b><i>", 50_000) + repeat("</i></b>", 50_000), true},
		{"names of pictures", repeat("a.png ", 100_000), false},
		{"dead links", repeat("[a](page:nulle-part)\n\n", 5_000), true},
		{"colours of hell", repeat("\u202e\u2066\u200d\u0301", 100_000), false},
		{"marks upon marks", "e" + repeat("\u0301", 500_000), false},
		// as much as the limits allow
		{"prose", repeat(repeat("Le maintien de la paix « demande » des moyens (et du temps). ", 12)+"\n\n", 5_300), false},
		{"one paragraph of prose", repeat("Le maintien de la paix demande des moyens et du temps, ", 75_000), false},
		{"delimiters in a paragraph", repeat("*a_ ", 3_500), false},
		{"delimiters in paragraphs", repeat(repeat("*a_ ", 250)+"\n\n", 190), false},
		{"brackets over much", repeat("[", 100) + repeat("a", 1_900_000) + repeat("]", 100), false},
		{"nested lists before blank lines", repeat("- ", 100) + "a" + repeat("\n", 4_900), false},
		{"cells", repeat("é|", 100) + "\n" + repeat("-|", 100) + "\n" + repeat("a\n", 1_950), false},
		{"definitions and their use", counted("[a%d]: /en/about/\n\n", 10_000) + counted("[a%d]\n\n", 10_000), false},
		{"footnotes and their calls", counted("[^%d]\n\n", 4_900) + counted("[^%d]: é\n\n", 4_900), false},
		{"HTML near its budget", "[a]: https://example.org/" + repeat("x", 100_000) + "\n\n" + repeat("[a]\n\n", 25), false},
	}
}

func ladder(steps int, item string) string {
	var b strings.Builder
	for i := range steps {
		b.WriteString(strings.Repeat("  ", i) + item + "\n")
	}
	return b.String()
}

func risingTicks(longest int) string {
	var b strings.Builder
	for i := 1; i < longest && b.Len() < 4_000_000; i++ {
		b.WriteString("e" + strings.Repeat("`", i))
	}
	return b.String()
}

func risingFences(longest int) string {
	var b strings.Builder
	for i := 3; i < longest; i++ {
		b.WriteString(strings.Repeat("`", i) + "\n")
	}
	return b.String()
}

func counted(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// aboutFile is the half that the hostile tests replace.
const aboutFile = "content/about.fr.md"

func aboutPage(body string) map[string]string {
	return map[string]string{aboutFile: "+++\ntitle = \"À propos\"\nslug = \"a-propos\"\n+++\n\n" + body}
}

// TestHostileMarkdown gives the program pages that were made to bring a parser down. Each is published or refused within a
// second of a processor's time and 256 MiB, and only the page itself is blamed.
func TestHostileMarkdown(t *testing.T) {
	needsItsOwnPace(t)
	for _, body := range hostileBodies() {
		t.Run(body.name, func(t *testing.T) {
			run := measure(t, sampleSite(t, aboutPage(body.text)), "build", "--output", "public")
			run.isBounded(t, mostToBuild())
			run.blames(t, aboutFile, body.refused)
			t.Logf("%8d bytes in, %v", len(body.text), run)
		})
	}
}

// TestHostileChecks compares the halves of such pages, also of those that are refused only when they are shown: what takes
// the checks forever would take the preview's memory and time too.
func TestHostileChecks(t *testing.T) {
	needsItsOwnPace(t)
	refusedLate := []string{"one long reference used often", "one long title used often", "HTML", "dead links"}
	for _, body := range hostileBodies() {
		if body.refused && !slices.Contains(refusedLate, body.name) {
			continue
		}
		t.Run(body.name, func(t *testing.T) {
			run := measure(t, sampleSite(t, aboutPage(body.text)), "check")
			run.isBounded(t, mostToCheck())
			if run.code != 0 && run.code != 1 {
				t.Errorf("exit code %d\n%.2000s", run.code, run.said)
			}
			t.Logf("%8d bytes in, %v", len(body.text), run)
		})
	}
}

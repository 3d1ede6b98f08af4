package ledger

import (
	"bufio"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/typography"
)

func textBlock(text string) *markdown.Block { return &markdown.Block{Text: text} }

func fold(text string) string { return folded(wordsOf(textBlock(text))) }

func TestSame(t *testing.T) {
	tests := map[string][]string{
		"spaces":      {"Quoi ? Oui !", "Quoi\u202f? Oui\u202f!", "Quoi? Oui!", "Quoi\n?  Oui\u00a0!", " Quoi ?\tOui ! "},
		"guillemets":  {`dit "oui"`, "dit «\u00a0oui\u00a0»", "dit «oui»", "dit “oui”", "dit ‘oui’", "dit << oui >>", "dit 'oui'"},
		"apostrophe":  {"l'été", "l’été", "lʼe\u0301te\u0301"},
		"days":        {"les 25-26 juin", "les 25–26\u00a0juin", "les 25 - 26 juin", "les 25--26 juin"},
		"months":      {"25 juin-3 juillet", "25\u00a0juin\u00a0– 3\u00a0juillet"},
		"first":       {"le 1 janvier", "le 1er janvier", "le 1ᵉʳ janvier"},
		"time":        {"à 14h15", "à 14 h 15", "à 14\u00a0h\u00a015"},
		"percent":     {"50 % et 8 €", "50% et 8€", "50\u00a0% et 8\u202f€"},
		"groups":      {"1 250 soldats", "1\u202f250 soldats", "1\u00a0250 soldats"},
		"aside":       {"they - say - so", "they—say—so", "they – say\u00a0– so", "they--say--so"},
		"ellipsis":    {"et puis...", "et puis…", "et puis …"},
		"hyphen":      {"C'est-à-dire", "C’est‑à‑dire", "C’est‐à‐dire"},
		"soft hyphen": {"gouvernement", "gouver\u00adnement"},
		"number":      {"n° 5, nº 5", "n°5, nᵒ\u00a05"},
		"full stop":   {"la réunion .", "la réunion."},
	}
	for name, same := range tests {
		for _, text := range same[1:] {
			if got, want := fold(text), fold(same[0]); got != want {
				t.Errorf("%s: %q counts as %q, and %q as %q", name, same[0], want, text, got)
			}
		}
	}
}

func TestDifferent(t *testing.T) {
	tests := [][2]string{
		{"l’été", "l’ete"}, {"l’été", "L’été"}, {"à part", "apart"}, {"le 5 mai", "le 6 mai"}, {"2023 250", "2023250"},
		{"1,250", "1, 250"}, {"3.5", "3. 5"}, {"oui.", "oui ?"}, {"oui", "oui, oui"}, {"la 1re fois", "la 1 fois"},
		{"21er", "21"}, {"m²", "m³"}, {"CO₂", "CO2"}, {"États Membres", "États membres"}, {"œuvre", "oeuvre"}, {"5", "–5"},
		{"a < b", "a > b"}, {"A4P", "A4P+"}, {"10 km", "10 m"}, {"non", "nom"},
	}
	for _, test := range tests {
		if fold(test[0]) == fold(test[1]) {
			t.Errorf("%q counts as the same as %q: %q", test[0], test[1], fold(test[0]))
		}
	}
}

func TestCellsStayApart(t *testing.T) {
	one := markdown.Block{Kind: markdown.Row, Text: "a b\nc"}
	other := markdown.Block{Kind: markdown.Row, Text: "a\nb c"}
	if Digest(&one) == Digest(&other) {
		t.Error("a word in another cell makes no difference")
	}
	typed := markdown.Block{Kind: markdown.Row, Text: "50 %\n\n« a »"}
	set := markdown.Block{Kind: markdown.Row, Text: "50\u00a0%\n\n\"a\""}
	if Digest(&typed) != Digest(&set) {
		t.Error("typography in a cell makes a difference")
	}
}

func TestCodeCounts(t *testing.T) {
	within := func(text string) *markdown.Block {
		return &markdown.Block{Text: "voir " + text + " ici", Stretches: []markdown.Stretch{
			{From: 5, To: 5 + len(text), Kind: markdown.Verbatim}}}
	}
	if Digest(within(`a "b" --c`)) == Digest(within(`a 'b' -c`)) {
		t.Error("what code says makes no difference")
	}
	if Digest(within("make  it")) != Digest(within("make\nit")) {
		t.Error("a line that ends in code makes a difference")
	}
	whole := markdown.Block{Kind: markdown.Code, Text: "if a {\n\tb()\n}"}
	reindented := markdown.Block{Kind: markdown.Code, Text: "if a {\n    b()\n}"}
	if Digest(&whole) == Digest(&reindented) {
		t.Error("the white space of a block of code makes no difference")
	}
}

func TestWords(t *testing.T) {
	text := "« L’été »… 1er mai : 14h15, 1, 2"
	var got []string
	for _, w := range wordsOf(textBlock(text)) {
		space := ""
		if w.apart {
			space = " "
		}
		got = append(got, space+w.text+"="+text[w.from:w.to])
	}
	want := []string{"'=«", "L=L", "'=’", "été=été", "'=»", "...=…", "1=1", "mai=mai", ":=:", "14=14", "h=h", "15=15",
		",=,", " 1=1", ",=,", " 2=2"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// tags are the locales whose typography makes no difference.
var tags = []string{"fr", "fr-CA", "fr-EU", "en-GB", "en-CA", "en-US"}

// rulesOf gives the typography of a locale, often with some of its rules changed.
func rulesOf(r *rand.Rand) typography.Rules {
	rules := typography.For(tags[r.IntN(len(tags))])
	for range r.IntN(4) {
		name := typography.Names()[r.IntN(len(typography.Names()))]
		values := typography.Values(name)
		rules, _ = rules.With(name, values[r.IntN(len(values))])
	}
	return rules
}

// holdSetting fails where a text counts as another one once it is set.
func holdSetting(t *testing.T, rules typography.Rules, text string) {
	t.Helper()
	if set := rules.Text(text); fold(set) != fold(text) {
		t.Fatalf("typography makes a difference\ntyped %q\n   as %q\n  set %q\n   as %q", text, fold(text), set, fold(set))
	}
}

// TestTypographyMakesNoDifference takes the golden cases of package typography for an oracle: whatever it sets counts as
// what was typed, in every locale.
func TestTypographyMakesNoDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 12))
	for _, text := range goldenTexts(t) {
		for _, tag := range tags {
			holdSetting(t, typography.For(tag), text)
		}
		for range 20 {
			holdSetting(t, rulesOf(r), text)
		}
	}
}

// goldenTexts gives what is typed in the golden cases of package typography, and as it is set.
func goldenTexts(t testing.TB) []string {
	files, err := filepath.Glob("../typography/testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden cases: %v", err)
	}
	marks := strings.NewReplacer("~", "\u00a0", "_", "\u202f", "¦", "", "^", "", "␤", "\n", "{", "", "}", "", `\`, "")
	var texts []string
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(file); lines.Scan(); {
			_, text, found := strings.Cut(lines.Text(), ": ")
			typed, set, both := strings.Cut(text, " => ")
			if found && both {
				texts = append(texts, marks.Replace(typed), marks.Replace(set))
			}
		}
		file.Close()
	}
	return texts
}

// FuzzFold holds that typography makes no difference, whatever the text is; that the words of a text lie in it, one behind
// the other; and that nothing of a word is lost.
func FuzzFold(f *testing.F) {
	for i, text := range goldenTexts(f) {
		f.Add(text, uint64(i))
	}
	f.Add("1 \u0301er janvier--'\u00ad<<a>>", uint64(1))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		text = strings.ToValidUTF8(text, "\ufffd")
		holdSetting(t, rulesOf(rand.New(rand.NewPCG(seed, 0))), text)
		at := 0
		for _, w := range wordsOf(textBlock(text)) {
			if w.from < at || w.to <= w.from || w.to > len(text) || w.text == "" {
				t.Fatalf("word %+v of %q, after %d", w, text, at)
			}
			at = w.to
		}
	})
}

// TestTypographyAroundCode holds the same where code stands within a text.
func TestTypographyAroundCode(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 5))
	texts := goldenTexts(t)
	for range 5000 {
		rules := rulesOf(r)
		runs := []typography.Run{
			{Text: texts[r.IntN(len(texts))], Rules: &rules},
			{Text: `a "b" --c`, Kind: typography.Opaque},
			{Text: texts[r.IntN(len(texts))], Rules: &rules},
			{Text: "…\"-", Kind: typography.Literal},
			{Text: texts[r.IntN(len(texts))], Rules: &rules},
		}
		var typed, set markdown.Block
		for i, pieces := range typography.Set(runs) {
			from, to := len(typed.Text), len(set.Text)
			typed.Text += runs[i].Text
			for _, piece := range pieces {
				set.Text += piece.Text
			}
			if runs[i].Kind == typography.Opaque {
				typed.Stretches = []markdown.Stretch{{From: from, To: len(typed.Text), Kind: markdown.Verbatim}}
				set.Stretches = []markdown.Stretch{{From: to, To: len(set.Text), Kind: markdown.Verbatim}}
			}
		}
		if Digest(&typed) != Digest(&set) {
			t.Fatalf("typography makes a difference\ntyped %q\n   as %q\n  set %q\n   as %q",
				typed.Text, folded(wordsOf(&typed)), set.Text, folded(wordsOf(&set)))
		}
	}
}

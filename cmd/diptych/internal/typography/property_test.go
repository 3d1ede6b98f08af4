package typography

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// fragments are what the texts of the random tests are made of: each of them starts, ends or confuses a rule.
var fragments = []string{
	" ", " ", " ", " ", " ", "\n", "\u00a0", "\u202f", "\u2009", "\u2003", "\t", "mot", "été", "à", "Lacroix", "l",
	"d", "n", "s", "e", "er", "re",
	"th", "h", "m", "p", "a", "S", "E", "H", "M", "Mme", "Dr", "Mr", "St", "No", "no", "art", "fig", "pp", "US", "CA",
	"1", "2", "5", "12", "15", "25", "26", "30", "100", "250", "345", "2021", "2023", "24", "0", "XXIe", "XXI", "Ve",
	"Ier", "siècle",
	"janvier", "juin", "mai", "déc", "December", "May", "June", "km", "h", "min", "°", "C", "€", "$", "USD", "EUR",
	"%", "‰",
	"\"", "\"", "\"", "'", "'", "'", "’", "‘", "“", "”", "„", "«", "»", "<<", ">>", "<", ">", "-", "-", "--", "---",
	"----", "–", "—",
	".", ".", "..", "...", "…", ",", ";", ":", ":", "!", "?", "::", "(", ")", "[", "]", "/", "\\", "_", "*", "+", "=",
	"|", "@", "#", "&",
	"§", "n°", "nº", "n", "80s", "tis", "pm", "a.m.", "p.m.", "au", "et", "US$", "http://x.org", "(c)", "😀",
	"e\u0301", "\ufe0f",
	"M. ", "p. ", "14h15", "1 janvier", "25-26 juin", "«\u00a0", "\u00a0»", "\" ", " \"", " - ", " -- ", " : ", "'80",
	"5'10\"", " -, ", " -. ", " -: ", " - ;", " -)", "- »", " —, ", "→", "½", "C++", "+ ;", "° !", "– ?",
}

// kinds of runs in the random tests, for the most part text.
var kinds = []Kind{Text, Text, Text, Text, Text, Opaque, Literal, Break}

// randomRules gives a preset, often with some of its rules changed.
func randomRules(r *rand.Rand) Rules {
	rules := For(presetTags[r.IntN(len(presetTags))])
	for range r.IntN(3) * r.IntN(3) {
		name := Names()[r.IntN(len(Names()))]
		values := Values(name)
		rules, _ = rules.With(name, values[r.IntN(len(values))])
	}
	return rules
}

// randomRuns makes a block.
func randomRuns(r *rand.Rand) []Run {
	var rules []*Rules
	for range 1 + r.IntN(2) {
		one := randomRules(r)
		rules = append(rules, &one)
	}
	rules = append(rules, nil)
	var runs []Run
	for range 1 + r.IntN(5) {
		run := Run{Kind: kinds[r.IntN(len(kinds))], Text: randomText(r, r.IntN(6))}
		if run.Kind == Text {
			run.Rules = rules[min(r.IntN(len(rules)+3), r.IntN(len(rules)))]
		}
		runs = append(runs, run)
	}
	return runs
}

func randomText(r *rand.Rand, n int) string {
	var text strings.Builder
	for range n {
		text.WriteString(fragments[r.IntN(len(fragments))])
	}
	return text.String()
}

// again gives the runs with what was set as their text.
func again(runs []Run, set [][]Piece) []Run {
	next := make([]Run, len(runs))
	for i, run := range runs {
		run.Text = concat(set[i : i+1])
		next[i] = run
	}
	return next
}

// cutAnywhere cuts each text in two at a place between characters.
func cutAnywhere(r *rand.Rand, runs []Run) []Run {
	var parts []Run
	for _, run := range runs {
		if run.Kind != Text {
			parts = append(parts, run)
			continue
		}
		at := r.IntN(len(run.Text) + 1)
		for at < len(run.Text) && !utf8.RuneStart(run.Text[at]) {
			at++
		}
		parts = append(parts, Run{Text: run.Text[:at], Rules: run.Rules}, Run{Text: run.Text[at:], Rules: run.Rules})
	}
	return parts
}

// essence is what no rule may change: letters and digits. The "er" of « 1er » is added, so it is left out.
func essence(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, strings.ReplaceAll(text, "1er", "1"))
}

// holdProperties fails where a block does not have the properties that every block has.
func holdProperties(t *testing.T, r *rand.Rand, runs []Run) {
	t.Helper()
	once := Set(runs)
	text := concat(once)
	second := again(runs, once)
	if got := raised(Set(second)); got != raised(once) {
		t.Fatalf("not the same the second time\n runs %s\n once %q\ntwice %q", show(runs), text, got)
	}
	if got := concat(Set(cutAnywhere(r, runs))); got != text {
		t.Fatalf("not the same when cut\n runs %s\nwhole %q\n  cut %q", show(runs), text, got)
	}
	var setter Setter
	for _, before := range [][]Run{randomRuns(r), randomRuns(r)} {
		setter.Set(before)
	}
	if diff := cmp.Diff(once, setter.Set(runs), equateEmpty); diff != "" {
		t.Fatalf("not the same after other blocks (-alone +after)\n runs %s\n%s", show(runs), diff)
	}
	holdRuns(t, runs, once)
}

// holdRuns fails where runs that must not change do, or letters are lost, or the text is no longer valid.
func holdRuns(t *testing.T, runs []Run, set [][]Piece) {
	t.Helper()
	if len(set) != len(runs) {
		t.Fatalf("%d runs give %d lists", len(runs), len(set))
	}
	for i, run := range runs {
		got := concat(set[i : i+1])
		if !run.set() && got != run.Text {
			t.Fatalf("run %d must stay as it is\n runs %s\n  got %q", i, show(runs), got)
		}
		for _, piece := range set[i] {
			if piece.Text == "" || run.Kind != Text && piece.Superior {
				t.Fatalf("run %d has a piece %+v\nruns %s", i, piece, show(runs))
			}
		}
		if !utf8.ValidString(got) && utf8.ValidString(run.Text) {
			t.Fatalf("run %d is no longer UTF-8: %q", i, got)
		}
	}
	if before, after := essence(joinAll(runs)), essence(concat(set)); before != after {
		t.Fatalf("letters or digits changed\n runs %s\nbefore %q\n after %q", show(runs), before, after)
	}
}

func joinAll(runs []Run) string {
	var all strings.Builder
	for _, run := range runs {
		all.WriteString(run.Text)
	}
	return all.String()
}

// FuzzSet holds the properties for any text, cut into runs of any kind, under any rules.
func FuzzSet(f *testing.F) {
	for i, fragment := range fragments {
		f.Add(fragment+" : "+fragments[(i*7)%len(fragments)]+fragment, uint64(i))
	}
	f.Add(frenchText, uint64(1))
	f.Add("\xff\xe2\x80 : 'a\x00\"", uint64(2))
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 0))
		rules, other := randomRules(r), randomRules(r)
		runs := []Run{{Text: text, Rules: &rules}}
		holdProperties(t, r, runs)
		if got, want := rules.Text(text), concat(Set(runs)); got != want {
			t.Fatalf("Text gives %q, Set %q", got, want)
		}
		for range r.IntN(4) {
			runs = cutAnywhere(r, runs)
		}
		for i := range runs {
			runs[i].Kind = kinds[r.IntN(len(kinds))]
			runs[i].Rules = []*Rules{&rules, &rules, &other, nil}[r.IntN(4)]
		}
		holdProperties(t, r, runs)
	})
}

func TestProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(2023, 12))
	for range 15_000 {
		holdProperties(t, r, randomRuns(r))
		rules := randomRules(r)
		holdProperties(t, r, []Run{{Text: randomText(r, 1+r.IntN(14)), Rules: &rules}})
	}
}

// show writes runs for a message, with the rules that differ from those of fr or en-GB.
func show(runs []Run) string {
	var all []string
	for _, run := range runs {
		kind := [...]string{"text", "opaque", "literal", "break"}[run.Kind]
		all = append(all, fmt.Sprintf("{%q %s %s}", run.Text, kind, showRules(run.Rules)))
	}
	return strings.Join(all, " ")
}

func showRules(rules *Rules) string {
	if rules == nil {
		return "nil"
	}
	base := For("en-GB")
	if rules.french {
		base = For("fr")
	}
	name := map[bool]string{true: "fr", false: "en"}[rules.french]
	for i, choice := range rules.choices {
		if choice != base.choices[i] {
			name += " " + table[i].name + "=" + choiceNames[choice]
		}
	}
	return name
}

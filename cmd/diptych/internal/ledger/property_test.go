package ledger

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"diptych/cmd/diptych/internal/source"
)

// sentences are what the random pages are made of, by place of the language.
var sentences = [][2]string{
	{`Le Ghana accueille à Accra, les 5 et 6 décembre 2023, la Conférence : c'est la "dernière" d'une série.`,
		`Ghana is to host the Conference in Accra on 5 and 6 December 2023: it is the "last" of a series.`},
	{`La 2e séance commence à 14h15 ; 12,5 % des soldats, soit 1 250, y viennent du 25-26 juin au 3 juillet...`,
		`The 2nd session begins at 2.15 p.m.; 12.5 % of the soldiers come, or 1,250, from 25-26 June to 3 July...`},
	{`S.E. Mme Botchwey - ministre - l'a dit le 1 janvier : « Nous y sommes ! »`,
		`H.E. Ms. Botchwey - the minister - said so on 1 January: 'We are there!'`},
	{`Voir [la note d'été](doc:note), p. 5-7, et le n° 78 de 2021-2023.`, `See [the summer's note](doc:note), pp. 5-7, and No. 78 of 2021-2023.`},
	{`Les États Membres s'engagent.`, `Member States make pledges.`},
	{`Lancez ` + "`make \"tout\"`" + ` puis attendez.`, "Run `make \"all\"` and wait."},
}

// frames are what a sentence may stand in.
var frames = []string{"", "", "- ", "> ", "## ", "1. "}

// randomPage gives the blocks of a page, by place of the language. No two of them say the same.
func randomPage(r *rand.Rand) [2][]string {
	var page [2][]string
	for n := range 1 + r.IntN(12) {
		sentence, frame := sentences[r.IntN(len(sentences))], frames[r.IntN(len(frames))]
		for i := range page {
			page[i] = append(page[i], frame+sentence[i]+" "+strings.Repeat("x", n+1))
		}
	}
	return page
}

// typed gives the text of a page, each block as someone may type and wrap it.
func typed(r *rand.Rand, blocks []string, otherwise bool) string {
	var text []string
	for _, block := range blocks {
		if otherwise {
			block = retype(r, block)
		}
		text = append(text, block)
	}
	return "Titre\n" + strings.Join(text, "\n\n") + "\n"
}

var code = regexp.MustCompile("(?:`[^`]*`)|(?:\\]\\([^)]*\\))")

// retype sets a block as typography may, and wraps its lines.
func retype(r *rand.Rand, block string) string {
	rules, at, out := rulesOf(r), 0, ""
	for _, found := range append(code.FindAllStringIndex(block, -1), []int{len(block), len(block)}) {
		text := block[at:found[0]]
		if r.IntN(2) == 0 {
			text = rules.Text(text)
		}
		out += text + block[found[0]:found[1]]
		at = found[1]
	}
	if strings.HasPrefix(block, "## ") {
		return out
	}
	words := strings.Split(out, " ")
	for i := 2; i < len(words); i++ {
		separator := " "
		if first := []rune(words[i] + ".")[0]; unicode.IsLetter(first) && r.IntN(4) == 0 {
			separator = "\n"
		}
		words[i] = separator + words[i]
	}
	return words[0] + " " + strings.Join(words[1:], "")
}

// edit changes a word, a number, an accent, a mark or the target of a link in a block.
func edit(r *rand.Rand, block string) string {
	changes := [][2]string{
		{"doc:note", "doc:notes"}, {"2023", "2024"}, {"5", "8"}, {"é", "e"}, {"s", "z"}, {"make", "made"}, {"E", "É"},
		{" xx", " yxx"}, {"!", "?"}, {"e ", "e x "}, {" ", " un "},
	}
	for {
		change := changes[r.IntN(len(changes))]
		prefix, rest, _ := strings.Cut(block, " ")
		if changed := strings.Replace(rest, change[0], change[1], 1); changed != rest && len(prefix) > 0 {
			return prefix + " " + changed
		}
	}
}

// holdEdit confirms a page, has it typed otherwise, and changes one block in one half: that block alone is stale then, in
// that half.
func holdEdit(t *testing.T, r *rand.Rand) {
	t.Helper()
	page := randomPage(r)
	lock := confirmed(pairOf(typed(r, page[0], false), typed(r, page[1], false)))
	if len(lock.Entries) != len(page[0])+1 {
		t.Fatalf("of %d blocks %d are confirmed:\n%s", len(page[0]), len(lock.Entries), strings.Join(page[0], "\n"))
	}
	again := pairOf(typed(r, page[0], true), typed(r, page[1], true))
	if got := told(Compare(lock, again)); got != "" {
		t.Fatalf("typing makes a difference:\n%s\nto what was\n%s\n%s", got, strings.Join(page[0], "\n"), strings.Join(page[1], "\n"))
	}
	half, block := r.IntN(2), r.IntN(len(page[0]))
	was := page[half][block]
	page[half][block] = edit(r, was)
	c := Compare(lock, pairOf(typed(r, page[0], true), typed(r, page[1], true)))
	want := [...]State{FrenchChanged, EnglishChanged}[half]
	if n := c.Counts(); c.State() != want || n.Confirmed != len(page[0]) || n.New+n.Gone > 0 || c.Rows[block+1].State != want {
		t.Fatalf("%q became %q, and block %d is in state %d: %+v\n%s", was, page[half][block], block, c.Rows[block+1].State, n, told(c))
	}
	lang := source.Langs()[half]
	if change := c.Change(&c.Rows[block+1], lang); change.IsZero() {
		t.Fatalf("%q became %q, and no change is shown", was, page[half][block])
	}
}

func TestEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(2023, 12))
	for range 500 {
		holdEdit(t, r)
	}
}

// FuzzEdit holds the same for other random pages.
func FuzzEdit(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) { holdEdit(t, rand.New(rand.NewPCG(a, b))) })
}

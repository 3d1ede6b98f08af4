package align

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// outline gives the blocks of a body.
func outline(lang source.Lang, body string) []markdown.Block {
	pos := source.Pos{File: string(lang), Line: 1, Column: 1}
	return markdown.New(lang, nil, markdown.Options{}).Outline(pos, body).Blocks
}

// aligned writes an alignment as the lines of the blocks: "3=3 5– –7".
func aligned(french, english []markdown.Block) string {
	var rows []string
	for _, r := range Blocks(french, english) {
		switch {
		case r.IsPair():
			rows = append(rows, fmt.Sprintf("%d=%d", french[r.French].Pos.Line, english[r.English].Pos.Line))
		case r.English == None:
			rows = append(rows, fmt.Sprintf("%d–", french[r.French].Pos.Line))
		default:
			rows = append(rows, fmt.Sprintf("–%d", english[r.English].Pos.Line))
		}
	}
	return strings.Join(rows, " ")
}

func TestBlocks(t *testing.T) {
	tests := map[string]struct{ french, english, want string }{
		"nothing at all": {"", "", ""},
		"one half alone": {"Le quai ferme à la nuit.\n", "", "1–"},
		"one to one": {
			"# Le port\n\nLe quai ferme à la nuit.\n\n- la grue\n- le phare\n",
			"# The harbour\n\nThe quay closes at night.\n\n- the crane\n- the lighthouse\n", "1=1 3=3 5=5 6=6"},
		"a paragraph is missing": {
			"Le port a été creusé en 1874 par la ville.\n\nLa douane occupe l’ancien hangar aux épices.\n\nLe phare est éteint.\n",
			"The harbour was dug in 1874 by the town.\n\nThe lighthouse is out.\n", "1=1 3– 5=3"},
		"an item is missing, and a number tells which": {
			"- 12 bancs de bois\n- 34 lampes à huile\n- 56 chaises longues\n",
			"- 12 wooden benches\n- 56 deckchairs\n", "1=1 2– 3=2"},
		"a word that is akin tells which": {
			"La bibliothèque municipale prête des documents.\n\nLe musée expose des instruments de navigation.\n",
			"The museum shows navigation instruments.\n", "1– 3=1"},
		"a heading is missing": {
			"## Horaires\n\nOuvert le mardi.\n", "Open on Tuesdays.\n", "1– 3=1"},
		"other levels": {"## Horaires\n", "### Opening hours\n", "1=1"},
		"headings with the same key, in another order": {
			"## Tarifs {#fees}\n\nDix euros.\n\n## Horaires {#hours}\n\nLe mardi.\n",
			"## Hours {#hours}\n\nOn Tuesdays.\n", "1– 3– 5=1 7=3"},
		"headings with other keys don't answer each other": {"## Tarifs {#fees}\n", "## Fees {#hours}\n", "1– –1"},
		"a paragraph is no item":                           {"Le quai.\n", "- The quay.\n", "1– –1"},
		"the same address, the same place": {
			"Voir [la carte](https://example.org/plan.pdf).\n\nVoir [le dépliant](https://example.org/guide.pdf).\n",
			"See [the leaflet](https://example.org/guide.pdf).\n", "1– 3=1"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, aligned(outline(source.French, test.french), outline(source.English, test.english))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSurprise(t *testing.T) {
	tests := []struct {
		french, english int
		want            float64
	}{{125, 100, 0}, {0, 0, 0}, {100, 0, 6.4}, {0, 100, -7.2}, {250, 100, 5.1}, {60, 100, -3.7}}
	for _, test := range tests {
		if got := Surprise(test.french, test.english); math.Abs(got-test.want) > 0.1 {
			t.Errorf("%d for %d runes is %.1f standard deviations away, want %.1f", test.french, test.english, got, test.want)
		}
	}
}

// TestFarApart aligns halves that differ by more blocks than the band is wide.
func TestFarApart(t *testing.T) {
	french := strings.Repeat("Un mot de trop.\n\n", 2*band) + "Le phare de 1874 est éteint.\n"
	rows := Blocks(outline(source.French, french), outline(source.English, "The lighthouse of 1874 is out.\n"))
	if last := rows[len(rows)-1]; len(rows) != 2*band+1 || last != (Row{2 * band, 0}) {
		t.Errorf("%d rows, the last one %v", len(rows), last)
	}
}

// FuzzBlocks holds that each block is in one row, in the order of both halves, and that only blocks of one kind are joined.
func FuzzBlocks(f *testing.F) {
	f.Add("# Été\n\nUn mot.\n\n- a\n- b\n", "# Summer\n\n- a\n\nA word.\n")
	f.Add("| a | b |\n| --- | --- |\n| 1 | 2 |\n", "```\ncode\n```\n\n> cité\n")
	f.Fuzz(func(t *testing.T, french, english string) {
		fr, en := outline(source.French, french), outline(source.English, english)
		i, j := 0, 0
		for _, row := range Blocks(fr, en) {
			if row.French != None && row.French != i || row.English != None && row.English != j {
				t.Fatalf("row %v comes after %d and %d blocks", row, i, j)
			}
			if row.IsPair() && fr[i].Kind != en[j].Kind {
				t.Fatalf("%v joins blocks of two kinds", row)
			}
			if row.French != None {
				i++
			}
			if row.English != None {
				j++
			}
		}
		if i != len(fr) || j != len(en) {
			t.Fatalf("%d and %d blocks of %d and %d are in rows", i, j, len(fr), len(en))
		}
	})
}

// BenchmarkBlocks aligns two halves of a hundred blocks each.
func BenchmarkBlocks(b *testing.B) {
	french := outline(source.French, strings.Repeat("Les navires rentrent au port avant la nuit, et la douane les compte.\n\n", 100))
	english := outline(source.English, strings.Repeat("Ships come home before night, and the customs office counts them.\n\n", 100))
	b.ReportAllocs()
	for b.Loop() {
		Blocks(french, english)
	}
}

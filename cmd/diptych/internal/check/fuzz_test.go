package check

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// FuzzPairs checks any two bodies. No rule panics; each finding stands in a file of the pair, on a line that it has, with no
// more marked than the line is long; the second look at the same model finds the same; and mending changes nothing twice.
func FuzzPairs(f *testing.F) {
	for _, rule := range Rules() {
		for _, e := range Examples(rule.ID) {
			texts := map[string]string{}
			for _, file := range e.Files {
				texts[file.Name] = file.Text
			}
			f.Add(texts["fr"], texts["en"])
		}
	}
	f.Fuzz(func(t *testing.T, french, english string) {
		tree := source.NewTree(map[string]string{
			source.ConfigFile: exampleConfig, "content/page.fr.md": "+++\ntitle = \"Été\"\n+++\n" + strings.ToValidUTF8(french, "é"),
			"content/page.en.md": "+++\ntitle = \"Summer\"\n+++\n" + strings.ToValidUTF8(english, "e"),
		})
		options := Options{Day: civil.Date{Year: 2023, Month: 12, Day: 5}}
		model, _ := site.Assemble(tree, site.Options{Day: options.Day})
		pairs := CheckPairs(context.Background(), model, options, nil)
		findings, _ := pairs.Findings()
		for _, p := range findings {
			wantPlace(t, tree, p, p.Pos, p.Size)
			wantPlace(t, tree, p, p.Peer, p.PeerSize)
		}
		again, _ := CheckPairs(context.Background(), model, options, pairs).Findings()
		if len(again) != len(findings) {
			t.Errorf("%d findings, and %d at a second look", len(findings), len(again))
		}
		for _, m := range Mendings(context.Background(), model, options) {
			mended, _ := site.Assemble(tree.With(map[string]string{m.Path: m.New}), site.Options{Day: options.Day})
			for _, twice := range Mendings(context.Background(), mended, options) {
				if twice.Path == m.Path && strings.Count(twice.New, "\n") != strings.Count(m.Old, "\n") {
					t.Errorf("mending changes the lines of %s", m.Path)
				}
			}
		}
	})
}

// wantPlace holds that a place of a finding is in its file.
func wantPlace(t *testing.T, tree *source.Tree, p source.Problem, pos source.Pos, size int) {
	if pos.IsZero() || pos.Line == 0 {
		return
	}
	file, ok := tree.File(pos.File)
	if !ok || pos.Line > strings.Count(file.Text(), "\n")+1 {
		t.Fatalf("%s: %s stands at %s, which there is not", p.Rule, p.Message, pos)
	}
	if length := utf8.RuneCountInString(tree.Line(pos)); pos.Column > length+1 || size < 0 || pos.Column+size > length+1 && size > 0 {
		t.Fatalf("%s: %s stands at %s and has %d runes, on a line of %d", p.Rule, p.Message, pos, size, length)
	}
}

package build

import (
	"io"
	"math/rand/v2"
	"slices"
	"testing"

	"diptych/cmd/diptych/internal/site"
)

// TestLookEqualsOutput is the oracle of what is not looked at again: after any series of edits, Look tells of each output what Output
// does on a site that is assembled from nothing, whatever was noted of earlier sites.
func TestLookEqualsOutput(t *testing.T) {
	held, made := 0, 0
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 9))
		original, base := sampleTree(t, peace()), ownHost
		tree, options := original, site.Options{Day: today, BaseURL: &base}
		warm, notes := Assemble(tree, options), map[string]string{}
		for step := range 8 {
			tree = changed(random, original, tree)
			warm = warm.Again(tree)
			cold := Assemble(tree, options)
			for _, path := range warm.Paths() {
				problems, note, err := warm.Look(path, notes[path])
				want, wanted := cold.Output(path, io.Discard)
				if (err == nil) != (wanted == nil) || !slices.Equal(told(problems), told(want)) {
					t.Fatalf("seed %d, step %d: of %s it is told %q, want %q", seed, step, path, told(problems), told(want))
				}
				if note != "" && note == notes[path] {
					held++
				} else {
					made++
				}
				notes[path] = note
			}
		}
	}
	if held < 300 || made < 300 {
		t.Errorf("%d notes held and %d outputs were made: too few to say anything", held, made)
	}
}

// TestLookAfterEdits has a page that was sound get something wrong: by its own body, by another one that it leads to, by another page's
// front matter, and by a file that it links to.
func TestLookAfterEdits(t *testing.T) {
	const page = "fr/apres/index.html"
	tree := sampleTree(t, files{
		"content/apres.fr.md": half("Après", "", "Voir [la suite](suite.fr.md#part), [la note](</documents/note conceptuelle.pdf>)."),
		"content/apres.en.md": half("After", "", "Nothing."),
		"content/suite.fr.md": half("La suite", "", "## La partie {#part}"),
		"content/suite.en.md": half("The rest", "", "## The part {#part}"),
	})
	base := ownHost
	options := site.Options{Day: today, BaseURL: &base}
	before := Assemble(tree, options)
	problems, note, err := before.Look(page, "")
	if len(problems) > 0 || note == "" || err != nil {
		t.Fatalf("at first it is told %v, with the note %q and the error %v", problems, note, err)
	}
	for name, test := range map[string]struct {
		change files
		wrong  int
	}{
		"nothing":                 {files{"content/about.fr.md": half("À propos", "slug = \"a-propos\"", "Rien.")}, 0},
		"a link of its own":       {files{"content/apres.fr.md": half("Après", "", "Voir [la suite](suite.fr.md#absente).")}, 1},
		"the heading is gone":     {files{"content/suite.fr.md": half("La suite", "", "## Une autre {#other}")}, 1},
		"the page is not there":   {files{"content/suite.fr.md": half("La suite", "draft = true", "## La partie {#part}")}, 1},
		"the document is renamed": {files{"static/documents/note conceptuelle.pdf": "", "static/documents/note.pdf": "%PDF"}, 1},
	} {
		later := tree.With(test.change)
		after := before.Again(later)
		problems, _, err := after.Look(page, note)
		want, _ := Assemble(later, options).Output(page, io.Discard)
		if !slices.Equal(told(problems), told(want)) || len(want) != test.wrong || err != nil {
			t.Errorf("%s: it is told %q (%v), want %q, which are to be %d", name, told(problems), err, told(want), test.wrong)
		}
	}
}

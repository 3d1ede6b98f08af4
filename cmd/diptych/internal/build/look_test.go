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

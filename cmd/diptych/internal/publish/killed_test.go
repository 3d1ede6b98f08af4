package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// TestAfterAKill puts the disk into each state in which a killed build leaves it, and then drops or commits the next.
func TestAfterAKill(t *testing.T) {
	const newer, older = ".public.diptych-new/", ".public.diptych-old/"
	tests := []struct {
		name  string
		left  map[string]string // below the site's root
		holds map[string]string // what the output holds until the next is put in place
	}{
		{"while the first is written", map[string]string{newer + "fr/index.html": "à moi"}, nil},
		{"while another is written",
			map[string]string{"public/a": "vieux", "public/" + marker: markerText, newer + "a": "ne", newer + marker: markerText},
			map[string]string{"a": "vieux", marker: markerText}},
		{"between the renames",
			map[string]string{older + "a": "vieux", older + marker: markerText, newer + "a": "neuf", newer + marker: markerText},
			map[string]string{"a": "vieux", marker: markerText}},
		{"before the old one is removed",
			map[string]string{"public/a": "neuf", "public/" + marker: markerText, older + "a": "vieux"},
			map[string]string{"a": "neuf", marker: markerText}},
	}
	for _, test := range tests {
		for _, commit := range []bool{false, true} {
			t.Run(test.name, func(t *testing.T) {
				root := site(t)
				want := content(t, root)
				for path, text := range test.left {
					put(t, root, path, text)
				}
				output := filepath.Join(root, "public")
				stage := mustStage(t, output, root, map[string]string{"a": "suivant"})
				holds := test.holds
				if holds != nil {
					checkContent(t, output, holds)
				}
				if commit {
					mustCommit(t, stage)
					holds = map[string]string{"a": "suivant", marker: markerText}
				} else if err := stage.Discard(); err != nil {
					t.Fatal(err)
				}
				for path, text := range holds {
					want["public/"+path] = text
				}
				checkContent(t, root, want)
			})
		}
	}
}

// TestKilledTwice is killed between the renames, and again before the next build has written anything: the only copy of
// the site must be there throughout.
func TestKilledTwice(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustCommit(t, mustStage(t, output, root, map[string]string{"a": "vieux"}))
	if err := os.Rename(output, filepath.Join(root, ".public.diptych-old")); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		mustStage(t, output, root, nil).held.Close() // and killed: the kernel gives the lock back
		checkContent(t, output, map[string]string{"a": "vieux", marker: markerText})
	}
	if err := os.RemoveAll(mustStage(t, output, root, nil).temp); err != nil {
		t.Fatal(err)
	}
	checkContent(t, output, map[string]string{"a": "vieux", marker: markerText})
}

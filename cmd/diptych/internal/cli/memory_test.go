package cli

import (
	"runtime/debug"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// TestIsLarge: pages count, and nothing else.
func TestIsLarge(t *testing.T) {
	most := strings.Repeat("é", largeBytes/2)
	for name, test := range map[string]struct {
		texts map[string]string
		want  bool
	}{
		"small": {map[string]string{"content/a.fr.md": most}, false},
		"large": {map[string]string{"content/a.fr.md": most, "content/a.en.md": "x"}, true},
		"films": {map[string]string{"content/a.fr.md": "x", "static/film.mp4": most + most}, false},
	} {
		if got := isLarge(source.NewTree(test.texts)); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestCollectOften: what was set before is set again, and nobody is overruled.
func TestCollectOften(t *testing.T) {
	before := debug.SetGCPercent(123)
	defer debug.SetGCPercent(before)
	now := func() int {
		percent := debug.SetGCPercent(100)
		debug.SetGCPercent(percent)
		return percent
	}
	for set, want := range map[string]int{"": growPercent, "40": 123} {
		restore := collectOften(World{Getenv: func(string) string { return set }})
		if got := now(); got != want {
			t.Errorf("with GOGC=%q it is %d, want %d", set, got, want)
		}
		if restore(); now() != 123 {
			t.Errorf("it stays %d", now())
		}
	}
}

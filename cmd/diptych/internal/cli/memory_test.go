package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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

// TestCollect: memory is collected late at first, then as Go does it, and often where the site is large; what was set before is
// set again, and nobody is overruled.
func TestCollect(t *testing.T) {
	before := debug.SetGCPercent(123)
	defer debug.SetGCPercent(before)
	memory := collectLate(World{Getenv: func(string) string { return "" }})
	if got := percentNow(); got != firstPercent {
		t.Errorf("before the first collection it is %d", got)
	}
	runtime.GC()
	for percentNow() != thenPercent {
		runtime.Gosched()
	}
	if memory.often(); percentNow() != oftenPercent {
		t.Errorf("in a large site it is %d", percentNow())
	}
	if memory.restore(); percentNow() != 123 {
		t.Errorf("it stays %d", percentNow())
	}
	memory = collectLate(World{Getenv: func(string) string { return "40" }})
	if memory.often(); percentNow() != 123 {
		t.Errorf("whoever set GOGC is overruled with %d", percentNow())
	}
	memory.restore()
}

// TestCollectOftenFirst: a first collection that comes late changes nothing for a large site.
func TestCollectOftenFirst(t *testing.T) {
	memory := collectLate(World{Getenv: func(string) string { return "" }})
	defer memory.restore()
	memory.often()
	if memory.collected(); percentNow() != oftenPercent {
		t.Errorf("it is %d", percentNow())
	}
}

func percentNow() int {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return int(sample[0].Value.Uint64())
}

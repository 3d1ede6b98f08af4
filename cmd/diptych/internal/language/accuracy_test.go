package language

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
)

// The texts in testdata were written for this test, in many registers; the table was not learned from them.
var (
	//go:embed testdata/held-out.fr.txt
	heldFrench string
	//go:embed testdata/held-out.en.txt
	heldEnglish string
)

// TestAccuracy holds what the checks need: the share of windows that are read right, by their size in words.
func TestAccuracy(t *testing.T) {
	floors := []struct {
		size  int
		floor float64 // per cent
	}{{1, 90}, {2, 95}, {3, 97}, {5, 98}, {8, 99}, {15, 100}}
	for _, test := range floors {
		if got := accuracy(test.size); got < test.floor {
			t.Errorf("%.1f %% of windows of %d words are read right, want %.0f", got, test.size, test.floor)
		}
	}
}

// BenchmarkAccuracy reports the same shares, in per cent.
func BenchmarkAccuracy(b *testing.B) {
	for _, size := range []int{1, 2, 3, 5, 8, 15} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			var share float64
			for b.Loop() {
				share = accuracy(size)
			}
			b.ReportMetric(share, "%right")
		})
	}
}

// accuracy gives the share of windows of so many words that are read right, in per cent. A block ends a window.
func accuracy(size int) float64 {
	right, all := 0, 0
	count := func(text string, sign float64) {
		for line := range strings.Lines(text) {
			words := Read(line)
			for i := 0; i+size <= len(words); i++ {
				all++
				if sign*sum(words[i:i+size]) > 0 {
					right++
				}
			}
		}
	}
	count(heldFrench, 1)
	count(heldEnglish, -1)
	return 100 * float64(right) / float64(max(all, 1))
}

func sum(words []Word) float64 {
	odds := 0.0
	for _, word := range words {
		odds += word.Odds
	}
	return odds
}

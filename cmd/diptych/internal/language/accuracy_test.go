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
	//go:embed testdata/loanwords.fr.txt
	loansFrench string
	//go:embed testdata/loanwords.en.txt
	loansEnglish string
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
				if sign*Sum(words[i:i+size]) > 0 {
					right++
				}
			}
		}
	}
	count(heldFrench, 1)
	count(heldEnglish, -1)
	return 100 * float64(right) / float64(max(all, 1))
}

// leak is the odds that four words in a row must have against a text before they are taken for the other language.
const leak = 10

// TestLoanwords holds that words which one language has from the other are no leak, as often as it is so: most texts in
// testdata/loanwords.* have several in a row.
func TestLoanwords(t *testing.T) {
	for _, test := range []struct {
		texts string
		sign  float64
		alarm int // texts that are taken for a leak all the same
	}{{loansFrench, -1, 0}, {loansEnglish, 1, 2}} {
		alarms := 0
		for line := range strings.Lines(test.texts) {
			if odds := strongest(Read(line), 4, test.sign); odds > leak {
				alarms++
				t.Logf("%.1f: %s", odds, line)
			}
		}
		if alarms > test.alarm {
			t.Errorf("%d texts with loanwords look like a leak, want at most %d", alarms, test.alarm)
		}
	}
}

// TestLeaks holds the other side: all but a few runs of four words of one language are found in the other.
func TestLeaks(t *testing.T) {
	for _, test := range []struct {
		texts string
		sign  float64
	}{{heldFrench, 1}, {heldEnglish, -1}} {
		found, all := 0, 0
		for line := range strings.Lines(test.texts) {
			for words := Read(line); len(words) >= 4; words = words[1:] {
				all++
				if strongest(words[:4], 4, test.sign) > leak {
					found++
				}
			}
		}
		if share := float64(found) / float64(all); share < 0.94 {
			t.Errorf("%.3f of %d leaks of four words are found, want 0.94", share, all)
		}
	}
}

// strongest gives the most that a window of so many words says for French (sign 1) or English (-1).
func strongest(words []Word, size int, sign float64) float64 {
	most := 0.0
	for i := 0; i+size <= len(words); i++ {
		most = max(most, sign*Sum(words[i:i+size]))
	}
	return most
}

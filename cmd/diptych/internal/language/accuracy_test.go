package language

import (
	_ "embed"
	"fmt"
	"slices"
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

// A leak is taken for one when four words in a row, without capitals, have these odds against the text's language.
const (
	leakWords = 4
	leakOdds  = 9
)

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
			if odds := strongest(Read(line), test.sign); odds > leakOdds {
				alarms++
				t.Logf("%.1f: %s", odds, line)
			}
		}
		if alarms > test.alarm {
			t.Errorf("%d texts with loanwords look like a leak, want at most %d", alarms, test.alarm)
		}
	}
}

// TestLeaks holds the other side: nearly all runs of four words of one language would be found in the other.
func TestLeaks(t *testing.T) {
	for _, test := range []struct {
		texts string
		sign  float64
	}{{heldFrench, 1}, {heldEnglish, -1}} {
		found, all := 0, 0
		for line := range strings.Lines(strings.ToLower(test.texts)) {
			for words := Read(line); len(words) >= leakWords; words = words[1:] {
				all++
				if strongest(words[:leakWords], test.sign) > leakOdds {
					found++
				}
			}
		}
		if share := float64(found) / float64(all); share < 0.95 {
			t.Errorf("%.3f of %d leaks of four words are found, want 0.95", share, all)
		}
	}
}

// strongest gives the most that such a window says for French (sign 1) or English (-1).
func strongest(words []Word, sign float64) float64 {
	most := 0.0
	for ; len(words) >= leakWords; words = words[1:] {
		window := words[:leakWords]
		if !slices.ContainsFunc(window, func(word Word) bool { return word.Capital }) {
			most = max(most, sign*Sum(window))
		}
	}
	return most
}

package check

import (
	"math"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/align"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var lengthOutlier = Rule{
	ID: "length-outlier", Severity: source.Warning,
	Summary: "a block is much shorter than its answer",
	Reason:  "French runs a quarter longer than English. Where one half is so much shorter that chance can't be why, sentences are missing most often, or were added to one half alone.",
	pair:    checkLength,
}

// The bounds of what is told: the longer text has so many runes, and the lengths are so many standard deviations apart.
const (
	shortestOutlier = 80
	surprise        = 5.0
)

func checkLength(p *pair, f *finder) {
	for r := range p.pairs {
		french, english := utf8.RuneCountInString(r.french.Text), utf8.RuneCountInString(r.english.Text)
		z := align.Surprise(french, english)
		if max(french, english) < shortestOutlier || math.Abs(z) <= surprise {
			continue
		}
		short, long := r.french, r.english
		if z > 0 {
			short, long = r.english, r.french
		}
		f.find(short.whole(), long.whole(),
			wording.Sprintf("the block has %d characters in French and %d in English: something is missing in %s, or is too much in %s",
				french, english, short.lang.Name(), long.lang.Name()),
			wording.Sprintf("compare the two sentence by sentence"))
	}
}

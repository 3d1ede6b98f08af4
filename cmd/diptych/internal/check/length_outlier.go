package check

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/align"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var lengthOutlier = Rule{
	ID: "length-outlier", Severity: source.Warning,
	Summary: "a block is much shorter than its answer",
	Reason:  "French runs a quarter longer than English. Where one half is so much shorter that chance can't be why, sentences are missing most often, or were added to one half alone.",
	pair:    checkLength,
}

// The bounds of what is told: the longer text has so many runes, and the lengths are so many standard deviations apart; or
// fewer, where one text also has so many sentences more, and twice as many. In long texts small habits add up, so that they are a share of the
// usual length apart as well.
const (
	shortestOutlier = 80
	surprise        = 5.0
	shareApart      = 0.25 // of the length that is usual
	lesserSurprise  = 2.0
	oneSentence     = 3.5 // where one text has one sentence and the other two
	lesserShare     = 0.15
	sentencesApart  = 2
)

func checkLength(p *pair, f *finder) {
	for r := range p.pairs {
		french, english := utf8.RuneCountInString(r.french.Text), utf8.RuneCountInString(r.english.Text)
		if max(french, english) < shortestOutlier || r.french.Kind == markdown.Code || !r.isOutlier(french, english) {
			continue
		}
		short, long := r.french, r.english
		if align.Surprise(french, english) > 0 {
			short, long = r.english, r.french
		}
		f.find(short.whole(), long.whole(),
			wording.Sprintf("the block has %d characters in French and %d in English: something is missing in %s, or is too much in %s",
				french, english, short.lang.Name(), long.lang.Name()),
			wording.Sprintf("compare the two sentence by sentence"))
	}
}

// isOutlier tells whether the lengths of the two blocks, in runes, are too far apart.
func (r row) isOutlier(french, english int) bool {
	z := align.Surprise(french, english)
	if math.Abs(z) > surprise && math.Abs(align.Ratio(french, english)-1) > shareApart {
		return true
	}
	if math.Abs(align.Ratio(french, english)-1) < lesserShare {
		return false
	}
	fr, en := sentences(r.french.Text), sentences(r.english.Text)
	if z < 0 {
		z, fr, en = -z, en, fr
	}
	return fr >= 2*en && (z > lesserSurprise && fr >= en+sentencesApart || z > oneSentence)
}

// sentences counts the sentences of a text by their ends: a stop, and a capital letter or nothing behind it.
func sentences(text string) int {
	n, ended := 0, false
	for _, r := range text {
		switch {
		case strings.ContainsRune(".!?…", r):
			ended = true
		case unicode.IsSpace(r) || strings.ContainsRune("»”\")’\u202f", r):
		case ended && unicode.IsUpper(r):
			n, ended = n+1, false
		default:
			ended = false
		}
	}
	return n + 1
}

package align

import (
	"math"

	"diptych/cmd/diptych/internal/markdown"
)

// The costs, in the unit of which a block without an answer costs gap. They were set on published pages of which it is
// known how they align.
const (
	gap         = 3.0
	lengthPart  = 0.35 // what a standard deviation of the length speaks against a pair
	lengthMost  = 3.0  // what the length can speak against it at the most
	sharing     = 0.6  // what one anchor in common speaks for it
	differing   = 1.2  // what anchors none of which is in common speak against it
	kinship     = 3    // what words that are all akin speak for it
	strangeness = 0.8  // what words none of which is akin speak against it
	otherLevel  = 1.5  // what another level speaks against two headings
	sameKey     = 6.0  // what the same key speaks for two headings or values
	never       = math.MaxFloat32
)

// The length of a French text for each character of the English one, and the variance, in runes: measured on Markdown
// prose, where French runs a quarter longer. For parliamentary prose Gale and Church found 1 and 6.8.
const (
	ratio    = 1.247
	variance = 3.0
)

// Surprise tells how far apart the lengths of two texts are from what is usual for texts that say the same, in standard
// deviations: above 0 the French one is long. The lengths are in runes.
func Surprise(french, english int) float64 {
	f, e := float64(french), float64(english)
	return (f - ratio*e) / math.Sqrt(variance*max(e, f/ratio, 1))
}

// Ratio gives how long a French text is for an English one, in runes, as a multiple of what is usual.
func Ratio(french, english int) float64 { return float64(french) / (ratio * float64(max(english, 1))) }

// cost is what it costs to have two blocks answer each other.
func cost(f, e *feature) float64 {
	if f.kind != e.kind || f.key != e.key && f.key != "" && e.key != "" {
		return never
	}
	total := min(lengthPart*math.Abs(Surprise(f.length, e.length)), lengthMost)
	if f.kind == markdown.HeadingBlock && f.level != e.level {
		total += otherLevel
	}
	if f.key != "" && f.key == e.key {
		total -= sameKey
	}
	if shared, all := overlap(f.anchors, e.anchors); all > 0 {
		total += differing * (1 - float64(shared)/float64(all))
		if shared > 0 {
			total -= sharing
		}
	}
	if least := min(len(f.stems), len(e.stems)); least > 0 {
		shared, _ := overlap(f.stems, e.stems)
		total += strangeness - kinship*float64(shared)/float64(least+2)
	}
	return total
}

// Likely tells whether two blocks answer each other wherever they stand: more speaks for it than against it.
func Likely(french, english *markdown.Block) bool {
	f, e := featureOf(french), featureOf(english)
	return cost(&f, &e) < 0
}

// overlap counts what two sorted lists have in common, and what they have in all.
func overlap(a, b []uint32) (shared, all int) {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			shared++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return shared, len(a) + len(b) - shared
}

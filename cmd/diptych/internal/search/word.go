package search

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/locale"
)

// invisible are the characters that only say where a line may break, or letters be joined.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "")

// fold gives what counts of a text for finding it. A sigma is one letter wherever it stands in a word, and a number is one
// word, however its thousands are set apart: "15 000" and "15,000" are "15000".
func fold(text string) string {
	folded := strings.ReplaceAll(locale.Fold(invisible.Replace(text)), "ς", "σ")
	if !hasThousands(folded) {
		return folded
	}
	return thousands().ReplaceAllStringFunc(folded, separators.Replace)
}

var (
	thousands  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b\d{1,3}(?:[ ,]\d{3})+\b`) })
	separators = strings.NewReplacer(" ", "", ",", "")
)

// hasThousands tells whether a text may have such a number. Most have none, and to know it costs little.
func hasThousands(text string) bool {
	for i := 1; i < len(text)-1; i++ {
		if (text[i] == ' ' || text[i] == ',') && isDigit(text[i-1]) && isDigit(text[i+1]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// word is a word as it is written: « mise-en-œuvre » is mise, en and oeuvre, or miseenoeuvre.
type word struct {
	pieces []string // those of more than one letter, and numbers
	joints []string // all pieces as one, where there are several; then those of each part between hyphens
}

// cut gives the words of a text, in order.
func cut(text string) []word {
	var words []word
	for compound := range compounds(fold(text)) {
		if w := takeApart(compound); len(w.pieces)+len(w.joints) > 0 {
			words = append(words, w)
		}
	}
	return words
}

// takeApart gives the pieces of a compound: "lukasik-o'brien" is lukasik and brien, lukasikobrien, and obrien.
func takeApart(compound string) word {
	var parts [][]string
	for part := range strings.SplitSeq(compound, "-") {
		parts = append(parts, bare(part))
	}
	all := slices.Concat(parts...)
	w := word{joints: appendJoint(nil, all)}
	for _, part := range parts {
		if len(part) < len(all) {
			w.joints = appendJoint(w.joints, part)
		}
	}
	w.pieces = slices.DeleteFunc(all, isLetter)
	return w
}

// appendJoint appends pieces as one, where there are several. Numbers as in "2011-12" are no one number.
func appendJoint(joints, pieces []string) []string {
	joint := strings.Join(pieces, "")
	if len(pieces) < 2 || strings.Trim(joint, "0123456789") == "" {
		return joints
	}
	return append(joints, joint)
}

// isLetter tells whether a piece is a single letter, which says nothing.
func isLetter(piece string) bool { return len(piece) == 1 && piece[0] >= 'a' && piece[0] <= 'z' }

// bare gives the pieces between apostrophes, without a possessive, and without what French elides: that is no part of the
// word that follows. « aujourd’hui » and « presqu’île » are whole words.
func bare(part string) []string {
	pieces := strings.FieldsFunc(part, func(r rune) bool { return r == '\'' })
	if n := len(pieces); n > 1 && pieces[n-1] == "s" {
		pieces = pieces[:n-1]
	}
	kept := pieces[:0]
	for i, piece := range pieces {
		if i == len(pieces)-1 || !isElided(piece) {
			kept = append(kept, piece)
		}
	}
	return kept
}

func isElided(piece string) bool {
	switch piece {
	case "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu":
		return true
	}
	return false
}

package search

import (
	"regexp"
	"strings"

	"diptych/cmd/diptych/internal/locale"
)

// The same expressions stand in search.js. They are kept to what both languages of regular expressions read alike.
var (
	// A number is one word, however its thousands are set apart: "15 000", "15,000" and "15000".
	thousands = regexp.MustCompile(`\b\d{1,3}(?:[ ,]\d{3})+\b`)
	// A compound is letters and digits, with apostrophes and hyphens between them.
	compound = regexp.MustCompile(`[\pL\pN][\pL\pN\pM]*(?:['-]+[\pL\pN][\pL\pN\pM]*)*`)
	// What French elides is no part of the word that follows. « aujourd’hui » and « presqu’île » are whole words.
	elision    = regexp.MustCompile(`(^|[-'])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'+`)
	possessive = regexp.MustCompile(`'+s$`)
	letter     = regexp.MustCompile(`^[a-z]$`)
	digits     = regexp.MustCompile(`^\d*$`)
)

// invisible are the characters that only say where a line may break, or letters be joined.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "")

// comma takes the separators out of a number.
var comma = strings.NewReplacer(" ", "", ",", "")

// fold gives what counts of a text for finding it. A sigma is one letter wherever it stands in a word.
func fold(text string) string {
	return strings.ReplaceAll(locale.Fold(invisible.Replace(text)), "ς", "σ")
}

// compoundWord is a word as it is written: « mise-en-œuvre » is mise, en and oeuvre, or miseenoeuvre.
type compoundWord struct {
	pieces []string // those of more than one letter, and numbers
	joints []string // all pieces as one, where there are several; then those of each part between hyphens
}

// cut gives the words of a text, in order.
func cut(text string) []compoundWord {
	folded := thousands.ReplaceAllStringFunc(fold(text), comma.Replace)
	var words []compoundWord
	for _, word := range compound.FindAllString(folded, -1) {
		word = possessive.ReplaceAllString(elision.ReplaceAllString(word, "$1"), "")
		if c := takeApart(word); len(c.pieces)+len(c.joints) > 0 {
			words = append(words, c)
		}
	}
	return words
}

// takeApart gives the pieces of a word without elisions: "lukasik-o'brien" is lukasik and brien, lukasikobrien, and obrien.
func takeApart(word string) compoundWord {
	all := strings.FieldsFunc(word, isHinge)
	var c compoundWord
	for _, piece := range all {
		if !letter.MatchString(piece) {
			c.pieces = append(c.pieces, piece)
		}
	}
	if joined := strings.Join(all, ""); len(all) > 1 && !digits.MatchString(joined) {
		c.joints = append(c.joints, joined)
	}
	for _, part := range strings.Split(word, "-") {
		if pieces := strings.FieldsFunc(part, isHinge); len(pieces) > 1 && len(pieces) < len(all) {
			c.joints = append(c.joints, strings.Join(pieces, ""))
		}
	}
	return c
}

func isHinge(r rune) bool { return r == '\'' || r == '-' }

package card

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"diptych/cmd/diptych/internal/locale"
)

// maxLetters is how many letters of a text are looked at. No more than these could be drawn.
const maxLetters = 500

// The spaces that do not break, and the hyphen.
const (
	noBreak       = '\u00a0'
	figureNoBreak = '\u2007'
	thinNoBreak   = '\u202f'
	hyphen        = '\u2011'
)

// letters gives what is drawn of a text: accents joined to their letters, letters to ligatures, one space where lines may
// break, and nothing for what has no look, as a soft hyphen.
func (p *Press) letters(text string) []rune {
	var kept []rune
	for _, r := range text {
		switch {
		case len(kept) == maxLetters:
			return p.joined(kept)
		case isBreak(r) && len(kept) > 0 && kept[len(kept)-1] != ' ':
			kept = append(kept, ' ')
		case !isBreak(r) && !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
			kept = append(kept, r)
		}
	}
	return p.joined(kept)
}

func (p *Press) joined(letters []rune) []rune {
	return []rune(p.ligatures.Replace(p.raised.Replace(locale.Compose(strings.Trim(string(letters), " ")))))
}

// isBreak tells whether a line may end at a character.
func isBreak(r rune) bool {
	return unicode.IsSpace(r) && !isNoBreak(r)
}

func isNoBreak(r rune) bool { return r == noBreak || r == figureNoBreak || r == thinNoBreak }

// A letter is a glyph of a text that is set in one line. Its measures are in font units, so that they hold for all sizes.
type letter struct {
	rune  rune
	glyph sfnt.GlyphIndex
	at    int // where it stands, kerning included
	end   int // where the next one would stand without kerning
}

// set places the letters of a text beside each other.
func (d *desk) set(text []rune) []letter {
	letters := make([]letter, 0, len(text))
	at := 0
	for i, r := range text {
		glyph, advance := d.glyph(r)
		if i > 0 {
			at += d.kern(letters[i-1].glyph, glyph)
		}
		letters = append(letters, letter{r, glyph, at, at + advance})
		at += advance
	}
	return letters
}

// glyph gives the glyph for a character, and its width in font units.
func (d *desk) glyph(r rune) (glyph sfnt.GlyphIndex, advance int) {
	glyph = d.index(r)
	switch {
	case glyph != 0:
	case r == thinNoBreak: // a sixth of an em, whatever the font's space
		return d.index(' '), d.em / 6
	case isNoBreak(r):
		glyph = d.index(' ')
	case r == hyphen:
		glyph = d.index('-')
	}
	width, err := d.font.GlyphAdvance(&d.glyphs, glyph, fixed.Int26_6(d.em), font.HintingNone)
	if err != nil { // New has read each glyph without
		return 0, 0
	}
	return glyph, int(width)
}

// index gives the number of the font's glyph for a character, 0 if it has none.
func (d *desk) index(r rune) sfnt.GlyphIndex {
	glyph, err := d.font.GlyphIndex(&d.glyphs, r)
	if err != nil {
		return 0
	}
	return glyph
}

// kern gives how much nearer, or farther, a glyph stands to the one before it, in font units.
func (d *desk) kern(a, b sfnt.GlyphIndex) int {
	kern, err := d.font.Kern(&d.glyphs, a, b, fixed.Int26_6(d.em), font.HintingNone)
	if err != nil { // the font says nothing of the pair
		return 0
	}
	return int(kern)
}

// lacks tells whether the font has neither a glyph for a character nor one that stands for it.
func (d *desk) lacks(r rune) bool {
	glyph, _ := d.glyph(r)
	return glyph == 0 && r != ' ' && !isNoBreak(r)
}

// findLigatures gives what joins letters as far as the font has ligatures under characters of their own: tables of
// substitutions are not read.
func (d *desk) findLigatures() *strings.Replacer {
	var pairs []string
	for _, pair := range [][2]string{{"ffi", "ﬃ"}, {"ffl", "ﬄ"}, {"ff", "ﬀ"}, {"fi", "ﬁ"}, {"fl", "ﬂ"}} {
		joined, _ := utf8.DecodeRuneInString(pair[1])
		if d.index(joined) != 0 {
			pairs = append(pairs, pair[:]...)
		}
	}
	return strings.NewReplacer(pairs...)
}

// raised are letters that stand above the line, as in 1ᵉʳ and nᵒ, and what is written where a font lacks them.
var raised = [...][2]string{
	{"ᵃ", "a"}, {"ᵈ", "d"}, {"ᵉ", "e"}, {"ʰ", "h"}, {"ˡ", "l"}, {"ᵐ", "m"}, {"ⁿ", "n"}, {"ᵒ", "°"}, {"ʳ", "r"}, {"ˢ", "s"}, {"ᵗ", "t"},
}

// findRaised gives what lowers the raised letters that the font lacks.
func (d *desk) findRaised() *strings.Replacer {
	var pairs []string
	for _, pair := range raised {
		if r, _ := utf8.DecodeRuneInString(pair[0]); d.index(r) == 0 {
			pairs = append(pairs, pair[:]...)
		}
	}
	return strings.NewReplacer(pairs...)
}

// damaged gives the number of a glyph that can't be read, if there is one: then cards could fail later.
func (d *desk) damaged() (glyph sfnt.GlyphIndex, ok bool) {
	for i := range d.font.NumGlyphs() {
		glyph := sfnt.GlyphIndex(i)
		_, err := d.font.LoadGlyph(&d.glyphs, glyph, fixed.I(16), nil)
		if err == nil {
			_, err = d.font.GlyphAdvance(&d.glyphs, glyph, fixed.Int26_6(d.em), font.HintingNone)
		}
		if err != nil {
			return glyph, true
		}
	}
	return 0, false
}

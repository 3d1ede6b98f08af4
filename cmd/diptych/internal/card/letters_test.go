package card

import (
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

func TestLetters(t *testing.T) {
	p, plain := newsreader(t), press(t, goregular.TTF)
	for text, want := range map[string]string{
		" a \u2003 b\r\n":        "a b",
		"e\u0301t\u00e9":         "été",
		"a\u00adb\u200b\u2060c":  "abc",
		"«\u202fa\u00a0»":        "«\u202fa\u00a0»",
		"\u202a\x00a\ufe0f\x7f":  "a",
		"efficace, fin, conflit": "eﬃcace, ﬁn, conﬂit",
		"\u00ad \u200b":          "",
		"\xc3":                   "\ufffd",
		"1ᵉʳ, nᵒ 2, Mᵐᵉ, 3ˢ":     "1er, n° 2, Mme, 3s",
	} {
		if got := string(p.letters(text)); got != want {
			t.Errorf("of %q are drawn %q, want %q", text, got, want)
		}
	}
	if got := string(plain.letters("fin")); got != "ﬁn" && got != "fin" {
		t.Errorf("%q", got)
	}
	if got := len(p.letters(strings.Repeat("été ", 1000))); got > maxLetters {
		t.Errorf("%d letters are too many", got)
	}
}

// TestKerning holds that letters are kerned as the font says, also those with accents that come from another file of it.
func TestKerning(t *testing.T) {
	d := newDesk(newsreader(t))
	for pair, nearer := range map[string]bool{"AV": true, "To": true, "L’": true, "Ať": false, "HH": false} {
		letters := d.set([]rune(pair))
		if got := letters[1].at - letters[0].end; (got < 0) != nearer {
			t.Errorf("%s is kerned by %d", pair, got)
		}
	}
}

// TestSpaces holds how wide the spaces are that do not break, in fonts that have them and in those that don't.
func TestSpaces(t *testing.T) {
	for name, p := range map[string]*Press{"Newsreader": newsreader(t), "Go": press(t, goregular.TTF)} {
		d := newDesk(p)
		_, space := d.glyph(' ')
		_, fixed := d.glyph(noBreak)
		_, thin := d.glyph(thinNoBreak)
		if fixed != space {
			t.Errorf("%s: U+00A0 is %d, a space %d", name, fixed, space)
		}
		if off := thin - d.em/6; off < -1 || off > 1 {
			t.Errorf("%s: U+202F is %d of %d", name, thin, d.em)
		}
		if glyph, _ := d.glyph(hyphen); glyph == 0 {
			t.Errorf("%s: U+2011 is not drawn", name)
		}
	}
}

// TestFontCovers holds that the font of the site has what French and English, and names from all over Europe, are written with.
func TestFontCovers(t *testing.T) {
	const signs = "«»‹›“”‘’„‚–—…•·†°%&@#§¶©®™+−×÷=<>/\\|()[]{}*€£$¥¢¹²³ªº¼½¾¡¿!?;:,.'\"-_^~`"
	const names = "àâæçéèêëîïôœùûüÿñáíóúäöãõåøßðþłźżśćńęąčřžšěďťňůőűğşıăâțșģķļņāēīūėųđħŋŧŵŷ"
	d := newDesk(newsreader(t))
	for _, r := range signs + names + strings.ToUpper(names) {
		if d.lacks(r) {
			t.Errorf("%c (%U) is missing", r, r)
		}
	}
}

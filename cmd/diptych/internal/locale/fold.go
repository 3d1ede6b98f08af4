package locale

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain replaces what typography makes of apostrophes, hyphens and spaces by what a keyboard has.
var plain = strings.NewReplacer(
	"\u2018", "'", "\u2019", "'", "\u02bc", "'",
	"\u2010", "-", "\u2011", "-",
	"\u00a0", " ", "\u202f", " ", "\u2009", " ",
)

// letters replaces the letters that no decomposition of Unicode takes apart, in names from all of Europe.
var letters = strings.NewReplacer(
	"œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i",
)

// Fold gives what is left of a text when accents, capitals and typography don't count: "L’été à Paris" is "l'ete a
// paris", "Œuvres" is "oeuvres", "CO₂" is "co2". It compares and finds texts; it is not for reading. The result is
// UTF-8, whatever came in, and folding it again changes nothing.
func Fold(s string) string {
	if text, known := foldKnown(s); known {
		return text
	}
	return foldAny(s)
}

// The characters that texts in French and English are made of, as good as all: Latin letters, and the punctuation of Unicode.
// What is left of each does not depend on its neighbours.
const (
	pastLetters     = 0x180
	punctuation     = 0x2000
	pastPunctuation = 0x2070
)

// known is what foldAny leaves of each of these characters.
var known = sync.OnceValue(func() *[pastLetters + pastPunctuation - punctuation]string {
	var left [pastLetters + pastPunctuation - punctuation]string
	for i := range left {
		r := rune(i)
		if r >= pastLetters {
			r += punctuation - pastLetters
		}
		left[i] = foldAny(string(r))
	}
	return &left
})

// foldKnown folds a text of known characters. It is not known if there is any other, or a byte that is none.
func foldKnown(s string) (text string, ok bool) {
	left, out := known(), make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r == ' ':
			out = append(out, byte(r))
		case r < pastLetters:
			out = append(out, left[r]...)
		case r >= punctuation && r < pastPunctuation:
			out = append(out, left[r-punctuation+pastLetters]...)
		default:
			return "", false
		}
	}
	return string(out), true
}

// foldAny folds any text.
func foldAny(s string) string {
	// The compatibility form, not only the canonical one: it also takes apart ₂, ᵉʳ, ﬁ and the spaces of all widths.
	// It is asked for UTF-8 only, since after a stray byte it leaves a letter whole.
	decomposed := norm.NFKD.String(strings.ToValidUTF8(s, "\ufffd"))
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, decomposed)
	return letters.Replace(plain.Replace(bare))
}

// Slug gives the words of a folded text, of ASCII letters and digits, joined by hyphens: "L’été à Paris" is
// "l-ete-a-paris". It is empty if no such letter or digit is there. A slug is its own slug.
func Slug(s string) string {
	return strings.Join(strings.FieldsFunc(Fold(s), outsideWords), "-")
}

func outsideWords(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }

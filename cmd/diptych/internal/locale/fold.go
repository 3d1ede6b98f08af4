package locale

import (
	"strings"
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

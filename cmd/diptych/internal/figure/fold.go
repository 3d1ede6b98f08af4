package figure

import (
	"strings"
	"unicode/utf8"
)

// bases are the letters without their accents, and those that stand above the line in 1ᵉʳ and 5ᵗʰ.
var bases = map[rune]byte{
	'à': 'a', 'â': 'a', 'ä': 'a', 'ç': 'c', 'é': 'e', 'è': 'e', 'ê': 'e', 'ë': 'e', 'î': 'i', 'ï': 'i', 'ô': 'o', 'ö': 'o',
	'ù': 'u', 'û': 'u', 'ü': 'u', 'À': 'a', 'Â': 'a', 'Ä': 'a', 'Ç': 'c', 'É': 'e', 'È': 'e', 'Ê': 'e', 'Ë': 'e', 'Î': 'i',
	'Ï': 'i', 'Ô': 'o', 'Ö': 'o', 'Ù': 'u', 'Û': 'u', 'Ü': 'u',
	'ᵉ': 'e', 'ʳ': 'r', 'ˢ': 's', 'ᵗ': 't', 'ʰ': 'h', 'ⁿ': 'n', 'ᵈ': 'd', 'ᵒ': 'o', 'ᵐ': 'm',
}

// fold gives a word in small letters without accents. Other letters become '?', which stands in no table. It costs
// nothing for a word that is so already.
func fold(word string) string {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return foldAll(word)
		}
	}
	return word
}

func foldAll(word string) string {
	if !mayFold(word) {
		return strings.ToLower(word)
	}
	folded := make([]byte, 0, 24)
	for _, c := range word {
		switch {
		case 'a' <= c && c <= 'z':
			folded = append(folded, byte(c))
		case 'A' <= c && c <= 'Z':
			folded = append(folded, byte(c)+'a'-'A')
		case '\u0300' <= c && c <= '\u036f': // an accent by itself
		case bases[c] != 0:
			folded = append(folded, bases[c])
		default:
			folded = append(folded, '?')
		}
	}
	return string(folded)
}

// mayFold tells whether a word has letters that are not ASCII.
func mayFold(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

package typography

import (
	"strings"
	"unicode"
)

// suspect tells whether there may be anything in a French text to remark on. Reading a text takes far longer than a glance
// at its letters, and most texts have nothing to remark on.
func suspect(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			if suspectNumber(text[i+1:]) {
				return true
			}
		case 'A' <= c && c <= 'Z':
			if suspectCapital(c, text[i+1:]) {
				return true
			}
		}
	}
	return false
}

// suspectNumber looks at what follows a digit: a suffix, or the capital of a month.
func suspectNumber(rest string) bool {
	if hasSuffixOfOrdinal(rest) {
		return true
	}
	rest = strings.TrimPrefix(rest, "er")
	month := strings.TrimLeftFunc(rest, unicode.IsSpace)
	return len(month) < len(rest) && month != "" && 'A' <= month[0] && month[0] <= 'Z'
}

// suspectCapital looks at what follows a capital: the suffix of a Roman number, or the rest of a word without its accent.
func suspectCapital(c byte, rest string) bool {
	switch c {
	case 'A':
		return rest == "" || !isSmall(rest[0])
	case 'C':
		return strings.HasPrefix(rest, "a") || hasSuffixOfOrdinal(rest)
	case 'E':
		if strings.HasPrefix(rest, "tant") {
			return true
		}
		for _, stem := range accentedStems {
			if strings.HasPrefix(rest, stem) {
				return true
			}
		}
	case 'I', 'V', 'X', 'L', 'D', 'M':
		return hasSuffixOfOrdinal(rest)
	}
	return false
}

// hasSuffixOfOrdinal tells whether a text begins as the suffix of an ordinal number that is too long.
func hasSuffixOfOrdinal(rest string) bool {
	for _, begin := range [...]string{"ème", "eme", "éme", "ère", "ere", "ière", "iere", "ième", "ieme", "ier"} {
		if strings.HasPrefix(rest, begin) {
			return true
		}
	}
	return false
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' || c == 0xc3 } // or À to ÿ

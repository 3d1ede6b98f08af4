package typography

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character is to the reader of tokens.
type class uint8

const (
	other class = iota
	letter
	digit
	blank
)

// ascii has the classes of the ASCII characters, which most text is made of.
var ascii = func() (classes [utf8.RuneSelf]class) {
	for c := range classes {
		switch {
		case '0' <= c && c <= '9':
			classes[c] = digit
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			classes[c] = letter
		case c == ' ', '\t' <= c && c <= '\r':
			classes[c] = blank
		}
	}
	return classes
}()

// classOf gives the class of a character that is not ASCII. The digits of other scripts count as letters, and so do
// marks, superior figures (m²) and the invisible parts of words.
func classOf(r rune) class {
	switch {
	case '\u00c0' <= r && r <= '\u024f':
		if r == '×' || r == '÷' {
			return other
		}
		return letter
	case isBlank(r):
		return blank
	case r == '²', r == '³', r == '\u00ad', r == '\u200c', r == '\u200d':
		return letter
	case unicode.In(r, unicode.L, unicode.M, unicode.Nd):
		return letter
	}
	return other
}

// isBlank tells whether a character that is not ASCII is white space.
func isBlank(r rune) bool {
	switch r {
	case noBreak, narrowNoBreak, '\u205f', '\u3000', '\u2028', '\u2029':
		return true
	}
	return '\u2000' <= r && r <= '\u200a'
}

// The spaces that an author may have typed on purpose, so that they are kept.
const (
	noBreak       = '\u00a0'
	narrowNoBreak = '\u202f'
	thin          = '\u2009'
)

// plain tells at a glance that no rule has anything to do in a text: it is letters, spaces, commas and at most a full
// stop at the end, and none of its words begins as a title does. It may miss that, never the opposite.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', c == ' ', c == '\n', c == ',', c == '(', c == ')':
		case c == '.' && i == len(text)-1:
		case c == 0xc3 && i+1 < len(text): // À to ÿ
			i++
		case 'A' <= c && c <= 'Z' && !beginsTitle(c):
		default:
			return false
		}
	}
	return true
}

// beginsTitle tells whether a capital may begin a title, a Roman numeral, a month or the code of a currency before or
// after which something stands.
func beginsTitle(c byte) bool {
	switch c {
	case 'M', 'D', 'P', 'G', 'I', 'V', 'X', 'L', 'C', 'R', 'S', 'H':
		return true
	}
	return false
}

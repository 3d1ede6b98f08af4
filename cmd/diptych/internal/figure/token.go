package figure

import (
	"unicode"
	"unicode/utf8"
)

// kind is what a token is.
type kind uint8

const (
	edge    kind = iota // beyond the text
	letters             // a word, without its hyphens and apostrophes
	digits              // 0 to 9
	mark                // any other character
)

// gap is the white space before a token. No kind of space is told from another: an author may type any.
type gap uint8

const (
	tight  gap = iota // none
	single            // one space
	wide              // more
)

// token is the smallest part of a text that is looked at.
type token struct {
	start, end int32
	char       rune // of a mark, with all hyphens as '-', all dashes as '–' and all apostrophes as '\''
	kind       kind
	gap        gap
	used       bool // it belongs to a figure that was read already
}

func (t *token) is(char rune) bool { return t.kind == mark && t.char == char }

func (t *token) size() int { return int(t.end - t.start) }

// scan appends the tokens of a text.
func scan(text string, tokens []token) []token {
	space := tight
	for i := 0; i < len(text); {
		start := i
		kind, char, size := classify(text[i:])
		i += size
		switch kind {
		case letters, digits:
			for i < len(text) {
				next, _, size := classify(text[i:])
				if next != kind {
					break
				}
				i += size
			}
		case edge:
			space = wider(space, char)
			continue
		}
		tokens = append(tokens, token{start: int32(start), end: int32(i), char: char, kind: kind, gap: space})
		space = tight
	}
	return tokens
}

// wider gives the gap with one more space. The invisible parts of words are no space.
func wider(space gap, char rune) gap {
	switch {
	case char != ' ':
		return space
	case space == tight:
		return single
	}
	return wide
}

// classify tells what the first character of a text is. White space is an edge.
func classify(text string) (kind kind, char rune, size int) {
	c := text[0]
	switch {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		return letters, 0, 1
	case '0' <= c && c <= '9':
		return digits, 0, 1
	case c == ' ' || '\t' <= c && c <= '\r':
		return edge, ' ', 1
	case c < utf8.RuneSelf:
		return mark, rune(c), 1
	case c == 0xc3 && len(text) > 1 && text[1]&0xc0 == 0x80 && text[1] != 0x97 && text[1] != 0xb7: // À to ÿ but × and ÷
		return letters, 0, 2
	}
	char, size = utf8.DecodeRuneInString(text)
	kind, char = classifyRune(char)
	return kind, char, size
}

func classifyRune(r rune) (kind, rune) {
	switch r {
	case '’', '‘', 'ʼ':
		return mark, '\''
	case '\u2010', '\u2011':
		return mark, '-'
	case '\u2012', '\u2013', '\u2014', '\u2212':
		return mark, '–'
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return edge, 0
	}
	switch {
	case unicode.IsSpace(r):
		return edge, ' '
	case unicode.In(r, unicode.L, unicode.M):
		return letters, 0
	}
	return mark, r
}

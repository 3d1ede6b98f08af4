package decode

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
)

// quoted reads a string of any of TOML's four kinds and gives its content, escapes resolved where a key needs them.
func (s *scanner) quoted() (string, bool) {
	rest := s.text[s.at:]
	for _, quote := range []string{`"""`, "'''", `"`, "'"} {
		if !strings.HasPrefix(rest, quote) {
			continue
		}
		end := closing(rest[len(quote):], quote)
		if end < 0 {
			return "", false
		}
		content := rest[len(quote) : len(quote)+end]
		s.at += len(quote) + end + len(quote)
		return unescape(content, quote), true
	}
	return "", false
}

// closing finds the quote that ends a string whose content starts with text, or -1. Up to two more quotes may stand
// directly before the closing three.
func closing(text, quote string) int {
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote[0] == '"':
			i++
		case text[i] == '\n' && len(quote) == 1:
			return -1
		case strings.HasPrefix(text[i:], quote):
			for len(quote) == 3 && strings.HasPrefix(text[i+1:], quote) {
				i++
			}
			return i
		}
	}
	return -1
}

// unescape resolves the escapes of a basic string; a literal string has none, and most others too.
func unescape(content, quote string) string {
	if quote != `"` || !strings.Contains(content, `\`) {
		return content
	}
	var resolved strings.Builder
	for {
		plain, rest, found := strings.Cut(content, `\`)
		resolved.WriteString(plain)
		if !found || rest == "" {
			return resolved.String()
		}
		r, size := escape(rest)
		resolved.WriteRune(r)
		content = rest[size:]
	}
}

// escape reads what stands behind a backslash, as TOML 1.1 has it: the character, and how many bytes stand for it.
func escape(text string) (rune, int) {
	if i := strings.IndexByte("btnfre", text[0]); i >= 0 {
		return rune("\b\t\n\f\r\x1b"[i]), 1
	}
	if i := strings.IndexByte("xuU", text[0]); i >= 0 {
		end := min(1+[...]int{2, 4, 8}[i], len(text))
		code, _ := strconv.ParseUint(text[1:end], 16, 32)
		return rune(code), end
	}
	return utf8.DecodeRuneInString(text)
}

// markLength gives the length of the byte order mark that the library passes over.
func markLength(text string) int {
	for _, mark := range []string{"\ufeff", "\xff\xfe", "\xfe\xff"} {
		if strings.HasPrefix(text, mark) {
			return len(mark)
		}
	}
	return 0
}

// skip passes white space and then one character, if it is c.
func (s *scanner) skip(c byte) bool {
	s.skipSpace()
	if s.at < len(s.text) && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

func (s *scanner) skipSpace() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
	}
}

// skipBlank passes white space, line ends and comments, and tells whether anything is left.
func (s *scanner) skipBlank() bool {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\n', '\r':
			s.at++
		case '#':
			end := strings.IndexByte(s.text[s.at:], '\n')
			if end < 0 {
				end = len(s.text) - s.at
			}
			s.at += end
		default:
			return true
		}
	}
	return false
}

// here gives the place of the next character.
func (s *scanner) here() source.Pos {
	s.pos = advance(s.pos, s.text[s.mark:s.at])
	s.mark = s.at
	return s.pos
}

// note remembers the first place of a path.
func (s *scanner) note(places map[string]source.Pos, path string, pos source.Pos) {
	if _, known := places[path]; !known {
		places[path] = pos
	}
}

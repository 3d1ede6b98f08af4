package markdown

import (
	"strings"

	"github.com/yuin/goldmark/parser"

	"diptych/cmd/diptych/internal/source"
)

// To find bare addresses, the parser stops at each space and each bracket, and parts the text there. Most bodies have no such
// address, and are read by a parser that doesn't look for any, in four fifths of the time. Its tree differs in where texts are
// parted, and HTML, headings and problems are the same all the same, save in a few cases that are left to the other parser:
// where it parts white space, the one before the part stays at the end of a line; and an abbreviation is found in one part.

// parserFor gives the parser for a body.
func (r *Renderer) parserFor(body string) parser.Parser {
	if mayHaveAddress(body) || hasWideSpace(body) {
		return r.parser()
	}
	return r.brisk()
}

// mayHaveAddress tells whether there is anything in a body that every bare address has.
func mayHaveAddress(body string) bool {
	return strings.Contains(body, "://") || strings.Contains(body, "www.") || strings.Contains(body, "@")
}

// hasWideSpace tells whether there is more than a space, or white space of another kind, anywhere but at the beginning of a
// line.
func hasWideSpace(body string) bool {
	for rest := body; ; {
		at := strings.Index(rest, "  ")
		if at < 0 {
			return strings.Contains(body, "\t") || strings.Contains(body, "\v") || strings.Contains(body, "\f")
		}
		if at > 0 && rest[at-1] != '\n' {
			return true
		}
		rest = strings.TrimLeft(rest[at:], " ")
	}
}

// anyParted tells whether an abbreviation has a character at which the parser parts texts.
func anyParted(abbreviations map[source.Lang]map[string]string) bool {
	for _, expansions := range abbreviations {
		for short := range expansions {
			if strings.ContainsAny(short, " (") {
				return true
			}
		}
	}
	return false
}

package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// mark is how a finding may be written in the source: as an address, the end of one behind a #, an id, or else the
// beginning of an element. The zero mark is written nowhere.
type mark struct{ address, fragment, id, element string }

// find gives the offset in a source text at which the mark is written, or -1.
func (m mark) find(text string) int {
	switch {
	case m.address != "":
		for _, written := range []string{m.address, html.EscapeString(m.address)} {
			if at := findEnd(text, written, true); at >= 0 {
				return at
			}
		}
	case m.fragment != "":
		return findEnd(text, "#"+m.fragment, false)
	case m.id != "":
		for _, written := range []string{`id="` + m.id + `"`, `id='` + m.id + `'`, `{#` + m.id + `}`} {
			if at := strings.Index(text, written); at >= 0 {
				return at
			}
		}
	case m.element != "":
		return strings.Index(text, "<"+m.element)
	}
	return -1
}

// findEnd gives the offset at which the end of an address stands, or the whole of it, and not a part; or -1.
func findEnd(text, address string, whole bool) int {
	for from := 0; ; {
		at := strings.Index(text[from:], address)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(address):])
		if (!whole || isAround(before)) && isAround(after) {
			return at
		}
		from = at + len(address)
	}
}

// isAround tells whether a character can stand before or behind an address in Markdown, HTML or a layout. The end of the
// text counts as one.
func isAround(r rune) bool {
	return r == utf8.RuneError || unicode.IsSpace(r) || strings.ContainsRune(`"'=()<>,`, r)
}

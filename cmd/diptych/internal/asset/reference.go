package asset

import (
	"bytes"
	"strings"
)

// reference is a place in a style sheet that names another file.
type reference struct {
	from, to int // offsets in bytes of the name, without quotes
}

// blank is CSS's white space.
const blank = " \t\n\r\f"

// references finds the targets of url(…) and @import "…", outside comments and other strings (CSS Syntax, level 3), in
// the order of the text.
func references(css []byte) []reference {
	f := &finder{css: css}
	for f.at < len(css) {
		f.step()
	}
	return f.found
}

// finder goes once over a style sheet.
type finder struct {
	css       []byte
	at        int
	importing bool // between @import and its target
	found     []reference
}

// step passes a comment, a string, an escape, a url, or one character.
func (f *finder) step() {
	rest := f.css[f.at:]
	switch {
	case bytes.HasPrefix(rest, []byte("/*")):
		f.at += len("/*") + skipTo(rest[len("/*"):], "*/")
	case rest[0] == '"' || rest[0] == '\'':
		name, ok := f.quoted()
		if ok && f.importing {
			f.found = append(f.found, name)
		}
		f.importing = false
	case rest[0] == '\\': // an escaped quote in a selector begins no string
		f.at, f.importing = min(f.at+2, len(f.css)), false
	case hasPrefixFold(rest, "url(") && !f.inName():
		f.at += len("url(")
		f.importing = false
		f.url()
	case hasPrefixFold(rest, "@import"):
		f.at, f.importing = f.at+len("@import"), true
	default:
		f.importing = f.importing && strings.IndexByte(blank, rest[0]) >= 0
		f.at++
	}
}

// inName tells whether the character before belongs to a name, as in "curl(".
func (f *finder) inName() bool {
	if f.at == 0 {
		return false
	}
	c := f.css[f.at-1]
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c >= 0x80
}

// url reads from behind "url(" to behind ")".
func (f *finder) url() {
	for f.at < len(f.css) && strings.IndexByte(blank, f.css[f.at]) >= 0 {
		f.at++
	}
	if f.at == len(f.css) {
		return
	}
	name, ok := reference{}, true
	if c := f.css[f.at]; c == '"' || c == '\'' {
		if name, ok = f.quoted(); !ok {
			return
		}
		f.at += skipTo(f.css[f.at:], ")")
	} else {
		name = f.unquoted()
	}
	f.found = append(f.found, name)
}

// unquoted reads a name up to behind ")".
func (f *finder) unquoted() reference {
	from := f.at
	for f.at < len(f.css) && f.css[f.at] != ')' {
		if f.css[f.at] == '\\' {
			f.at++
		}
		f.at++
	}
	f.at = min(f.at, len(f.css))
	name := bytes.TrimRight(f.css[from:f.at], blank)
	f.at = min(f.at+1, len(f.css))
	return reference{from, from + len(name)}
}

// quoted passes the string that begins here and gives what is between its quotes. A string that a line's end cuts off is
// none, and the end of the text closes it.
func (f *finder) quoted() (reference, bool) {
	quote := f.css[f.at]
	for i := f.at + 1; i < len(f.css); i++ {
		switch f.css[i] {
		case '\\':
			i++
			if bytes.HasPrefix(f.css[min(i, len(f.css)):], []byte("\r\n")) {
				i++
			}
		case '\n', '\r', '\f':
			f.at = i
			return reference{}, false
		case quote:
			content := reference{f.at + 1, i}
			f.at = i + 1
			return content, true
		}
	}
	content := reference{f.at + 1, len(f.css)}
	f.at = len(f.css)
	return content, true
}

// skipTo gives the length up to and including the first end, or of the whole.
func skipTo(css []byte, end string) int {
	if i := bytes.Index(css, []byte(end)); i >= 0 {
		return i + len(end)
	}
	return len(css)
}

func hasPrefixFold(css []byte, prefix string) bool {
	return len(css) >= len(prefix) && strings.EqualFold(string(css[:len(prefix)]), prefix)
}

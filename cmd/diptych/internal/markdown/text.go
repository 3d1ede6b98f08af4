package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// replacement stands for what no HTML may contain.
const replacement = "\ufffd"

// longestReference is the size of the longest character reference of HTML, `&CounterClockwiseContourIntegral;`.
const longestReference = 33

// decode appends the text that src stands for: backslash escapes and character references resolved, each of them once
// (CommonMark 0.31, 2.4 and 2.5).
func decode(dst, src []byte) []byte {
	for {
		i := bytes.IndexAny(src, `\&`)
		if i < 0 {
			return append(dst, src...)
		}
		dst = append(dst, src[:i]...)
		src = src[i:]
		size := 0
		dst, size = decodeOne(dst, src)
		src = src[size:]
	}
}

// decodeOne decodes what begins with a backslash or an ampersand, and tells how many bytes of src it took.
func decodeOne(dst, src []byte) ([]byte, int) {
	if src[0] == '\\' {
		if len(src) > 1 && util.IsPunct(src[1]) {
			return append(dst, src[1]), 2
		}
		return append(dst, '\\'), 1
	}
	end := bytes.IndexByte(src[:min(len(src), longestReference)], ';')
	if end < 0 {
		return append(dst, '&'), 1
	}
	if r, ok := codePoint(src[1:end]); ok {
		return utf8.AppendRune(dst, r), end + 1
	}
	if entity, ok := util.LookUpHTML5EntityByName(string(src[1:end])); ok {
		return append(dst, entity.Characters...), end + 1
	}
	return append(dst, '&'), 1
}

// codePoint reads a numeric reference without its ampersand and semicolon: `#233`, `#xE9`. It has at most seven
// decimal or six hexadecimal digits.
func codePoint(name []byte) (rune, bool) {
	digits, found := bytes.CutPrefix(name, []byte("#"))
	if !found {
		return 0, false
	}
	base, longest := 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, longest = digits[1:], 16, 6
	}
	value, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil || len(digits) > longest {
		return 0, false
	}
	if value == 0 || !utf8.ValidRune(rune(value)) {
		return utf8.RuneError, true
	}
	return rune(value), true
}

// escape appends text for the inside of an element or of a quoted attribute. Control characters other than tab and
// line feed, which HTML may not contain, become U+FFFD.
func escape[T []byte | string](dst []byte, text T) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c == ' ' || c > '>' && c < 0x7f || c > 0xc2 { // as most are
			continue
		}
		instead, size := escapeAt(text, i)
		if size == 0 {
			continue
		}
		dst = append(append(dst, text[from:i]...), instead...)
		from = i + size
		i = from - 1
	}
	return append(dst, text[from:]...)
}

// escapeAt gives what must be written instead of the character at i, and its size in bytes; 0 if it may stand as it
// is.
func escapeAt[T []byte | string](text T, i int) (instead string, size int) {
	switch c := text[i]; {
	case c == '&':
		return "&amp;", 1
	case c == '<':
		return "&lt;", 1
	case c == '>':
		return "&gt;", 1
	case c == '"':
		return "&quot;", 1
	case c < ' ' && c != '\t' && c != '\n', c == 0x7f:
		return replacement, 1
	case c == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0: // U+0080 to U+009F
		return replacement, 2
	}
	return "", 0
}

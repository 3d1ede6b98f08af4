package source

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// normalise gives a text as UTF-8 with LF line ends, without a byte order mark. Where the bytes are not UTF-8 it says so
// once, and the text has U+FFFD in their place, so that the rest of the file is still checked.
func normalise(path string, data []byte) (string, []Problem) {
	bad := invalidAt(data)
	text := string(plain(data))
	if bad < 0 {
		return text, nil
	}
	return strings.ToValidUTF8(text, "\ufffd"), []Problem{notUTF8(path, data, bad)}
}

// plain gives a text as all rooms know it, but for what is not UTF-8.
func plain(data []byte) []byte {
	data = lines(data)
	if bytes.IndexByte(data, 0) >= 0 {
		data = bytes.ReplaceAll(data, []byte{0}, []byte("\ufffd")) // as CommonMark 2.3 asks
	}
	return data
}

// lines gives a text with LF line ends and without a byte order mark.
func lines(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	return data
}

// invalidAt gives the offset in bytes of the first byte that is not part of UTF-8 text, or -1.
func invalidAt(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func notUTF8(path string, data []byte, offset int) Problem {
	before := lines(data[:offset]) // so that lines are counted as every later room counts them
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return Errorf("encoding", Pos{File: path, Line: line, Column: column},
		"the file is not UTF-8: byte 0x%02X at offset %d; it looks like %s", data[offset], offset, likelyEncoding(data)).
		WithHint("save it again as UTF-8 in your editor")
}

// likelyEncoding guesses what was meant, for the message alone. It judges by the bytes that are not UTF-8, since a page
// may be UTF-8 but for one pasted sentence.
func likelyEncoding(data []byte) string {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return "UTF-16"
	}
	for i := invalidAt(data); i >= 0; i = invalidAt(data) {
		if b := data[i]; 0x80 <= b && b <= 0x9f { // control characters in ISO 8859-1, letters and quotes in Windows-1252
			return "Windows-1252"
		}
		data = data[i+1:]
	}
	return "Latin-1 (ISO 8859-1)"
}

package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/wording"
)

// address is what a destination comes to. One of its texts is set, or none for an empty symbolic one.
type address struct {
	external string           // a URL that goes to the HTML
	symbolic string           // what the author named, for others to resolve
	document bool             // whether that is a document, by its id
	refusal  wording.Sentence // why nothing may link there, as the end of a sentence
}

// The schemes. What is not here is refused, since a list of the forbidden never ends.
const (
	pageScheme = "page"
	docScheme  = "doc"
)

// judge decides on a destination, decoded from Markdown, by what it comes to once percent-encoding and control
// characters are gone as well: `java&#115;cript:`, `%6aavascript:` and `java&#10;script:` are all the same.
func judge(destination []byte, image bool) address {
	written := strip(string(destination))
	meant := strip(percentDecode(written, ""))
	if isNetworkPath(meant) {
		return refuse("names a host and no scheme")
	}
	scheme, rest, found := cutScheme(meant)
	if !found {
		return symbolic(written)
	}
	if shown, _, _ := cutScheme(written); shown != scheme {
		return refuse("hides its scheme, `%s:`", scheme)
	}
	return judgeScheme(written, scheme, rest, image)
}

func judgeScheme(written, scheme, rest string, image bool) address {
	switch scheme {
	case pageScheme:
		return symbolic(written)
	case docScheme:
		to := symbolic(written)
		to.document = true
		return to
	case "http", "https":
		if !hasHost(rest) {
			return refuse("names no host")
		}
		return address{external: percentEncode(written)}
	case "mailto", "tel":
		if !image {
			return address{external: percentEncode(written)}
		}
	}
	return refuse("has the scheme `%s:`", scheme)
}

func refuse(why wording.Phrase, args ...any) address {
	return address{refusal: wording.Sprintf(why, args...)}
}

// symbolic decodes what an author named. %23, %25, %2F and %3F stay, because the characters themselves would mean
// something else.
func symbolic(written string) address {
	decoded := percentDecode(written, "#%/?")
	if !utf8.ValidString(decoded) {
		decoded = written
	}
	return address{symbolic: strip(decoded)}
}

// strip takes away what browsers ignore in an address or what is never seen: control characters, and space at the
// ends.
func strip(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// isNetworkPath tells whether an address begins with the name of a host; browsers take a backslash for a slash.
func isNetworkPath(s string) bool {
	return len(s) > 1 && (s[0] == '/' || s[0] == '\\') && (s[1] == '/' || s[1] == '\\')
}

// cutScheme splits an address after its scheme (RFC 3986, 3.1), which is given in lower case and without the colon.
func cutScheme(s string) (scheme, rest string, found bool) {
	scheme, rest, found = strings.Cut(s, ":")
	if !found || scheme == "" || !isLetter(scheme[0]) {
		return "", "", false
	}
	for i := range len(scheme) {
		if c := scheme[i]; !isLetter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.' {
			return "", "", false
		}
	}
	return strings.ToLower(scheme), rest, true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// hasHost tells whether a host follows the scheme. Browsers mend what has none in ways that nobody expects.
func hasHost(rest string) bool {
	host, found := strings.CutPrefix(rest, "//")
	return found && host != "" && !strings.ContainsRune(`/\?#:@`, rune(host[0]))
}

// percentDecode decodes each %xx whose character is not in keep. The result may be no UTF-8.
func percentDecode(s, keep string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c, ok := percentByte(s[i:])
		if !ok || strings.IndexByte(keep, c) >= 0 {
			out = append(out, s[i])
			continue
		}
		out = append(out, c)
		i += 2
	}
	return string(out)
}

// percentByte reads the %xx with which s begins.
func percentByte(s string) (byte, bool) {
	if len(s) < 3 || s[0] != '%' {
		return 0, false
	}
	high, low := hexDigit(s[1]), hexDigit(s[2])
	return byte(high<<4 | low), high >= 0 && low >= 0
}

// hexDigit gives the value of a hexadecimal digit, or -1.
func hexDigit(c byte) int { return bytes.IndexByte([]byte("0123456789abcdef"), lower(c)) }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// percentEncode writes the characters that no URL may have as %xx. Letters of all scripts are left to the browser,
// which knows how to write them in a host and in a path (WHATWG URL, 4.3).
func percentEncode(s string) string {
	const digits = "0123456789ABCDEF"
	unsafe := "\"<>\\^`{|}[]"
	if strings.Contains(s, "://[") { // the host is an IPv6 address
		unsafe = strings.TrimSuffix(unsafe, "[]")
	}
	var out strings.Builder
	for i := range len(s) {
		c := s[i]
		_, encoded := percentByte(s[i:])
		if c > ' ' && strings.IndexByte(unsafe, c) < 0 && (c != '%' || encoded) {
			out.WriteByte(c)
			continue
		}
		out.Write([]byte{'%', digits[c>>4], digits[c&15]})
	}
	return out.String()
}

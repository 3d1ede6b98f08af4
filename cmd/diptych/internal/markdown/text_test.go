package markdown

import (
	"html"
	"strings"
	"testing"
)

func TestDecode(t *testing.T) {
	tests := map[string]string{
		``: ``, `été`: `été`, `\`: `\`, `&`: `&`, `a\`: `a\`, `\a\é\!\\`: `\a\é!\`, `\&amp;`: `&amp;`, `&amp;amp;`: `&amp;`,
		`&#38;eacute;`: `&eacute;`, `&#010;`: "\n", `&#0;&#x110000;&#xd800;`: "\ufffd\ufffd\ufffd", `&#12345678;`: `&#12345678;`,
		`&#x1234567;`: `&#x1234567;`, `&#;&#x;&#+5;&;`: `&#;&#x;&#+5;&;`, `&Eacute &eacute;`: `&Eacute é`, `&nosuch;`: `&nosuch;`,
		`&CounterClockwiseContourIntegral;`: `∳`, `&#X1F600;`: `😀`, `& lt;`: `& lt;`,
	}
	for src, want := range tests {
		if got := string(decode(nil, []byte(src))); got != want {
			t.Errorf("decode(%q) = %q, want %q", src, got, want)
		}
	}
}

func TestEscape(t *testing.T) {
	tests := map[string]string{
		"":                   "",
		"l’été à 5 °C\t\n":   "l’été à 5 °C\t\n",
		`<a href="x">&'</a>`: `&lt;a href=&quot;x&quot;&gt;&amp;'&lt;/a&gt;`,
		"\x00\r\x1b\x7f":     "\ufffd\ufffd\ufffd\ufffd",
		"\u0080\u009f\u00a0": "\ufffd\ufffd\u00a0",
		"é\xc2":              "é\xc2",
	}
	for text, want := range tests {
		if got := string(escape([]byte("à"), []byte(text))); got != "à"+want {
			t.Errorf("escape(%q) = %q, want %q", text, got, "à"+want)
		}
	}
}

// FuzzText holds decode and escape against the standard library's reading of HTML.
func FuzzText(f *testing.F) {
	for _, seed := range []string{`l&eacute;té \* &amp; <`, `&#x41;&#65;`, "\\\\&lt", "é\x00\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		escaped := string(escape(nil, []byte(text)))
		if strings.ContainsAny(escaped, "<>\"\x00") {
			t.Errorf("escape(%q) = %q", text, escaped)
		}
		printable := strings.Map(keepPrintable, text)
		if got := html.UnescapeString(string(escape(nil, []byte(printable)))); got != printable {
			t.Errorf("%q comes back as %q", printable, got)
		}
		if got := string(decode(nil, []byte(mask(printable)))); got != printable {
			t.Errorf("decode(%q) = %q", mask(printable), got)
		}
	})
}

// keepPrintable drops what escape replaces.
func keepPrintable(r rune) rune {
	if r < ' ' || 0x7f <= r && r < 0xa0 || r == 0xfffd {
		return -1
	}
	return r
}

// mask escapes all punctuation of ASCII, as Markdown allows.
func mask(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

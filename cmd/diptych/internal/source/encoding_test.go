package source

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestEncodings(t *testing.T) {
	tests := []struct{ name, bytes, text, problem string }{
		{"Latin-1", "# L'\xe9t\xe9\n", "# L'\ufffdt\ufffd\n",
			"f.md:1:5: the file is not UTF-8: byte 0xE9 at offset 4; it looks like Latin-1 (ISO 8859-1)"},
		{"Windows-1252 apostrophe", "Un\nl\x92\xe9t\xe9", "Un\nl\ufffdt\ufffd",
			"f.md:2:2: the file is not UTF-8: byte 0x92 at offset 4; it looks like Windows-1252"},
		{"Windows-1252 quotes after an accent", "\xe9 \x93oui\x94", "\ufffd \ufffdoui\ufffd",
			"f.md:1:1: the file is not UTF-8: byte 0xE9 at offset 0; it looks like Windows-1252"},
		{"one pasted word in UTF-8", "« À l’École » :\nÉtat d’\xe9t\xe9", "« À l’École » :\nÉtat d’\ufffdt\ufffd",
			"f.md:2:8: the file is not UTF-8: byte 0xE9 at offset 32; it looks like Latin-1 (ISO 8859-1)"},
		{"column after accents", "éèà \xe9", "éèà \ufffd",
			"f.md:1:5: the file is not UTF-8: byte 0xE9 at offset 7; it looks like Latin-1 (ISO 8859-1)"},
		{"mark before", "\ufeffa\xe9", "a\ufffd",
			"f.md:1:2: the file is not UTF-8: byte 0xE9 at offset 4; it looks like Latin-1 (ISO 8859-1)"},
		{"old Mac line ends", "a\rb\r\xe9", "a\nb\n\ufffd",
			"f.md:3:1: the file is not UTF-8: byte 0xE9 at offset 4; it looks like Latin-1 (ISO 8859-1)"},
		{"CRLF", "a\r\nb\xe9\r\n", "a\nb\ufffd\n",
			"f.md:2:2: the file is not UTF-8: byte 0xE9 at offset 4; it looks like Latin-1 (ISO 8859-1)"},
		{"surrogate", "a\xed\xa0\x80b", "a\ufffdb",
			"f.md:1:2: the file is not UTF-8: byte 0xED at offset 1; it looks like Windows-1252"},
		{"cut off", "fin \xc3", "fin \ufffd",
			"f.md:1:5: the file is not UTF-8: byte 0xC3 at offset 4; it looks like Latin-1 (ISO 8859-1)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, problems := normalise("f.md", []byte(test.bytes))
			if text != test.text {
				t.Errorf("text is %q, want %q", text, test.text)
			}
			if diff := cmp.Diff([]string{"error encoding " + test.problem}, told(problems)); diff != "" {
				t.Fatalf("problems (-want +got):\n%s", diff)
			}
			if want := "save it again as UTF-8 in your editor"; problems[0].Hint.English != want {
				t.Errorf("hint is %q", problems[0].Hint.English)
			}
		})
	}
}

func TestEncodingUTF16(t *testing.T) {
	for _, big := range []bool{false, true} {
		text, problems := normalise("f.md", encode16("# L’été\n", big))
		if len(problems) != 1 || !strings.HasSuffix(problems[0].Message.English, "it looks like UTF-16") {
			t.Errorf("big-endian %v: problems: %q", big, told(problems))
		}
		if !utf8.ValidString(text) || strings.Contains(text, "\x00") {
			t.Errorf("big-endian %v: text is %q", big, text)
		}
	}
}

// encode16 writes a text as UTF-16 with a byte order mark.
func encode16(text string, big bool) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		if big {
			data = append(data, byte(unit>>8), byte(unit))
		} else {
			data = append(data, byte(unit), byte(unit>>8))
		}
	}
	return data
}

// FuzzNormalise holds what every later room relies on, and that a text which is in order already is left alone.
func FuzzNormalise(f *testing.F) {
	for _, seed := range []string{"", "L’été\r\n", "\ufeffà\r", "\xe9", "a\x00b", "\xff\xfeL\x00", "« \x93 »"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, problems := normalise("f.md", data)
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00") {
			t.Fatalf("%q gives %q", data, text)
		}
		if (len(problems) == 0) != utf8.Valid(data) {
			t.Fatalf("%q gives the problems %q", data, told(problems))
		}
		if len(problems) == 1 && (problems[0].Pos.Line < 1 || problems[0].Pos.Line > 1+strings.Count(text, "\n")) {
			t.Fatalf("%q: line %d is not in the text", data, problems[0].Pos.Line)
		}
		again, more := normalise("f.md", []byte(text))
		if len(more) > 0 || (again != text && !strings.HasPrefix(text, "\ufeff")) {
			t.Fatalf("%q becomes %q, and that %q", data, text, again)
		}
	})
}

package card

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/color"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font/gofont/goregular"

	"diptych/cmd/diptych/internal/wording"
)

func TestMissing(t *testing.T) {
	for _, test := range []struct {
		text Text
		want string
	}{
		{meeting(), ""},
		{Text{Title: "“Œuvre” — ŸÉÀ 5–6 €, £ ‰ n° 1\u202f250 ſ\u2011x\u00a0e\u0301 a\u00adb\u200b"}, "ſ‰"},
		{Text{Site: "平", Title: "和 и", Lines: []string{"平"}, Name: "ع"}, "иع和平"},
		{Text{Title: "\xff"}, "\ufffd"},
		{Text{Title: "Łódź, Kraków, Şanlıurfa, Hồ Chí Minh, ĳ, Ƀ"}, "ĳɃ"},
	} {
		if got := string(newsreader(t).Missing(test.text)); got != string(test.want) {
			t.Errorf("of %q is missing %q, want %q", test.text, got, test.want)
		}
	}
}

// TestStandIns holds that a font without the characters that only typography knows needs none of them.
func TestStandIns(t *testing.T) {
	if got := press(t, goregular.TTF).Missing(Text{Title: "fin\u202f; afflux\u2007de\u00a01\u2011x"}); len(got) > 0 {
		t.Errorf("the Go font lacks %q", string(got))
	}
}

func TestNewSaysWhatIsWrong(t *testing.T) {
	font, err := os.ReadFile("../../../../layouts/card/newsreader.ttf")
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(font)
	entry := bytes.Index(damaged, []byte("glyf"))
	from, length := binary.BigEndian.Uint32(damaged[entry+8:]), binary.BigEndian.Uint32(damaged[entry+12:])
	copy(damaged[from:from+length], bytes.Repeat([]byte{0xFF}, int(length)))
	pale := siteDesign(t)
	pale.Ink = color.RGBA{0x6B, 0x6B, 0x6B, 0xFF} // it could be read itself
	for _, test := range []struct {
		font   []byte
		design Design
		want   string
	}{
		{nil, siteDesign(t), "this is not a TrueType or OpenType font"},
		{[]byte("wOF2\x00\x01\x00\x00"), siteDesign(t), "this is not a TrueType or OpenType font"},
		{font[:len(font)/2], siteDesign(t), "this is not a TrueType or OpenType font"},
		{make([]byte, maxFont+1), siteDesign(t), "the font has 8388609 bytes, and may have 8388608"},
		{damaged, siteDesign(t), "the font is damaged: its glyph number 0 can't be read"},
		{font, pale, "words in #6b6b6b can hardly be read on #f3f0e9"},
	} {
		_, err := New(test.font, test.design)
		said := wording.Error{}
		if !errors.As(err, &said) || said.English != test.want || said.French == said.English {
			t.Errorf("the error is %v, want %q in both languages\n%s", err, test.want, cmp.Diff(test.want, said.English))
		}
	}
}

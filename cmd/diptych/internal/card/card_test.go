package card

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/math/fixed"

	"diptych/cmd/diptych/internal/wording"
)

const (
	siteName  = "Conférence d’Accra de 2023 sur le maintien de la paix"
	longTitle = "Œuvrer à l’égalité\u202f: les États Membres s’engagent à financer, d’ici à 2026, plus de 1\u202f250 postes d’officières et de policières"
)

// meeting is a card with all its texts.
func meeting() Text {
	return Text{siteName, "Conférence préparatoire sur le thème «\u202fsûreté et sécurité\u202f»",
		[]string{"30–31 août 2023", "Islamabad (Pakistan)"}, "Français"}
}

// cards has what a card may look like.
func cards() map[string]Text {
	return map[string]Text{
		"a meeting":     meeting(),
		"short":         {siteName, "À propos", nil, "Français"},
		"long":          {siteName, longTitle, []string{"Du 30 novembre 2023 au 2 février 2024", "Centre de conférences, Addis-Abeba"}, "Français"},
		"endless words": {strings.Repeat("o", 300), strings.Repeat("x", 300), []string{strings.Repeat("v", 300)}, strings.Repeat("w", 300)},
		"endless texts": {strings.Repeat("où ", 300), strings.Repeat("été ", 300), []string{strings.Repeat("à ", 300), strings.Repeat("ça ", 300), strings.Repeat("là ", 300)}, "English"},
		"only facts":    {Lines: []string{"a", "", "b", "c", "d"}},
		"nothing":       {},
	}
}

func siteDesign(t testing.TB) Design {
	colour := func(s string) color.RGBA {
		c, err := ParseColour(s)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	return Design{colour("#0b2c42"), colour("#f6f3ea"), colour("#f3f0e9"), colour("#16242f"), colour("#a67a20")}
}

// newsreader is a press with the font of the conference site.
func newsreader(t testing.TB) *Press {
	font, err := os.ReadFile("../../../../layouts/card/newsreader.ttf")
	if err != nil {
		t.Fatal(err)
	}
	return press(t, font)
}

func press(t testing.TB, font []byte) *Press {
	p, err := New(font, siteDesign(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func drawn(t testing.TB, p *Press, text Text) []byte {
	var out bytes.Buffer
	if err := p.Draw(&out, text); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// seen is a card as a network reads it.
func seen(t testing.TB, file []byte) *image.Paletted {
	decoded, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return decoded.(*image.Paletted)
}

// TestDraw holds what networks ask of a picture, and what keeps it small.
func TestDraw(t *testing.T) {
	p := newsreader(t)
	for name, text := range cards() {
		file := drawn(t, p, text)
		card := seen(t, file)
		if got, want := card.Rect, image.Rect(0, 0, 1200, 630); got != want {
			t.Errorf("%s: a card of %v, want %v", name, got, want)
		}
		if len(card.Palette) != 16 {
			t.Errorf("%s: %d colours, want 16, so that two pixels are a byte", name, len(card.Palette))
		}
		if len(file) > 24<<10 {
			t.Errorf("%s: %d bytes are too many", name, len(file))
		}
	}
}

// TestInkInside holds that words keep to their panels, and off the margins: only accents and descenders reach into them.
func TestInkInside(t *testing.T) {
	const tail = 36 // of the largest letters, below the last baseline
	room := []image.Rectangle{
		image.Rect(margin, margin-12, hinge-gutter, foot+tail),
		image.Rect(hinge+gutter, margin-12, Width-margin, foot+tail),
	}
	for font, p := range map[string]*Press{"Newsreader": newsreader(t), "Go": press(t, goregular.TTF)} {
		for name, text := range cards() {
			card := seen(t, drawn(t, p, text))
			for i, index := range card.Pix {
				at := image.Pt(i%Width, i/Width)
				if index != p.ground[i] && !at.In(room[0]) && !at.In(room[1]) {
					t.Errorf("%s, %s: there is ink at %v", font, name, at)
					break
				}
			}
		}
	}
}

// TestMarginsTouched holds that lines of all sizes begin on one vertical, and that both panels share their baselines.
func TestMarginsTouched(t *testing.T) {
	p := newsreader(t)
	card := seen(t, drawn(t, p, Text{"HE", "HHHHH EEEEE", []string{"HE", "HE"}, "HH"}))
	inked := func(x, y int) bool { return card.Pix[y*Width+x] != p.ground[y*Width+x] }
	for _, left := range []int{margin, hinge + gutter} {
		for _, baseline := range []int{top, foot} {
			if !inked(left+2, baseline-1) || inked(left-1, baseline-1) {
				t.Errorf("the line on %d does not begin at %d", baseline, left)
			}
			if inked(left+2, baseline) {
				t.Errorf("the line at %d does not stand on %d", left, baseline)
			}
		}
	}
}

// TestVoices holds what is said loudly: the title and the first fact. What has no room among the facts is left out.
func TestVoices(t *testing.T) {
	p := newsreader(t)
	loudest := func(text Text, r ramp) (index uint8) {
		for _, i := range seen(t, drawn(t, p, text)).Pix {
			if i >= r.first && i-r.first < r.steps {
				index = max(index, i-r.first)
			}
		}
		return index
	}
	deep, panel := p.colours.deep, p.colours.panel
	for _, test := range []struct {
		text Text
		ramp ramp
		want uint8
	}{
		{Text{Title: "H"}, deep, 6}, {Text{Site: "H"}, deep, 5},
		{Text{Lines: []string{"H", "."}}, panel, 5}, {Text{Lines: []string{"-", "HHHH"}}, panel, 5}, {Text{Name: "H"}, panel, 4},
	} {
		if got := loudest(test.text, test.ramp); got != test.want {
			t.Errorf("%q has the step %d, want %d", test.text, got, test.want)
		}
	}
	three := drawn(t, p, Text{Lines: []string{"a", "b", "c"}})
	if !bytes.Equal(drawn(t, p, Text{Lines: []string{"a", "b", "c", "d"}}), three) {
		t.Error("a fourth fact is drawn")
	}
}

// TestSecondFactIsSoft looks at the last line, where nothing but the second fact stands.
func TestSecondFactIsSoft(t *testing.T) {
	p := newsreader(t)
	card := seen(t, drawn(t, p, Text{Lines: []string{"H", "HHH"}}))
	strongest := slices.Max(card.Pix[(foot-4)*Width+hinge+fold : (foot-3)*Width])
	if want := p.colours.panel.soft().at(255); strongest != want {
		t.Errorf("the second fact has the colour %d, want %d", strongest, want)
	}
}

// TestAir holds that a high title leaves the site's name alone.
func TestAir(t *testing.T) {
	p := newsreader(t)
	card := seen(t, drawn(t, p, Text{Site: siteName, Title: "HHHHH HHHHH HHHHH HHHHH"}))
	below := top + leading(36) + 14
	for y := below; y < below+20; y++ {
		if !bytes.Equal(card.Pix[y*Width:(y+1)*Width], p.ground[y*Width:(y+1)*Width]) {
			t.Fatalf("there is ink in row %d", y)
		}
	}
}

// TestGlyphsMeet holds that a glyph takes no ink from its neighbour.
func TestGlyphsMeet(t *testing.T) {
	d := newDesk(newsreader(t))
	glyph, _ := d.glyph('H')
	d.stamp(d.outlineAt(glyph, 80), fixed.Point26_6{X: fixed.I(100), Y: fixed.I(100)}, d.colours.deep)
	before := bytes.Clone(d.canvas.Pix)
	d.stamp(d.outlineAt(glyph, 80), fixed.Point26_6{X: fixed.I(110) + 20, Y: fixed.I(104)}, d.colours.deep)
	for i, index := range before {
		if d.canvas.Pix[i] < index {
			t.Fatalf("at %d, %d the ink is less", i%Width, i/Width)
		}
	}
}

// TestHinge holds how wide the hinge is, and that its folds end before the words begin.
func TestHinge(t *testing.T) {
	p := newsreader(t)
	count := func(y int, index uint8) int { return bytes.Count(p.ground[y*Width:(y+1)*Width], []byte{index}) }
	for y, width := range map[int]int{0: lineWidth, Height / 2: knuckleWidth} {
		if got := count(y, p.colours.hinge); got != width {
			t.Errorf("the hinge is %d pixels wide, want %d", got, width)
		}
		for _, index := range []uint8{p.colours.deepFold, p.colours.panelFold} {
			if got := count(y, index); got != fold-width/2 {
				t.Errorf("a fold has %d pixels, want %d", got, fold-width/2)
			}
		}
	}
}

// TestEmptyCard holds that a card without words is the two panels and their hinge.
func TestEmptyCard(t *testing.T) {
	p := newsreader(t)
	card := seen(t, drawn(t, p, Text{Title: " \u00ad\n", Lines: []string{"", "\u200b"}}))
	if !bytes.Equal(card.Pix, p.ground) {
		t.Error("there are words")
	}
	for x, want := range map[int]uint8{0: p.colours.deep.first, hinge: p.colours.hinge, Width - 1: p.colours.panel.first} {
		if card.Pix[x] != want {
			t.Errorf("at %d the colour is %d, want %d", x, card.Pix[x], want)
		}
	}
}

// TestTogether holds that cards drawn at the same time, and one after the other on the same desk, have the same bytes.
func TestTogether(t *testing.T) {
	p, want := newsreader(t), map[string][]byte{}
	for name, text := range cards() {
		want[name] = drawn(t, newsreader(t), text)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for name, text := range cards() {
				if got := drawn(t, p, text); !bytes.Equal(got, want[name]) {
					t.Errorf("%s comes out in another way", name)
				}
				p.Missing(text)
			}
		})
	}
	group.Wait()
}

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
		{font, pale, "words in #6b6b6b can hardly be read on #f3f0e9: choose a lighter and a darker colour"},
	} {
		_, err := New(test.font, test.design)
		said := wording.Error{}
		if !errors.As(err, &said) || said.English != test.want || said.French == said.English {
			t.Errorf("the error is %v, want %q in both languages\n%s", err, test.want, cmp.Diff(test.want, said.English))
		}
	}
}

// fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestDrawGivesErrors holds that what goes wrong with the writer is told, and that the next card is well.
func TestDrawGivesErrors(t *testing.T) {
	p := newsreader(t)
	if err := p.Draw(fullDisk{}, meeting()); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("the error is %v", err)
	}
	if !bytes.Equal(drawn(t, p, meeting()), drawn(t, newsreader(t), meeting())) {
		t.Error("the next card is another one")
	}
}

func BenchmarkDraw(b *testing.B) {
	p := newsreader(b)
	for b.Loop() {
		if err := p.Draw(io.Discard, meeting()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newsreader(b)
	}
}

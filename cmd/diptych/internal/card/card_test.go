package card

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
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

// TestEmptyCard holds that a card without words is the two panels and their hinge.
func TestEmptyCard(t *testing.T) {
	p := newsreader(t)
	card := seen(t, drawn(t, p, Text{Title: " \u00ad\n", Lines: []string{"", "\u200b"}}))
	if !bytes.Equal(card.Pix, p.ground()) {
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

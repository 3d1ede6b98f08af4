package card

import (
	"bytes"
	"image"
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/math/fixed"
)

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
				if index != p.ground()[i] && !at.In(room[0]) && !at.In(room[1]) {
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
	inked := func(x, y int) bool { return card.Pix[y*Width+x] != p.ground()[y*Width+x] }
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
		if !bytes.Equal(card.Pix[y*Width:(y+1)*Width], p.ground()[y*Width:(y+1)*Width]) {
			t.Fatalf("there is ink in row %d", y)
		}
	}
}

// TestGlyphsMeet holds that a glyph takes no ink from its neighbour.
func TestGlyphsMeet(t *testing.T) {
	d := newDesk(newsreader(t))
	d.clear()
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
	count := func(y int, index uint8) int { return bytes.Count(p.ground()[y*Width:(y+1)*Width], []byte{index}) }
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

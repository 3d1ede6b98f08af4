package card

import (
	"image"
	"image/draw"
	"math"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// TestFill compares the coverage of letters with that of curves which are divided far more finely.
func TestFill(t *testing.T) {
	d := newDesk(newsreader(t))
	for _, size := range []int{28, 120} {
		for _, r := range "aSg&Œ’" {
			glyph, _ := d.glyph(r)
			segments := d.outlineAt(glyph, size)
			mask, ok := d.outline.fill(segments, fixed.Point26_6{X: 21, Y: -9})
			if !ok {
				t.Fatalf("%c has no area", r)
			}
			want := smooth(segments, fixed.Point26_6{X: 21, Y: -9}, mask.Rect)
			for i, got := range mask.Pix {
				if off := int(got) - int(want.Pix[i]); off < -20 || off > 20 {
					t.Errorf("%c at %d: a pixel is covered by %d, want %d", r, size, got, want.Pix[i])
					break
				}
			}
		}
	}
}

func smooth(segments sfnt.Segments, shift fixed.Point26_6, box image.Rectangle) *image.Alpha {
	raster := vector.NewRasterizer(box.Dx(), box.Dy())
	raster.DrawOp = draw.Src
	at := func(p fixed.Point26_6) (x, y float32) { return pixels(p.Add(shift).Sub(fixed.P(box.Min.X, box.Min.Y))) }
	for _, s := range segments {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			raster.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			raster.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			fromX, fromY := raster.Pen()
			toX, toY := at(s.Args[1])
			for i := range 100 {
				t := float32(i+1) / 100
				a, b, c := (1-t)*(1-t), 2*t*(1-t), t*t
				raster.LineTo(a*fromX+b*x+c*toX, a*fromY+b*y+c*toY)
			}
		}
	}
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	raster.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return mask
}

// TestAlong holds that curves of both degrees begin and end where they should, and pass the middle.
func TestAlong(t *testing.T) {
	a, b, c, d := fixed.P(0, 0), fixed.P(0, 40), fixed.P(80, 40), fixed.P(80, 0)
	for _, test := range []struct {
		points []fixed.Point26_6
		middle fixed.Point26_6
	}{
		{[]fixed.Point26_6{a, b, c}, fixed.P(20, 30)},
		{[]fixed.Point26_6{a, b, c, d}, fixed.P(40, 30)},
	} {
		end := test.points[len(test.points)-1]
		if along(test.points, 0, 6) != a || along(test.points, 3, 6) != test.middle || along(test.points, 6, 6) != end {
			t.Errorf("the curve goes by %v, %v, %v", along(test.points, 0, 6), along(test.points, 3, 6), along(test.points, 6, 6))
		}
	}
	if got := rounded(-3, 2); got != -2 {
		t.Errorf("-1.5 is rounded to %d, want -2, as 1.5 to 2", got)
	}
}

// TestFillRefuses holds that a glyph without area, and one that no card has room for, cost nothing.
func TestFillRefuses(t *testing.T) {
	var o outline
	line := func(x, y int) sfnt.Segment {
		return sfnt.Segment{Op: sfnt.SegmentOpLineTo, Args: [3]fixed.Point26_6{fixed.P(x, y)}}
	}
	for _, segments := range []sfnt.Segments{nil, {line(5, 0), line(9, 0)}, {line(0, 0), line(Width+1, 9)}, {line(0, 0), line(9, Height+1)}} {
		if _, ok := o.fill(segments, fixed.Point26_6{}); ok || len(o.mask.Pix) > 0 {
			t.Errorf("%v is filled", segments)
		}
	}
}

// TestCubic holds that a circle of four cubic curves, as OpenType fonts have them, is as large as a circle.
func TestCubic(t *testing.T) {
	const r, k = 100 * 64, 3535 // k makes the best circle
	at := func(x, y int) fixed.Point26_6 { return fixed.Point26_6{X: fixed.Int26_6(x), Y: fixed.Int26_6(y)} }
	curve := func(a, b, c fixed.Point26_6) sfnt.Segment {
		return sfnt.Segment{Op: sfnt.SegmentOpCubeTo, Args: [3]fixed.Point26_6{a, b, c}}
	}
	var o outline
	mask, _ := o.fill(sfnt.Segments{
		{Op: sfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{at(r, 0)}},
		curve(at(r, k), at(k, r), at(0, r)), curve(at(-k, r), at(-r, k), at(-r, 0)),
		curve(at(-r, -k), at(-k, -r), at(0, -r)), curve(at(k, -r), at(r, -k), at(r, 0)),
	}, fixed.Point26_6{})
	area := 0.0
	for _, coverage := range mask.Pix {
		area += float64(coverage) / 255
	}
	if want := math.Pi * 100 * 100; area < want*.9985 || area > want*1.0015 {
		t.Errorf("the circle has %.1f pixels, want %.1f", area, want)
	}
}

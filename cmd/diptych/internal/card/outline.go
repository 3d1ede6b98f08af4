package card

import (
	"image"
	"image/draw"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// An outline turns the curves of a glyph to coverage. The rasteriser is given straight lines only: how it divides curves
// depends on whether a machine multiplies and adds in one step.
type outline struct {
	raster vector.Rasterizer
	mask   image.Alpha
	pen    fixed.Point26_6
}

// fill gives the coverage of a glyph's segments that are moved by a part of a pixel. It is false for what has no area, and for
// what is larger than a card. The mask holds until the next call.
func (o *outline) fill(segments sfnt.Segments, shift fixed.Point26_6) (mask *image.Alpha, ok bool) {
	bounds := segments.Bounds().Add(shift)
	box := image.Rect(bounds.Min.X.Floor(), bounds.Min.Y.Floor(), bounds.Max.X.Ceil(), bounds.Max.Y.Ceil())
	if box.Empty() || box.Dx() > Width || box.Dy() > Height {
		return nil, false
	}
	o.prepare(box)
	shift = shift.Sub(fixed.P(box.Min.X, box.Min.Y))
	for _, segment := range segments {
		o.add(segment, shift)
	}
	o.raster.Draw(&o.mask, o.mask.Rect, image.Opaque, image.Point{})
	o.mask.Rect = box
	return &o.mask, true
}

func (o *outline) prepare(box image.Rectangle) {
	o.raster.Reset(box.Dx(), box.Dy())
	o.raster.DrawOp = draw.Src
	if size := box.Dx() * box.Dy(); size > cap(o.mask.Pix) {
		o.mask.Pix = make([]byte, size)
	}
	o.mask.Pix = o.mask.Pix[:box.Dx()*box.Dy()]
	o.mask.Stride = box.Dx()
	o.mask.Rect = image.Rect(0, 0, box.Dx(), box.Dy())
}

func (o *outline) add(s sfnt.Segment, shift fixed.Point26_6) {
	a, b, c := s.Args[0].Add(shift), s.Args[1].Add(shift), s.Args[2].Add(shift)
	switch s.Op {
	case sfnt.SegmentOpMoveTo:
		o.raster.MoveTo(pixels(a))
		o.pen = a
	case sfnt.SegmentOpLineTo:
		o.line(a)
	case sfnt.SegmentOpQuadTo:
		o.curve(bend(o.pen, a, b), o.pen, a, b)
	case sfnt.SegmentOpCubeTo:
		o.curve(3*max(bend(o.pen, a, b), bend(a, b, c)), o.pen, a, b, c)
	}
}

// curve draws a Bézier curve in as many lines that none strays from it by more than a sixteenth of a pixel.
func (o *outline) curve(bend int64, points ...fixed.Point26_6) {
	lines := int64(1)
	for ; lines*lines*16 < bend && lines < 64; lines++ {
	}
	for i := int64(1); i < lines; i++ {
		o.line(along(points, i, lines))
	}
	o.line(points[len(points)-1])
}

func (o *outline) line(to fixed.Point26_6) {
	o.raster.LineTo(pixels(to))
	o.pen = to
}

// along gives the point of a curve at part/whole of its way, by the polynomials of Bernstein.
func along(points []fixed.Point26_6, part, whole int64) fixed.Point26_6 {
	weights, sum := []int64{(whole - part) * (whole - part), 2 * part * (whole - part), part * part}, whole*whole
	if len(points) == 4 {
		rest := whole - part
		weights, sum = []int64{rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part}, sum*whole
	}
	var x, y int64
	for i, p := range points {
		x, y = x+weights[i]*int64(p.X), y+weights[i]*int64(p.Y)
	}
	return fixed.Point26_6{X: rounded(x, sum), Y: rounded(y, sum)}
}

func rounded(value, by int64) fixed.Int26_6 {
	if value < 0 {
		return fixed.Int26_6((value - by/2) / by)
	}
	return fixed.Int26_6((value + by/2) / by)
}

// bend is how far three points are from being one straight line in equal steps, in 64ths of a pixel.
func bend(a, b, c fixed.Point26_6) int64 {
	x, y := int64(a.X)-2*int64(b.X)+int64(c.X), int64(a.Y)-2*int64(b.Y)+int64(c.Y)
	return max(x, -x) + max(y, -y)
}

// pixels gives a place as the rasteriser takes it. The numbers are exact.
func pixels(p fixed.Point26_6) (x, y float32) { return float32(p.X) / 64, float32(p.Y) / 64 }

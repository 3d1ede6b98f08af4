package card

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// outlineAt gives the curves of a glyph at a size in pixels. They hold until the font is asked for something else.
func (d *desk) outlineAt(glyph sfnt.GlyphIndex, size int) sfnt.Segments {
	segments, err := d.font.LoadGlyph(&d.glyphs, glyph, fixed.I(size), nil)
	if err != nil { // New has read each glyph without
		return nil
	}
	return segments
}

// capitals gives the height of capitals at a size, in pixels.
func (d *desk) capitals(size int) int {
	glyph, _ := d.glyph('H')
	return -d.outlineAt(glyph, size).Bounds().Min.Y.Round()
}

// writeLine draws a line whose first letter touches the margin, whatever space it has on its left: lines of several sizes
// then begin below each other.
func (d *desk) writeLine(b block, line span, left, baseline int, ink ramp) {
	first := b.letters[line.from]
	start := fixed.I(left) - d.outlineAt(first.glyph, b.size).Bounds().Min.X
	for _, l := range b.letters[line.from:line.to] {
		x := start + fixed.Int26_6((l.at-first.at)*b.size*64/d.em)
		d.stamp(d.outlineAt(l.glyph, b.size), fixed.Point26_6{X: x, Y: fixed.I(baseline)}, ink)
	}
}

// stamp draws a glyph. Where it meets another the darker edge wins.
func (d *desk) stamp(segments sfnt.Segments, at fixed.Point26_6, ink ramp) {
	mask, ok := d.outline.fill(segments, at)
	if !ok {
		return
	}
	box := mask.Rect.Intersect(d.canvas.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		covered := mask.Pix[mask.PixOffset(box.Min.X, y):][:box.Dx()]
		pixels := d.canvas.Pix[d.canvas.PixOffset(box.Min.X, y):][:box.Dx()]
		for i, coverage := range covered {
			pixels[i] = max(pixels[i], ink.at(coverage))
		}
	}
}

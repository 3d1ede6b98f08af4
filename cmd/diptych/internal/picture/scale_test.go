package picture

import (
	"fmt"
	"image"
	"testing"

	"golang.org/x/image/draw"
)

// scaledByDraw is the oracle: the same kernel, in floating point.
func scaledByDraw(from image.Image, width, height int) *image.RGBA {
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(to, to.Rect, from, from.Bounds(), draw.Src, nil)
	return to
}

// TestScale compares with x/image/draw, in which a value may round the other way.
func TestScale(t *testing.T) {
	for _, size := range [][4]int{
		{40, 30, 24, 18}, {41, 31, 40, 30}, {100, 70, 33, 11}, {7, 5, 1, 1}, {1, 1, 1, 1}, {2, 2, 1, 2}, {3, 200, 2, 133},
		{500, 2, 400, 1}, {20, 20, 40, 37}, {1, 9, 4, 4}, {640, 480, 40, 30},
	} {
		from := photograph(size[0], size[1])
		want := scaledByDraw(from, size[2], size[3])
		got := rasterOf(from, true).scaled(size[2], size[3]).image().(*image.RGBA)
		for i := range want.Pix {
			if d := int(want.Pix[i]) - int(got.Pix[i]); d > 1 || d < -1 {
				t.Errorf("%v: sample %d is %d, want %d", size, i, got.Pix[i], want.Pix[i])
				break
			}
		}
	}
}

// TestScaleChroma compares with a picture that has all its samples: chroma must not move.
func TestScaleChroma(t *testing.T) {
	for _, ratio := range []image.YCbCrSubsampleRatio{
		image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420, image.YCbCrSubsampleRatio440,
		image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410,
	} {
		for _, width := range []int{90, 91} {
			from := image.NewYCbCr(image.Rect(0, 0, width, 63), ratio)
			for y := range 63 {
				for x := range width {
					from.Y[from.YOffset(x, y)] = uint8(x + y)
					from.Cb[from.COffset(x, y)] = uint8(60 + x)
					from.Cr[from.COffset(x, y)] = uint8(200 - 2*y)
				}
			}
			same := rasterOf(from, true).scaled(width, 63).image()
			if !equal(same, from) {
				t.Errorf("%v: completing chroma gives another picture", ratio)
			}
			near(t, fmt.Sprint(ratio, width), rasterOf(from, true).scaled(40, 28).image(), scaledByDraw(from, 40, 28), 1)
		}
	}
}

// TestScaleFlat holds that what has one colour keeps it, to the edges.
func TestScaleFlat(t *testing.T) {
	for width := 1; width < 60; width++ {
		from := image.NewGray(image.Rect(0, 0, width, 20))
		for i := range from.Pix {
			from.Pix[i] = 255
		}
		for _, sample := range rasterOf(from, true).scaled(17, 9).channels[0].samples {
			if sample != 255 {
				t.Fatalf("%d pixels wide: white became %d", width, sample)
			}
		}
	}
}

// TestScaleAlpha holds that colours stay those of a picture whose edge is transparent.
func TestScaleAlpha(t *testing.T) {
	from := image.NewNRGBA(image.Rect(0, 0, 60, 10))
	for i := 0; i < len(from.Pix); i += 4 {
		copy(from.Pix[i:], []byte{0, 255, 0, 0}) // green, which is not seen
		if i/4%60 < 30 {
			copy(from.Pix[i:], []byte{255, 0, 0, 255})
		}
	}
	got := rasterOf(from, false).scaled(23, 4).channels[0].samples
	for p := got; len(p) >= 4; p = p[4:] {
		if p[0] != p[3] || p[1] != 0 {
			t.Fatalf("a pixel is %v", p[:4])
		}
	}
}

func TestTurned(t *testing.T) {
	from := photograph(7, 4)
	for o := Orientation(0); o <= 8; o++ {
		got := rasterOf(clone(from), true).turned(o).image()
		if !equal(got, turnedNaively(from, o)) {
			t.Errorf("orientation %d: other pixels", o)
		}
	}
}

func clone(from *image.RGBA) *image.RGBA {
	to := image.NewRGBA(from.Rect)
	copy(to.Pix, from.Pix)
	return to
}

// turnedNaively turns in quarters, and mirrors, as the standard says in words: "the 0th row is at the right" is a quarter to
// the right.
func turnedNaively(from image.Image, o Orientation) image.Image {
	quarters := map[Orientation]int{3: 2, 4: 2, 5: 1, 6: 1, 7: 3, 8: 3}[o]
	if o == 2 || o == 4 || o == 5 || o == 7 {
		from = mirrored(from, o == 5 || o == 7)
	}
	for range quarters {
		from = quarter(from)
	}
	return from
}

// mirrored exchanges left and right, or top and bottom: 5 is a quarter to the right of what is upside down in a mirror.
func mirrored(from image.Image, rows bool) image.Image {
	b := from.Bounds()
	to := image.NewRGBA(b)
	for y := range b.Dy() {
		for x := range b.Dx() {
			if rows {
				to.Set(x, b.Dy()-1-y, from.At(x, y))
			} else {
				to.Set(b.Dx()-1-x, y, from.At(x, y))
			}
		}
	}
	return to
}

// quarter turns by a quarter to the right.
func quarter(from image.Image) image.Image {
	b := from.Bounds()
	to := image.NewRGBA(image.Rect(0, 0, b.Dy(), b.Dx()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			to.Set(b.Dy()-1-y, x, from.At(x, y))
		}
	}
	return to
}

// TestTaps holds that the weights of each sample are together 1, and stay within the line.
func TestTaps(t *testing.T) {
	for _, line := range [][4]int{{4000, 1, 4000, 2400}, {4001, 2, 2001, 1600}, {7, 4, 2, 3}, {16384, 1, 16384, 400}} {
		taps := tapsOf(line[0], line[1], line[2], line[3])
		for i, first := range taps.first {
			sum := int32(0)
			for _, weight := range taps.weights[i*taps.each:][:taps.each] {
				sum += weight
			}
			if sum != 1<<weightBits || first < 0 || first+taps.each > line[2] {
				t.Fatalf("%v: sample %d is made of %d from %d on, with weights of %d", line, i, taps.each, first, sum)
			}
		}
	}
}

package picture

import (
	"bytes"
	"image"
	"image/color"
	"slices"
	"testing"
)

// TestMemory holds the estimates for what takes most: a progressive picture's coefficients, and samples of 16 bits.
func TestMemory(t *testing.T) {
	const side, making = 1000, 3 * 4 * 800 * 800
	deep := asPNG(t, image.NewRGBA64(image.Rect(0, 0, side, side)))
	for _, test := range []struct {
		what string
		data []byte
		want int64
	}{
		{"baseline", jpegHeader(sof0, 8, side, side), side * side}, {"progressive", jpegHeader(sof2, 8, side, side), 5 * side * side},
		{"8 bits", pngHeader(side, side), 8 * side * side}, {"16 bits", deep, 12 * side * side},
	} {
		if got := inspect(t, "a", test.data).Memory - int64(len(test.data)) - making; got != test.want {
			t.Errorf("%s: decoding takes %d bytes, want %d", test.what, got, test.want)
		}
	}
}

// TestProfiles holds which profile a variant has: that of its samples.
func TestProfiles(t *testing.T) {
	gray, colour := asJPEG(t, image.NewGray(image.Rect(0, 0, 600, 9))), asJPEG(t, photograph(600, 9))
	for _, test := range []struct {
		what      string
		data, icc []byte
		kept      bool
	}{
		{"gray", gray, profile(spaceGray, 300), true}, {"gray", gray, profile(spaceRGB, 300), false},
		{"colour", colour, profile(spaceRGB, maxProfile), true}, {"colour", colour, profile(spaceGray, 300), false},
		{"colour", colour, profile(spaceRGB, maxProfile+1), false}, {"colour", colour, []byte("short"), false},
	} {
		made, _ := variants(t, "a.jpg", told(test.data, 1, test.icc))
		if got := profileOf(JPEG, made[0]); test.kept && !bytes.Equal(got, test.icc) || !test.kept && got != nil {
			t.Errorf("%s with a profile of %d bytes in %q: it has one of %d", test.what, len(test.icc), test.icc[:5], len(got))
		}
	}
	second := append([]byte(iccID+"\x02\x02"), profile(spaceRGB, 300)...)
	if got := profileOf(JPEG, withSegments(colour, segment{app2, second})); got != nil {
		t.Error("the second piece of a profile is taken for the first")
	}
}

// TestPaletteLimits takes one colour too many, and colours of which the frequent one is to stay.
func TestPaletteLimits(t *testing.T) {
	for count, want := range map[int]bool{256: true, 257: false} {
		grid := image.NewRGBA(image.Rect(0, 0, count, 1))
		for i := range count {
			grid.SetRGBA(i, 0, color.RGBA{uint8(i % 17 * 15), uint8(i / 17 * 15), 0, 255})
		}
		if _, fits := paletted(grid, softness); fits != want {
			t.Errorf("%d colours fit: %t", count, fits)
		}
	}
	flat := image.NewRGBA(image.Rect(0, 0, 3, 1))
	copy(flat.Pix, slices.Concat([]byte{100, 0, 0, 255}, []byte{104, 0, 0, 255}, []byte{104, 0, 0, 255}))
	if got, _ := paletted(flat, softness); len(got.Palette) != 1 || got.Palette[0] != (color.RGBA{104, 0, 0, 255}) {
		t.Errorf("the palette is %v", got.Palette)
	}
}

// TestDecodeSize holds that what is decoded is what the header has promised.
func TestDecodeSize(t *testing.T) {
	if _, err := decode(asPNG(t, photograph(9, 9)), Info{Format: PNG, Width: 9, Height: 8}); !says(err, broken) {
		t.Error(err)
	}
}

// TestScaleOvershoot takes an edge where alpha rises and colour falls, at which the filter goes beyond both.
func TestScaleOvershoot(t *testing.T) {
	from := image.NewNRGBA(image.Rect(0, 0, 60, 10))
	for i := 0; i < len(from.Pix); i += 4 {
		copy(from.Pix[i:], []byte{255, 0, 0, 128})
		if i/4%60 < 30 {
			copy(from.Pix[i:], []byte{0, 0, 255, 255})
		}
	}
	for p := rasterOf(from, false).scaled(41, 7).channels[0].samples; len(p) >= 4; p = p[4:] {
		if max(p[0], p[1], p[2]) > p[3] {
			t.Fatalf("a pixel is %v", p[:4])
		}
	}
}

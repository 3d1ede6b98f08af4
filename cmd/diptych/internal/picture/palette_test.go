package picture

import (
	"image"
	"image/color"
	"testing"
)

// TestMakeDrawing holds that a drawing keeps a palette, and its flat colours exactly.
func TestMakeDrawing(t *testing.T) {
	colours := color.Palette{color.RGBA{255, 255, 255, 255}, color.RGBA{12, 34, 56, 255}, color.RGBA{200, 20, 40, 255}, color.RGBA{}}
	drawing := image.NewPaletted(image.Rect(0, 0, 900, 600), colours)
	for y := range 600 {
		for x := range 900 {
			dx, dy := x-450, y-300
			drawing.SetColorIndex(x, y, uint8((dx*dx+dy*dy)/20_000%4))
		}
	}
	made, decoded := variants(t, "a.png", asPNG(t, drawing))
	want := scaledByDraw(drawing, 400, 267)
	near(t, "drawing", decoded[0], want, 2)
	small, isPaletted := decoded[0].(*image.Paletted)
	if !isPaletted {
		t.Fatalf("it became %T", decoded[0])
	}
	for y := range 267 {
		for x := range 400 {
			a, b := color.RGBAModel.Convert(small.At(x, y)).(color.RGBA), color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			if !(colour{a.R, a.G, a.B, a.A}).isNear(colour{b.R, b.G, b.B, b.A}, softness+4) {
				t.Fatalf("at %d, %d: got %v, want %v", x, y, a, b)
			}
		}
	}
	if len(made[0]) > len(made[1])*2 {
		t.Errorf("the small one has %d bytes, the large one %d", len(made[0]), len(made[1]))
	}
}

func TestPalette(t *testing.T) {
	ramp := image.NewRGBA(image.Rect(0, 0, 300, 2))
	for x := range 300 {
		ramp.SetRGBA(x, 0, color.RGBA{uint8(x), uint8(x / 256 * 9), 0, 255})
	}
	if _, fits := paletted(ramp, 0); fits {
		t.Error("301 colours fit")
	}
	got, fits := paletted(ramp, 8)
	if !fits || len(got.Palette) > 50 {
		t.Errorf("%d colours", len(got.Palette))
	}
	near(t, "ramp", got, ramp, 4)
	few := photograph(10, 10)
	if got, fits := paletted(few, 0); !fits || !equal(got, asPaletted(few, got.Palette)) {
		t.Error("100 colours don't fit")
	}
	if _, fits := paletted(photograph(700, 700), 8); fits {
		t.Error("a photograph fits")
	}
}

func asPaletted(from image.Image, palette color.Palette) image.Image {
	to := image.NewPaletted(from.Bounds(), palette)
	for y := range from.Bounds().Dy() {
		for x := range from.Bounds().Dx() {
			to.Set(x, y, from.At(x, y))
		}
	}
	return to
}

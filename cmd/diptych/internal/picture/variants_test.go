package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"os"
	"testing"
)

// near holds that two pictures differ by as much as JPEG does, on the average.
func near(t *testing.T, what string, got, want image.Image, most float64) {
	t.Helper()
	if got.Bounds() != want.Bounds() {
		t.Fatalf("%s: %v, want %v", what, got.Bounds(), want.Bounds())
	}
	sum := 0.0
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			a, b := color.RGBAModel.Convert(got.At(x, y)).(color.RGBA), color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			for _, d := range [...]int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B), int(a.A) - int(b.A)} {
				sum += float64(max(d, -d))
			}
		}
	}
	if mean := sum / float64(4*got.Bounds().Dx()*got.Bounds().Dy()); mean > most {
		t.Errorf("%s: it is off by %.2f", what, mean)
	}
}

// TestMakeTells holds that no variant of a picture that tells all tells anything but its colours.
func TestMakeTells(t *testing.T) {
	small, large := photograph(300, 200), photograph(1000, 700)
	icc := profile(spaceRGB, 3000)
	for name, data := range map[string][]byte{
		"whole.jpg": told(asJPEG(t, small), 1, icc), "turned.jpg": told(asJPEG(t, small), 6, icc),
		"large.jpg": told(asJPEG(t, large), 8, icc), "whole.png": toldPNG(asPNG(t, small), 1, icc),
		"turned.png": toldPNG(asPNG(t, small), 5, icc), "large.png": toldPNG(asPNG(t, large), 3, icc),
	} {
		made, _ := variants(t, name, data)
		info := inspect(t, name, data)
		for i, variant := range info.Variants() {
			noSecrets(t, name, made[i])
			if !bytes.Equal(profileOf(variant.Format, made[i]), icc) {
				t.Errorf("%s: %+v has lost its colours", name, variant)
			}
			if after := inspect(t, name, made[i]); after.Orientation != Upright || after.Width != variant.Width || after.Height != variant.Height {
				t.Errorf("%s: %+v became %+v", name, variant, after)
			}
			cleaned, _ := Clean(data, info)
			if bytes.Equal(made[i], cleaned) != (variant.Whole && info.Orientation == Upright) {
				t.Errorf("%s: %+v is the picture itself: %t", name, variant, bytes.Equal(made[i], cleaned))
			}
		}
	}
}

// TestMakeTurned compares with pictures that were turned by setting their pixels one by one.
func TestMakeTurned(t *testing.T) {
	original := photograph(530, 300)
	for o := Orientation(1); o <= 8; o++ {
		want := turnedNaively(original, o)
		_, decoded := variants(t, "a.png", toldPNG(asPNG(t, original), uint16(o), nil))
		if got := decoded[len(decoded)-1]; !equal(got, want) {
			t.Errorf("PNG, orientation %d: other pixels", o)
		}
		_, decoded = variants(t, "a.jpg", told(asJPEG(t, original), uint16(o), nil))
		near(t, "JPEG", decoded[len(decoded)-1], want, 4)
	}
}

// TestMakeKinds makes variants of each kind of samples that decoders give.
func TestMakeKinds(t *testing.T) {
	original := photograph(900, 300)
	bounds := original.Bounds()
	grey, grey16, deep, soft := image.NewGray(bounds), image.NewGray16(bounds), image.NewRGBA64(bounds), image.NewNRGBA(bounds)
	deepSoft := image.NewNRGBA64(bounds)
	for y := range 300 {
		for x := range 900 {
			c := original.RGBAAt(x, y)
			grey.Set(x, y, c)
			grey16.Set(x, y, c)
			deep.Set(x, y, c)
			alpha := uint8(x / 4)
			soft.SetNRGBA(x, y, color.NRGBA{c.R, c.G, c.B, alpha})
			deepSoft.SetNRGBA64(x, y, color.NRGBA64{uint16(c.R) * 257, uint16(c.G) * 257, uint16(c.B) * 257, uint16(alpha) * 257})
		}
	}
	for what, from := range map[string]image.Image{
		"gray": grey, "gray of 16 bits": grey16, "16 bits": deep, "alpha": soft, "alpha of 16 bits": deepSoft, "opaque": original,
	} {
		_, decoded := variants(t, "a.png", asPNG(t, from))
		near(t, what, decoded[0], scaledByDraw(from, 400, 133), 1)
		if _, isGray := decoded[0].(*image.Gray); isGray != (what[0] == 'g') {
			t.Errorf("%s became %T", what, decoded[0])
		}
	}
	_, decoded := variants(t, "a.jpg", asJPEG(t, grey))
	near(t, "gray JPEG", decoded[0], scaledByDraw(grey, 400, 133), 3)
	if _, isGray := decoded[0].(*image.Gray); !isGray {
		t.Errorf("a gray JPEG became %T", decoded[0])
	}
}

// TestMakeCMYK takes a JPEG of four components, whose samples are all zero: no ink, as Adobe writes it inverted, is black.
func TestMakeCMYK(t *testing.T) {
	adobe := []byte("Adobe\x00\x64\x00\x00\x00\x00\x00")
	frame := []byte{8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0}
	quant := append([]byte{0}, bytes.Repeat([]byte{1}, 64)...)
	// One code of one bit, for no difference and for the end of a block.
	dc, ac := append([]byte{0, 1}, make([]byte, 16)...), append([]byte{0x10, 1}, make([]byte, 16)...)
	data := withSegments([]byte{0xff, soi, 0, 0xff, eoi}, segment{app14, adobe}, segment{dqt, quant}, segment{sof0, frame},
		segment{dht, dc}, segment{dht, ac}, segment{app2, append([]byte(iccID+"\x01\x01"), profile("CMYK", 300)...)},
		segment{sos, []byte{4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0}})
	made, _ := variants(t, "a.jpg", withSegments(data, segment{app1, append([]byte(exifID), exif(binary.BigEndian, 6)...)}))
	if profileOf(JPEG, made[0]) != nil {
		t.Error("it has the profile of other colours")
	}
	decoded, err := decode(made[0], Info{Format: JPEG, Width: 8, Height: 8})
	if err != nil {
		t.Fatal(err)
	}
	grey := 127 * 128 / 255 // three inks of half, and half of black
	if got := color.GrayModel.Convert(decoded.At(3, 3)).(color.Gray).Y; int(got) < grey-3 || int(got) > grey+3 {
		t.Errorf("got %d, want %d", got, grey)
	}
}

// TestMakeWebP compares with what the encoder was given: in testdata are lossy pictures written by cwebp.
func TestMakeWebP(t *testing.T) {
	solid, soft := image.NewNRGBA(image.Rect(0, 0, 37, 26)), image.NewNRGBA(image.Rect(0, 0, 37, 26))
	for y := range 26 {
		for x := range 37 {
			c := color.NRGBA{uint8(x * 6), uint8(y * 9), uint8(200 - x - y), 255}
			solid.SetNRGBA(x, y, c)
			c.A = uint8(x * 7)
			soft.SetNRGBA(x, y, c)
		}
	}
	for name, want := range map[string]image.Image{"lossy.webp": solid, "alpha.webp": soft} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		_, decoded := variants(t, name, clean(t, name, data))
		near(t, name, decoded[0], want, 6)
	}
	icc := profile(spaceRGB, 200)
	stripes := func(x, y int) bool { return x/100%2 == 0 }
	for _, alpha := range []byte{255, 100} {
		flags := byte(32)
		if alpha < 255 {
			flags |= webpAlpha
		}
		data := webpOf("VP8X", extended(flags, 600, 6), "ICCP", icc, "VP8L", vp8l(600, 6, 200, 100, alpha, [2]byte{10, 250}, stripes))
		made, decoded := variants(t, "a.webp", data)
		want := image.NewNRGBA(image.Rect(0, 0, 600, 6))
		for i := range 600 * 6 {
			green := uint8(10)
			if stripes(i%600, 0) {
				green = 250
			}
			want.SetNRGBA(i%600, i/600, color.NRGBA{200, green, 100, alpha})
		}
		near(t, "whole", decoded[1], want, 2)
		near(t, "small", decoded[0], scaledByDraw(want, 400, 4), 2)
		if format := inspect(t, "a", made[0]).Format; !bytes.Equal(profileOf(format, made[0]), icc) {
			t.Error("the profile is lost")
		}
	}
}

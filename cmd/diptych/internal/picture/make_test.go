package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"golang.org/x/image/draw"
)

// photograph is a picture with soft and hard edges, and with something of a grain.
func photograph(width, height int) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	seed := uint32(2023)
	for y := range height {
		for x := range width {
			seed = seed*1664525 + 1013904223
			grain := int(seed>>28) - 8
			r, g, b := 40+x*170/width+grain, 60+y*150/height+grain, 200-(x+y)*150/(width+height)+grain
			if (x/37+y/53)%7 == 0 {
				r, g, b = 230+grain, 180+grain, 40+grain
			}
			picture.SetRGBA(x, y, color.RGBA{uint8(r), uint8(g), uint8(b), 255})
		}
	}
	return picture
}

func asJPEG(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 92}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asPNG(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// inspect inspects a picture that is sound.
func inspect(t testing.TB, name string, data []byte) Info {
	t.Helper()
	info, err := Inspect(name, bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return info
}

// variants makes the variants of a picture that is sound, and decodes each.
func variants(t testing.TB, name string, data []byte) ([][]byte, []image.Image) {
	t.Helper()
	info := inspect(t, name, data)
	made, err := NewMaker(1).Make(bytes.NewReader(data), info)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	decoded := make([]image.Image, len(made))
	for i, v := range info.Variants() {
		if info.Format == SVG || info.Animated {
			continue
		}
		decoded[i], err = decode(made[i], Info{Format: v.Format, Width: v.Width, Height: v.Height})
		if err != nil {
			t.Fatalf("%s: variant %+v: %v", name, v, err)
		}
	}
	return made, decoded
}

func BenchmarkMake(b *testing.B) {
	for name, data := range map[string][]byte{
		"JPEG": asJPEG(b, photograph(4000, 3000)), "PNG": asPNG(b, photograph(1600, 1200)),
	} {
		info := inspect(b, "a", data)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := NewMaker(1).Make(bytes.NewReader(data), info); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"/Inspect", func(b *testing.B) {
			for b.Loop() {
				inspect(b, "a", data)
			}
		})
		b.Run(name+"/Clean", func(b *testing.B) {
			for b.Loop() {
				if _, err := Clean(data, info); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkScale compares with the filter of x/image/draw, which is the oracle of the tests.
func BenchmarkScale(b *testing.B) {
	from := photograph(4000, 3000)
	b.Run("ours", func(b *testing.B) {
		r := rasterOf(from, true)
		for b.Loop() {
			r.scaled(2400, 1800)
		}
	})
	b.Run("draw", func(b *testing.B) {
		for b.Loop() {
			to := image.NewRGBA(image.Rect(0, 0, 2400, 1800))
			draw.CatmullRom.Scale(to, to.Rect, from, from.Rect, draw.Src, nil)
		}
	})
}

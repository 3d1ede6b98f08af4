package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
	"testing"
)

// clean cleans a picture, and holds that it tells nothing any more, is shown as before, and can't be cleaned further.
func clean(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	info := inspect(t, name, data)
	out, err := Clean(data, info)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	noSecrets(t, name, out)
	after := inspect(t, name, out)
	after.Size, after.Memory = info.Size, info.Memory
	if after != info {
		t.Errorf("%s: %+v became %+v", name, info, after)
	}
	if again, err := Clean(out, info); err != nil || !bytes.Equal(again, out) {
		t.Errorf("%s: cleaned again it is another (%v)", name, err)
	}
	if !info.Animated {
		samePixels(t, name, data, out, info)
	}
	return out
}

func samePixels(t *testing.T, name string, before, after []byte, info Info) {
	t.Helper()
	a, errA := decode(before, info)
	b, errB := decode(after, info)
	if errA != nil || errB != nil {
		t.Fatalf("%s: %v, %v", name, errA, errB)
	}
	if !equal(a, b) {
		t.Errorf("%s: other pixels", name)
	}
}

func equal(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

func TestCleanJPEG(t *testing.T) {
	plain := asJPEG(t, photograph(61, 40))
	for o := uint16(0); o <= 9; o++ {
		out := clean(t, "a.jpg", told(plain, o, nil))
		if turned := o > 1 && o < 9; bytes.Contains(out, []byte("Exif")) != turned {
			t.Errorf("orientation %d: Exif is there: %t", o, !turned)
		}
		if want := []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02\x00\x00\x48\x00\x48\x00\x00\xff"); !bytes.HasPrefix(out, want) {
			t.Errorf("it begins with %q", out[:len(want)])
		}
	}
	icc := profile(spaceRGB, 50_000)
	out := clean(t, "a.jpg", told(plain, 1, icc))
	if !bytes.Equal(profileOf(JPEG, out), icc) {
		t.Error("the profile is lost")
	}
	if got := clean(t, "a.jpg", plain); !bytes.Equal(got, plain) {
		t.Error("a JPEG that tells nothing is changed")
	}
}

// TestCleanBetween has rubbish between segments, fillers before markers and behind scans.
func TestCleanBetween(t *testing.T) {
	plain := asJPEG(t, photograph(40, 40))
	second := 4 + int(binary.BigEndian.Uint16(plain[4:])) // the end of the first segment
	odd := slices.Insert(slices.Clone(plain), second, []byte("GPS\xff\x00Camera\xff\xff")...)
	odd = slices.Insert(odd, len(odd)-2, 0xff, 0xff)
	if got := clean(t, "a.jpg", odd); !bytes.Equal(got, plain) {
		t.Error("the rubbish has left something")
	}
}

// TestCleanAdobe keeps what says that three components are red, green and blue.
func TestCleanAdobe(t *testing.T) {
	adobe := segment{app14, []byte("Adobe\x00\x64\x00\x00\x00\x00\x00")}
	data := withSegments(asJPEG(t, photograph(24, 24)), adobe, segment{app14, []byte("Unknown")})
	if decoded, err := decode(clean(t, "a.jpg", data), inspect(t, "a.jpg", data)); err != nil {
		t.Error(err)
	} else if _, isRGB := decoded.(*image.RGBA); !isRGB {
		t.Errorf("it became %T", decoded)
	}
}

func TestCleanPNG(t *testing.T) {
	drawing := image.NewPaletted(image.Rect(0, 0, 20, 10), color.Palette{color.White, color.Transparent, color.Black})
	drawing.SetColorIndex(3, 3, 1)
	for _, picture := range []image.Image{photograph(30, 20), drawing, image.NewGray16(image.Rect(0, 0, 5, 5))} {
		plain := asPNG(t, picture)
		for o := uint16(1); o <= 8; o++ {
			out := clean(t, "a.png", toldPNG(plain, o, profile(spaceRGB, 500)))
			if bytes.Contains(out, []byte("eXIf")) != (o > 1) || !bytes.Contains(out, []byte("gAMA")) {
				t.Errorf("orientation %d: wrong chunks", o)
			}
			if !bytes.Equal(profileOf(PNG, out), profile(spaceRGB, 500)) {
				t.Error("the profile is lost")
			}
		}
		if got := clean(t, "a.png", plain); !bytes.Equal(got, plain) {
			t.Error("a PNG that tells nothing is changed")
		}
	}
}

// TestCleanAnimation keeps the frames.
func TestCleanAnimation(t *testing.T) {
	plain := asPNG(t, photograph(30, 20))
	const header = len(pngSignature) + 25
	frames := appendChunk(appendChunk(nil, "acTL", make([]byte, 8)), "fcTL", make([]byte, 26))
	moving := slices.Insert(slices.Clone(plain), header, frames...)
	if got := clean(t, "a.png", toldPNG(moving, 1, nil)); !bytes.Contains(got, frames) {
		t.Error("a PNG's frames are lost")
	}
	made, _ := variants(t, "a.png", toldPNG(moving, 1, nil))
	noSecrets(t, "animation", made[0])

	still := vp8l(6, 4, 1, 2, 255, [2]byte{0, 9}, func(x, y int) bool { return x > y })
	head := make([]byte, 16)
	frame := appendRIFF(appendRIFF(slices.Clone(head), "VP8L", still), "Unkn", []byte("Unknown GPS"))
	data := webpOf("VP8X", extended(webpAnimated|webpExif, 6, 4), "ANIM", make([]byte, 6), "ANMF", frame, "EXIF", []byte("GPS"))
	want := webpOf("VP8X", extended(webpAnimated, 6, 4), "ANIM", make([]byte, 6), "ANMF", appendRIFF(head, "VP8L", still))
	if got := clean(t, "a.webp", data); !bytes.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if made, _ := variants(t, "a.webp", data); len(made) != 1 || !bytes.Equal(made[0], want) {
		t.Error("the variant is another")
	}
}

func TestCleanWebP(t *testing.T) {
	still := vp8l(7, 4, 1, 2, 99, [2]byte{0, 9}, func(x, y int) bool { return x > y })
	icc := profile(spaceRGB, 201)
	told := webpOf("VP8X", extended(webpAlpha|webpExif|webpXMP|32, 7, 4), "ICCP", icc, "VP8L", still,
		"EXIF", exif(binary.LittleEndian, 6), "XMP ", []byte("<XMP/>"), "Unkn", []byte("Unknown"))
	want := webpOf("VP8X", extended(webpAlpha|32, 7, 4), "ICCP", icc, "VP8L", still)
	if got := clean(t, "a.webp", append(told, "Trailer"...)); !bytes.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	for _, plain := range [][]byte{webpOf("VP8L", still), want} {
		if got := clean(t, "a.webp", plain); !bytes.Equal(got, plain) {
			t.Error("a WebP that tells nothing is changed")
		}
	}
}

// TestCleanCut cuts pictures anywhere: none of them becomes a whole one.
func TestCleanCut(t *testing.T) {
	still := vp8l(7, 4, 1, 2, 99, [2]byte{0, 9}, func(x, y int) bool { return x > y })
	for name, data := range map[string][]byte{
		"a.jpg": asJPEG(t, photograph(20, 20)), "a.png": asPNG(t, photograph(9, 9)), "a.webp": webpOf("VP8L", still),
	} {
		info := inspect(t, name, data)
		for end := range data {
			if _, err := Clean(data[:end], info); err == nil {
				t.Fatalf("%s: cut after %d of %d bytes it is clean", name, end, len(data))
			}
		}
	}
}

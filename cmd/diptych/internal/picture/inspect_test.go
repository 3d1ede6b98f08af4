package picture

import (
	"bytes"
	"image"
	"image/color"
	"slices"
	"testing"
)

// stripped leaves out what is an estimate.
func stripped(i Info) Info {
	i.Size, i.Memory = 0, 0
	return i
}

func TestInspect(t *testing.T) {
	grid := func(x, y int) bool { return x&y == 0 }
	clearGIF := image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.Transparent, color.Black})
	tests := []struct {
		name string
		data []byte
		want Info
	}{
		{"a.JPG", asJPEG(t, photograph(31, 20)), Info{JPEG, 31, 20, 1, true, false, 0, 0}},
		{"a", told(asJPEG(t, photograph(31, 20)), 3, nil), Info{JPEG, 31, 20, 3, true, false, 0, 0}},
		{"a.jpeg", told(asJPEG(t, photograph(31, 20)), 6, nil), Info{JPEG, 20, 31, 6, true, false, 0, 0}},
		{"a.jpg", asJPEG(t, image.NewGray(image.Rect(0, 0, 5, 6))), Info{JPEG, 5, 6, 1, true, false, 0, 0}},
		{"a.png", asPNG(t, photograph(31, 20)), Info{PNG, 31, 20, 1, true, false, 0, 0}},
		{"a.png", toldPNG(asPNG(t, photograph(31, 20)), 8, nil), Info{PNG, 20, 31, 8, true, false, 0, 0}},
		{"a.png", asPNG(t, clearGIF), Info{PNG, 3, 2, 1, false, false, 0, 0}},
		{"a.png", asPNG(t, image.NewNRGBA(image.Rect(0, 0, 3, 2))), Info{PNG, 3, 2, 1, false, false, 0, 0}},
		{"a.webp", webpOf("VP8L", vp8l(9, 7, 1, 2, 255, [2]byte{0, 1}, grid)), Info{WebP, 9, 7, 1, true, false, 0, 0}},
		{"a.webp", webpOf("VP8L", vp8l(9, 7, 1, 2, 90, [2]byte{0, 1}, grid)), Info{WebP, 9, 7, 1, false, false, 0, 0}},
		{"a.webp", webpOf("VP8X", extended(webpAlpha|webpAnimated, 4000, 3000)), Info{WebP, 4000, 3000, 1, false, true, 0, 0}},
		{"a.webp", webpOf("VP8 ", []byte("\x10\x00\x00\x9d\x01\x2a\x40\x41\xf0\x00")), Info{WebP, 320, 240, 1, true, false, 0, 0}},
	}
	for _, test := range tests {
		got, err := Inspect(test.name, bytes.NewReader(test.data), int64(len(test.data)))
		if err != nil || stripped(got) != test.want {
			t.Errorf("%s: got %+v, %v, want %+v", test.name, got, err, test.want)
		}
		if got.Size != int64(len(test.data)) || got.Memory <= 0 {
			t.Errorf("%s: %d bytes take %d", test.name, got.Size, got.Memory)
		}
	}
}

// TestInspectReadsTheHeader holds that of a large file only the beginning is read.
func TestInspectReadsTheHeader(t *testing.T) {
	for name, data := range map[string][]byte{"a.jpg": asJPEG(t, photograph(900, 900)), "a.png": asPNG(t, photograph(900, 900))} {
		reader := bytes.NewReader(data)
		if _, err := Inspect(name, reader, int64(len(data))); err != nil {
			t.Fatal(err)
		}
		if read := len(data) - reader.Len(); read > 10<<10 {
			t.Errorf("%s: %d bytes are read", name, read)
		}
	}
}

func TestSVG(t *testing.T) {
	const space = ` xmlns="http://www.w3.org/2000/svg"`
	tests := []struct {
		attributes    string
		width, height int
	}{
		{`width="40" height="30.4"`, 40, 30}, {`width="40px" height=" 1in "`, 40, 96}, {`width="2e2" height="10mm"`, 200, 38},
		{`viewBox="0 0 640 480"`, 640, 480}, {`viewBox="-5,-5,64,48" width="32"`, 32, 24}, {`viewBox="0 0 64 48" height="96pt"`, 171, 128},
		{`width="100%" height="100%" viewBox="0 0 20 10"`, 20, 10}, {`width="100%" height="100%"`, 300, 150}, {``, 300, 150},
		{`width="50"`, 50, 150}, {`viewBox="0 0 100000 50000"`, MaxSide, MaxSide / 2}, {`width="0.1" height="0.1"`, 1, 1},
		{`width="NaN" height="Inf"`, 300, 150}, {`width="-5" height="0x10"`, 300, 150}, {`viewBox="0 0 0 5 9 9"`, 300, 150},
	}
	for _, test := range tests {
		for _, prolog := range []string{"", "\ufeff", "<?xml version='1.0' encoding='UTF-8'?>\n<!-- été -->\n",
			`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">`} {
			data := []byte(prolog + "<svg" + space + " " + test.attributes + "><g><path d='M0 0'/></g></svg>\n")
			info := inspect(t, "a.svg", data)
			want := Info{SVG, test.width, test.height, 1, false, false, 0, 0}
			if stripped(info) != want {
				t.Errorf("%s%s: got %+v, want %+v", prolog, test.attributes, info, want)
			}
			drawn := bytes.Replace(data, []byte("<!-- été -->"), nil, 1)
			if made, _ := variants(t, "a.svg", data); len(made) != 1 || !bytes.Equal(made[0], drawn) {
				t.Errorf("%s: the variant is another", data)
			}
		}
	}
}

func TestVariants(t *testing.T) {
	tests := []struct {
		format        Format
		width, height int
		opaque        bool
		want          []Variant
	}{
		{JPEG, 4000, 3000, true, []Variant{{400, 300, JPEG, false}, {800, 600, JPEG, false}, {1200, 900, JPEG, false},
			{1600, 1200, JPEG, false}, {2400, 1800, JPEG, false}}},
		{JPEG, 2400, 10, true, []Variant{{400, 2, JPEG, false}, {800, 3, JPEG, false}, {1200, 5, JPEG, false},
			{1600, 7, JPEG, false}, {2400, 10, JPEG, true}}},
		{JPEG, 2401, 10, true, []Variant{{400, 2, JPEG, false}, {800, 3, JPEG, false}, {1200, 5, JPEG, false},
			{1600, 7, JPEG, false}, {2400, 10, JPEG, false}}},
		{PNG, 470, 1, false, []Variant{{470, 1, PNG, true}}},
		{PNG, 471, 1, false, []Variant{{400, 1, PNG, false}, {471, 1, PNG, true}}},
		{PNG, 400, 400, true, []Variant{{400, 400, PNG, true}}},
		{PNG, 1, 9, true, []Variant{{1, 9, PNG, true}}},
		{WebP, 900, 90, true, []Variant{{400, 40, JPEG, false}, {900, 90, JPEG, true}}},
		{WebP, 900, 90, false, []Variant{{400, 40, PNG, false}, {900, 90, PNG, true}}},
		{SVG, 9000, 90, false, []Variant{{9000, 90, SVG, true}}},
	}
	for _, test := range tests {
		got := Info{Format: test.format, Width: test.width, Height: test.height, Opaque: test.opaque}.Variants()
		if !slices.Equal(got, test.want) {
			t.Errorf("%s %d × %d: got %v, want %v", test.format, test.width, test.height, got, test.want)
		}
	}
	moving := Info{Format: WebP, Width: 3000, Height: 20, Animated: true}.Variants()
	if !slices.Equal(moving, []Variant{{3000, 20, WebP, true}}) {
		t.Errorf("an animation has %v", moving)
	}
}

func TestFormats(t *testing.T) {
	for f, want := range map[Format]string{JPEG: "JPEG .jpg", PNG: "PNG .png", WebP: "WebP .webp", SVG: "SVG .svg", 0: " "} {
		if got := f.String() + " " + f.Ending(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

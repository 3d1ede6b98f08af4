package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/wording"
)

// jpegHeader has the header of a frame and the beginning of a scan.
func jpegHeader(marker byte, precision byte, width, height int) []byte {
	frame := []byte{precision, byte(height >> 8), byte(height), byte(width >> 8), byte(width), 1, 1, 0x11, 0}
	return withSegments([]byte{0xff, soi}, segment{marker, frame}, segment{sos, []byte{1, 1, 0, 0, 63, 0}})
}

func pngHeader(width, height uint32) []byte {
	held := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return appendChunk(appendChunk([]byte(pngSignature), "IHDR", append(held, 8, 2, 0, 0, 0)), "IDAT", nil)
}

const (
	cut      = "the file is cut off"
	broken   = "the picture is damaged"
	reads    = "Diptych reads JPEG, PNG, SVG and WebP, and this file is "
	strange  = "this is an unusual kind of JPEG that Diptych can't read"
	sizeless = "the picture has no width or no height"
	rootless = "the SVG has no root element `svg` with `xmlns=\"http://www.w3.org/2000/svg\"`"
)

func TestInspectErrors(t *testing.T) {
	badSum := pngHeader(9, 9)
	badSum[len(pngSignature)+8]++
	lossy := webpOf("VP8 ", []byte("\x11\x00\x00\x9d\x01\x2a\x40\x41\xf0\x00"))
	tests := []struct {
		name, data, want string
	}{
		{"a.png", "", "the file is empty"},
		{"a.gif", "GIF89a\x01\x00\x01\x00", reads + "GIF"},
		{"a.jpg", "\x00\x00\x00\x18ftypheic\x00\x00", reads + "HEIC"},
		{"a.avif", "\x00\x00\x00\x18ftypavif\x00\x00", reads + "AVIF"},
		{"a.bmp", "BM\x00\x00\x00\x00", reads + "BMP"},
		{"a.tif", "II*\x00\x08\x00\x00\x00", reads + "TIFF"},
		{"a.jxl", "\xff\x0a\x00\x00", reads + "JXL"},
		{"a.png", "%PDF-1.7\n", reads + "PDF"},
		{"a.png", "<!doctype html><title>404</title>", reads + "HTML"},
		{"a.png", "\x00\x01\x02\x03", reads + "none of them"},
		{"a.png", string(asJPEG(t, photograph(9, 9))), "the name says PNG, and the file is JPEG"},
		{"a.svg", string(asPNG(t, photograph(9, 9))), "the name says SVG, and the file is PNG"},
		{"a.jpg", string(jpegHeader(sof0, 8, 0, 9)), sizeless},
		{"a.jpg", string(jpegHeader(sof0, 8, 9, 0)), sizeless},
		{"a.png", string(pngHeader(9, 0)), sizeless},
		{"a.jpg", string(jpegHeader(sof0, 8, 16385, 1)), "the picture has 16385 × 1 pixels, and each side may have 16384"},
		{"a.png", string(pngHeader(1, 1<<31-1)), "the picture has 1 × 2147483647 pixels, and each side may have 16384"},
		{"a.jpg", string(jpegHeader(sof2, 8, 10_001, 10_000)),
			"the picture has 10001 × 10000 pixels, which are more than 100 megapixels"},
		{"a.jpg", string(jpegHeader(0xc9, 8, 9, 9)), strange},
		{"a.jpg", string(jpegHeader(0xc3, 8, 9, 9)), strange},
		{"a.jpg", string(jpegHeader(sof1, 12, 9, 9)), strange},
		{"a.jpg", "\xff\xd8\xff\xe0\x00\x01", broken},
		{"a.jpg", "\xff\xd8\xff\xd9", broken},
		{"a.jpg", string(withSegments([]byte{0xff, soi}, segment{sos, make([]byte, 6)})), broken},
		{"a.jpg", string(withSegments([]byte{0xff, soi}, segment{sof0, make([]byte, 7)})), broken},
		{"a.jpg", string(asJPEG(t, photograph(9, 9))[:100]), cut},
		{"a.png", string(pngHeader(9, 9)[:20]), cut},
		{"a.png", string(pngHeader(9, 9)[:35]), cut},
		{"a.png", string(badSum), broken},
		{"a.png", pngSignature + "\x00\x00\x00\x00IDAT\x00\x00\x00\x00", broken},
		{"a.png", string(appendChunk(pngHeader(9, 9)[:33], "IEND", nil)), broken},
		{"a.png", string(pngHeader(9, 9)[:33]) + "\xff\xff\xff\xffabcd", broken},
		{"a.png", string(pngHeader(9, 9)[:33]) + "\x7f\xff\xff\xffeXIf", cut},
		{"a.webp", "RIFF\x20\x00\x00\x00WEBPVP8L", cut},
		{"a.webp", string(lossy[:len(lossy)-1]), cut},
		{"a.webp", string(lossy), broken},
		{"a.webp", string(webpOf("VP8L", vp8l(99, 9, 1, 2, 255, [2]byte{0, 1}, func(x, y int) bool { return x > y }))[:80]), cut},
		{"a.webp", string(webpOf("VP8L", make([]byte, 10))), broken},
		{"a.webp", string(webpOf("ICCP", make([]byte, 10))), broken},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<g>\n</svg>", "the SVG is broken in line 3"},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n", "the SVG is broken in line 2"},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n<svg/>", "the SVG is broken in line 2"},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>x", "the SVG is broken in line 1"},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>&all;</svg>", "the SVG is broken in line 1"},
		{"a.svg", "<svg/>", rootless},
		{"a.svg", "<!DOCTYPE svg><html/>", rootless},
		{"a.svg", "<!DOCTYPE svg>", rootless},
		{"a.svg", "<!DOCTYPE svg [\n<!ENTITY a 'aaaa'>\n<!ENTITY b '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>",
			"the SVG has entities of its own in line 3"},
		{"a.svg", "<?xml version='1.0' encoding='ISO-8859-1'?><svg/>", "the SVG is written in ISO-8859-1"},
	}
	for _, test := range tests {
		_, err := Inspect(test.name, strings.NewReader(test.data), int64(len(test.data)))
		if !says(err, test.want) {
			t.Errorf("%s %.40q: got %v, want %s", test.name, test.data, err, test.want)
		}
	}
}

func says(err error, want string) bool {
	var said wording.Error
	return errors.As(err, &said) && said.English == want && said.French != said.English && !said.Hint.IsZero()
}

func TestInspectLarge(t *testing.T) {
	jpeg := asJPEG(t, photograph(9, 9))
	_, err := Inspect("a.jpg", bytes.NewReader(jpeg), MaxBytes+1)
	if !says(err, "the file has 67108865 bytes, and a picture may have 67108864") {
		t.Error(err)
	}
	_, err = Inspect("a.svg", strings.NewReader("<svg/>"), MaxSVGBytes+1)
	if !says(err, "the file has 1048577 bytes, and an SVG may have 1048576") {
		t.Error(err)
	}
}

// failing is a disk that breaks after a few bytes.
type failing struct{ before io.Reader }

var errDisk = errors.New("the disk")

func (f failing) Read(p []byte) (int, error) {
	if n, err := f.before.Read(p); err == nil {
		return n, nil
	}
	return 0, errDisk
}

// TestInspectMachine passes on what isn't the editor's fault.
func TestInspectMachine(t *testing.T) {
	long := withSegments(asJPEG(t, photograph(9, 9)), segment{app1, make([]byte, 60_000)})
	for _, end := range []int{0, 1, 100, 20_000} {
		if _, err := Inspect("a.jpg", failing{bytes.NewReader(long[:end])}, 99); !errors.Is(err, errDisk) {
			t.Errorf("after %d bytes: %v", end, err)
		}
	}
}

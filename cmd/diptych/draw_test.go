package main

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// drawPicture draws a picture of a size, in the format of its name, with a place and a camera among what it says of itself.
func drawPicture(ts *testscript.TestScript, args []string) {
	width, err := strconv.Atoi(args[1])
	ts.Check(err)
	height, err := strconv.Atoi(args[2])
	ts.Check(err)
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		for y := range height {
			m.SetRGBA(x, y, color.RGBA{uint8(x), uint8(y), uint8(x * y), 0xff})
		}
	}
	name, out := ts.MkAbs(args[0]), &bytes.Buffer{}
	if strings.HasSuffix(name, ".jpg") {
		ts.Check(jpeg.Encode(out, m, nil))
		out = bytes.NewBuffer(withEXIF(out.Bytes()))
	} else {
		ts.Check(png.Encode(out, m))
	}
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, out.Bytes(), 0o644))
}

// withEXIF puts what a camera says of a picture behind the first marker of a JPEG.
func withEXIF(picture []byte) []byte {
	said := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00 GPS 5.55 N 0.2 W, appareil de Kwame"
	segment := append([]byte{0xff, 0xe1, 0, byte(len(said) + 2)}, said...)
	return bytes.Join([][]byte{picture[:2], segment, picture[2:]}, nil)
}

// cutOff takes the last third off a file, as a copy does that was broken off.
func cutOff(ts *testscript.TestScript, args []string) {
	name := ts.MkAbs(args[0])
	data := ts.ReadFile(name)
	ts.Check(os.WriteFile(name, []byte(data[:len(data)*2/3]), 0o644))
}

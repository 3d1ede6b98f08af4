package main

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// colours are few, since areas are flat: what is lost are some of the shades between two of them.
const colours = 64

// paint has Chromium paint an SVG, with the serif of the site and nothing that comes from a screen, and writes the PNG.
func paint(file, svg string, width, height int) error {
	dir, err := os.MkdirTemp("", "art")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	font, err := os.ReadFile("static/fonts/newsreader.woff2")
	if err != nil {
		return err
	}
	page, shot := filepath.Join(dir, "page.html"), filepath.Join(dir, "shot.png")
	html := `<!doctype html><meta charset="utf-8"><style>@font-face { font-family: Newsreader; font-weight: 600; src: url(data:font/woff2;base64,` +
		base64.StdEncoding.EncodeToString(font) + `) } body { margin: 0 } svg { display: block; width: 100% }</style>` + svg
	if err := os.WriteFile(page, []byte(html), 0o600); err != nil {
		return err
	}
	browser := exec.Command(cmp.Or(os.Getenv("CHROMIUM"), "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-lcd-text",
		"--hide-scrollbars", "--font-render-hinting=none", "--force-color-profile=srgb", "--force-device-scale-factor=1", "--user-data-dir="+dir,
		fmt.Sprintf("--window-size=%d,%d", width, height), "--screenshot="+shot, "file://"+page)
	if out, err := browser.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", browser.Path, err, out)
	}
	painted, err := os.ReadFile(shot)
	if err != nil {
		return err
	}
	picture, err := png.Decode(bytes.NewReader(painted))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, reduce(picture)); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

// reduce brings a picture down to its most frequent colours, and each of the others to the nearest of these.
func reduce(picture image.Image) *image.Paletted {
	count := map[color.Color]int{}
	size := picture.Bounds()
	for y := range size.Dy() {
		for x := range size.Dx() {
			count[picture.At(x, y)]++
		}
	}
	var palette color.Palette
	for c := range count {
		palette = append(palette, c)
	}
	slices.SortFunc(palette, func(c, d color.Color) int {
		return cmp.Or(count[d]-count[c], cmp.Compare(fmt.Sprint(c), fmt.Sprint(d)))
	})
	palette = palette[:min(colours, len(palette))]
	nearest := map[color.Color]uint8{}
	for c := range count {
		nearest[c] = uint8(palette.Index(c))
	}
	reduced := image.NewPaletted(size, palette)
	for y := range size.Dy() {
		for x := range size.Dx() {
			reduced.SetColorIndex(x, y, nearest[picture.At(x, y)])
		}
	}
	return reduced
}

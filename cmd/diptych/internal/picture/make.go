package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"slices"

	"golang.org/x/image/webp"

	"diptych/cmd/diptych/internal/wording"
)

// Maker makes variants of pictures, of as many at a time as there is memory for.
type Maker struct{ memory *memory }

// NewMaker gives a Maker that has about budget bytes in use at a time, by the estimates in Info.Memory; a picture that
// needs more is made alone. The process comes to have about twice as much, since Go collects what is no longer used only
// when as much again has been added.
func NewMaker(budget int64) *Maker { return &Maker{newMemory(budget)} }

// Make reads a picture, of which Inspect has given info, and makes each of its variants, in their order. The same bytes give
// the same variants on every machine. It may be called from many goroutines, and waits until there is memory for this
// picture; what r reads is read only then.
//
// A variant that is the picture itself has its samples to the byte, and is what Clean gives. The others are scaled, turned
// as the picture is to be shown, and written with nothing beside the samples but the picture's colour profile.
//
// An error is a wording.Error if an editor can put it right: the picture is cut off, damaged, of an unusual kind, or
// another one than info tells. Another error is that of the reader.
func (m *Maker) Make(r io.Reader, info Info) ([][]byte, error) {
	defer m.memory.take(info.Memory)()
	data, err := io.ReadAll(io.LimitReader(r, info.Size+1))
	if err != nil {
		return nil, err
	}
	if again, err := Inspect("picture"+info.Format.Ending(), bytes.NewReader(data), int64(len(data))); err != nil || again != info {
		return nil, wording.Fault(wording.Sprintf("the picture has changed while it was read"), wording.Sprintf("try again"))
	}
	if info.Format == SVG || info.Format == WebP && info.Animated {
		whole, err := Clean(data, info)
		return [][]byte{whole}, err
	}
	return variantsOf(data, info)
}

// variantsOf makes each variant of the one above, so that the picture itself is forgotten after the first.
func variantsOf(data []byte, info Info) ([][]byte, error) {
	decoded, err := decode(data, info)
	if err != nil {
		return nil, err
	}
	_, drawing := decoded.(*image.Paletted)
	with := recipe{profile: profileOf(info.Format, data), paletted: drawing}
	variants, turned := info.Variants(), info.Orientation
	made := make([][]byte, len(variants))
	rest := rasterOf(decoded, info.Opaque)
	for i, variant := range slices.Backward(variants) {
		if info.lossless(variant) {
			made[i], err = Clean(data, info)
		} else {
			rest = rest.shown(variant.Width, variant.Height, turned)
			turned = Upright
			made[i], err = with.encode(rest, variant.Format)
		}
		if err != nil {
			return nil, err
		}
	}
	return made, nil
}

// shown gives the raster in the size in which an orientation shows it. It is scaled first, since fewer samples are turned
// faster.
func (r raster) shown(width, height int, o Orientation) raster {
	if o.swaps() {
		width, height = height, width
	}
	return r.scaled(width, height).turned(o)
}

// decode decodes a picture, which has the size that its header says.
func decode(data []byte, info Info) (image.Image, error) {
	decoders := [...]func(io.Reader) (image.Image, error){JPEG: jpeg.Decode, PNG: png.Decode, WebP: webp.Decode}
	decoded, err := decoders[info.Format](bytes.NewReader(data))
	if err != nil {
		return nil, decoding(info.Format, err)
	}
	width, height := decoded.Bounds().Dx(), decoded.Bounds().Dy()
	if info.Orientation.swaps() {
		width, height = height, width
	}
	if width != info.Width || height != info.Height {
		return nil, damaged()
	}
	return decoded, nil
}

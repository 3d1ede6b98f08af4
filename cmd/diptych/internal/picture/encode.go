package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
)

// quality is that of JPEG, of 100. At 80 nobody sees what is lost at the density of today's screens, and a photograph has
// two thirds of the bytes that it has at 90; below 75, skies begin to show blocks.
const quality = 80

// softness is how far a colour between two others may be from the one that stands for it, of 255: less than an eye tells
// apart at an edge.
const softness = 8

// recipe is what encoding needs to know of the original.
type recipe struct {
	profile  []byte // its colour profile, nil if it has none
	paletted bool   // it was a drawing of up to 256 colours
}

// encode writes a raster, which has all its samples.
func (p recipe) encode(r raster, f Format) ([]byte, error) {
	var out bytes.Buffer
	var err error
	shown := r.image()
	if f == JPEG {
		err = jpeg.Encode(&out, shown, &jpeg.Options{Quality: quality})
	} else {
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		err = encoder.Encode(&out, p.reduced(shown))
	}
	space := spaceRGB
	if r.model == gray {
		space = spaceGray
	}
	if err != nil || !suitsSpace(p.profile, space) {
		return out.Bytes(), err
	}
	return withProfile(f, out.Bytes(), p.profile), nil
}

// reduced gives a drawing a palette again, and any picture one that loses nothing.
func (p recipe) reduced(shown image.Image) image.Image {
	tolerance := 0
	if p.paletted {
		tolerance = softness
	}
	if rgba, ok := shown.(*image.RGBA); ok {
		if drawing, fits := paletted(rgba, tolerance); fits {
			return drawing
		}
	}
	return shown
}

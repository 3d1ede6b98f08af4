package picture

import (
	"image"
	"image/color"
	"image/draw"
)

// model is what the channels of a raster are.
type model uint8

const (
	gray model = iota // one channel
	ycc               // Y′, Cb and Cr, each in a plane of its own
	rgb               // R, G, B in turn, and a fourth byte that is always 255
	rgba              // R, G, B, A in turn, colours multiplied by alpha
)

// channel is one value of each pixel. Chroma may have fewer columns and rows than the raster.
type channel struct {
	samples       []byte
	step, stride  int // bytes from a sample to the next one to the right, and below
	width, height int // samples
}

// raster is a decoded picture, as a few channels of 8 bits that can all be scaled and turned in the same way.
type raster struct {
	model         model
	width, height int // pixels
	channels      []channel
	columns, rows int // how many pixels a sample of chroma stands for, across and down
}

// newRaster makes an empty raster without fewer samples of chroma.
func newRaster(m model, width, height int) raster {
	r := raster{model: m, width: width, height: height, columns: 1, rows: 1}
	count, step := [...]int{gray: 1, ycc: 3, rgb: 3, rgba: 4}[m], 1
	if m == gray || m == ycc {
		for range count {
			r.channels = append(r.channels, channel{make([]byte, width*height), step, width, width, height})
		}
		return r
	}
	samples := make([]byte, 4*width*height)
	if m == rgb {
		fillAlpha(samples)
	}
	return r.interleaved(samples, 4*width, count)
}

func (r raster) interleaved(samples []byte, stride, count int) raster {
	for i := range count {
		r.channels = append(r.channels, channel{samples[i:], 4, stride, r.width, r.height})
	}
	return r
}

func fillAlpha(samples []byte) {
	for i := 3; i < len(samples); i += 4 {
		samples[i] = 255
	}
}

// rasterOf makes a raster of what a decoder gives, and takes over its samples where it can, which are overwritten. Samples
// of 16 bits become those of 8. An opaque picture has no alpha, whatever its samples say.
func rasterOf(decoded image.Image, opaque bool) raster {
	m := rgba
	if opaque {
		m = rgb
	}
	bounds := decoded.Bounds()
	r := raster{model: m, width: bounds.Dx(), height: bounds.Dy(), columns: 1, rows: 1}
	switch from := decoded.(type) {
	case *image.Gray:
		r.model, r.channels = gray, []channel{{from.Pix, 1, from.Stride, r.width, r.height}}
		return r
	case *image.Gray16:
		to := newRaster(gray, r.width, r.height)
		for i := range to.channels[0].samples {
			to.channels[0].samples[i] = from.Pix[2*i]
		}
		return to
	case *image.YCbCr:
		return rasterOfYCbCr(from)
	case *image.CMYK:
		for p := from.Pix; len(p) >= 4; p = p[4:] {
			p[0], p[1], p[2] = color.CMYKToRGB(p[0], p[1], p[2], p[3])
		}
		return r.opaqueOr(from.Pix, from.Stride)
	case *image.RGBA:
		return r.opaqueOr(from.Pix, from.Stride)
	case *image.NRGBA:
		if !opaque {
			multiply(from.Pix)
		}
		return r.opaqueOr(from.Pix, from.Stride)
	}
	to := image.NewRGBA(image.Rect(0, 0, r.width, r.height))
	draw.Draw(to, to.Rect, decoded, bounds.Min, draw.Src)
	return r.opaqueOr(to.Pix, to.Stride)
}

func (r raster) opaqueOr(samples []byte, stride int) raster {
	if r.model == rgba {
		return r.interleaved(samples, stride, 4)
	}
	fillAlpha(samples)
	return r.interleaved(samples, stride, 3)
}

// multiply multiplies colours by alpha, so that the colour of what can't be seen doesn't bleed into what is beside it.
func multiply(samples []byte) {
	for p := samples; len(p) >= 4; p = p[4:] {
		alpha := int(p[3])
		for i := range 3 {
			p[i] = byte((int(p[i])*alpha + 127) / 255)
		}
	}
}

func rasterOfYCbCr(from *image.YCbCr) raster {
	r := raster{model: ycc, width: from.Rect.Dx(), height: from.Rect.Dy()}
	r.columns, r.rows = subsampling(from.SubsampleRatio)
	width, height := (r.width+r.columns-1)/r.columns, (r.height+r.rows-1)/r.rows
	r.channels = []channel{
		{from.Y, 1, from.YStride, r.width, r.height},
		{from.Cb, 1, from.CStride, width, height},
		{from.Cr, 1, from.CStride, width, height},
	}
	return r
}

func subsampling(ratio image.YCbCrSubsampleRatio) (columns, rows int) {
	switch ratio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

// sampling gives how many pixels a sample of a channel stands for, across and down.
func (r raster) sampling(channel int) (columns, rows int) {
	if channel == 0 {
		return 1, 1
	}
	return r.columns, r.rows
}

// image gives the raster, which has all its samples, to an encoder.
func (r raster) image() image.Image {
	bounds, first := image.Rect(0, 0, r.width, r.height), r.channels[0]
	switch r.model {
	case gray:
		return &image.Gray{Pix: first.samples, Stride: first.stride, Rect: bounds}
	case ycc:
		return &image.YCbCr{
			Y: first.samples, Cb: r.channels[1].samples, Cr: r.channels[2].samples,
			YStride: first.stride, CStride: r.channels[1].stride, SubsampleRatio: image.YCbCrSubsampleRatio444, Rect: bounds,
		}
	}
	return &image.RGBA{Pix: first.samples, Stride: first.stride, Rect: bounds}
}

// Package picture reads pictures as editors have them, says what they are, makes the smaller ones that pages show, and takes
// out what a picture tells of its maker: the place, the time, the camera, what was written about it.
//
// All that is computed on samples is computed with whole numbers. So the same picture gives the same bytes on every machine,
// which floating point does not promise: some processors round a product and a sum once, others twice.
package picture

// Recipe names the way in which variants are made. It belongs into the digest under which a variant is kept, and changes
// whenever the same picture would give other bytes.
const Recipe = "1"

// Format is how a picture is written. The zero Format is none.
type Format uint8

// The formats that are read.
const (
	JPEG Format = iota + 1
	PNG
	WebP
	SVG
)

// formats has what is said of each format, by its number.
var formats = [...]struct{ label, ending, mime string }{
	{}, {"JPEG", ".jpg", "image/jpeg"}, {"PNG", ".png", "image/png"}, {"WebP", ".webp", "image/webp"}, {"SVG", ".svg", "image/svg+xml"},
}

// String gives the format's label, the same in both languages: "JPEG".
func (f Format) String() string { return formats[f].label }

// Ending gives how the name of such a file ends, with its full stop: ".jpg".
func (f Format) Ending() string { return formats[f].ending }

// MIME gives the media type that an attribute type takes: "image/jpeg".
func (f Format) MIME() string { return formats[f].mime }

// Info is what a picture's header tells, which is all that is needed to say which variants it will have. Infos can be
// compared.
type Info struct {
	Format Format

	// Width and Height are in pixels, as the picture is shown: after its orientation was followed. Those of an SVG are CSS
	// pixels.
	Width, Height int

	Orientation Orientation
	Opaque      bool // no pixel is transparent; an SVG is never called opaque
	Animated    bool // a PNG or WebP of several frames, which has no variant but itself

	Size   int64 // bytes of the file
	Memory int64 // bytes that Make takes at its height, estimated
}

// What a picture may have at most. A photograph of a good camera has 50 megapixels and 20 MiB; what is beyond these was put
// among the pictures by mistake, or would keep a build waiting.
const (
	MaxBytes    = 64 << 20    // of a file
	MaxSVGBytes = 1 << 20     // of an SVG
	MaxSide     = 16_384      // pixels, the most that browsers show everywhere
	MaxPixels   = 100_000_000 // width times height
)

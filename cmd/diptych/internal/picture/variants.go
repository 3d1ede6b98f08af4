package picture

// Variant is one of the files that are made of a picture.
type Variant struct {
	Width, Height int // pixels
	Format        Format
	Whole         bool // as large as the picture itself
}

// The widths of variants, in pixels: from that of a telephone to that of a large screen with two pixels for one.
var ladder = [...]int{400, 800, 1200, 1600, 2400}

const widest = 2400

// Variants gives what Make will make of the picture, the smallest first: a picture for each width of the ladder below its
// own, and itself unless it is wider than 2,400 pixels. A step that saves less than 15 % of the width is left out. An SVG
// and an animated picture have one variant: themselves.
func (i Info) Variants() []Variant {
	whole := Variant{Width: i.Width, Height: i.Height, Format: i.target(), Whole: true}
	if i.Format == SVG || i.Animated {
		return []Variant{whole}
	}
	var variants []Variant
	for _, width := range ladder {
		tooNear := i.Width <= widest && width*100 > i.Width*85
		if width < i.Width && !tooNear {
			height := max(1, (i.Height*width+i.Width/2)/i.Width)
			variants = append(variants, Variant{Width: width, Height: height, Format: whole.Format})
		}
	}
	if i.Width <= widest {
		variants = append(variants, whole)
	}
	return variants
}

// target gives the format of the variants. WebP is decoded and not encoded here, so that its variants are of the format
// that all browsers know and that suits them.
func (i Info) target() Format {
	switch {
	case i.Format != WebP || i.Animated:
		return i.Format
	case i.Opaque:
		return JPEG
	default:
		return PNG
	}
}

// lossless tells whether a variant is the picture's own file, without what Clean takes out.
func (i Info) lossless(v Variant) bool {
	return v.Whole && v.Format == i.Format && i.Orientation == Upright || i.Animated || i.Format == SVG
}

package card

// The hinge, in pixels: as on the site a line with knuckles, but bold enough to be seen when a chat shows the card small.
const (
	lineWidth     = 4
	knuckleWidth  = 12
	knuckleHeight = 70
	knuckleEvery  = Height / 3
	fold          = 14 // from the middle of the hinge to where a panel is flat
)

// panels gives the pixels of a card without words.
func panels(p palette) []byte {
	plain, knuckle := row(p, lineWidth), row(p, knuckleWidth)
	pixels := make([]byte, 0, Width*Height)
	for y := range Height {
		if distance := y%knuckleEvery - knuckleEvery/2; max(distance, -distance) < knuckleHeight/2 {
			pixels = append(pixels, knuckle...)
		} else {
			pixels = append(pixels, plain...)
		}
	}
	return pixels
}

// row gives one row of pixels, with the line so wide.
func row(p palette, line int) []byte {
	pixels := make([]byte, Width)
	for x := range pixels {
		switch distance := max(x-hinge, hinge-1-x); {
		case distance < line/2:
			pixels[x] = p.hinge
		case x < hinge && distance < fold:
			pixels[x] = p.deepFold
		case x < hinge:
			pixels[x] = p.deep.first
		case distance < fold:
			pixels[x] = p.panelFold
		default:
			pixels[x] = p.panel.first
		}
	}
	return pixels
}

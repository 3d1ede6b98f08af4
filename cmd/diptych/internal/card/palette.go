package card

import "image/color"

// A ramp is some neighbours in the palette, from a ground to an ink: a letter's edge is a step between both.
type ramp struct {
	first uint8 // the index of the ground
	steps uint8 // how many colours there are, both ends among them
}

// at gives the colour for a coverage from 0 to 255.
func (r ramp) at(coverage uint8) uint8 {
	return r.first + uint8((int(coverage)*int(r.steps-1)+127)/255)
}

// soft is a ramp that ends one step before the ink: what is said less loudly.
func (r ramp) soft() ramp { return ramp{r.first, r.steps - 1} }

// palette is all colours of the cards of one design. They are 16, so that two pixels are one byte: that makes a card a third
// smaller, and is written in half the time. More steps on the edges of letters are seen by nobody.
type palette struct {
	all         color.Palette
	deep, panel ramp  // the two panels, with the inks on them
	hinge       uint8 // the line between them
	deepFold    uint8 // the panels where they meet it
	panelFold   uint8
}

func mix(d Design) palette {
	p := palette{}
	p.deep = p.add(d.Deep, d.OnDeep, 7) // the large letters have most steps
	p.panel = p.add(d.Panel, d.Ink, 6)
	p.hinge = p.add(d.Hinge, d.Hinge, 1).first
	black := color.RGBA{A: 0xFF}
	p.deepFold = p.add(between(d.Deep, black, 30, 100), black, 1).first
	p.panelFold = p.add(between(d.Panel, d.Hinge, 18, 100), black, 1).first
	return p
}

// add appends the colours from one to another, both among them, or only the first.
func (p *palette) add(from, to color.RGBA, steps int) ramp {
	r := ramp{uint8(len(p.all)), uint8(steps)}
	for i := range steps {
		p.all = append(p.all, between(from, to, i, max(steps-1, 1)))
	}
	return r
}

// between gives the colour at part/whole of the way from one to another.
func between(from, to color.RGBA, part, whole int) color.RGBA {
	channel := func(a, b uint8) uint8 { return uint8((int(a)*(whole-part) + int(b)*part + whole/2) / whole) }
	return color.RGBA{channel(from.R, to.R), channel(from.G, to.G), channel(from.B, to.B), 0xFF}
}

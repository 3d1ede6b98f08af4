package card

import "slices"

// Where things stand, in pixels. The first lines of both panels share a baseline, and so do the last ones.
const (
	hinge  = 776 // the middle of the line between the panels
	margin = 64  // around the words
	gutter = 48  // between the words and the hinge
	top    = 88  // the first baseline
	foot   = Height - margin
	air    = 44 // between the site's name, or that of the language, and what stands below, at the least
)

// maxFacts is how many facts have room.
const maxFacts = 3

// How wide lines may be on the two panels, in pixels.
const (
	wide   = hinge - gutter - margin
	narrow = Width - margin - hinge - gutter
)

// How each text may be set. A title's sizes go down by a tenth; facts stay in one line as long as a chat shows them in letters
// that can be read, and take more lines before they become smaller.
func siteStyles() []style { return styles(wide, 90, 2, 36, 32, 28) }
func nameStyles() []style { return styles(narrow, 90, 1, 36, 32, 28) }
func titleStyles(height int) []style {
	return styles(wide, height, 4, 120, 108, 97, 87, 78, 70, 63, 57, 51, 46, 41)
}
func factStyles(height int) []style {
	return slices.Concat(styles(narrow, height, 1, 44, 40, 36, 33), styles(narrow, height, 3, 40, 36, 33, 30), styles(narrow, height, 4, 28))
}

// compose draws the words of a card.
func (d *desk) compose(text Text) {
	loud, quiet := d.colours.deep, d.colours.deep.soft()
	first, rest := d.colours.panel, d.colours.panel.soft()
	site := d.fit([]string{text.Site}, siteStyles())
	title := d.fit([]string{text.Title}, titleStyles(foot-air-top-rise(site)))
	d.write(site, margin, top, quiet, quiet)
	d.write(title, margin, foot-rise(title), loud, loud)

	facts := d.fit(text.Lines[:min(len(text.Lines), maxFacts)], factStyles(foot-air-top))
	d.write(d.fit([]string{text.Name}, nameStyles()), hinge+gutter, top, rest, rest)
	d.write(facts, hinge+gutter, foot-rise(facts), first, rest)
}

// write draws blocks below each other, from a first baseline, the first one in an ink of its own.
func (d *desk) write(blocks []block, left, baseline int, first, rest ramp) {
	ink := first
	for _, b := range blocks {
		for _, line := range b.lines {
			d.writeLine(b, line, left, baseline, ink)
			baseline += leading(b.size)
		}
		baseline += gap(b.size)
		ink = rest
	}
}

package build

import (
	"diptych/cmd/diptych/internal/gallery"
)

// addPictures claims a path for each version of each picture that a page may show. Those of one picture are written together,
// since it is decoded for all of them at once.
func (c *collector) addPictures() {
	for _, p := range c.model.Pictures.All() {
		if !c.model.Shows(p) {
			continue
		}
		for i, version := range p.Versions {
			if first, known := c.outputs[version.Output]; known && first.picture != nil {
				continue // the same picture stands in two places, under one name
			}
			if c.add(version.Output, p.Pos(), writeVersion(p, i)) {
				c.mark(version.Output, func(out *output) { out.picture, out.lasting = p, true })
			}
		}
	}
}

// writeVersion writes a version of a picture.
func writeVersion(p *gallery.Picture, version int) writeFunc {
	return func(_ *Site, to *sheet) error { return to.took(p.Write(to, version)) }
}

// cleanPicture writes a picture below static as it is published.
func cleanPicture(p *gallery.Picture) writeFunc {
	return func(_ *Site, to *sheet) error { return to.took(p.WriteClean(to)) }
}

package config

import (
	"image/color"

	"diptych/cmd/diptych/internal/card"
	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

// Card is what config.toml says of the pictures that are shown where a page is shared.
type Card struct {
	Font    string     // path of a TTF or OTF file, relative to the site's root
	FontPos source.Pos // where that is said
	Design  card.Design
}

// Files gives the files that config.toml names and that shape all pages.
func (c *Config) Files() []string {
	if c.Card == nil {
		return nil
	}
	return []string{c.Card.Font}
}

// card reads [card]; without it there are no cards.
func (l *loader) card(r *decode.Reader) *Card {
	inner, found := r.Table("card")
	if !found {
		return nil
	}
	before := len(l.problems)
	c := &Card{Font: inner.Text("font"), FontPos: inner.Pos("font"), Design: card.Design{
		Deep: l.colour(inner, "deep"), OnDeep: l.colour(inner, "onDeep"), Panel: l.colour(inner, "panel"),
		Ink: l.colour(inner, "ink"), Hinge: l.colour(inner, "hinge"),
	}}
	inner.Rest("[card]")
	if c.Font == "" {
		l.report(source.Errorf("card", inner.Pos("font"), "cards need a `font`").
			WithHint(`name a TTF or OTF file of the site: font = "layouts/card/title.ttf"`))
	}
	if len(l.problems) > before {
		return nil
	}
	if err := c.Design.Legible(); err != nil {
		l.report(source.Errorf("card", inner.Pos(""), "%s", source.Reason(err)).WithHint("choose a lighter and a darker colour"))
		return nil
	}
	return c
}

// colour reads a colour of the cards.
func (l *loader) colour(r *decode.Reader, key string) color.RGBA {
	if !r.Has(key) {
		l.report(source.Errorf("card", r.Pos(""), "cards need a colour `%s`", key).
			WithHint(`write it as # and six digits: %s = "#0b2c42"`, key))
		return color.RGBA{}
	}
	text, before := r.Text(key), len(l.problems)
	colour, err := card.ParseColour(text)
	if err != nil && len(l.problems) == before && text != "" {
		l.report(source.Errorf("card", r.Pos(key), "%s", source.Reason(err)).WithHint(`write it as # and six digits: %s = "#0b2c42"`, key))
	}
	return colour
}

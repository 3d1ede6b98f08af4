package card

import (
	"encoding/hex"
	"image/color"
	"math"
	"strings"

	"diptych/cmd/diptych/internal/wording"
)

// Design is the colours of a card, which are opaque. Their names are those of the site's style. What is said less loudly, as
// the site's name, is set in a colour between its ground and its ink.
type Design struct {
	Deep   color.RGBA // the wide panel
	OnDeep color.RGBA // the words on it
	Panel  color.RGBA // the narrow panel
	Ink    color.RGBA // the words on it
	Hinge  color.RGBA // the line between the panels
}

// ParseColour reads a colour as styles write it, in the form #rrggbb. The error is a wording.Error for an editor.
func ParseColour(s string) (color.RGBA, error) {
	digits, ok := strings.CutPrefix(s, "#")
	value, err := hex.DecodeString(digits)
	if !ok || err != nil || len(value) != 3 {
		return color.RGBA{}, wording.Errorf("%q is not a colour in the form #rrggbb", s)
	}
	return color.RGBA{value[0], value[1], value[2], 0xFF}, nil
}

// Legible gives an error if words could not be read on their panels: a wording.Error for an editor.
func (d Design) Legible() error { return mix(d).legible() }

// leastContrast is that of text by WCAG 2, level AA.
const leastContrast = 4.5

// legible gives an error if the words on one of the panels could not be read, or those that are said less loudly.
func (p palette) legible() error {
	for _, words := range []ramp{p.deep, p.panel} {
		ground, soft, ink := p.colour(words.first), p.colour(words.soft().at(255)), p.colour(words.at(255))
		if contrast(soft, ground) < leastContrast {
			return wording.Errorf("words in %s can hardly be read on %s", notation(ink), notation(ground))
		}
	}
	return nil
}

func (p palette) colour(index uint8) color.RGBA { return p.all[index].(color.RGBA) }

func notation(c color.RGBA) string { return "#" + hex.EncodeToString([]byte{c.R, c.G, c.B}) }

// contrast is how far apart two colours are in light, from 1 to 21, as WCAG 2 reckons it.
func contrast(a, b color.RGBA) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + .05) / (dark + .05)
}

func luminance(c color.RGBA) float64 {
	return .2126*linear(c.R) + .7152*linear(c.G) + .0722*linear(c.B)
}

func linear(channel uint8) float64 {
	value := float64(channel) / 255
	if value <= .04045 {
		return value / 12.92
	}
	return math.Pow((value+.055)/1.055, 2.4)
}

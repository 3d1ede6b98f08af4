package card

import (
	"image/color"
	"testing"
)

func TestParseColour(t *testing.T) {
	for text, want := range map[string]color.RGBA{
		"#0b2c42": {0x0B, 0x2C, 0x42, 0xFF},
		"#F6F3EA": {0xF6, 0xF3, 0xEA, 0xFF},
		"#000000": {0, 0, 0, 0xFF},
	} {
		if got, err := ParseColour(text); err != nil || got != want {
			t.Errorf("%s gives %v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "#", "#fff", "0b2c42", "#0b2c4", "#0b2c422", "#0b2c4g", " #0b2c42", "#0b2c42ff", "red", "#０b2c42"} {
		if got, err := ParseColour(text); err == nil {
			t.Errorf("%q gives %v", text, got)
		}
	}
}

// TestContrast compares with what WCAG gives for colours that are known.
func TestContrast(t *testing.T) {
	grey, white, black := color.RGBA{0x76, 0x76, 0x76, 0xFF}, color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}, color.RGBA{A: 0xFF}
	if got := contrast(white, black); got < 20.99 || got > 21.01 {
		t.Errorf("white on black has %v", got)
	}
	if a, b := contrast(grey, white), contrast(white, grey); a != b || a < 4.5 || a > 4.6 {
		t.Errorf("#767676 on white has %v and %v", a, b)
	}
}

// TestSoftIsLegible holds that words said less loudly on the site's card are read as easily as WCAG asks.
func TestSoftIsLegible(t *testing.T) {
	p := mix(siteDesign(t))
	for _, r := range []ramp{p.deep, p.panel, p.deep.soft(), p.panel.soft()} {
		if got := contrast(p.colour(r.at(0)), p.colour(r.at(255))); got < 7 {
			t.Errorf("a contrast of %v", got)
		}
	}
}

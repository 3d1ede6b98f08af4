package card

import (
	"bytes"
	"testing"
)

// FuzzCompose looks for texts that break the press, or that reach onto the hinge or the edge of the card.
func FuzzCompose(f *testing.F) {
	f.Add(siteName, longTitle, "5–6 décembre 2023", "Français")
	f.Add("\xff\xfe", "e\u0301\u0323 \u0301", "« » : ; !", "\u202e\u2028\u200d👩\u200d🚒")
	f.Add(" ( ", "–", "…", "\u00a0")
	p := newsreader(f)
	f.Fuzz(func(t *testing.T, site, title, line, name string) {
		text := Text{site, title, []string{line, title}, name}
		p.Missing(text)
		d := newDesk(p)
		d.clear()
		d.compose(text)
		for y := range Height {
			for _, bare := range [][2]int{{0, margin / 2}, {hinge - gutter/2, hinge + gutter/2}, {Width - margin/2, Width}} {
				from, to := y*Width+bare[0], y*Width+bare[1]
				if !bytes.Equal(d.canvas.Pix[from:to], p.ground()[from:to]) {
					t.Fatalf("there is ink in row %d between %d and %d", y, bare[0], bare[1])
				}
			}
		}
	})
}

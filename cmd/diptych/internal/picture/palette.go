package picture

import (
	"cmp"
	"image"
	"image/color"
	"maps"
	"slices"
)

// colour is red, green, blue and alpha, multiplied by it.
type colour [4]byte

// paletted gives a picture with a palette of up to 256 colours, none of whose values is further than tolerance from what it
// stands for. It is false if that many colours don't suffice, as in a photograph.
//
// A drawing keeps its colours so when it is made smaller: they are the most frequent ones, which come first and stay exact.
// Those between two of them, along edges, are put together.
func paletted(from *image.RGBA, tolerance int) (*image.Paletted, bool) {
	counts, ok := count(from, tolerance)
	if !ok {
		return nil, false
	}
	frequent := slices.SortedFunc(maps.Keys(counts), func(a, b colour) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), slices.Compare(a[:], b[:]))
	})
	var chosen []colour
	places := make(map[colour]byte, len(counts))
	for _, wanted := range frequent {
		place := slices.IndexFunc(chosen, func(c colour) bool { return c.isNear(wanted, tolerance) })
		if place < 0 {
			place = len(chosen)
			chosen = append(chosen, wanted)
		}
		if place > 255 {
			return nil, false
		}
		places[wanted] = byte(place)
	}
	return paint(from, chosen, places), true
}

// count counts the pixels of each colour. It is false as soon as there are more than a palette could stand for.
func count(from *image.RGBA, tolerance int) (map[colour]int, bool) {
	const most = 1 << 16 // colours of a drawing with soft edges; a photograph has them in its first rows
	counts := map[colour]int{}
	for p := from.Pix; len(p) >= 4; p = p[4:] {
		counts[colour(p[:4])]++
		if len(counts) > most || tolerance == 0 && len(counts) > 256 {
			return nil, false
		}
	}
	return counts, true
}

func (c colour) isNear(other colour, tolerance int) bool {
	for i, value := range c {
		if max(value, other[i])-min(value, other[i]) > byte(tolerance) {
			return false
		}
	}
	return true
}

// paint gives each pixel the place of its colour.
func paint(from *image.RGBA, chosen []colour, places map[colour]byte) *image.Paletted {
	palette := make(color.Palette, len(chosen))
	for i, c := range chosen {
		palette[i] = color.RGBA{c[0], c[1], c[2], c[3]}
	}
	to := image.NewPaletted(from.Rect, palette)
	for i := range to.Pix {
		to.Pix[i] = places[colour(from.Pix[4*i:][:4])]
	}
	return to
}

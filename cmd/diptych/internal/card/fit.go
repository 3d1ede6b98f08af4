package card

import (
	"slices"
	"sort"
	"unicode"
)

// A style is one way in which texts may be set. All is in pixels.
type style struct {
	size    int
	lines   int // how many each text may have
	measure int // how wide a line may be
	height  int // how high all may be together, from the top of capitals to the last baseline
}

// styles gives those that differ by their size.
func styles(measure, height, lines int, sizes ...int) []style {
	var all []style
	for _, size := range sizes {
		all = append(all, style{size, lines, measure, height})
	}
	return all
}

// leading gives the pixels from one baseline to the next. Large letters need less air.
func leading(size int) int { return size * (128 - min(size, 100)/5) / 100 }

// gap gives the pixels by which two blocks are farther from each other than two lines.
func gap(size int) int { return size / 4 }

// A block is a text that has found its size and its lines.
type block struct {
	letters []letter
	size    int // in pixels
	lines   []span
}

// rise gives the pixels from the first baseline of some blocks to the last one.
func rise(blocks []block) int {
	sum := 0
	for i, b := range blocks {
		if i > 0 {
			sum += leading(b.size) + gap(b.size)
		}
		sum += (len(b.lines) - 1) * leading(b.size)
	}
	return sum
}

// fit sets texts in the first of the styles in which all of them have room. What has none in the last one is cut there, and
// ends with an ellipsis. An empty text gives no block.
func (d *desk) fit(texts []string, styles []style) []block {
	var said [][]letter
	for _, text := range texts {
		if letters := d.letters(text); len(letters) > 0 {
			said = append(said, d.set(letters))
		}
	}
	for _, s := range styles {
		if blocks, ok := d.setAll(said, s); ok {
			return blocks
		}
	}
	var blocks []block
	for _, letters := range said {
		blocks = append(blocks, d.cut(letters, styles[len(styles)-1]))
	}
	return blocks
}

// setAll sets texts in a style, if they have room.
func (d *desk) setAll(texts [][]letter, s style) ([]block, bool) {
	var blocks []block
	for _, letters := range texts {
		b, ok := d.setOne(letters, s)
		if !ok {
			return nil, false
		}
		blocks = append(blocks, b)
	}
	return blocks, rise(blocks)+d.capitals(s.size) <= s.height
}

func (d *desk) setOne(letters []letter, s style) (block, bool) {
	words, measure := words(letters), s.measure*d.em/s.size
	lines, ok := fewest(letters, words, measure)
	if !ok || lines > s.lines {
		return block{}, false
	}
	return block{letters, s.size, balance(letters, words, lines, measure)}, true
}

// ellipsis stands for what has no room.
const ellipsis = '…'

// cut sets as much of a text as has room in a style: whole words, unless one has no room in a line.
func (d *desk) cut(letters []letter, s style) block {
	if b, ok := d.setOne(letters, s); ok {
		return b
	}
	text := make([]rune, len(letters))
	for i, l := range letters {
		text[i] = l.rune
	}
	tooMuch := func(n int) bool { _, ok := d.setOne(d.set(shortened(text, n+1)), s); return !ok }
	n := sort.Search(len(text), tooMuch)
	b, _ := d.setOne(d.set(shortened(text, atWord(text, n))), s)
	return b
}

// longWord is how many letters at the end are left out rather than cut a word.
const longWord = 15

// atWord gives the end of the last whole word before n, or n itself in the midst of a long one.
func atWord(text []rune, n int) int {
	for i := n; i > max(0, n-longWord); i-- {
		if i == len(text) || text[i] == ' ' {
			return i
		}
	}
	return n
}

// shortened gives the first letters of a text with an ellipsis, which follows a letter or a figure and no sign.
func shortened(text []rune, n int) []rune {
	for n > 0 && !unicode.In(text[n-1], unicode.L, unicode.M, unicode.N) {
		n--
	}
	for n > 0 && n < len(text) && unicode.Is(unicode.M, text[n]) { // no letter loses its accent
		n--
	}
	return append(slices.Clone(text[:n]), ellipsis)
}

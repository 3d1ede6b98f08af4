// Package card draws the pictures that networks and chats show beside a link to a page: a diptych, on whose wide panel
// stands what the page is called, and on whose narrow one what a reader asks first, as the day and the place.
//
// A picture follows from its font, its colours and its words alone. Places, curves and coverage are reckoned in whole
// numbers, so that the same words give the same pixels on every machine.
package card

import (
	"image"
	"image/png"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/image/font/sfnt"

	"diptych/cmd/diptych/internal/wording"
)

// Width and Height are the measures of a card in pixels: the shape that networks ask for.
const (
	Width  = 1200
	Height = 630
)

// Recipe is the number of the way in which cards are drawn. It is raised when the same words come to give other pixels, so
// that a digest of words and recipe names a picture.
const Recipe = 1

// maxFont is how many bytes a font may have. One for French and English needs a fiftieth of it.
const maxFont = 8 << 20

// Text is what a card says, in the language of its page. What is empty leaves its place empty. Spaces that do not break keep
// their words on one line; soft hyphens and other characters without a look are left out.
type Text struct {
	Site  string   // what the site is called: small, above the title
	Title string   // what the page is called, in up to four lines, as large as they can be
	Lines []string // up to three facts on the narrow panel, as "5–6 December 2023" and "Accra, Ghana"
	Name  string   // at the top of the narrow panel, as the name of the language
}

// Press draws cards with one font and one design. It never changes, and may be used from several goroutines.
type Press struct {
	font      *sfnt.Font
	em        int // how many font units a size has
	ligatures *strings.Replacer
	raised    *strings.Replacer
	colours   palette
	ground    func() []byte // the two panels without any words
	desks     *sync.Pool
}

// New makes a press of a font, the bytes of a TTF or OTF file, which must not change later, and of a design. The error is
// a wording.Error for an editor: the font is of another kind, too large or damaged, or its words could not be read on their grounds.
func New(font []byte, design Design) (*Press, error) {
	if len(font) > maxFont {
		return nil, wording.Errorf("the font has %d bytes, and may have %d", len(font), maxFont)
	}
	parsed, err := sfnt.Parse(font)
	if err != nil {
		return nil, wording.Errorf("this is not a TrueType or OpenType font")
	}
	p := &Press{font: parsed, em: int(parsed.UnitsPerEm()), colours: mix(design)}
	if err := p.colours.legible(); err != nil {
		return nil, err
	}
	p.ground = sync.OnceValue(func() []byte { return panels(p.colours) })
	p.desks = &sync.Pool{New: func() any { return newDesk(p) }}
	d := newDesk(p)
	if glyph, ok := d.damaged(); ok {
		return nil, wording.Errorf("the font is damaged: its glyph number %d can't be read", glyph)
	}
	p.ligatures, p.raised = d.findLigatures(), d.findRaised()
	return p, nil
}

// Draw writes a card as a PNG image. The error is that of w.
func (p *Press) Draw(w io.Writer, text Text) error {
	d := p.desks.Get().(*desk)
	defer p.desks.Put(d)
	d.clear()
	d.compose(text)
	encoder := png.Encoder{BufferPool: &d.encoder} // the best compression takes four times as long, for a twentieth less
	return encoder.Encode(w, d.canvas)
}

// Missing gives the characters of a text that the font has no glyph for, each once, in the order of their code points. They
// would be drawn as the font's sign for what it lacks, mostly an empty box.
func (p *Press) Missing(text Text) []rune {
	d := p.desks.Get().(*desk)
	defer p.desks.Put(d)
	var missing []rune
	for _, said := range slices.Concat([]string{text.Site, text.Title, text.Name}, text.Lines) {
		for _, letter := range p.letters(said) {
			if d.lacks(letter) {
				missing = append(missing, letter)
			}
		}
	}
	slices.Sort(missing)
	return slices.Compact(missing)
}

// desk is where one card is drawn at a time. What only asks for letters needs no canvas.
type desk struct {
	*Press
	glyphs  sfnt.Buffer
	outline outline
	canvas  *image.Paletted // nil before the first card
	encoder pngBuffer
}

func newDesk(p *Press) *desk { return &desk{Press: p} }

// clear leaves nothing on the canvas but the panels.
func (d *desk) clear() {
	if d.canvas == nil {
		d.canvas = image.NewPaletted(image.Rect(0, 0, Width, Height), d.colours.all)
	}
	copy(d.canvas.Pix, d.ground())
}

// pngBuffer keeps what the PNG encoder needs from one card to the next.
type pngBuffer struct{ kept *png.EncoderBuffer }

// Get implements png.EncoderBufferPool.
func (b *pngBuffer) Get() *png.EncoderBuffer { return b.kept }

// Put implements png.EncoderBufferPool.
func (b *pngBuffer) Put(used *png.EncoderBuffer) { b.kept = used }

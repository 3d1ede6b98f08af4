package markdown

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
)

// Outline is what a body says, block by block, for those who compare the two halves of a page. It is immutable.
type Outline struct {
	Blocks   []Block // in the order of the body; footnotes come last
	Notes    []Note  // the comments, in the order of the body
	Problems []source.Problem
}

// Kind is what a block is. Only blocks of one kind answer each other.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph Kind = iota
	HeadingBlock
	Item        // the first text of a list's item
	Quotation   // a paragraph of a quotation or callout
	Picture     // a paragraph of nothing but images
	Code        // a code block
	Row         // a row of a table, with its cells apart
	Definition  // a term of a definition list, or what is said of it
	Footnote    // a paragraph of a footnote
	FrontMatter // a value of the front matter; never in an Outline, others make them
)

// Block is a stretch of a body that a reader sees as one: what can be missing in the other half, or say something else
// there.
type Block struct {
	Kind  Kind
	Level int    // of a heading, 1 to 6; of an item or quotation how deep it stands; else 0
	Key   string // of a heading, which may be empty; of a value its key in the front matter
	ID    string // of a heading

	// Text is the block as a reader has it, in plain text without markup: a soft line end is a space; hard line ends and
	// what separates the cells of a row are "\n". Images have no part in it, save the captions of a Picture, on lines of their
	// own. Of code it is the code.
	Text      string
	Stretches []Stretch   // what in Text is not plain prose, by From; one may stand within another
	Links     []Reference // links and images, in the order of the text

	Pos   source.Pos // where its text begins
	Last  int        // its last line in the file
	spots []spot     // where Text comes from
}

// Stretch is a part of a block's text that is not plain prose. From and To are bytes of [Block.Text].
type Stretch struct {
	From, To int
	Kind     StretchKind
	Lang     string // of Foreign, the tag
}

// StretchKind is what a stretch is.
type StretchKind uint8

// The kinds of stretches.
const (
	Verbatim StretchKind = iota // code within a text, or HTML that is shown as text
	Address                     // a URL or e-mail address that stands in the text
	Stressed                    // emphasis, weak or strong
	Foreign                     // a passage, link or image that the author gave a language
	Call                        // of a footnote; it has no text, and From and To are the same
)

// Reference is a link or an image.
type Reference struct {
	Image       bool
	Destination string // as the author wrote it, decoded: "https://…", "page:dhaka", "/note.pdf", "#dates"
	Text        string // what can be clicked; of an image its alternative text
	Decorative  bool   // of an image that is marked as one that only adorns
	From, To    int    // where Text stands in [Block.Text], in bytes; an image stands at an empty place
	Lang        string // the tag that the author gave it; may be empty
	Aside       string // what stands in brackets right behind it, with them; may be empty
	Pos         source.Pos
}

// Note is a comment, which no reader sees.
type Note struct {
	Text  string // between <!-- and -->, trimmed
	Block int    // the block that it stands in, or the next one; len(Blocks) if none follows
	Pos   source.Pos
}

// spot is where a piece of a block's text begins: from there on text and source are the same, byte for byte.
type spot struct{ offset, line, column int32 }

// At gives the place in the file of an offset in the block's text, in bytes.
func (b *Block) At(offset int) source.Pos {
	i, found := slices.BinarySearchFunc(b.spots, int32(offset), func(s spot, at int32) int { return cmp.Compare(s.offset, at) })
	if !found {
		i--
	}
	if i < 0 {
		return b.Pos
	}
	from := b.spots[i]
	column := int(from.column) + utf8.RuneCountInString(b.Text[from.offset:offset])
	return source.Pos{File: b.Pos.File, Line: int(from.line), Column: column}
}

// Span gives the place in the file of a part of the block's text, in bytes, and how many runes it has there on its first
// line. Of a part without text it gives the place alone.
func (b *Block) Span(from, to int) (pos source.Pos, size int) {
	pos = b.At(from)
	for _, s := range b.spots {
		if int(s.offset) > from && int(s.offset) < to && int(s.line) > pos.Line {
			to = int(s.offset)
			break
		}
	}
	text := strings.TrimRight(b.Text[from:to], " \n")
	if text == "" || len(b.spots) == 0 {
		return pos, 0
	}
	_, last := utf8.DecodeLastRuneInString(text)
	return pos, b.At(from+len(text)-last).Column + 1 - pos.Column
}

// Value makes a block of a value of the front matter, by its key. Its text begins at a place and, where the file has it letter
// by letter, each part of it has its own; of other texts, which have escapes or several lines, all is at the beginning.
func Value(key, text string, pos source.Pos, literal bool) Block {
	b := Block{Kind: FrontMatter, Key: key, Text: text, Pos: pos, Last: pos.Line + strings.Count(text, "\n")}
	if literal {
		b.spots = []spot{{0, int32(pos.Line), int32(pos.Column)}}
	}
	return b
}

// Without gives the block's text with spaces in the place of the stretches of some kinds, so that offsets stay what they
// are.
func (b *Block) Without(kinds ...StretchKind) string {
	text := []byte(nil)
	for _, s := range b.Stretches {
		if !slices.Contains(kinds, s.Kind) {
			continue
		}
		if text == nil {
			text = []byte(b.Text)
		}
		for i := s.From; i < s.To; i++ {
			text[i] = ' '
		}
	}
	if text == nil {
		return b.Text
	}
	return string(text)
}

// Outline reads a body as Render does, and says what is in it instead of writing HTML. A body beyond the limits gives an
// outline with nothing but the problem; what else is wrong with a body is for Render to tell.
func (r *Renderer) Outline(pos source.Pos, body string) *Outline {
	p := r.pages.Get().(*page)
	defer r.pages.Put(p)
	p.begin(pos, normalise(body))
	defer p.forget()
	root, excess, refused := p.parse()
	if refused {
		return &Outline{Problems: []source.Problem{p.limit(excess)}}
	}
	o := &outliner{page: p}
	o.blocks(root, place{})
	return &o.out
}

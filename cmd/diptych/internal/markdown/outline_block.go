package markdown

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"diptych/cmd/diptych/internal/source"
)

// blockWriter writes the text of one block of an outline.
type blockWriter struct {
	outliner *outliner
	block    Block
	text     []byte
	placed   bool // whether it is known where the block's text begins
}

// finish gives the block.
func (w *blockWriter) finish() Block {
	kept := len(bytes.TrimRight(w.text, " \n"))
	w.text = w.text[:kept]
	w.block.Text = string(w.text)
	w.block.Last = max(w.block.Last, w.block.Pos.Line)
	for i := range w.block.Stretches {
		s := &w.block.Stretches[i]
		s.From, s.To = min(s.From, kept), min(s.To, kept)
	}
	for i := range w.block.Links {
		l := &w.block.Links[i]
		l.From, l.To = min(l.From, kept), min(l.To, kept)
	}
	slices.SortStableFunc(w.block.Stretches, func(a, b Stretch) int { return cmp.Compare(a.From, b.From) })
	return w.block
}

func (w *blockWriter) page() *page { return w.outliner.page }

// literal appends bytes of the body that mean themselves, line by line, from an offset in it.
func (w *blockWriter) literal(text []byte, offset int) {
	for len(text) > 0 {
		line := text
		if end := bytes.IndexByte(text, '\n'); end >= 0 {
			line = text[:end+1]
		}
		w.spot(offset)
		w.text = append(w.text, line...)
		text, offset = text[len(line):], offset+len(line)
	}
}

// spot notes where in the body the next piece of text comes from.
func (w *blockWriter) spot(offset int) {
	pos := w.page().place(offset)
	if !w.placed {
		w.block.Pos, w.placed = pos, true
	}
	w.block.Last = max(w.block.Last, pos.Line)
	w.block.spots = append(w.block.spots, spot{int32(len(w.text)), int32(pos.Line), int32(pos.Column)})
}

// words appends Markdown text from an offset in the body, its escapes and references resolved.
func (w *blockWriter) words(src []byte, offset int) {
	for len(src) > 0 {
		i := bytes.IndexAny(src, `\&`)
		if i < 0 {
			i = len(src)
		}
		if i > 0 {
			w.spot(offset)
			w.text = append(w.text, src[:i]...)
		}
		if src, offset = src[i:], offset+i; len(src) > 0 {
			w.spot(offset)
			size := 0
			w.text, size = decodeOne(w.text, src)
			src, offset = src[size:], offset+size
		}
	}
}

func (w *blockWriter) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *blockWriter) inline(n ast.Node) {
	from := len(w.text)
	switch n := n.(type) {
	case *ast.Text:
		w.run(n)
	case *ast.CodeSpan:
		w.inlines(n)
		w.stretch(Verbatim, from, "")
	case *ast.Emphasis:
		w.inlines(n)
		w.stretch(Stressed, from, "")
	case *langSpan:
		w.inlines(n)
		w.stretch(Foreign, from, n.tag)
	case *ast.Link:
		w.link(n)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *extast.FootnoteLink:
		w.block.Stretches = append(w.block.Stretches, Stretch{From: from, To: from, Kind: Call})
	case *extast.FootnoteBacklink, *extast.TaskCheckBox:
	default:
		w.inlines(n)
	}
}

func (w *blockWriter) run(n *ast.Text) {
	if n.IsRaw() {
		w.literal(n.Value(w.page().src), n.Segment.Start)
	} else {
		w.words(n.Segment.Value(w.page().src), n.Segment.Start)
	}
	switch {
	case n.HardLineBreak():
		w.text = append(w.text, '\n')
	case n.SoftLineBreak():
		w.text = append(w.text, ' ')
	}
}

// stretch marks what was written from an offset on.
func (w *blockWriter) stretch(kind StretchKind, from int, lang string) {
	if len(w.text) > from {
		w.block.Stretches = append(w.block.Stretches, Stretch{From: from, To: len(w.text), Kind: kind, Lang: lang})
	}
}

func (w *blockWriter) link(n *ast.Link) {
	from, index := len(w.text), len(w.block.Links)
	w.block.Links = append(w.block.Links, Reference{Destination: destinationOf(n.Destination), Pos: w.position(n.Pos())})
	w.inlines(n)
	r := &w.block.Links[index]
	r.From, r.To, r.Text = from, len(w.text), string(w.text[from:])
	r.Aside, _ = w.page().aside(n)
	r.Lang = w.langOf(n)
	w.stretchLang(r.Lang, from)
}

// position gives a place, and takes it for the block's beginning if no text was before it.
func (w *blockWriter) position(offset int) source.Pos {
	pos := w.page().place(offset)
	if !w.placed {
		w.block.Pos, w.placed = pos, true
	}
	w.block.Last = max(w.block.Last, pos.Line)
	return pos
}

func (w *blockWriter) langOf(n ast.Node) string {
	tag, _ := n.AttributeString(langAttribute)
	lang, _ := tag.(string)
	return lang
}

func (w *blockWriter) stretchLang(lang string, from int) {
	if lang != "" {
		w.stretch(Foreign, from, lang)
	}
}

// mostAddress is how many bytes of an address are compared. A long one may be used by many links, each of which would be as
// long.
const mostAddress = 4096

// destinationOf gives the address of a link or image, decoded, up to mostAddress.
func destinationOf(raw []byte) string {
	address := decode(nil, raw)
	if len(address) > mostAddress {
		address = bytes.ToValidUTF8(address[:mostAddress], nil)
	}
	return string(address)
}

// image notes an image. What stands for it is no part of the block's text.
func (w *blockWriter) image(n *ast.Image) {
	w.block.Links = append(w.block.Links, Reference{
		Image: true, Destination: destinationOf(n.Destination), Text: string(w.page().plain(nil, n)), Decorative: isDecorative(n),
		From: len(w.text), To: len(w.text), Lang: w.langOf(n), Pos: w.position(n.Pos()),
	})
	if w.block.Kind == Picture {
		w.caption(n)
	}
}

// caption writes the caption of an image on a line of its own.
func (w *blockWriter) caption(n *ast.Image) {
	src := w.page().src
	at := bytes.Index(src[max(n.Pos(), 0):], n.Title)
	if len(n.Title) == 0 || at < 0 {
		return
	}
	if len(w.text) > 0 {
		w.text = append(w.text, '\n')
	}
	w.words(n.Title, max(n.Pos(), 0)+at)
}

func (w *blockWriter) autoLink(n *ast.AutoLink) {
	from, at := len(w.text), w.page().autoLinkStart(n)
	label := n.Label(w.page().src)
	w.literal(label, at+bytes.Index(w.page().src[at:], label))
	w.stretch(Address, from, "")
	destination := string(n.URL(w.page().src))
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(label), []byte("mailto:")) {
		destination = "mailto:" + string(label)
	}
	w.block.Links = append(w.block.Links, Reference{
		Destination: destination, Text: string(label), From: from, To: len(w.text), Pos: w.page().place(at),
	})
}

// rawHTML takes HTML for text where readers see it as such. A comment is a note on the block that it stands in.
func (w *blockWriter) rawHTML(n *ast.RawHTML) {
	html, start := rawText(w.page().src, n.Segments), n.Segments.At(0).Start
	switch {
	case isComment(html):
		w.outliner.notes(html, start)
	case !w.page().renderer.options.RawHTML:
		from := len(w.text)
		w.literal(html, start)
		w.stretch(Verbatim, from, "")
	}
}

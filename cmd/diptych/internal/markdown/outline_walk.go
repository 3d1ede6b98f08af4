package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// outliner goes over a body's tree and makes its outline.
type outliner struct {
	page *page
	out  Outline
	read int // how many headings of the page are in the outline
}

// place is what the blocks around a block make of it.
type place struct {
	kind  Kind // of the next paragraph
	rest  Kind // of the paragraphs after it
	level int  // how many lists and quotations are open
}

func (o *outliner) blocks(parent ast.Node, in place) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Type() == ast.TypeInline {
			continue // a footnote that ends in no paragraph has its return link among its blocks
		}
		o.block(n, in)
		if o.isText(n) {
			in.kind = in.rest
		}
	}
}

// isText tells whether a block is text by itself, and no comment.
func (o *outliner) isText(n ast.Node) bool {
	_, html := n.(*ast.HTMLBlock)
	return !html
}

func (o *outliner) block(n ast.Node, in place) {
	switch n := n.(type) {
	case *ast.Heading:
		o.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		o.text(n, in)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		o.code(n)
	case *ast.HTMLBlock:
		o.html(n, in)
	case *extast.Table:
		o.table(n)
	case *extast.DefinitionTerm:
		o.text(n, place{kind: Definition, level: in.level})
	case *callout:
		o.callout(n, in)
	default:
		o.blocks(n, o.inside(n, in))
	}
}

// inside gives what a container makes of the blocks in it.
func (o *outliner) inside(n ast.Node, in place) place {
	switch n.(type) {
	case *ast.ListItem:
		return place{Item, Paragraph, in.level + 1}
	case *ast.Blockquote:
		return place{Quotation, Quotation, in.level + 1}
	case *extast.DefinitionDescription:
		return place{Definition, Paragraph, in.level}
	case *extast.Footnote:
		return place{Footnote, Footnote, in.level}
	}
	return in
}

func (o *outliner) callout(n *callout, in place) {
	in = place{Quotation, Quotation, in.level + 1}
	if n.title != nil {
		o.text(n.title, in)
	}
	o.blocks(n, in)
}

// heading adds a heading. The page has found them in the same order.
func (o *outliner) heading(n *ast.Heading) {
	h := o.page.headings[o.read]
	o.read++
	w := o.writer(HeadingBlock, n)
	w.block.Level, w.block.Key, w.block.ID = n.Level, h.Key, h.ID
	w.inlines(n)
	o.add(w)
}

// text adds a paragraph, or what is as good as one. Without any text there is no block, unless it has a link or a picture.
func (o *outliner) text(n ast.Node, in place) {
	if in.kind != Item && isPicture(n) {
		in.kind = Picture
	}
	w := o.writer(in.kind, n)
	w.block.Level = in.level
	w.inlines(n)
	if len(w.text) > 0 || len(w.block.Links) > 0 {
		o.add(w)
	}
}

// isPicture tells whether a paragraph is nothing but images.
func isPicture(n ast.Node) bool {
	images := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			images++
		case *ast.Text:
			if !c.Segment.IsEmpty() {
				return false
			}
		default:
			return false
		}
	}
	return images > 0
}

func (o *outliner) code(n ast.Node) {
	w := o.writer(Code, n)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		w.literal(line.Value(o.page.src), line.Start)
	}
	w.stretch(Verbatim, 0, "")
	o.add(w)
}

func (o *outliner) table(n *extast.Table) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		w := o.writer(Row, row)
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if cell != row.FirstChild() {
				w.text = append(w.text, '\n')
			}
			w.inlines(cell)
		}
		o.add(w)
	}
}

// html takes what is no comment for text, as readers see it where HTML does not pass.
func (o *outliner) html(n *ast.HTMLBlock, in place) {
	if n.Lines().Len() == 0 {
		return
	}
	start, html := n.Lines().At(0).Start, rawText(o.page.src, n.Lines())
	if n.HasClosure() {
		html = append(html, n.ClosureLine.Value(o.page.src)...)
	}
	rest := bytes.TrimSpace(withoutComments(bytes.TrimLeft(html, " \t")))
	o.notes(html, start)
	if len(rest) == 0 || o.page.renderer.options.RawHTML {
		return
	}
	w := o.writer(in.kind, n)
	w.literal(rest, start+bytes.Index(html, rest))
	w.stretch(Verbatim, 0, "")
	o.add(w)
}

// notes adds the comments in HTML that begins at an offset.
func (o *outliner) notes(html []byte, start int) {
	for at := 0; ; {
		from := bytes.Index(html[at:], []byte("<!--"))
		if from < 0 {
			return
		}
		from += at
		text, _, closed := bytes.Cut(html[from+len("<!--"):], []byte("-->"))
		if !closed {
			return
		}
		o.out.Notes = append(o.out.Notes, Note{
			Text: string(bytes.TrimSpace(text)), Block: len(o.out.Blocks), Pos: o.page.place(start + from),
		})
		at = from + len("<!--") + len(text)
	}
}

func (o *outliner) writer(kind Kind, n ast.Node) *blockWriter {
	w := &blockWriter{outliner: o}
	w.block.Kind = kind
	w.block.Pos = o.page.place(n.Pos())
	return w
}

// add adds a block whose text is written.
func (o *outliner) add(w *blockWriter) { o.out.Blocks = append(o.out.Blocks, w.finish()) }

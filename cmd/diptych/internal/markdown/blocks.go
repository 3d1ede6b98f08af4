package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// block writes one block with all that is in it.
func (p *page) block(n ast.Node) {
	if p.exhausted() {
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		p.heading(n)
	case *ast.Paragraph:
		p.paragraph(n)
	case *ast.TextBlock:
		p.textBlock(n)
	case *ast.ThematicBreak:
		p.write("<hr>\n")
	case *ast.CodeBlock:
		p.code(n, nil)
	case *ast.FencedCodeBlock:
		p.code(n, n.Language(p.src))
	case *ast.HTMLBlock:
		p.htmlBlock(n)
	case *ast.List:
		p.list(n)
	case *ast.ListItem:
		p.listItem(n)
	case *ast.LinkReferenceDefinition:
		// It says something of other blocks and is nothing itself.
	default:
		p.container(n)
	}
}

// container writes a block that holds other blocks or, in a definition list, text.
func (p *page) container(n ast.Node) {
	switch n := n.(type) {
	case *ast.Blockquote:
		p.enclose(n, "<blockquote>\n", "</blockquote>\n")
	case *callout:
		p.callout(n)
	case *extast.Table:
		p.table(n)
	case *extast.FootnoteList:
		p.footnotes(n)
	case *extast.DefinitionList:
		p.enclose(n, "<dl>\n", "</dl>\n")
	case *extast.DefinitionTerm:
		p.write("<dt>")
		p.prose(n)
		p.write("</dt>\n")
	case *extast.DefinitionDescription:
		p.enclose(n, opening("<dd>", n), "</dd>\n")
	default:
		p.blocks(n)
	}
}

func (p *page) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeInline {
			p.inline(c) // a footnote that ends in no paragraph has its return link among its blocks
			continue
		}
		p.block(c)
	}
}

func (p *page) enclose(n ast.Node, start, end string) {
	p.write(start)
	p.blocks(n)
	p.write(end)
}

// opening gives a start tag, with a line end where blocks follow that are no mere text.
func opening(tag string, n ast.Node) string {
	first := n.FirstChild()
	if _, ok := first.(*ast.TextBlock); ok || first == nil {
		return tag
	}
	return tag + "\n"
}

func (p *page) paragraph(n *ast.Paragraph) {
	if image := figureImage(n); image != nil && p.figure(image) {
		return
	}
	p.write("<p>")
	p.prose(n)
	p.write("</p>\n")
}

// textBlock writes the text of an item in a tight list, which has no element of its own.
func (p *page) textBlock(n *ast.TextBlock) {
	p.prose(n)
	if n.NextSibling() != nil && n.HasChildren() {
		p.write("\n")
	}
}

func (p *page) code(n ast.Node, language []byte) {
	p.write(`<pre tabindex="0"><code`) // it scrolls sideways, also by the keyboard
	if len(language) > 0 {
		p.attribute("class", "language-"+string(decode(nil, language)))
	}
	p.write(">")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		p.text(line.Value(p.src))
	}
	p.write("</code></pre>\n")
}

func (p *page) list(n *ast.List) {
	if !n.IsOrdered() {
		p.enclose(n, "<ul>\n", "</ul>\n")
		return
	}
	p.write("<ol")
	if n.Start != 1 {
		p.write(` start="`)
		p.number(n.Start)
		p.write(`"`)
	}
	p.enclose(n, ">\n", "</ol>\n")
}

func (p *page) listItem(n *ast.ListItem) {
	tag := "<li>"
	if isTask(n) {
		tag = `<li class="task">`
	}
	p.enclose(n, opening(tag, n), "</li>\n")
}

func isTask(n *ast.ListItem) bool {
	first := n.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return false
	}
	_, ok := first.FirstChild().(*extast.TaskCheckBox)
	return ok
}

// figureImage gives the image of a paragraph that is nothing but an image with a title, else nil.
func figureImage(n *ast.Paragraph) *ast.Image {
	var image *ast.Image
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			if image != nil {
				return nil
			}
			image = c
		case *ast.Text:
			if !c.Segment.IsEmpty() {
				return nil
			}
		default:
			return nil
		}
	}
	if image == nil || len(bytes.TrimSpace(image.Title)) == 0 {
		return nil
	}
	return image
}

// figure writes an image with its title as the caption. It writes nothing, and tells so, if the image's address is
// refused.
func (p *page) figure(n *ast.Image) bool {
	to := p.address(n.Destination, true)
	if !to.refusal.IsZero() {
		return false
	}
	p.write("<figure>\n")
	p.imageElement(n, to, false)
	p.write("\n<figcaption>")
	p.title(n.Title, n)
	p.write("</figcaption>\n</figure>\n")
	return true
}

package markdown

import (
	"fmt"

	extast "github.com/yuin/goldmark/extension/ast"
)

// The ids of footnotes and their calls have a colon, which no id of a heading has.

// footnotes writes the list of footnotes, which stands at the end of the body.
func (p *page) footnotes(n *extast.FootnoteList) {
	p.endParts()
	p.write(`<section class="footnotes" role="doc-endnotes"`)
	p.attribute("aria-label", p.word(footnotesName, n.Pos()))
	p.write(">\n<ol>\n")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.write("<li")
		p.reference("id", noteID(c.(*extast.Footnote).Index))
		p.enclose(c, ">\n", "</li>\n")
	}
	p.write("</ol>\n</section>\n")
}

// footnoteCall writes the number that stands in the text. Inside a link it is no link of its own.
func (p *page) footnoteCall(n *extast.FootnoteLink) {
	p.write("<sup")
	p.reference("id", callID(n.Index, n.RefIndex))
	p.write(">")
	if p.anchors == 0 {
		p.openTo(noteID(n.Index), "doc-noteref")
		p.write(">")
	}
	p.number(n.Index)
	if p.anchors == 0 {
		p.write("</a>")
	}
	p.write("</sup>")
}

// footnoteReturn writes the link from a footnote back to one of its calls.
func (p *page) footnoteReturn(n *extast.FootnoteBacklink) {
	name := fmt.Sprintf("%s %d", p.word(footnotesReturn, n.Pos()), n.Index)
	if n.RefIndex > 0 {
		name = fmt.Sprintf("%s-%d", name, n.RefIndex+1)
	}
	p.write("\u00a0")
	p.openTo(callID(n.Index, n.RefIndex), "doc-backlink")
	p.attribute("aria-label", name)
	p.write(">↩\ufe0e</a>") // the selector asks for the arrow as text, not as a picture
}

// openTo writes the start of a link to an id of this body, up to where more attributes may follow.
func (p *page) openTo(id, role string) {
	p.write(`<a href="#`)
	p.hole(idHole, 0)
	p.write(id, `" role="`, role, `"`)
}

// noteID gives the id of a footnote.
func noteID(footnote int) string { return fmt.Sprintf("fn:%d", footnote) }

// callID gives the id of a call. A footnote that is called again has calls that differ by their index, counted from
// 0.
func callID(footnote, index int) string {
	if index == 0 {
		return fmt.Sprintf("fnref:%d", footnote)
	}
	return fmt.Sprintf("fnref:%d:%d", footnote, index+1)
}

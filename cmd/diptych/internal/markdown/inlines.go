package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func (p *page) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.inline(c)
	}
}

// inline writes one part of a text with all that is in it.
func (p *page) inline(n ast.Node) {
	if p.exhausted() {
		return
	}
	switch n := n.(type) {
	case *ast.Text:
		p.run(n)
	case *ast.CodeSpan:
		p.codeSpan(n)
	case *ast.Emphasis:
		p.emphasis(n)
	case *ast.Link:
		p.link(n)
	case *ast.Image:
		p.image(n)
	case *ast.AutoLink:
		p.autoLink(n)
	case *ast.RawHTML:
		p.rawHTML(n)
	default:
		p.extension(n)
	}
}

// extension writes what CommonMark doesn't have.
func (p *page) extension(n ast.Node) {
	switch n := n.(type) {
	case *langSpan:
		p.write("<span")
		p.attribute("lang", n.tag)
		p.passages++
		p.surround(n, ">", "</span>")
		p.passages--
	case *abbr:
		p.write("<abbr")
		p.attribute("title", n.title)
		p.surround(n, ">", "</abbr>")
	case *extast.Strikethrough:
		p.surround(n, "<del>", "</del>")
	case *extast.TaskCheckBox:
		p.taskBox(n)
	case *extast.FootnoteLink:
		p.footnoteCall(n)
	case *extast.FootnoteBacklink:
		p.footnoteReturn(n)
	default:
		p.inlines(n)
	}
}

func (p *page) surround(n ast.Node, start, end string) {
	p.write(start)
	p.inlines(n)
	p.write(end)
}

// run writes a stretch of text and the break after it.
func (p *page) run(n *ast.Text) {
	set, isSet := p.takeSet(n)
	switch {
	case isSet:
		p.writeSet(set)
	case n.IsRaw():
		p.text(n.Value(p.src))
	default:
		p.words(n.Value(p.src))
	}
	switch {
	case n.HardLineBreak():
		p.write("<br>\n")
	case n.SoftLineBreak() && !isSet:
		p.write("\n")
	}
}

// codeSpan writes code, in which a line end counts as a space.
func (p *page) codeSpan(n *ast.CodeSpan) {
	p.write("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		value := c.(*ast.Text).Value(p.src)
		line, broken := bytes.CutSuffix(value, []byte("\n"))
		p.text(line)
		if broken {
			p.write(" ")
		}
	}
	p.write("</code>")
}

func (p *page) emphasis(n *ast.Emphasis) {
	if n.Level == 2 {
		p.surround(n, "<strong>", "</strong>")
		return
	}
	p.surround(n, "<em>", "</em>")
}

// taskBox writes the box of a task. Nobody can change it, but those who don't see it hear its name.
func (p *page) taskBox(n *extast.TaskCheckBox) {
	name := taskOpen
	p.write(`<input type="checkbox" disabled`)
	if n.IsChecked {
		name = taskDone
		p.write(" checked")
	}
	p.attribute("aria-label", p.word(name, n.Pos()))
	p.write("> ")
}

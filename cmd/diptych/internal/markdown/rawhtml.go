package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"diptych/cmd/diptych/internal/source"
)

// A comment is a note from one editor to another. It never reaches the page, whatever the options say.

// rawHTML writes HTML that stands in a text: as it is where that is allowed, else as text.
func (p *page) rawHTML(n *ast.RawHTML) {
	html := rawText(p.src, n.Segments)
	switch {
	case isComment(html):
	case p.renderer.options.RawHTML:
		p.out = append(p.out, html...)
	default:
		p.reportRaw(n.Segments.At(0).Start, html)
		p.text(html)
	}
}

// htmlBlock writes HTML that stands on its own. What follows a comment on its last line is part of the block.
func (p *page) htmlBlock(n *ast.HTMLBlock) {
	html := rawText(p.src, n.Lines())
	if n.HasClosure() {
		html = append(html, n.ClosureLine.Value(p.src)...)
	}
	indent := len(html) - len(bytes.TrimLeft(html, " \t"))
	rest := bytes.TrimSpace(withoutComments(html[indent:]))
	if len(rest) == 0 {
		return
	}
	if p.renderer.options.RawHTML {
		p.out = append(append(p.out, rest...), '\n')
		return
	}
	p.reportRaw(n.Lines().At(0).Start+indent, rest)
	p.write("<p>")
	p.text(rest)
	p.write("</p>\n")
}

// rawText puts together the segments of HTML.
func rawText(src []byte, segments *text.Segments) []byte {
	var html []byte
	for i := range segments.Len() {
		segment := segments.At(i)
		html = append(html, segment.Value(src)...)
	}
	return html
}

func isComment(html []byte) bool { return bytes.HasPrefix(html, []byte("<!--")) }

// withoutComments takes the comments from the beginning of a block. One that is never closed stays: a reader loses
// nothing that an author may not have meant to hide.
func withoutComments(html []byte) []byte {
	for isComment(html) {
		_, after, closed := bytes.Cut(html[len("<!-"):], []byte("->"))
		if !closed {
			return html
		}
		html = bytes.TrimLeft(after, " \t\n")
	}
	return html
}

// reportRaw warns of HTML that is shown as text, once a line: a tag and its end are one mistake.
func (p *page) reportRaw(at int, html []byte) {
	pos := p.place(at)
	if pos.Line == p.rawLine {
		return
	}
	p.rawLine = pos.Line
	if isComment(html) {
		p.report(source.Warnf("raw-html", pos, "the comment is never closed, and is shown as text").
			WithHint("write --> where the comment ends"))
		return
	}
	first, _, _ := bytes.Cut(html, []byte("\n"))
	p.report(source.Warnf("raw-html", pos, "`%s` is HTML, and is shown as text", excerpt(first)).
		WithHint("write it in Markdown, or set `rawHTML = true` under [markdown] in config.toml"))
}

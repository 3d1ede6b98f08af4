package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"diptych/cmd/diptych/internal/source"
)

// DocumentLink is what a link to a document leaves open beside its address: what the register of documents says of it.
type DocumentLink struct {
	// Text is where the document's title belongs in the HTML, in bytes: in an element without text. It is 0 where the
	// author wrote a text.
	Text int
	// Note is where the note on language, type and size belongs, behind the link.
	Note int
	// Aside is what the author put between brackets right behind the link, with the brackets, where it is short; else "".
	Aside    string
	AsidePos source.Pos
}

// documentLink writes a link to a document, with holes for its attributes, for the text that the author left out, and for
// the note behind it.
func (p *page) documentLink(n ast.Node, to address, at int) {
	p.write("<a")
	open := &DocumentLink{}
	p.linkHole(Link{Destination: to.symbolic, Document: open, Pos: p.place(at)})
	titled := p.takesTitle(n)
	if lang, ok := n.AttributeString(langAttribute); ok && !titled {
		p.attribute("lang", lang.(string))
	}
	if link, ok := n.(*ast.Link); ok && len(link.Title) > 0 {
		p.write(` title="`)
		p.title(link.Title, n)
		p.write(`"`)
	}
	p.write(">")
	text := len(p.out)
	p.anchors++
	p.inlines(n)
	p.anchors--
	if titled { // there is white space at the most
		p.out, open.Text = p.out[:text], text
	}
	p.write("</a>")
	p.note(open)
	open.Aside, open.AsidePos = p.aside(n)
}

// note leaves the place for the note. It is in the page's language, also behind a link in a passage that is not.
func (p *page) note(open *DocumentLink) {
	if p.passages == 0 {
		open.Note = len(p.out)
		return
	}
	p.write("<span")
	p.attribute("lang", string(p.renderer.lang))
	p.write(">")
	open.Note = len(p.out)
	p.write("</span>")
}

// takesTitle tells whether a link to a document has no text of its own, so that the document's title takes its place:
// `[](doc:plan)`, `<doc:plan>`.
func (p *page) takesTitle(n ast.Node) bool {
	if _, auto := n.(*ast.AutoLink); auto {
		return true
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if p.shows(c) {
			return false
		}
	}
	return true
}

// shows tells whether a part of a text shows anything.
func (p *page) shows(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Text:
		return len(bytes.TrimSpace(n.Value(p.src))) > 0
	case *ast.RawHTML:
		return p.renderer.options.RawHTML || len(p.plain(nil, n)) > 0
	case *ast.Emphasis, *ast.Link, *langSpan, *extast.Strikethrough:
		return !p.takesTitle(n)
	default:
		return true
	}
}

// longestAside is the size in bytes up to which brackets behind a link are looked at: a note is short.
const longestAside = 80

// aside gives what stands between brackets right behind a link, on its line or at the beginning of the next.
func (p *page) aside(n ast.Node) (string, source.Pos) {
	next, ok := n.NextSibling().(*ast.Text)
	if !ok || next.IsRaw() {
		return "", source.Pos{}
	}
	if after, ok := next.NextSibling().(*ast.Text); ok && next.SoftLineBreak() && len(bytes.TrimSpace(next.Value(p.src))) == 0 {
		next = after
	}
	rest := bytes.TrimLeft(p.src[next.Segment.Start:], " \t\u00a0")
	at, size := len(p.src)-len(rest), bracketed(rest[:min(len(rest), longestAside)])
	if size == 0 || !covers(next, at+size) {
		return "", source.Pos{}
	}
	return string(rest[:size]), p.place(at)
}

// bracketed gives the size of a pair of brackets without others in it, with which a text begins; 0 if there is none.
func bracketed(text []byte) int {
	for _, pair := range [...]string{"()", "[]"} {
		if len(text) > 0 && text[0] == pair[0] {
			if end := bytes.IndexAny(text[1:], "()[]\n"); end >= 0 && text[1+end] == pair[1] {
				return end + 2
			}
		}
	}
	return 0
}

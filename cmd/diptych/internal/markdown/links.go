package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"diptych/cmd/diptych/internal/source"
)

// langAttribute is the name under which a link keeps the language that the author gave it.
const langAttribute = "lang"

// link writes a link. Inside another link, where HTML allows none, and with an address that is refused, it writes the
// text alone.
func (p *page) link(n *ast.Link) {
	to := p.address(n.Destination, false)
	if !to.refusal.IsZero() {
		p.refuse(n, n.Destination, to)
	}
	if !to.refusal.IsZero() || p.anchors > 0 {
		p.inlines(n)
		return
	}
	if to.document {
		p.documentLink(n, to, n.Pos())
		return
	}
	p.openLink(n, to, n.Pos())
	if len(n.Title) > 0 {
		p.write(` title="`)
		p.title(n.Title, n)
		p.write(`"`)
	}
	p.write(">")
	p.anchors++
	p.inlines(n)
	p.anchors--
	p.write("</a>")
}

// address judges a destination as it is written. It takes its size from the budget: a long reference that is used
// often grows in memory even where it doesn't come into the HTML.
func (p *page) address(destination []byte, image bool) address {
	p.budget -= len(destination)
	return judge(decode(nil, destination), image)
}

// openLink writes the start of a link, up to where more attributes may follow.
func (p *page) openLink(n ast.Node, to address, at int) {
	p.write("<a")
	p.location("href", to, at)
	if lang, ok := n.AttributeString(langAttribute); ok {
		p.attribute("lang", lang.(string))
		p.attribute("hreflang", lang.(string))
	}
}

// location writes the attribute with an address, or with the hole for one.
func (p *page) location(name string, to address, at int) {
	if to.external != "" {
		p.attribute(name, to.external)
		return
	}
	p.write(" ", name, `="`)
	p.linkHole(Link{Destination: to.symbolic, Pos: p.place(at)})
	p.write(`"`)
}

// image writes an image with its title, or its text alone if the address is refused.
func (p *page) image(n *ast.Image) {
	to := p.address(n.Destination, true)
	if to.refusal.IsZero() {
		p.imageElement(n, to, true)
		return
	}
	p.refuse(n, n.Destination, to)
	p.text(p.plain(nil, n))
}

func (p *page) imageElement(n *ast.Image, to address, titled bool) {
	p.write("<img")
	if to.external != "" {
		p.attribute("src", to.external)
		p.elsewhere = append(p.elsewhere, p.place(n.Pos()))
	} else {
		p.linkHole(Link{Destination: to.symbolic, Image: true, Pos: p.place(n.Pos())})
	}
	p.write(` alt="`)
	p.out = escape(p.out, p.setText(string(p.plain(nil, n)), n))
	p.write(`"`)
	if titled && len(n.Title) > 0 {
		p.write(` title="`)
		p.title(n.Title, n)
		p.write(`"`)
	}
	if lang, ok := n.AttributeString(langAttribute); ok {
		p.attribute("lang", lang.(string))
	}
	p.write(">")
}

// autoLink writes an address that stands in the text, bare or in angle brackets.
func (p *page) autoLink(n *ast.AutoLink) {
	destination, label := n.URL(p.src), n.Label(p.src)
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(label), []byte("mailto:")) {
		destination = append([]byte("mailto:"), label...)
	}
	to := judge(destination, false)
	if !to.refusal.IsZero() {
		p.refuse(n, destination, to)
	}
	if !to.refusal.IsZero() || p.anchors > 0 {
		p.text(label)
		return
	}
	if to.document {
		p.documentLink(n, to, p.autoLinkStart(n))
		return
	}
	p.openLink(n, to, p.autoLinkStart(n))
	p.write(">")
	p.text(label)
	p.write("</a>")
}

// autoLinkStart gives the offset of an address. For a bare one that follows a space or a bracket, the parser gives
// the offset of that.
func (p *page) autoLinkStart(n *ast.AutoLink) int {
	at := max(n.Pos(), 0)
	if p.src[at] == '<' || bytes.HasPrefix(p.src[at:], n.Label(p.src)) {
		return at
	}
	return at + 1
}

// refuse reports a destination to which nothing may link.
func (p *page) refuse(n ast.Node, destination []byte, to address) {
	at := n.Pos()
	if auto, ok := n.(*ast.AutoLink); ok {
		at = p.autoLinkStart(auto)
	}
	p.report(source.Errorf("link-scheme", p.place(at), "the address %q %s", excerpt(destination), to.refusal).
		WithHint("write a whole address with https:, http:, mailto: or tel:, `page:` and a key for a page, " +
			"`doc:` and an id for a document, or a path without a colon"))
}

// excerpt gives enough of what an author wrote to know it again.
func excerpt(text []byte) string {
	const longest = 60
	runes := []rune(string(text[:min(len(text), 4*longest)]))
	if len(runes) <= longest {
		return string(runes)
	}
	return string(runes[:longest]) + "…"
}

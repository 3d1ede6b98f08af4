package markdown

import "github.com/yuin/goldmark/ast"

// prepare goes once over the parser's tree and reads from its text what Markdown has no word for: the languages of
// spans, the keys of headings, callouts.
func (p *page) prepare(n ast.Node) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		p.prepare(c)
		c = next
	}
	if first := n.FirstChild(); first != nil && first.Type() == ast.TypeInline {
		p.spans(n)
	}
	switch n := n.(type) {
	case *ast.Heading:
		p.findKey(n)
	case *ast.Blockquote:
		p.findCallout(n)
	}
}

package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// abbr is the first use of an abbreviation, which says what it stands for.
type abbr struct {
	ast.BaseInline
	title string
}

var kindAbbr = ast.NewNodeKind("Abbr")

// Kind implements [ast.Node].
func (n *abbr) Kind() ast.NodeKind { return kindAbbr }

// Dump implements [ast.Node].
func (n *abbr) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Title": n.title}, nil)
}

// abbreviator goes through a body in the order in which readers do, and marks the first use of each abbreviation. It looks
// at the text of a block as a whole, since a word, or what explains it, need not end where emphasis does.
type abbreviator struct {
	page *page
	used map[*abbreviation]bool

	view  []byte        // the text of a block as readers see it
	texts []textInBlock // in the order of the view
	own   bool          // whether an <abbr> of the author's own is open
}

// textInBlock is where a text stands in its block.
type textInBlock struct {
	node     *ast.Text
	from, to int            // in the view
	known    *abbreviations // of the text's language; nil if there are none
	own      bool           // whether the author has marked it
}

// opaque stands in the view for what is no text, and is no part of a word.
const opaque = "\ufffc"

// markAbbreviations finds the first use of each abbreviation in a body. That in a heading doesn't count: headings also
// stand in contents and menus, without their elements.
func (p *page) markAbbreviations(root ast.Node) {
	if !p.renderer.mayAbbreviate(p.body) {
		return
	}
	a := &abbreviator{page: p, used: map[*abbreviation]bool{}, view: p.scratch[:0]}
	a.block(root)
	p.scratch = a.view[:0]
}

func (a *abbreviator) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		return
	case *callout:
		if n.title != nil {
			a.prose(n.title)
		}
	}
	if first := n.FirstChild(); first != nil && first.Type() == ast.TypeInline {
		a.prose(n)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		a.block(c)
	}
}

// prose marks the abbreviations in the text of a block.
func (a *abbreviator) prose(n ast.Node) {
	a.view, a.texts, a.own = a.view[:0], a.texts[:0], false
	a.gather(n, a.page.renderer.abbreviations[a.page.renderer.lang])
	for _, text := range a.texts {
		a.text(text)
	}
}

// gather adds the text below a node to the view.
func (a *abbreviator) gather(parent ast.Node, known *abbreviations) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			from := len(a.view)
			a.view = a.page.plainText(a.view, n)
			a.texts = append(a.texts, textInBlock{n, from, len(a.view), known, a.own})
		case *ast.RawHTML:
			a.rawHTML(n)
		case *ast.CodeSpan, *ast.Image, *ast.AutoLink, *extast.FootnoteLink:
			a.view = append(a.view, opaque...)
		default:
			a.gather(n, a.knownIn(n, known))
		}
	}
}

// knownIn gives the abbreviations for what is in a node: its own language's, or those around it.
func (a *abbreviator) knownIn(n ast.Node, around *abbreviations) *abbreviations {
	if tag, ok := tagOf(n); ok {
		return a.page.renderer.abbreviations[langOf(tag)]
	}
	return around
}

// rawHTML looks out for the tags of an abbreviation that the author has marked, and for those that divide words.
func (a *abbreviator) rawHTML(n *ast.RawHTML) {
	if !a.page.renderer.options.RawHTML {
		a.view = a.page.plain(a.view, n)
		return
	}
	switch tag := bytes.ToLower(rawText(a.page.src, n.Segments)); {
	case bytes.HasPrefix(tag, []byte("<abbr")):
		a.own = true
	case bytes.HasPrefix(tag, []byte("</abbr")):
		a.own = false
	case bytes.HasPrefix(tag, []byte("<br")):
		a.view = append(a.view, '\n')
	}
}

// text marks the abbreviations in one text that are used for the first time.
func (a *abbreviator) text(t textInBlock) {
	if t.known == nil || t.node.IsRaw() {
		return
	}
	for i := t.from; i < t.to; i++ {
		if t.known[a.view[i]] == nil { // as for most characters
			continue
		}
		found := t.known.at(a.view, i, t.to)
		if found == nil {
			continue
		}
		if !a.used[found] {
			a.used[found] = true
			t = a.mark(t, i, found)
		}
		i += len(found.short) - 1
	}
}

// mark puts an abbreviation into an element of its own, unless the author has explained it. It gives what is left of the
// text.
func (a *abbreviator) mark(t textInBlock, from int, found *abbreviation) textInBlock {
	to := from + len(found.short)
	start, whole := a.offset(t, from)
	end, alsoWhole := a.offset(t, to)
	if t.own || found.isExplained(a.view[:from]) || !whole || !alsoWhole {
		return t
	}
	inner := split(t.node, start)
	t.node, t.from = split(inner, end), to
	parent, element := inner.Parent(), &abbr{title: found.title}
	parent.InsertBefore(parent, inner, element)
	element.AppendChild(element, inner)
	return t
}

// offset gives the offset in the body of what stands at a place of the view. It is not whole if the place is within a
// character reference.
func (a *abbreviator) offset(t textInBlock, at int) (offset int, whole bool) {
	offset = t.node.Segment.Start
	left := at - t.from - t.node.Segment.Padding
	var decoded []byte
	for left > 0 {
		c, size := a.page.src[offset], 1
		decoded = append(decoded[:0], c)
		if c == '\\' || c == '&' {
			decoded, size = decodeOne(decoded[:0], a.page.src[offset:t.node.Segment.Stop])
		}
		offset, left = offset+size, left-len(decoded)
	}
	return offset, left == 0
}

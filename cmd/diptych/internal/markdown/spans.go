package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"diptych/cmd/diptych/internal/source"
)

// langSpan is a stretch of text in another language than the page's: `[peacekeeping]{lang=en}`.
type langSpan struct {
	ast.BaseInline
	tag string // BCP 47
}

var kindLangSpan = ast.NewNodeKind("LangSpan")

// Kind implements [ast.Node].
func (n *langSpan) Kind() ast.NodeKind { return kindLangSpan }

// Dump implements [ast.Node].
func (n *langSpan) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Tag": n.tag}, nil)
}

// bracket is an opening bracket that no link has taken.
type bracket struct {
	node   *ast.Text
	offset int // in the body
}

// spans finds the languages that an author gave to bracketed text, links and images among the children of a node.
//
// The parser has no way to look into brackets that turn out to be no link, so they are found afterwards in what it
// left as text. That makes them bind less than links, code and emphasis, as brackets do.
func (p *page) spans(parent ast.Node) {
	var open []bracket
	for c := parent.FirstChild(); c != nil; {
		next := c.NextSibling()
		switch n := c.(type) {
		case *ast.Text:
			if n.IsRaw() {
				break
			}
			var rest *ast.Text
			if open, rest = p.spansIn(n, open); rest != nil {
				next = rest
			}
		case *ast.Link, *ast.AutoLink:
			p.linkLang(n)
		case *ast.Image:
			p.decorative(n)
			p.linkLang(n)
			p.decorative(n)
			p.checkMark(n)
		}
		c = next
	}
}

// spansIn goes through one text, up to where a span ends in it. It gives the brackets that are open there, and the
// text after the span, or nil if there is no span.
func (p *page) spansIn(n *ast.Text, open []bracket) ([]bracket, *ast.Text) {
	for i := n.Segment.Start; i < n.Segment.Stop; i++ {
		switch p.src[i] {
		case '\\':
			i++
		case '[':
			open = append(open, bracket{n, i})
		case ']':
			if len(open) == 0 {
				continue
			}
			last := open[len(open)-1]
			open = open[:len(open)-1]
			if rest := p.span(last, n, i); rest != nil {
				return open, rest
			}
		}
	}
	return open, nil
}

// span wraps what stands between two brackets if a language follows the second, which is at an offset in text n. It
// gives the text after the span, or nil if there is none.
func (p *page) span(start bracket, n *ast.Text, end int) *ast.Text {
	tag, size := p.langAt(n, end+1)
	if size == 0 {
		return nil
	}
	after := split(n, end)
	drop(after, end+1+size)
	inner := split(start.node, start.offset)
	inner.Segment.Start++
	span := &langSpan{tag: tag}
	parent := inner.Parent()
	parent.InsertBefore(parent, inner, span)
	for c := ast.Node(inner); c != ast.Node(after); {
		next := c.NextSibling()
		span.AppendChild(span, c)
		c = next
	}
	return after
}

// linkLang gives a link the language that follows it.
func (p *page) linkLang(n ast.Node) {
	after, ok := n.NextSibling().(*ast.Text)
	if !ok || after.IsRaw() || after.Segment.Padding > 0 {
		return
	}
	if tag, size := p.langAt(after, after.Segment.Start); size > 0 {
		drop(after, after.Segment.Start+size)
		n.SetAttributeString(langAttribute, tag)
	}
}

// decorativeMark follows an image that only adorns, so that it needs no text in its place.
const decorativeMark = "{decorative}"

// decorative gives an image the mark that follows it, and takes it out of the text.
func (p *page) decorative(n *ast.Image) {
	after, ok := n.NextSibling().(*ast.Text)
	if !ok || after.IsRaw() || after.Segment.Padding > 0 {
		return
	}
	at := after.Segment.Start
	if bytes.HasPrefix(p.src[at:], []byte(decorativeMark)) && covers(after, at+len(decorativeMark)) {
		drop(after, at+len(decorativeMark))
		n.SetAttributeString(decorativeMark, true)
	}
}

// longestMark is how far behind a picture a mark is looked for, in bytes.
const longestMark = 40

// checkMark finds a mark that is meant, and not written as it is read.
func (p *page) checkMark(n *ast.Image) {
	after, ok := n.NextSibling().(*ast.Text)
	if !ok || after.IsRaw() {
		return
	}
	start := after.Segment.Start // the parser parts texts at spaces, so that the mark may go on in the next one
	rest := p.src[start:min(len(p.src), start+longestMark)]
	text, opened := bytes.CutPrefix(bytes.TrimLeft(rest, " "), []byte("{"))
	inner, _, closed := bytes.Cut(text, []byte("}"))
	if opened && closed && bytes.HasPrefix(bytes.ToLower(bytes.TrimSpace(inner)), []byte("deco")) {
		p.report(source.Warnf("decorative", p.place(start), "the mark behind the picture is not read, and is shown as text").
			WithHint("write {decorative} right behind the closing bracket"))
	}
}

// isDecorative tells whether an image is marked as one that only adorns.
func isDecorative(n *ast.Image) bool {
	_, marked := n.AttributeString(decorativeMark)
	return marked
}

// longestLang is the size that a language in braces may have: the longest tag that RFC 5646 (4.4.1) asks for, in
// quotes.
const longestLang = len(`{lang="}`) + 35 + 1

// langAt reads `{lang=en}` or `{lang="en"}` at an offset that is in or right after a text. The size is 0 if there is
// none, or if there is more in the braces or if not all of it is text; a tag that can't be one is reported and is
// none.
func (p *page) langAt(n *ast.Text, at int) (tag string, size int) {
	rest := p.src[at:min(len(p.src), at+longestLang)]
	value, found := bytes.CutPrefix(rest, []byte("{lang="))
	if !found {
		return "", 0
	}
	value, _, found = bytes.Cut(value, []byte("}"))
	size = len("{lang=}") + len(value)
	if !found || bytes.ContainsAny(value, " \t\n[{") || !covers(n, at+size) {
		return "", 0
	}
	tag = string(value)
	if len(tag) > 1 && tag[0] == '"' && tag[len(tag)-1] == '"' {
		tag = tag[1 : len(tag)-1]
	}
	if !isTag(tag) {
		p.report(source.Errorf("lang", p.place(at), "%q is not the tag of a language", tag).
			WithHint("write the language as its code, such as {lang=%s}", p.renderer.lang.Other()))
		return "", 0
	}
	return tag, size
}

// isTag tells whether a text could be a language tag (RFC 5646, 2.1): a language of two or three letters, and subtags
// of up to eight letters and digits.
func isTag(tag string) bool {
	for i, part := range bytes.Split([]byte(tag), []byte("-")) {
		if i == 0 && (len(part) < 2 || len(part) > 3) || len(part) < 1 || len(part) > 8 {
			return false
		}
		for _, c := range part {
			if !isLetter(c) && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

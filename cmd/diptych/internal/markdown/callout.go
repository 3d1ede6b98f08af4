package markdown

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"

	"diptych/cmd/diptych/internal/source"
)

// callout is a quotation that begins with `[!NOTE]`, and says something aside.
type callout struct {
	ast.BaseBlock
	kind  string         // one of calloutKinds
	title *ast.TextBlock // what the author wrote after the mark, or nil
}

var kindCallout = ast.NewNodeKind("Callout")

// calloutKinds gives the kinds, as they stand in the HTML and in Words.
func calloutKinds() []string { return []string{"note", "tip", "important", "warning", "caution"} }

// Kind implements [ast.Node].
func (n *callout) Kind() ast.NodeKind { return kindCallout }

// Dump implements [ast.Node].
func (n *callout) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Kind": n.kind}, nil)
}

func (p *page) callout(n *callout) {
	p.write(`<aside class="callout"`)
	p.attribute("data-kind", n.kind)
	p.write(">\n", `<p class="callout-title">`)
	if n.title != nil {
		p.prose(n.title)
	} else {
		p.out = escape(p.out, p.word(calloutMessage+n.kind, n.Pos()))
	}
	p.enclose(n, "</p>\n", "</aside>\n")
}

// findCallout turns a quotation that begins with the mark of a callout into one.
func (p *page) findCallout(quote *ast.Blockquote) {
	paragraph, ok := quote.FirstChild().(*ast.Paragraph)
	if !ok {
		return
	}
	first, ok := paragraph.FirstChild().(*ast.Text)
	if !ok {
		return
	}
	kind, size := calloutMark(p.src[first.Segment.Start:])
	if size == 0 || !covers(first, first.Segment.Start+size) {
		return
	}
	if !slices.Contains(calloutKinds(), kind) {
		p.reportCallout(first.Segment.Start, kind)
		return
	}
	start := first.Segment.Start
	drop(first, start+size)
	note := &callout{kind: kind, title: p.cutTitle(paragraph)}
	note.SetPos(quote.Pos())
	if !paragraph.HasChildren() {
		quote.RemoveChild(quote, paragraph)
	}
	for c := quote.FirstChild(); c != nil; c = quote.FirstChild() {
		note.AppendChild(note, c)
	}
	quote.Parent().ReplaceChild(quote.Parent(), quote, note)
}

// calloutMark reads `[!KIND]` and the space after it, if the mark stands alone or before a title. The kind is in
// lower case.
func calloutMark(text []byte) (kind string, size int) {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	name, found := bytes.CutPrefix(line, []byte("[!"))
	if !found {
		return "", 0
	}
	name, rest, found := bytes.Cut(name, []byte("]"))
	if !found || len(name) == 0 || bytes.ContainsFunc(name, isOther) {
		return "", 0
	}
	title := bytes.TrimLeft(rest, " \t")
	if len(title) == len(rest) && len(title) > 0 {
		return "", 0
	}
	if len(title) == 0 {
		title = rest // the space before a line end belongs to no text
	}
	return string(bytes.ToLower(name)), len(line) - len(title)
}

// isOther tells whether a character is none of the letters a to z.
func isOther(r rune) bool { return r > 'z' || !isLetter(byte(r)) }

// cutTitle moves the first line of a paragraph into a block of its own, or gives nil if nothing is on it.
func (p *page) cutTitle(paragraph *ast.Paragraph) *ast.TextBlock {
	title := ast.NewTextBlock()
	for c := paragraph.FirstChild(); c != nil; c = paragraph.FirstChild() {
		title.AppendChild(title, c)
		text, ok := c.(*ast.Text)
		if ok && (text.SoftLineBreak() || text.HardLineBreak()) {
			text.SetSoftLineBreak(false)
			text.SetHardLineBreak(false)
			break
		}
	}
	if len(bytes.TrimSpace(p.plain(nil, title))) == 0 && !hasLink(title) {
		return nil
	}
	return title
}

// hasLink tells whether there is a link or a picture in a block, which may have no text of its own.
func hasLink(block ast.Node) bool {
	for c := block.FirstChild(); c != nil; c = c.NextSibling() {
		if kind := c.Kind(); kind == ast.KindLink || kind == ast.KindImage || hasLink(c) {
			return true
		}
	}
	return false
}

func (p *page) reportCallout(at int, kind string) {
	problem := source.Warnf("callout", p.place(at), "%q is not a kind of callout", kind)
	if near := source.Nearest(kind, calloutKinds()); near != "" {
		p.report(problem.WithHint("did you mean [!%s]?", bytes.ToUpper([]byte(near))))
		return
	}
	p.report(problem.WithHint("write one of [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] and [!CAUTION]"))
}

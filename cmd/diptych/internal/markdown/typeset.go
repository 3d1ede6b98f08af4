package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// typesetting is the text of one block as package typography sets it, on its way into the HTML. The runs are in the order in
// which the block is written.
type typesetting struct {
	runs   []typography.Run
	texts  []setText
	next   int // the text that is written next
	setter typography.Setter
	pieces [][]typography.Piece
}

// setText is where the runs of a node are.
type setText struct {
	node     *ast.Text
	from, to int
	soft     bool // whether the last of them is the line end after the text
}

// prose writes the text of a block, set as a whole: a rule may have to look across emphasis and links.
func (p *page) prose(n ast.Node) {
	p.typeset(n)
	p.inlines(n)
	p.set.texts = p.set.texts[:0]
}

// typeset sets the text of a block, if the bodies of this renderer are set at all.
func (p *page) typeset(n ast.Node) {
	p.set.runs, p.set.texts, p.set.next, p.set.pieces = p.set.runs[:0], p.set.texts[:0], 0, nil
	if rules := p.renderer.rulesOf(string(p.renderer.lang)); rules != nil {
		p.gather(n, rules)
		p.set.pieces = p.set.setter.Set(p.set.runs)
	}
}

// gather collects the runs below a node.
func (p *page) gather(parent ast.Node, rules *typography.Rules) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			p.gatherText(n, rules)
		case *ast.CodeSpan, *ast.Image, *ast.AutoLink, *extast.FootnoteLink:
			p.gatherOpaque(string(p.plain(nil, n)))
		case *ast.RawHTML:
			p.gatherHTML(n)
		case *ast.Link:
			p.gatherLink(n, rules)
		case *extast.FootnoteBacklink:
			p.set.runs = append(p.set.runs, typography.Run{Kind: typography.Break})
		default:
			p.gather(n, p.rulesIn(n, rules))
		}
	}
}

// gatherLink collects the runs of a link. Where a document's title will stand, its neighbours see a word.
func (p *page) gatherLink(n *ast.Link, rules *typography.Rules) {
	if p.takesTitle(n) && judge(decode(nil, n.Destination), false).document {
		p.gatherOpaque("")
		return
	}
	p.gather(n, p.rulesIn(n, rules))
}

// gatherHTML collects what a tag is to the text around it: nothing where it passes, unless it ends the line.
func (p *page) gatherHTML(n *ast.RawHTML) {
	if shown := p.plain(nil, n); len(shown) > 0 {
		p.gatherOpaque(string(shown))
	} else if tag := bytes.ToLower(rawText(p.src, n.Segments)); bytes.HasPrefix(tag, []byte("<br")) {
		p.set.runs = append(p.set.runs, typography.Run{Kind: typography.Break})
	}
}

func (p *page) gatherOpaque(text string) {
	p.set.runs = append(p.set.runs, typography.Run{Text: text, Kind: typography.Opaque})
}

// rulesIn gives the rules for what is in a node: its own language's, or those around it.
func (p *page) rulesIn(n ast.Node, around *typography.Rules) *typography.Rules {
	if tag, ok := tagOf(n); ok {
		return p.renderer.rulesOf(tag)
	}
	return around
}

// tagOf gives the tag of a node that has a language of its own.
func tagOf(n ast.Node) (tag string, ok bool) {
	if span, ok := n.(*langSpan); ok {
		return span.tag, true
	}
	given, ok := n.AttributeString(langAttribute)
	if !ok {
		return "", false
	}
	return given.(string), true
}

// gatherText collects the runs of a text and the line end after it.
func (p *page) gatherText(n *ast.Text, rules *typography.Rules) {
	t := setText{node: n, from: len(p.set.runs)}
	if value := p.valueOf(n); n.IsRaw() {
		p.gatherOpaque(value)
	} else {
		p.gatherWords(value, rules)
		p.remark(n, rules)
	}
	if t.soft = n.SoftLineBreak() && !n.HardLineBreak(); t.soft {
		p.set.runs = append(p.set.runs, typography.Run{Text: "\n", Rules: rules})
	}
	t.to = len(p.set.runs)
	if n.HardLineBreak() {
		p.set.runs = append(p.set.runs, typography.Run{Kind: typography.Break})
	}
	p.set.texts = append(p.set.texts, t)
}

// valueOf gives a text as it stands in the body.
func (p *page) valueOf(n *ast.Text) string {
	if s := n.Segment; s.Padding == 0 && !s.ForceNewline {
		return p.body[s.Start:s.Stop]
	}
	return string(n.Value(p.src))
}

// remark tells of what an editor would have written otherwise in a text, and no rule changes.
func (p *page) remark(n *ast.Text, rules *typography.Rules) {
	if rules == nil {
		return
	}
	if before, isText := n.PreviousSibling().(*ast.Text); isText && goesOn(before, n) {
		return
	}
	last := n
	for {
		next, isText := last.NextSibling().(*ast.Text)
		if !isText || !goesOn(last, next) {
			break
		}
		last = next
	}
	for _, remark := range rules.Remarks(p.body[n.Segment.Start:last.Segment.Stop]) {
		p.report(source.Warnf("typography", p.place(n.Segment.Start+remark.Offset), "%s", remark.Message).
			WithHint("%s", remark.Hint))
	}
}

// goesOn tells whether a text goes on in the next one. The parser cuts a line before its last word.
func goesOn(n, next *ast.Text) bool {
	return n.Segment.Stop == next.Segment.Start && next.Segment.Padding == 0 &&
		!n.SoftLineBreak() && !n.HardLineBreak() && !n.IsRaw() && !next.IsRaw()
}

// gatherWords collects the runs of Markdown text. A character behind a backslash is meant as it stands.
func (p *page) gatherWords(src string, rules *typography.Rules) {
	for {
		at := escapeIn(src)
		if at < 0 {
			break
		}
		p.gatherPlain(src[:at], rules)
		p.set.runs = append(p.set.runs, typography.Run{Text: src[at+1 : at+2], Kind: typography.Literal})
		src = src[at+2:]
	}
	p.gatherPlain(src, rules)
}

func (p *page) gatherPlain(src string, rules *typography.Rules) {
	if strings.IndexByte(src, '\\') >= 0 || strings.IndexByte(src, '&') >= 0 {
		src = string(decode(nil, []byte(src)))
	}
	if src != "" {
		p.set.runs = append(p.set.runs, typography.Run{Text: src, Rules: rules})
	}
}

// escapeIn gives the offset of the first backslash that escapes a character, or -1.
func escapeIn(src string) int {
	for from := 0; ; {
		at := strings.IndexByte(src[from:], '\\')
		if at < 0 {
			return -1
		}
		if from += at; from+1 < len(src) && util.IsPunct(src[from+1]) {
			return from
		}
		from++
	}
}

// takeSet gives the pieces of a text, if it was set. Texts are taken in the order in which they were gathered.
func (p *page) takeSet(n *ast.Text) (setText, bool) {
	if p.set.next >= len(p.set.texts) || p.set.texts[p.set.next].node != n {
		return setText{}, false
	}
	p.set.next++
	return p.set.texts[p.set.next-1], true
}

// writeSet writes a text as it was set, with the line end after it.
func (p *page) writeSet(t setText) {
	for _, pieces := range p.set.pieces[t.from:t.to] {
		for _, piece := range pieces {
			if piece.Superior {
				p.write("<sup>")
			}
			p.out = escape(p.out, piece.Text)
			if piece.Superior {
				p.write("</sup>")
			}
		}
	}
}

// setLine gives the block's text as it was set, in one line without elements.
func (p *page) setLine() string {
	var line strings.Builder
	for _, pieces := range p.set.pieces {
		for _, piece := range pieces {
			line.WriteString(piece.Text)
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(line.String(), "\n", " "))
}

// setText sets a text by itself, such as that of an attribute, in the language of a node.
func (p *page) setText(text string, n ast.Node) string {
	rules := p.rulesIn(n, p.renderer.rulesOf(string(p.renderer.lang)))
	if rules == nil {
		return text
	}
	return rules.Text(text)
}

package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"diptych/cmd/diptych/internal/source"
)

// maxKept is the size in bytes over which a buffer is not kept for the next body.
const maxKept = 1 << 20

// page is the rendering of one body. Its buffers serve many bodies, one after the other.
type page struct {
	renderer *Renderer
	pos      source.Pos // of the body's first line
	body     string
	src      []byte // the body for the parser, which has no use for strings
	starts   []int  // the offset in src of each line

	out       []byte // the HTML so far
	scratch   []byte // for texts on their way into out
	set       typesetting
	budget    int // how many bytes of HTML and destinations the body may give
	links     []Link
	elsewhere []source.Pos // images on other sites
	holes     []hole
	headings  []heading
	named     int    // how many of the headings are written
	section   string // the id of the last heading that was written
	anchors   int    // how many <a> are open
	passages  int    // how many passages in a language of their own are open
	rawLine   int    // the last line on which raw HTML was reported
	problems  []source.Problem

	seen struct{ offset, line, column int } // the last place that was asked for
}

// begin makes the page ready for a body.
func (p *page) begin(pos source.Pos, body string) {
	if cap(p.out) > maxKept || cap(p.src) > maxKept {
		p.src, p.out, p.scratch, p.starts, p.set = nil, nil, nil, nil, typesetting{}
	}
	*p = page{
		renderer: p.renderer, pos: pos, body: body, src: append(p.src[:0], body...), starts: p.starts[:0],
		out: p.out[:0], scratch: p.scratch[:0], headings: p.headings[:0],
		set:    typesetting{runs: p.set.runs[:0], texts: p.set.texts[:0], setter: p.set.setter},
		budget: min(outputFactor*len(body)+outputBase, outputMost),
	}
	if p.pos.Line == 0 {
		p.pos.Line = 1
	}
}

// finish gives what was rendered, or, if that is more than the budget, the problem alone.
func (p *page) finish() *Document {
	defer p.forget()
	p.endParts()
	if p.exhausted() {
		return &Document{Problems: []source.Problem{p.limit(excess{limit: outputLimit, line: 1})}}
	}
	headings := make([]Heading, len(p.headings))
	for i, h := range p.headings {
		headings[i] = h.Heading
	}
	return &Document{HTML: append([]byte{}, p.out...), Links: p.links, Headings: headings, Problems: source.Sort(p.problems),
		Elsewhere: p.elsewhere, holes: p.holes}
}

// forget lets go of the body, which the pool would otherwise hold.
func (p *page) forget() {
	clear(p.headings)
	clear(p.set.runs[:cap(p.set.runs)])
	clear(p.set.texts[:cap(p.set.texts)])
	p.set.setter.Forget()
	p.set.pieces = nil
	p.body, p.links, p.holes, p.problems, p.elsewhere = "", nil, nil, nil, nil
}

// exhausted tells whether the budget is spent, after which nothing more need be written.
func (p *page) exhausted() bool { return len(p.out) > p.budget }

// place gives the place in the file of an offset in the body. It goes on from the last place on the same line, so
// that a long line with many links is counted once.
func (p *page) place(offset int) source.Pos {
	offset = min(max(offset, 0), len(p.src))
	line, found := slices.BinarySearch(p.starts, offset)
	if !found {
		line--
	}
	from, column := p.starts[line], 1
	if p.seen.line == line && p.seen.column > 0 && p.seen.offset <= offset {
		from, column = p.seen.offset, p.seen.column
	}
	column += utf8.RuneCount(p.src[from:offset])
	p.seen.offset, p.seen.line, p.seen.column = offset, line, column
	return source.Pos{File: p.pos.File, Line: p.pos.Line + line, Column: column}
}

func (p *page) report(problem source.Problem) { p.problems = append(p.problems, problem) }

// write appends HTML as it is.
func (p *page) write(parts ...string) {
	for _, part := range parts {
		p.out = append(p.out, part...)
	}
}

// text appends plain text.
func (p *page) text(text []byte) { p.out = escape(p.out, text) }

// word gives one of the renderer's own words, for a block or inline that begins at an offset.
func (p *page) word(name string, at int) string {
	text := p.renderer.words[name]
	if text == "" {
		p.report(source.Errorf("catalogue-missing", p.place(at), "message `%s` is missing in %s", name, p.renderer.lang.Name()).
			WithHint("add it to i18n/%s.toml: the page needs it here", p.renderer.lang))
	}
	return text
}

// number appends a number in figures.
func (p *page) number(n int) { p.out = strconv.AppendInt(p.out, int64(n), 10) }

// attribute appends an attribute with a value of plain text.
func (p *page) attribute(name, value string) {
	p.write(" ", name, `="`)
	p.out = escape(p.out, value)
	p.write(`"`)
}

// hole leaves a place open for what is written when the body is shown.
func (p *page) hole(kind holeKind, index int) {
	p.holes = append(p.holes, hole{len(p.out), kind, index})
}

// endParts ends what the headings have opened: at the end of the body, or before its footnotes.
func (p *page) endParts() { p.hole(endHole, 0) }

// linkHole leaves the place of a link open.
func (p *page) linkHole(l Link) {
	p.hole(linkHole, len(p.links))
	p.links = append(p.links, l)
}

// reference appends an attribute whose value is an id of this body.
func (p *page) reference(name, id string) {
	p.write(" ", name, `="`)
	p.hole(idHole, 0)
	p.out = escape(p.out, id)
	p.write(`"`)
}

// words appends Markdown text that has neither elements nor breaks: escapes and references only.
func (p *page) words(src []byte) {
	if bytes.IndexByte(src, '\\') < 0 && bytes.IndexByte(src, '&') < 0 {
		p.text(src)
		return
	}
	p.scratch = decode(p.scratch[:0], src)
	p.text(p.scratch)
}

// title appends the title of a link or an image.
func (p *page) title(src []byte, n ast.Node) {
	p.out = escape(p.out, p.setText(string(decode(nil, src)), n))
}

// plain appends the text below a node, as a reader without HTML would have it.
func (p *page) plain(dst []byte, n ast.Node) []byte {
	switch n := n.(type) {
	case *ast.Text:
		return p.plainText(dst, n)
	case *ast.AutoLink:
		return append(dst, n.Label(p.src)...)
	case *ast.RawHTML:
		if html := rawText(p.src, n.Segments); !p.renderer.options.RawHTML && !isComment(html) {
			return append(dst, html...)
		}
		return dst
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		dst = p.plain(dst, c)
	}
	return dst
}

func (p *page) plainText(dst []byte, n *ast.Text) []byte {
	value := n.Value(p.src)
	if n.IsRaw() {
		dst = append(dst, bytes.ReplaceAll(value, []byte("\n"), []byte(" "))...)
	} else {
		dst = decode(dst, value)
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		dst = append(dst, ' ')
	}
	return dst
}

package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/source"
)

// heading is a heading with what only this package asks about it.
type heading struct {
	Heading
	node   *ast.Heading
	keyPos source.Pos
}

// heading writes a heading with the id that it was given, inside an element that it may share with a link to the other
// half: as a part of the heading, the link would be heard in each list of headings. The headings are written in the order
// in which they were found.
func (p *page) heading(n *ast.Heading) {
	number := p.named
	h := p.headings[number]
	p.named++
	p.section = h.ID
	tag := "h" + string(rune('0'+n.Level))
	if n.Parent().Kind() == ast.KindDocument {
		p.hole(partHole, number)
	}
	p.write(`<div class="heading"`)
	p.hole(aliasHole, number)
	p.write("><", tag)
	p.reference("id", h.ID)
	p.write(">")
	p.prose(n)
	p.write("</", tag, ">")
	p.hole(turnHole, number)
	p.write("</div>\n")
	if p.set.pieces != nil { // the id is made of the text as it was typed
		p.headings[number].Text = p.setLine()
	}
}

// findKey takes the key from the end of a heading, `## Dates {#dates}`, and adds the heading to the page's.
func (p *page) findKey(n *ast.Heading) {
	h := heading{node: n}
	h.Level, h.Line = n.Level, p.place(n.Pos()).Line
	if at, found := p.keyStart(n); found {
		h.keyPos = p.place(at)
		h.Key = p.takeKey(n, at)
	}
	h.Text = strings.TrimSpace(string(p.plain(nil, n)))
	p.headings = append(p.headings, h)
}

// keyStart finds the offset of a `{#` whose brace closes at the end of a heading.
func (p *page) keyStart(n *ast.Heading) (int, bool) {
	if n.Lines().Len() == 0 {
		return 0, false
	}
	last := n.Lines().At(n.Lines().Len() - 1)
	last = last.TrimRightSpace(p.src)
	line := p.src[last.Start:last.Stop]
	at := bytes.LastIndex(line, []byte("{#"))
	if at < 0 || bytes.IndexByte(line[at:], '}') != len(line)-at-1 || at > 0 && line[at-1] == '\\' {
		return 0, false
	}
	return last.Start + at, true
}

// takeKey reads the key at an offset and takes it out of the heading's text. A key that is none is reported, and
// gives "".
func (p *page) takeKey(n *ast.Heading, at int) string {
	key, _, _ := bytes.Cut(p.src[at+len("{#"):], []byte("}"))
	end := at + len("{#}") + len(key)
	if text := textAt(n, at); text != nil && covers(text, end) {
		drop(split(text, at), end)
		trimSpace(text, p.src)
	} else if isKey(key) {
		return "" // it is code or part of a link, and was not meant
	}
	if isKey(key) {
		return string(key)
	}
	p.report(source.Errorf("heading-key", p.place(at), "%q is not a key for a heading", excerpt(key)).
		WithHint("write it with the letters a to z, digits and hyphens, the same in both languages: {#%s}",
			keyFor(key)))
	return ""
}

// keyFor gives a key that an author may have meant.
func keyFor(key []byte) string {
	if slug := locale.Slug(excerpt(key)); slug != "" {
		return slug
	}
	return "dates"
}

func isKey(key []byte) bool {
	for _, c := range key {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return len(key) > 0
}

// textAt gives the text among a node's children that has an offset in it, or nil.
func textAt(n ast.Node, at int) *ast.Text {
	for c := n.LastChild(); c != nil; c = c.PreviousSibling() {
		if t, ok := c.(*ast.Text); ok && !t.IsRaw() && t.Segment.Start <= at && at < t.Segment.Stop {
			return t
		}
	}
	return nil
}

// trimSpace takes the space from the end of a text.
func trimSpace(n *ast.Text, src []byte) { n.Segment = n.Segment.TrimRightSpace(src) }

// nameHeadings gives each heading its id: its key, or else the slug of its text, with a number where that is taken.
// The keys go first, so that no text of an earlier heading takes the key of a later one.
func (p *page) nameHeadings() {
	taken := map[string]source.Pos{}
	for i := range p.headings {
		h := &p.headings[i]
		first, twice := taken[h.Key]
		switch {
		case h.Key == "":
		case twice:
			p.report(source.Errorf("heading-key", h.keyPos, "the key %q is already that of another heading", h.Key).
				WithPeer(first).WithHint("give each heading of a page its own key"))
			h.Key = ""
		default:
			taken[h.Key], h.ID = h.keyPos, h.Key
		}
	}
	p.nameByText(taken)
}

// nameByText gives ids to the headings that have no key.
func (p *page) nameByText(taken map[string]source.Pos) {
	next := map[string]int{} // by slug, the number to try first
	for i := range p.headings {
		h := &p.headings[i]
		if h.ID != "" {
			continue
		}
		slug := locale.Slug(h.Text)
		if slug == "" {
			slug = "section"
		}
		h.ID = slug
		for n := max(next[slug], 2); has(taken, h.ID); n++ {
			h.ID = slug + "-" + strconv.Itoa(n)
			next[slug] = n + 1
		}
		taken[h.ID] = source.Pos{}
	}
}

func has(taken map[string]source.Pos, id string) bool {
	_, found := taken[id]
	return found
}

package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// table writes a table inside an element that may scroll sideways on a narrow screen. Whoever has no mouse scrolls it
// by the keyboard, so that it takes the focus, and therefore has a name: the heading above it.
//
// It is a group and no region, because each region is a landmark, and a page with ten tables has no ten landmarks.
func (p *page) table(n *extast.Table) {
	p.write(`<div class="table" role="group" tabindex="0"`)
	if p.section != "" {
		p.reference("aria-labelledby", p.section)
	} else {
		p.attribute("aria-label", p.word(tableName, n.Pos()))
	}
	p.write(">\n<table>\n")
	for row := n.FirstChild(); row != nil && !p.exhausted(); row = row.NextSibling() {
		p.tableRow(row)
	}
	if n.ChildCount() > 1 {
		p.write("</tbody>\n")
	}
	p.write("</table>\n</div>\n")
}

func (p *page) tableRow(row ast.Node) {
	_, header := row.(*extast.TableHeader)
	if header {
		p.write("<thead>\n")
	}
	p.write("<tr>\n")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		p.tableCell(c.(*extast.TableCell), header)
	}
	p.write("</tr>\n")
	if header {
		p.write("</thead>\n")
	}
	if header && row.NextSibling() != nil {
		p.write("<tbody>\n")
	}
}

// tableCell writes a cell. An empty cell in the header row, as in the corner of a table, heads nothing and is a plain
// one.
func (p *page) tableCell(n *extast.TableCell, header bool) {
	start, end := "<td", "</td>\n"
	if header && n.HasChildren() {
		start, end = `<th scope="col"`, "</th>\n"
	}
	p.write(start)
	if n.Alignment != extast.AlignNone {
		p.attribute("class", "align-"+n.Alignment.String())
	}
	p.write(">")
	p.prose(n)
	p.write(end)
}

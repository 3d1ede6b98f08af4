package markdown

import "github.com/yuin/goldmark/ast"

// The parser's texts point into the body. To take a mark out of a text is to move its ends.

// covers tells whether everything from a text up to an offset in the body is text on the same line.
func covers(n *ast.Text, end int) bool {
	for n.Segment.Stop < end {
		next, ok := n.NextSibling().(*ast.Text)
		if !ok || next.IsRaw() || n.SoftLineBreak() || n.HardLineBreak() || next.Segment.Start != n.Segment.Stop {
			return false
		}
		n = next
	}
	return true
}

// split cuts a text in two at an offset in the body that is in it, and gives the second part.
func split(n *ast.Text, at int) *ast.Text {
	after := ast.NewTextSegment(n.Segment.WithStart(at))
	after.Segment.Padding = 0
	after.SetSoftLineBreak(n.SoftLineBreak())
	after.SetHardLineBreak(n.HardLineBreak())
	n.Segment = n.Segment.WithStop(at)
	n.SetSoftLineBreak(false)
	n.SetHardLineBreak(false)
	n.Parent().InsertAfter(n.Parent(), n, after)
	return after
}

// drop takes away what stands from a text up to an offset in the body. All of it must be text: see [covers].
func drop(n *ast.Text, end int) {
	for n.Segment.Stop < end {
		n.Segment.Start = n.Segment.Stop
		n = n.NextSibling().(*ast.Text)
	}
	n.Segment.Start = end
}

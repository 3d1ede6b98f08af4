package check

import "diptych/cmd/diptych/internal/source"

var outputHeadingOrder = Rule{
	ID: "output-heading-order", Severity: source.Warning,
	Summary: "the headings of a page skip a level, or there is not exactly one of the first",
	Reason:  "Those who listen to a page find their way by its headings (WCAG 2.2, criterion 1.3.1): a level that is skipped sounds like a part that is missing. A page in both languages may have a first heading in each.",
	page:    checkHeadingOrder,
}

func checkHeadingOrder(p *outputPage, f *pageFinder) {
	if p.kind == ofStatic {
		return
	}
	var first []outputHeading
	level := 1
	for _, h := range p.headings {
		if h.level == 1 {
			first = append(first, h)
		}
		if h.level > level+1 && p.kind != ofBoth { // there they take turns, and are looked at on the page of each half
			f.find(h.mark(), "a heading of level %d follows one of level %d: %q", h.level, level, excerpt(textIn(h.node))).
				to("make it a heading of level %d", level+1)
		}
		level = h.level
	}
	most := 1
	if p.lang == "" {
		most = 2 // one in each language
	}
	switch {
	case len(first) == 0:
		f.find(mark{}, "the page has no heading of the first level").to("write the title of the page as <h1> in the layout")
	case len(first) > most:
		f.find(first[most].mark(), "the page has %d headings of the first level", len(first)).
			to("keep that of the page's title, and make the others headings of level 2")
	}
}

// mark gives how the heading is written. Those of Markdown have an id.
func (h outputHeading) mark() mark {
	if h.id != "" {
		return mark{id: h.id}
	}
	return mark{element: h.node.Data}
}

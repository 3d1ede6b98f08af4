package check

import (
	"strings"

	"diptych/cmd/diptych/internal/source"
)

var outputDeadAnchor = Rule{
	ID: "output-dead-anchor", Severity: source.Error,
	Summary: "a link names a place that its page does not have",
	Reason:  "Readers land at the top of the page and look in vain for what they were promised. Links in Markdown are looked at in every build, as `dead-link`.",
	page:    checkAnchors,
	pages:   checkAnchorsElsewhere,
}

// checkAnchors looks at links to places on the page itself, and keeps those to other pages until these are made.
func checkAnchors(p *outputPage, f *pageFinder) {
	own := f.outputs.at(p.path)
	for _, l := range p.links {
		switch to := l.target; {
		case to.reach != toOutput || isNoID(to.fragment):
		case to.output != p.path:
			f.anchors = append(f.anchors, anchor{to.output, to.fragment})
		case !own.hasID(to.fragment):
			f.deadAnchor(p.path, to.fragment, own)
		}
	}
}

func checkAnchorsElsewhere(o *outputs, f *pageFinder) {
	for i := range o.pages {
		for _, a := range o.pages[i].anchors {
			if other := o.at(a.output); other.made && !other.hasID(a.fragment) {
				f.deadAnchor(o.site.Paths()[i], a.fragment, other)
			}
		}
	}
}

// isNoID tells whether a fragment names no element: none, the top of the page (HTML, 7.4.6.4), a passage of its text, or a
// place that a script understands.
func isNoID(fragment string) bool {
	return fragment == "" || strings.EqualFold(fragment, "top") || strings.ContainsAny(fragment, " :=/!")
}

func (f *pageFinder) deadAnchor(path, fragment string, page *keptPage) {
	dead := f.findOn(path, mark{fragment: fragment}, "a link leads to a place that its page does not have: #%s", fragment)
	if near := source.Nearest(fragment, page.ids); near != "" {
		dead.to("did you mean #%s?", near)
		return
	}
	dead.to("name the id of an element of the page, or leave out what follows the #")
}

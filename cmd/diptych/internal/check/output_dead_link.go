package check

import "diptych/cmd/diptych/internal/source"

var outputDeadLink = Rule{
	ID: "output-dead-link", Severity: source.Error,
	Summary: "a layout, or HTML in a page, leads to what the site does not have",
	Reason:  "Readers find nothing there, or a page without its picture or style. Links in Markdown are looked at in every build, as `dead-link`; other sites are not asked.",
	page:    checkDeadLinks,
}

func checkDeadLinks(p *outputPage, f *pageFinder) {
	root := f.outputs.addresses.root.Path
	for _, l := range p.links {
		switch at := (mark{address: l.address}); l.target.reach {
		case toNothing:
			f.find(at, "the site has nothing at %q", l.address).
				to("correct the address; in a layout, take it from the page's fields or from {{asset \"…\"}}")
		case toBeside:
			f.find(at, "the address %q leads out of the site, which stands below %s", l.address, root).
				to("in a layout, take the address from the page's fields or from {{asset \"…\"}}; elsewhere, write it with %s in front", root)
		case toOutside:
			f.find(at, "the address %q leads out of the folder from which the site opens", l.address).
				to("in a layout, take the address from the page's fields or from {{asset \"…\"}}; elsewhere, write it relative to the page")
		}
	}
}

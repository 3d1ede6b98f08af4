package check

import (
	"path"

	"diptych/cmd/diptych/internal/source"
)

var outputAlt = Rule{
	ID: "output-alt", Severity: source.Error,
	Summary: "a picture in a layout, or in HTML, has no alternative text",
	Reason:  "A screen reader says the name of the file instead (WCAG 2.2, criterion 1.1.1). A picture that only decorates says so: alt=\"\".",
	page:    checkOutputAlt,
}

func checkOutputAlt(p *outputPage, f *pageFinder) {
	for _, address := range p.bare {
		f.find(mark{address: address}, "the picture has no alternative text: %s", path.Base(address)).
			to("write alt=\"…\", or alt=\"\" if it only decorates")
	}
}

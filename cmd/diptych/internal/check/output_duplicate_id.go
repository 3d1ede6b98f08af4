package check

import "diptych/cmd/diptych/internal/source"

var outputDuplicateID = Rule{
	ID: "output-duplicate-id", Severity: source.Error,
	Summary: "two elements of a page have the same id",
	Reason:  "A link to the id leads to the first of them, and labels and scripts take the wrong one. Most often a heading has the same text as an id of the layout: {#key} gives it another.",
	page:    checkDuplicateIDs,
}

func checkDuplicateIDs(p *outputPage, f *pageFinder) {
	seen := make(map[string]int, len(p.ids))
	for _, id := range p.ids {
		seen[id]++
	}
	for id, n := range seen {
		if n > 1 {
			f.find(mark{id: id}, "%d elements of the page have the id %q", n, id).
				to("give each an id of its own; a heading by its key: {#key}")
		}
	}
}

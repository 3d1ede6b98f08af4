package check

import (
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var catalogueUnused = Rule{
	ID: "catalogue-unused", Severity: source.Info,
	Summary:  "no layout uses a message, and the tool does not need it",
	Reason:   "It is translated for nobody, and who looks for a text on a page changes it in vain. Where a layout makes the id of a message out of a value, as in {{T .Name}}, nothing is told.",
	messages: checkUnused,
}

func checkUnused(m *messages, f *finder) {
	for _, r := range m.rows {
		if m.uses.Has(r.id) || site.Says(r.id) {
			continue
		}
		at, peer := r.places()
		f.findAt(f.rule.Severity, at, peer, wording.Sprintf("no layout uses the message `%s`", r.id),
			wording.Sprintf("take it out of both catalogues"))
	}
}

package check

import (
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var pairStatus = Rule{
	ID: "pair-status", Severity: source.Error,
	Summary: "one half is a draft and the other is not",
	Reason:  "The two halves go live together, so that the draft keeps the finished half from its readers too. If both are to wait, both say so, or the facts of the page do.",
	pair:    checkStatus,
}

func checkStatus(p *pair, f *finder) {
	drafted := p.source.DraftedBy()
	if drafted == nil {
		return
	}
	other := p.source.Front(drafted.Lang.Other())
	f.findAt(f.rule.Severity, where{pos: p.source.Facts.Pos("draft")}, where{pos: other.Pos("draft")},
		wording.Sprintf("the %s half is a draft, and the %s one is not", drafted.Lang.Name(), other.Lang.Name()),
		wording.Sprintf("take `draft` out when the half is ready, or write it among the page's facts if both are to wait"))
}

package check

import (
	"diptych/cmd/diptych/internal/figure"
	"diptych/cmd/diptych/internal/source"
)

var numberMismatch = Rule{
	ID: "number-mismatch", Severity: source.Error,
	Summary: "a number of one half is another in the other half, or is not there",
	Reason:  "Readers of the two languages would believe different amounts. Each language's ways of writing are known (1 250,5 and 1,250.5; 14 h 15 and 2:15 p.m.), and a number may be written in words on one side.",
	pair:    func(p *pair, f *finder) { findFigures(p, f, figure.OfNumber, figure.OfTime) },
}

package check

import (
	"diptych/cmd/diptych/internal/figure"
	"diptych/cmd/diptych/internal/source"
)

var dateMismatch = Rule{
	ID: "date-mismatch", Severity: source.Error,
	Summary: "a day of one half is another in the other half, or is not there",
	Reason:  "Somebody would come on the wrong day. Both ends of a range count, however it is written: « les 5 et 6 décembre » is “5–6 December”.",
	pair:    func(p *pair, f *finder) { findFigures(p, f, figure.OfDay) },
}

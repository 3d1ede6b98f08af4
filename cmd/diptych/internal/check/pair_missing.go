package check

import "diptych/cmd/diptych/internal/source"

// pairMissing is told by package site, in every build.
var pairMissing = Rule{
	ID: "pair-missing", Severity: source.Error,
	Summary: "a page has one half only",
	Reason:  "Readers of the other language would find nothing, or a page in a language that is not theirs. A page that is to stand in one language says so under [exempt], with a reason, an owner and a last day.",
}

package check

import "diptych/cmd/diptych/internal/source"

// catalogueMissing is told in every build: by package locale of what one language lacks, by package layout of what a
// layout names, and by packages site and markdown of what the tool itself says on a page.
var catalogueMissing = Rule{
	ID: "catalogue-missing", Severity: source.Error,
	Summary: "a message is missing in a language",
	Reason:  "A page that needs it could not be shown in that language. Names of countries are exceptions to the CLDR's, which each language has its own of, and are left alone.",
}

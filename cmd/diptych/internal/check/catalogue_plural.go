package check

import "diptych/cmd/diptych/internal/source"

// cataloguePlural is told by package locale, in every build.
var cataloguePlural = Rule{
	ID: "catalogue-plural", Severity: source.Error,
	Summary: "a message lacks a plural form of its language, or has one that the language does not have",
	Reason:  "The forms are those of the CLDR: `one` and `other`, of which French counts 0 as one, and `many` in French for whole millions. A number without its form would be shown with the text of another.",
}

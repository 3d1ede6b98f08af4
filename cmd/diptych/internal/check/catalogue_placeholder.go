package check

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// cataloguePlaceholder is told in every build where braces are no placeholder, and where nothing fills one in.
var cataloguePlaceholder = Rule{
	ID: "catalogue-placeholder", Severity: source.Error,
	Summary:  "a message does not have the same placeholders in both languages",
	Reason:   "What stands in one language is lost in the other, or a page asks for a value that nobody gives. A plural form may leave out the number, as long as another form has it.",
	messages: checkPlaceholders,
}

func checkPlaceholders(m *messages, f *finder) {
	for _, r := range m.rows {
		if !r.isPair() || r.isCountry() || !hasSoundPlaceholders(r.french) || !hasSoundPlaceholders(r.english) ||
			slices.Equal(r.french.Placeholders, r.english.Placeholders) {
			continue
		}
		at, peer := r.places()
		f.findAt(f.rule.Severity, at, peer,
			wording.Sprintf("message `%s` has other placeholders in French (%s) than in English (%s)", r.id, sayPlaceholders(r.french), sayPlaceholders(r.english)),
			wording.Sprintf("write the same placeholders in both languages"))
	}
}

// hasSoundPlaceholders tells whether nothing is wrong with a message's placeholders by themselves, which is told where it
// stands.
func hasSoundPlaceholders(m *locale.Message) bool {
	return !m.Misread && (!site.Says(m.ID) ||
		!slices.ContainsFunc(m.Placeholders, func(name string) bool { return !site.Fills(m.ID, name) }))
}

func sayPlaceholders(m *locale.Message) wording.Sentence {
	if len(m.Placeholders) == 0 {
		return wording.Sprintf("none")
	}
	return wording.Sprintf("%s", "{{."+strings.Join(m.Placeholders, "}}, {{.")+"}}")
}

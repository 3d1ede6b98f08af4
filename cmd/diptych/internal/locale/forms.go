package locale

import (
	"github.com/nicksnyder/go-i18n/v2/i18n"

	"diptych/cmd/diptych/internal/source"
)

// Form is a message as a plural form has it, for those who count later.
type Form struct {
	Category string // the CLDR's name: "one", "many", "other"
	Text     string
}

// counted are a number of each plural form of the two languages (CLDR, Language Plural Rules).
var counted = map[source.Lang][]struct {
	category string
	number   int
}{
	source.French:  {{"one", 1}, {"many", 1_000_000}, {"other", 2}},
	source.English: {{"one", 1}, {"other", 2}},
}

// Forms gives a message whose one argument is Count in each plural form that the language has, with a mark in the place of the
// number. The errors are those of Text.
func (c *Catalogue) Forms(id, mark string) ([]Form, error) {
	var forms []Form
	for _, n := range counted[c.locale.Lang()] {
		if _, err := c.Text(id, map[string]any{countKey: n.number}); err != nil || c.broken {
			return nil, err
		}
		text, _ := c.localizer().Localize(&i18n.LocalizeConfig{
			MessageID: id, TemplateData: map[string]any{countKey: mark}, PluralCount: n.number,
		})
		forms = append(forms, Form{n.category, text})
	}
	return forms, nil
}

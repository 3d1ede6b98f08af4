package check

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/layout"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// messages are the two catalogues as rules see them.
type messages struct {
	rows []messageRow // sorted by their ids
	uses *layout.Uses
}

// messageRow is a message in both languages; either may be nil.
type messageRow struct {
	id              string
	french, english *locale.Message
}

// isPair tells whether both languages have the message.
func (r messageRow) isPair() bool { return r.french != nil && r.english != nil }

// places gives where the message stands: in French, and then in English, or in the one language that has it.
func (r messageRow) places() (at, peer where) {
	switch {
	case r.french == nil:
		return where{pos: r.english.Pos}, where{}
	case r.english == nil:
		return where{pos: r.french.Pos}, where{}
	}
	return where{pos: r.french.Pos}, where{pos: r.english.Pos}
}

// isCountry tells whether the message is the name of a country, of which each language has its own.
func (r messageRow) isCountry() bool { return strings.HasPrefix(r.id, "country.") }

// checkMessages has the rules look at the catalogues, if there are any.
func (c *siteChecker) checkMessages() {
	if !c.hasMessages() {
		c.leaveOut("the site has no messages: i18n/fr.toml and i18n/en.toml are not there to be compared")
		return
	}
	model := c.site.Model()
	m := &messages{uses: c.site.Layouts().Uses()}
	m.rows = joinMessages(model.Language(source.French).Catalogue.Messages(), model.Language(source.English).Catalogue.Messages())
	if !m.uses.Unknown.IsZero() && c.hasLayouts() {
		c.leaveOut("messages that nothing uses were not looked for: %s may use any of them", m.uses.Unknown)
	}
	for i := range rules {
		if rule := &rules[i]; rule.messages != nil {
			f := &finder{rule: rule, context: c.pairs.context}
			rule.messages(m, f)
			c.found = append(c.found, f.found...)
		}
	}
}

// hasMessages tells whether there is a catalogue.
func (c *siteChecker) hasMessages() bool {
	langs := source.Langs()
	return slices.ContainsFunc(langs[:], func(lang source.Lang) bool {
		_, ok := c.site.Model().File(locale.CatalogueFile(lang))
		return ok
	})
}

func (c *siteChecker) leaveOut(format wording.Phrase, args ...any) {
	c.leftOut = append(c.leftOut, wording.Sprintf(format, args...))
}

// joinMessages joins the messages of two catalogues by their ids.
func joinMessages(french, english []locale.Message) []messageRow {
	byID := map[string]*messageRow{}
	var ids []string
	row := func(id string) *messageRow {
		if byID[id] == nil {
			byID[id] = &messageRow{id: id}
			ids = append(ids, id)
		}
		return byID[id]
	}
	for i := range french {
		row(french[i].ID).french = &french[i]
	}
	for i := range english {
		row(english[i].ID).english = &english[i]
	}
	slices.Sort(ids)
	rows := make([]messageRow, len(ids))
	for i, id := range ids {
		rows[i] = *byID[id]
	}
	return rows
}

package locale

import (
	"maps"
	"slices"

	"diptych/cmd/diptych/internal/source"
)

// Message is a message as its catalogue has it, for those who compare the catalogues of the two languages.
type Message struct {
	ID           string
	Pos          source.Pos // of its name
	Forms        []string   // its texts as they are typed: one, or that of each plural form; none is empty
	Placeholders []string   // that any of them has, sorted, without braces and dot
	Misread      bool       // whether there are other braces, which is told, so that nothing is known of the placeholders
}

// Messages gives all messages, sorted by their ids. Those of a file that is not TOML are not known.
func (c *Catalogue) Messages() []Message {
	all := make([]Message, 0, len(c.messages))
	for _, id := range slices.Sorted(maps.Keys(c.messages)) {
		m := c.messages[id]
		all = append(all, Message{ID: id, Pos: m.pos, Forms: m.forms, Placeholders: m.placeholders, Misread: m.misread})
	}
	return all
}

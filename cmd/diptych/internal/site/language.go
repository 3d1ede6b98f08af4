package site

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// The messages that the tool itself says, beside those of the Markdown renderer and of documents.
const (
	languageName = "language.name"
	eventWhere   = "event.where" // "{{.Place}} ({{.Country}})"
	eventZone    = "event.zone"  // "heure de {{.Place}}"
)

// words are what the Markdown renderer says by itself. A page that needs one that the catalogue lacks tells of it.
func words(c *locale.Catalogue) markdown.Words {
	said := markdown.Words{}
	for _, id := range markdown.Messages() {
		text, err := c.Text(id, nil)
		if err != nil && c.Has(id) {
			text = id // it is there, and its placeholders have been told
		}
		said[id] = text
	}
	return said
}

// filled are the messages that the tool itself says, with the placeholders that it fills in.
var filled = sync.OnceValue(func() map[string][]string {
	messages := map[string][]string{eventWhere: {"Place", "Country"}, eventZone: {"Place"}, searchCount: {"Count"}}
	for _, id := range append(markdown.Messages(), languageName, documentForeign, documentRequest) {
		messages[id] = nil
	}
	return messages
})

// checkMessages sees to it that the messages which the tool fills in itself ask for no more than it gives.
func checkMessages(c *locale.Catalogue) []source.Problem {
	var problems []source.Problem
	for _, id := range slices.Sorted(maps.Keys(filled())) {
		problems = append(problems, c.CheckPlaceholders(id, filled()[id]...)...)
	}
	return problems
}

// Says tells whether the tool itself says a message, on whichever page comes to need it: names of countries among them.
func Says(id string) bool {
	_, says := filled()[id]
	code, isCountry := strings.CutPrefix(id, "country.")
	return says || isCountry && locale.IsCountry(code)
}

// Fills tells whether the tool says a message and fills in a placeholder there.
func Fills(id, placeholder string) bool { return slices.Contains(filled()[id], placeholder) }

// FeedLength is how many pages a feed holds at the most.
const FeedLength = 20

// FeedPath is the output path of a language's Atom feed.
func FeedPath(lang source.Lang) string { return string(lang) + "/feed.xml" }

// HasFeed tells whether a language has an Atom feed: a feed needs addresses, and news.
func (m *Model) HasFeed(lang source.Lang) bool {
	return !m.Config.BaseURL.IsFolder() && len(m.News(lang, 1)) > 0
}

// T gives a message. args are names and values in turn, as in T "news.count" "Count" 3.
func (l *Language) T(id string, args ...any) (string, error) {
	if len(args) == 0 {
		return l.Catalogue.Text(id, nil)
	}
	if len(args)%2 != 0 {
		return "", wording.Errorf("message %q: arguments are names and values in turn", id)
	}
	named := make(map[string]any, len(args)/2)
	for i := 0; i < len(args); i += 2 {
		name, ok := args[i].(string)
		if !ok {
			return "", wording.Errorf("message %q: the name of an argument can't be %v", id, args[i])
		}
		named[name] = args[i+1]
	}
	return l.Catalogue.Text(id, named)
}

// messageMissing tells of a message that the tool itself needs.
func (l *Language) messageMissing(id string, why wording.Phrase) source.Problem {
	return MessageMissing(l.Catalogue, id).WithHint("add it to %s: %s", l.Catalogue.File(), why)
}

// MessageMissing tells that a language lacks a message.
func MessageMissing(c *locale.Catalogue, id string) source.Problem {
	return source.Errorf("catalogue-missing", source.Pos{File: c.File()}, "message `%s` is missing", id)
}

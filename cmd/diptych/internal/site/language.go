package site

import (
	"bytes"
	"fmt"

	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// words are what the Markdown renderer says by itself. One that the catalogue lacks is told of where it is needed: a mark
// stands for it, and lacking names the message.
func words(c *locale.Catalogue) (said markdown.Words, lacking []string) {
	text := func(id string) string {
		text, err := c.Text(id, nil)
		if err != nil {
			lacking = append(lacking, id)
			return mark(id)
		}
		return text
	}
	callouts := map[string]string{}
	for _, kind := range []string{"note", "tip", "important", "warning", "caution"} {
		callouts[kind] = text("callout." + kind)
	}
	return markdown.Words{
		Callout: callouts, Footnotes: text("footnotes.title"), FootnoteReturn: text("footnotes.return"),
		Table: text("table.name"), TaskDone: text("task.done"), TaskOpen: text("task.open"),
	}, lacking
}

// mark stands for a message that is not there, between two characters that no author writes (private use).
func mark(id string) string { return "\ue000" + id + "\ue000" }

// reportLacking tells of the messages whose marks a rendered text has.
func (l *Language) reportLacking(html []byte, report func(source.Problem)) {
	for _, id := range l.lacking {
		if bytes.Contains(html, []byte(mark(id))) {
			report(l.messageMissing(id, "the text of a page needs it"))
		}
	}
}

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
		return "", fmt.Errorf("message %q: arguments are names and values in turn", id)
	}
	named := make(map[string]any, len(args)/2)
	for i := 0; i < len(args); i += 2 {
		name, ok := args[i].(string)
		if !ok {
			return "", fmt.Errorf("message %q: the name of an argument can't be %v", id, args[i])
		}
		named[name] = args[i+1]
	}
	return l.Catalogue.Text(id, named)
}

// messageMissing tells of a message that the tool itself needs.
func (l *Language) messageMissing(id, why string) source.Problem {
	return MessageMissing(l.Catalogue, id).WithHint("add it to %s: %s", l.Catalogue.File(), why)
}

// MessageMissing tells that a language lacks a message.
func MessageMissing(c *locale.Catalogue, id string) source.Problem {
	return source.Errorf("message-missing", source.Pos{File: c.File()}, "message `%s` is missing", id)
}

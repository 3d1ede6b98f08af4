package markdown

import (
	"html"
	"slices"
	"strings"
)

// Passage is a stretch of a body in plain text, for those who look for words.
type Passage struct {
	Heading int // its number in Headings, or Lead or Notes
	Text    string
}

// Passages gives the text of the body, cut as by Cut. What a page puts into it, as the titles of documents, is not in it.
func (d *Document) Passages() []Passage {
	pieces := d.Cut(Filling{Link: func(Link) Target { return Target{} }})
	passages := make([]Passage, len(pieces))
	for i, piece := range pieces {
		passages[i] = Passage{piece.Heading, plainText(piece.HTML)}
	}
	return passages
}

// within are the elements that stand inside a word or a sentence without parting it.
var within = [...]string{"a", "abbr", "code", "del", "em", "span", "strong", "sup"}

// plainText gives the text of HTML of our own, in which no attribute has an angle bracket. Elements part words, save those
// that stand in a sentence; the number of a footnote stands apart.
func plainText(markup string) string {
	text := make([]byte, 0, len(markup))
	for len(markup) > 0 {
		open := strings.IndexByte(markup, '<')
		if open < 0 {
			open = len(markup)
		}
		text = append(text, markup[:open]...)
		markup = markup[open:]
		end := strings.IndexByte(markup, '>')
		if end < 0 {
			break
		}
		tag := markup[1:end]
		name := strings.TrimPrefix(tag, "/")
		if i := strings.IndexByte(name, ' '); i >= 0 {
			name = name[:i]
		}
		if !slices.Contains(within[:], name) || strings.HasPrefix(tag, "sup id=") {
			text = append(text, ' ')
		}
		markup = markup[end+1:]
	}
	return html.UnescapeString(string(text))
}

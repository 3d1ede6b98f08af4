package typography

import "strings"

// cutPlaceholder gives the text before the first placeholder, and the placeholder, as in `{{.Name}}`. Braces that
// nothing closes are text.
func cutPlaceholder(text string) (words, placeholder string) {
	start := strings.Index(text, "{{")
	if start < 0 {
		return text, ""
	}
	end := strings.Index(text[start:], "}}")
	if end < 0 {
		return text, ""
	}
	return text[:start], text[start : start+end+len("}}")]
}

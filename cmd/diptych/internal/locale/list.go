package locale

import "strings"

// List joins items as a sentence does: "a", "a et b", "a, b et c"; "a, b and c", in en-US "a, b, and c".
func (l *Locale) List(items []string) string {
	last := len(items) - 1
	switch {
	case last < 1:
		return strings.Join(items, "")
	case last == 1:
		return items[0] + " " + l.and + " " + items[1]
	default:
		return strings.Join(items[:last], ", ") + l.serial + " " + l.and + " " + items[last]
	}
}

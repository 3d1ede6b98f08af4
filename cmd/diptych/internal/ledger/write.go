package ledger

import (
	"fmt"
	"strings"
)

// header stands on top of a lock.
const header = `# Écrit par « diptych confirm », et par lui seul : ce qui a été confirmé comme identique dans les deux langues.
# Written by ` + "`diptych confirm`" + ` alone: what was confirmed as saying the same in both languages.
`

// The first and the last line of the list of entries.
const (
	opening = "block = ["
	closing = "]"
)

// String writes a lock as the text of its file: TOML, one line for each entry.
func (l Lock) String() string {
	var out strings.Builder
	out.WriteString(header + opening + "\n")
	for i := range l.Entries { // with a line between two, so that git merges changes of neighbours
		if i > 0 {
			out.WriteByte('\n')
		}
		l.Entries[i].write(&out)
	}
	out.WriteString(closing + "\n")
	return out.String()
}

func (e *Entry) write(out *strings.Builder) {
	fmt.Fprintf(out, `  { kind = %s, day = %s, fr = %s, en = %s, words = %s, frSketch = %s, enSketch = %s },`+"\n",
		basic(e.Kind), e.Day, basic(e.French.Digest), basic(e.English.Digest), basic(e.Words),
		basic(string(e.French.Sketch)), basic(string(e.English.Sketch)))
}

// basic writes a text as a basic string of TOML 1.0, on one line.
func basic(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&out, `\u%04X`, r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

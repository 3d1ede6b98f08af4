// Package decode turns TOML text into tables that remember where each key and value stands, and reads them strictly: a
// key that nobody asked for and a value of another type than asked are problems with line and column.
//
// It is the only package that imports the TOML library, which knows no positions once a text has parsed and has no
// limits on depth. So a small scanner of our own goes over the text first: it notes the positions, and refuses what
// would cost the library minutes.
package decode

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

// Limits on a TOML text, far above what a person writes; without them 40 KB of nested tables take the library seconds
// and gigabytes.
const (
	maxBytes = 64 << 10 // of front matter, facts, configuration, or a catalogue
	maxDepth = 32       // of tables, arrays and dotted keys within each other, all told
	maxKey   = 256      // of bytes in one part of a key; the library writes the whole path of each key anew
)

// Table is a TOML table: its entries in the order of the text. It is immutable.
type Table struct {
	Pos     source.Pos // of its header, or of the text's start
	Entries []Entry
}

// Entry is a key and its value, or an element of an array, which has no key.
type Entry struct {
	Key    string
	KeyPos source.Pos
	Pos    source.Pos // of the value
	// Value is a string, int64, float64, bool, civil.Moment (a date, or a date with a time, both without zone),
	// time.Time (with an offset), *Table, or []Entry for an array; a TOML time of day alone is a Clock.
	Value any
}

// Clock is a TOML time of day without a date, in the words of the text (hh:mm:ss).
type Clock string

// Get finds an entry by its key.
func (t *Table) Get(key string) (Entry, bool) {
	for _, entry := range t.Entries {
		if entry.Key == key {
			return entry, true
		}
	}
	return Entry{}, false
}

// Parse reads a TOML text whose first character stands at start. A text that is not TOML gives one problem and an empty
// table.
func Parse(start source.Pos, text string) (*Table, []source.Problem) {
	empty := &Table{Pos: start}
	if problem, bad := tooLarge(start, text); bad {
		return empty, []source.Problem{problem}
	}
	places := scan(start, text)
	if places.refusal != nil {
		return empty, []source.Problem{*places.refusal}
	}
	var raw map[string]any
	if _, err := toml.Decode(text, &raw); err != nil {
		return empty, []source.Problem{syntaxProblem(start, text, err)}
	}
	return places.table(start, nil, raw), nil
}

// tooLarge refuses a text that would cost the library too much.
func tooLarge(start source.Pos, text string) (source.Problem, bool) {
	if len(text) <= maxBytes {
		return source.Problem{}, false
	}
	return source.Errorf("too-large", start, "the TOML text has %d bytes, and may have %d", len(text), maxBytes).
		WithHint("move long texts into the Markdown body"), true
}

// advance gives the place behind a piece of text that starts at pos.
func advance(pos source.Pos, text string) source.Pos {
	lines := strings.Count(text, "\n")
	if lines == 0 {
		pos.Column += utf8.RuneCountInString(text)
		return pos
	}
	pos.Line += lines
	pos.Column = utf8.RuneCountInString(text[strings.LastIndexByte(text, '\n')+1:]) + 1
	return pos
}

// scalar turns the library's value into ours.
func scalar(value any) any {
	t, ok := value.(time.Time)
	if !ok {
		return value
	}
	// The library marks the three kinds without zone by the name of their location.
	switch t.Location().String() {
	case "date-local":
		return civil.Moment{Date: civil.DateOf(t)}
	case "datetime-local":
		return civil.Moment{Date: civil.DateOf(t), Hour: t.Hour(), Minute: t.Minute(), HasTime: true}
	case "time-local":
		return Clock(t.Format(time.TimeOnly))
	default:
		// The library takes this machine's own zone where its offset fits; the text names an offset only.
		_, offset := t.Zone()
		return t.In(time.FixedZone("", offset))
	}
}

package decode

import (
	"slices"
	"strings"
	"time"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Reader reads a table strictly: each value by its key and type. What it finds wrong it reports, and then gives the zero
// value, so that one run finds everything. Rest, called last, reports the keys that nobody asked for.
type Reader struct {
	table  *Table
	report func(source.Problem)
	known  []string
}

// Read starts reading a table. report is called for each problem.
func Read(table *Table, report func(source.Problem)) *Reader {
	return &Reader{table: table, report: report}
}

// Pos gives the place of a key's value, or of the table if the key is not there, as "" never is.
func (r *Reader) Pos(key string) source.Pos {
	if entry, ok := r.table.Get(key); ok {
		return entry.Pos
	}
	return r.table.Pos
}

// Has tells whether the key is there.
func (r *Reader) Has(key string) bool {
	_, ok := r.table.Get(key)
	return ok
}

// Keys gives the keys of the table, in the order of their places: where it is for others to know which there are.
func (r *Reader) Keys() []string {
	keys := make([]string, len(r.table.Entries))
	for i, entry := range r.table.Entries {
		keys[i] = entry.Key
	}
	return keys
}

// Text reads a text; "" if the key is not there.
func (r *Reader) Text(key string) string { return read[string](r, key, `a text in quotes: %s = "…"`) }

// Bool reads true or false; false if the key is not there.
func (r *Reader) Bool(key string) bool {
	return read[bool](r, key, "true or false, without quotes: %s = true")
}

// Int reads a whole number; 0 if the key is not there.
func (r *Reader) Int(key string) int {
	return int(read[int64](r, key, "a whole number, without quotes: %s = 10"))
}

// Texts reads a list of texts.
func (r *Reader) Texts(key string) []string {
	const want = `a list of texts: %s = ["…", "…"]`
	var texts []string
	for _, entry := range read[[]Entry](r, key, want) {
		text, ok := entry.Value.(string)
		if !ok {
			r.wrong(key, entry, want)
			continue
		}
		texts = append(texts, text)
	}
	return texts
}

// PosOf gives the place of a text in a list of texts, or of the list if the text is not in it.
func (r *Reader) PosOf(key, text string) source.Pos {
	entry, _ := r.table.Get(key)
	elements, _ := entry.Value.([]Entry)
	for _, element := range elements {
		if element.Value == text {
			return element.Pos
		}
	}
	return r.Pos(key)
}

// Date reads a day; the zero Date if the key is not there.
func (r *Reader) Date(key string) civil.Date {
	const want = "a day, without quotes: %s = 2023-12-05"
	moment := read[civil.Moment](r, key, want)
	if moment.HasTime {
		entry, _ := r.table.Get(key)
		r.wrong(key, entry, want)
		return civil.Date{}
	}
	return moment.Date
}

// Moment reads a day, or a day with a time; the zero Moment if the key is not there.
func (r *Reader) Moment(key string) civil.Moment {
	return read[civil.Moment](r, key, "a day, or a day and a local time, without quotes: %s = 2023-12-05T14:15")
}

// Table reads a table within the table. Without it, the reader is that of an empty one, and ok is false.
func (r *Reader) Table(key string) (inner *Reader, ok bool) {
	table := read[*Table](r, key, "a table: [%s]")
	if table == nil {
		return Read(&Table{Pos: r.table.Pos}, r.report), false
	}
	return Read(table, r.report), true
}

// Tables reads a list of tables.
func (r *Reader) Tables(key string) []*Reader {
	const want = "a list of tables, each under [[%s]]"
	var tables []*Reader
	for _, entry := range read[[]Entry](r, key, want) {
		table, ok := entry.Value.(*Table)
		if !ok {
			r.wrong(key, entry, want)
			continue
		}
		tables = append(tables, Read(table, r.report))
	}
	return tables
}

// Raw gives a table whose keys are not ours to know, as plain Go values: string, int64, float64, bool, civil.Moment,
// []any and map[string]any. It is nil if the key is not there.
func (r *Reader) Raw(key string) map[string]any {
	table := read[*Table](r, key, "a table: [%s]")
	if table == nil {
		return nil
	}
	return table.plain()
}

// Know names keys that may stand in the table and are read elsewhere.
func (r *Reader) Know(keys ...string) { r.known = append(r.known, keys...) }

// Rest reports the keys that were not asked for, each with the nearest one that was. where names the table for the
// editor ("config.toml", "front matter").
//
// above are the keys of the table around it: TOML takes what stands below a [header] as part of it, which people forget.
func (r *Reader) Rest(where wording.Phrase, above ...string) {
	for _, entry := range r.table.Entries {
		switch {
		case slices.Contains(r.known, entry.Key):
		case slices.Contains(above, entry.Key):
			r.report(source.Errorf("unknown-key", entry.KeyPos, "`%s` stands in %s, and belongs to the page", entry.Key, where).
				WithHint("move it above the first line in square brackets"))
		default:
			r.report(unknownKey(entry, where, r.known))
		}
	}
}

func unknownKey(entry Entry, where wording.Phrase, known []string) source.Problem {
	problem := source.Errorf("unknown-key", entry.KeyPos, "unknown key `%s` in %s", entry.Key, where)
	if near := source.Nearest(entry.Key, known); near != "" {
		return problem.WithHint("did you mean `%s`?", near)
	}
	return problem.WithHint("known here: %s", strings.Join(known, ", "))
}

// read gives the value of a key if it has the type asked for.
func read[T any](r *Reader, key string, want wording.Phrase) T {
	r.known = append(r.known, key)
	entry, found := r.table.Get(key)
	value, ok := entry.Value.(T)
	if found && !ok {
		r.wrong(key, entry, want)
	}
	return value
}

// wrong reports a value of another type than was asked for. want is a format with one %s for the key.
func (r *Reader) wrong(key string, entry Entry, want wording.Phrase) {
	r.report(source.Errorf("wrong-type", entry.Pos, "`%s` can't be %s", key, describe(entry.Value)).
		WithHint("write %s", wording.Sprintf(want, key)))
}

// describe says what a value is, in an editor's words.
func describe(value any) wording.Sentence {
	switch v := value.(type) {
	case string:
		return wording.Sprintf("the text %q", shorten(v))
	case int64, float64:
		return wording.Sprintf("the number %v", v)
	case bool:
		return wording.Sprintf("%t", v)
	case civil.Moment:
		if v.HasTime {
			return wording.Sprintf("a day with a time")
		}
		return wording.Sprintf("a day")
	case Clock:
		return wording.Sprintf("a time of day alone")
	case time.Time:
		return wording.Sprintf("a time with an offset from UTC")
	case *Table:
		return wording.Sprintf("a table")
	default:
		return wording.Sprintf("a list")
	}
}

func shorten(text string) string {
	const most = 40
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// plain gives the table as Go values without positions.
func (t *Table) plain() map[string]any {
	values := make(map[string]any, len(t.Entries))
	for _, entry := range t.Entries {
		values[entry.Key] = plain(entry.Value)
	}
	return values
}

func plain(value any) any {
	switch v := value.(type) {
	case *Table:
		return v.plain()
	case []Entry:
		list := make([]any, len(v))
		for i, element := range v {
			list[i] = plain(element.Value)
		}
		return list
	default:
		return value
	}
}

package decode

import (
	"cmp"
	"slices"
	"strconv"

	"diptych/cmd/diptych/internal/source"
)

// table joins what the library read with where it stands. path leads from the text's top to the table.
func (p places) table(pos source.Pos, path []string, raw map[string]any) *Table {
	t := &Table{Pos: pos, Entries: make([]Entry, 0, len(raw))}
	for key, value := range raw {
		t.Entries = append(t.Entries, p.entry(key, append(slices.Clip(path), key), value))
	}
	slices.SortFunc(t.Entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.KeyPos.Line, b.KeyPos.Line), cmp.Compare(a.KeyPos.Column, b.KeyPos.Column),
			cmp.Compare(a.Key, b.Key))
	})
	return t
}

func (p places) entry(key string, path []string, raw any) Entry {
	flat := ""
	for _, step := range path {
		flat = join(flat, step)
	}
	entry := Entry{Key: key, KeyPos: p.keys[flat], Pos: p.values[flat]}
	switch value := raw.(type) {
	case map[string]any:
		entry.Value = p.table(entry.Pos, path, value)
	case []map[string]any:
		elements := make([]any, len(value))
		for i := range value {
			elements[i] = value[i]
		}
		entry.Value = p.array(path, elements)
	case []any:
		entry.Value = p.array(path, value)
	default:
		entry.Value = scalar(raw)
	}
	return entry
}

func (p places) array(path []string, raw []any) []Entry {
	elements := make([]Entry, len(raw))
	for i, value := range raw {
		elements[i] = p.entry("", append(slices.Clip(path), strconv.Itoa(i)), value)
	}
	return elements
}

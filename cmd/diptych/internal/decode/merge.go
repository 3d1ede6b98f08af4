package decode

import (
	"reflect"
	"slices"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Merge joins tables that state facts of the same thing: a key may stand in several of them if its value is the same.
// Where it isn't, the first table's value holds, and disagree is called with both entries. Tables within are joined key
// by key; lists are compared whole.
func Merge(tables []*Table, disagree func(first, second Entry)) *Table {
	merged := &Table{Pos: tables[0].Pos}
	for _, table := range tables {
		for _, entry := range table.Entries {
			merged.add(entry, disagree)
		}
	}
	return merged
}

func (t *Table) add(entry Entry, disagree func(first, second Entry)) {
	at := slices.IndexFunc(t.Entries, func(e Entry) bool { return e.Key == entry.Key })
	if at < 0 {
		t.Entries = append(t.Entries, entry)
		return
	}
	first := t.Entries[at]
	a, both := first.Value.(*Table)
	b, also := entry.Value.(*Table)
	switch {
	case both && also:
		first.Value = Merge([]*Table{a, b}, disagree)
		t.Entries[at] = first
	case !reflect.DeepEqual(plain(first.Value), plain(entry.Value)):
		disagree(first, entry)
	}
}

// Without gives a copy of the table that lacks some keys.
func (t *Table) Without(keys ...string) *Table {
	kept := &Table{Pos: t.Pos}
	for _, entry := range t.Entries {
		if !slices.Contains(keys, entry.Key) {
			kept.Entries = append(kept.Entries, entry)
		}
	}
	return kept
}

// Problem starts a problem at the entry's key.
func (e Entry) Problem(rule string, format wording.Phrase, args ...any) source.Problem {
	return source.Errorf(rule, e.KeyPos, format, args...)
}

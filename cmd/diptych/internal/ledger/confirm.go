package ledger

import (
	"cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// Confirmation is what someone confirms.
type Confirmation struct {
	Day   civil.Date // the day on which it is confirmed
	Minor bool       // whether what has changed keeps its day, so that the pair's day of modification stays what it is
}

// All gives the lock of a pair whose rows all say the same in both halves. What has not changed keeps its line. A row with
// one half only stays as it was, since there is nothing that says the same; One confirms that it is to stand alone. What is
// gone has no line any more: the first one, most often the title's, bears the day on which that was confirmed.
func (c *Comparison) All(what Confirmation) Lock {
	var lock Lock
	for i := range c.Rows {
		switch row := &c.Rows[i]; {
		case row.IsPair():
			lock.Entries = append(lock.Entries, c.confirmed(row, what))
		case row.Was != nil:
			lock.Entries = append(lock.Entries, *row.Was)
		}
	}
	if len(c.Gone) > 0 && len(lock.Entries) > 0 && !what.Minor {
		lock.Entries[0].Day = what.Day
	}
	return lock
}

// One gives the lock with one row confirmed, by its index, and all else as it was. A row with one half only is confirmed as
// one that is to stand alone.
func (c *Comparison) One(index int, what Confirmation) Lock {
	var lock Lock
	gone := c.goneAfter()
	lock.Entries = append(lock.Entries, gone[none]...)
	for i := range c.Rows {
		switch row := &c.Rows[i]; {
		case i == index:
			lock.Entries = append(lock.Entries, c.confirmed(row, what))
		case row.Was != nil:
			lock.Entries = append(lock.Entries, *row.Was)
		}
		if c.of[i] != none {
			lock.Entries = append(lock.Entries, gone[c.of[i]]...)
		}
	}
	return lock
}

// goneAfter gives the entries that are gone, by the entry in front of them that is not.
func (c *Comparison) goneAfter() map[int][]Entry {
	there := map[int]bool{}
	for _, j := range c.of {
		there[j] = true
	}
	gone, last := map[int][]Entry{}, none
	for j := range c.Lock.Entries {
		if there[j] {
			last = j
		} else {
			gone[last] = append(gone[last], c.Lock.Entries[j])
		}
	}
	return gone
}

// confirmed gives the entry of a row that is confirmed.
func (c *Comparison) confirmed(row *Row, what Confirmation) Entry {
	if row.State == Confirmed {
		return *row.Was
	}
	french, english := c.Block(row.Row, source.French), c.Block(row.Row, source.English)
	kind := ""
	for _, b := range []*markdown.Block{french, english} {
		if b != nil {
			kind = KindOf(b)
		}
	}
	return Entry{
		Kind: kind, Day: c.day(row, what), French: printOf(french), English: printOf(english), Words: firstWords(french, english),
	}
}

// day gives the day that a row which is confirmed gets.
func (c *Comparison) day(row *Row, what Confirmation) civil.Date {
	switch {
	case !what.Minor:
		return what.Day
	case row.Was != nil:
		return row.Was.Day
	}
	return cmp.Or(c.Newest(), what.Day)
}

// At gives the index of the row one of whose blocks covers a line, in a file whose path is relative to the site's root; in
// both halves if the path is empty. Without one row alone it gives how many there are.
func (c *Comparison) At(file string, line int) (index, found int) {
	for i := range c.Rows {
		for _, lang := range source.Langs() {
			b := c.Block(c.Rows[i].Row, lang)
			if b != nil && (file == "" || file == b.Pos.File) && b.Pos.Line <= line && line <= b.Last && (found == 0 || index != i) {
				index, found = i, found+1
			}
		}
	}
	return index, found
}

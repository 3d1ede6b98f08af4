package ledger

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
)

// days gives the day of each entry, by its words.
func days(lock Lock) map[string]civil.Date {
	found := map[string]civil.Date{}
	for _, e := range lock.Entries {
		found[e.Words] = e.Day
	}
	return found
}

const (
	titleWords = "L’atelier des langues / The language workshop"
	oldDhaka   = "Dacca : 25-26 juin 2023 / Dhaka: 25-26 June 2023"
	newDhaka   = "Dacca : 25-27 juin 2023 / Dhaka: 25-26 June 2023"
	kigali     = "Kigali / Kigali"
)

// later is the page with a block that has changed, one that is new, and one that is gone.
func later(t *testing.T, lock Lock) *Comparison {
	return Compare(lock, pairOf(
		edited(t, frenchPage, "25-26 juin", "25-27 juin", "- Islamabad : 30-31 août 2023\n", "", "Voir", "Kigali\n\nVoir"),
		edited(t, englishPage, "- Islamabad: 30-31 August 2023\n", "", "See", "Kigali\n\nSee")))
}

func TestConfirmAll(t *testing.T) {
	c := later(t, confirmed(pairOf(frenchPage, englishPage)))
	if n := c.Counts(); n != (Counts{Confirmed: 8, French: 1, New: 1, Gone: 1}) {
		t.Fatalf("%+v", n)
	}
	lock := c.All(Confirmation{Day: secondDay})
	got := days(lock)
	if got[titleWords] != secondDay || got[newDhaka] != secondDay || got[kigali] != secondDay || len(lock.Entries) != 10 {
		t.Errorf("%v", got)
	}
	if lock.Newest() != secondDay || Compare(lock, c.Pair).State() != Confirmed {
		t.Errorf("it is not confirmed, on %s", lock.Newest())
	}
}

func TestConfirmMinor(t *testing.T) {
	c := later(t, confirmed(pairOf(frenchPage, englishPage)))
	lock := c.All(Confirmation{Day: secondDay, Minor: true})
	if got := days(lock); got[newDhaka] != firstDay || got[kigali] != firstDay || Compare(lock, c.Pair).State() != Confirmed {
		t.Errorf("%v", got)
	}
	lock = later(t, Lock{}).All(Confirmation{Day: secondDay, Minor: true})
	if lock.Newest() != secondDay {
		t.Errorf("what was never confirmed is confirmed on %s", lock.Newest())
	}
}

func TestConfirmOne(t *testing.T) {
	before := confirmed(pairOf(frenchPage, englishPage))
	c := later(t, before)
	index, found := c.At("", c.French[3].Pos.Line)
	if found != 1 {
		t.Fatalf("%d rows are found", found)
	}
	lock := c.One(index, Confirmation{Day: secondDay})
	if got := days(lock); got[newDhaka] != secondDay || got[kigali] != (civil.Date{}) || len(lock.Entries) != len(before.Entries) {
		t.Errorf("%v", got)
	}
	if lock.Entries[4].Words != before.Entries[4].Words {
		t.Errorf("what is gone stands no longer where it was, but %q", lock.Entries[4].Words)
	}
	if n := Compare(lock, c.Pair).Counts(); n != (Counts{Confirmed: 9, New: 1, Gone: 1}) {
		t.Errorf("%+v", n)
	}
}

// TestConfirmAlone holds that a block without its answer is confirmed only where it is named.
func TestConfirmAlone(t *testing.T) {
	pair := pairOf(edited(t, frenchPage, "Voir", "Une phrase de plus, en français seulement.\n\nVoir"), englishPage)
	c := Compare(Lock{}, pair)
	lock := c.All(Confirmation{Day: firstDay})
	c = Compare(lock, pair)
	if n := c.Counts(); n != (Counts{Confirmed: 10, New: 1}) {
		t.Fatalf("%+v", n)
	}
	for i, row := range c.Rows {
		if row.State == New {
			lock = c.One(i, Confirmation{Day: secondDay})
		}
	}
	c = Compare(lock, pair)
	if c.State() != Confirmed {
		t.Fatalf("%s", told(c))
	}
	if again := c.All(Confirmation{Day: secondDay}); cmp.Diff(lock, again) != "" {
		t.Error("to confirm all takes it back")
	}
	answered := edited(t, englishPage, "See", "One more sentence, in English too.\n\nSee")
	french := edited(t, frenchPage, "Voir", "Une phrase de plus, en français seulement.\n\nVoir")
	if got := told(Compare(lock, pairOf(french, answered))); got != lines(
		"en: Une phrase de plus, en français seulement. One more sentence, in English too.") {
		t.Error(got)
	}
}

func TestConfirmTwice(t *testing.T) {
	pair := pairOf(frenchPage, englishPage)
	lock := confirmed(pair)
	if again := Compare(lock, pair).All(Confirmation{Day: secondDay}); lock.String() != again.String() {
		t.Error("to confirm what is confirmed changes the lock")
	}
}

func TestAt(t *testing.T) {
	c := Compare(Lock{}, pairOf("Un\nDeux\n\nTrois\nquatre\n", "One\n\nTwo\n\nThree\n"))
	tests := []struct {
		file         string
		line         int
		index, found int
	}{
		{"content/page.fr.md", 2, 0, 1}, {"", 2, 0, 1}, {"content/page.fr.md", 4, 1, 1}, {"content/page.fr.md", 7, 2, 1},
		{"content/page.en.md", 7, 2, 1}, {"", 7, 2, 1}, {"", 5, 1, 1}, {"content/page.fr.md", 5, 0, 0}, {"", 99, 0, 0},
		{"content/page.de.md", 4, 0, 0},
	}
	for _, test := range tests {
		if index, found := c.At(test.file, test.line); found != test.found || found > 0 && index != test.index {
			t.Errorf("%s:%d: row %d of %d", test.file, test.line, index, found)
		}
	}
	c = Compare(Lock{}, pairOf("Un\nDeux\n\nTrois\n", "One\n\n\nTwo\n\nThree\n"))
	if _, found := c.At("", 6); found != 2 {
		t.Errorf("a line of two blocks is that of %d", found)
	}
	if index, found := c.At("content/page.en.md", 6); found != 1 || index != 1 {
		t.Errorf("row %d of %d", index, found)
	}
}

package check

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// pairOf makes the pair of two halves, which need no front matter.
func pairOf(t *testing.T, french, english string) *pair {
	t.Helper()
	e := Example{Files: []ExampleFile{{"fr", french}, {"en", english}}}
	model := build.Assemble(e.tree(), site.Options{Day: civil.Date{Year: 2023, Month: 12, Day: 5}}).Model()
	s, found := model.Source("page")
	if !found {
		t.Fatalf("there is no page of %q and %q", french, english)
	}
	return newPair(newContext(model, Options{}), s)
}

// bodyRow gives the only row of a pair's body.
func bodyRow(t *testing.T, french, english string) row {
	t.Helper()
	p := pairOf(t, french, english)
	last := p.rows[len(p.rows)-1]
	if len(p.rows) != 2 || !last.isPair() {
		t.Fatalf("%q and %q have %d rows, want the title's and one of two blocks", french, english, len(p.rows))
	}
	return last
}

// TestRows holds that the words of the front matter come first, joined by their keys, and where their texts begin.
func TestRows(t *testing.T) {
	p := pairOf(t, `+++
description = "Les heures"
title = "Horaires"
slug = "horaires"
+++
Ouvert le lundi.
`, `+++
title = "Hours"
menuTitle = "Hours"
description = "When we are open"
+++
Open on Mondays.

Dogs wait outside the door.
`)
	type seen struct{ French, English string }
	var got []seen
	for _, r := range p.rows {
		s := seen{}
		if r.french != nil {
			s.French = r.french.Pos.String() + " " + r.french.Text
		}
		if r.english != nil {
			s.English = r.english.Pos.String() + " " + r.english.Text
		}
		got = append(got, s)
	}
	want := []seen{
		{"content/page.fr.md:3:10 Horaires", "content/page.en.md:2:10 Hours"},
		{"", "content/page.en.md:3:14 Hours"},
		{"content/page.fr.md:2:16 Les heures", "content/page.en.md:4:16 When we are open"},
		{"content/page.fr.md:6:1 Ouvert le lundi.", "content/page.en.md:6:1 Open on Mondays."},
		{"", "content/page.en.md:8:1 Dogs wait outside the door."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if p.english.value("menuTitle") == nil || p.french.value("menuTitle") != nil {
		t.Error("the English half has a short title, and the French one has none")
	}
	if at := p.near(len(p.rows)-1, source.French); at.block == nil || at.block.Text != "Ouvert le lundi." {
		t.Errorf("near the paragraph without an answer stands %+v", at)
	}
	if at := p.near(0, source.French); at.block == nil || at.block.Text != "Ouvert le lundi." {
		t.Errorf("near the title stands no word of the front matter, but %+v", at)
	}
}

// TestOneHalf holds that a pair of one half has no rows, and that its half can be looked at.
func TestOneHalf(t *testing.T) {
	e := Example{Files: []ExampleFile{{"en", "Open on Mondays."}}}
	model := build.Assemble(e.tree(), site.Options{}).Model()
	s, _ := model.Source("page")
	p := newPair(newContext(model, Options{}), s)
	if p.french != nil || len(p.rows) != 0 || len(p.halves()) != 1 || p.other(p.english) != nil {
		t.Errorf("the pair has %d rows and %d halves", len(p.rows), len(p.halves()))
	}
}

// TestForeign holds which of two blocks with the same text was not translated.
func TestForeign(t *testing.T) {
	for text, want := range map[string]source.Lang{
		"The library is closed on Mondays and on public holidays.": source.French,
		"La bibliothèque est fermée le lundi et les jours fériés.": source.English,
	} {
		if got := bodyRow(t, text, text).copied().lang; got != want {
			t.Errorf("%q was not translated into %s: %v", text, want, got)
		}
	}
}

func TestIsVerbatim(t *testing.T) {
	r := bodyRow(t, "Tapez `a . b` , puis <https://example.com/a> .", "Type `a . b`, then <https://example.com/a>.")
	text := r.french.Text
	for at, want := range map[int]bool{0: false, len("Tapez "): true, len("Tapez a . "): true, len("Tapez a . b"): false,
		len("Tapez a . b , puis "): true, len(text) - 1: false} {
		if got := r.french.isVerbatim(at); got != want {
			t.Errorf("code or an address stands in %q behind %q: %t, want %t", text, text[:at], got, want)
		}
	}
}

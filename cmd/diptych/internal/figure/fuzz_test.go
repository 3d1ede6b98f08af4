package figure

import (
	"strings"
	"testing"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
)

// FuzzRead holds, for any text: what is read stands where it says and in order, days and times are such, a text has an
// answer to all that it says itself, and the kind of a space makes no difference.
func FuzzRead(f *testing.F) {
	for _, p := range readTables(f) {
		f.Add(p.french, p.english)
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		for _, lang := range source.Langs() {
			reading := Read(first, lang)
			holdReading(t, first, reading)
			if found := Compare(reading, reading); len(found) != 0 {
				t.Errorf("%q differs from itself: %s", first, describe(found))
			}
			holdSpaces(t, first, lang)
		}
		french, english := Read(first, source.French), Read(second, source.English)
		for _, d := range Compare(french, english) {
			holdSpan(t, first, d.French)
			holdSpan(t, second, d.English)
		}
	})
}

func holdReading(t *testing.T, text string, reading Reading) {
	t.Helper()
	var numbers, days, times []Span
	for _, n := range reading.Numbers {
		numbers = append(numbers, n.Span)
		if n.value.form == none {
			t.Errorf("%q has a number without a value", n.Text)
		}
	}
	for _, d := range reading.Days {
		days = append(days, d.Span)
		if d.Month < 1 || d.Month > 12 || d.Day < 0 || d.Day > 31 || d.Day == 0 && d.Year == 0 {
			t.Errorf("%q is read as the day %d-%d-%d", d.Text, d.Year, d.Month, d.Day)
		}
	}
	for _, c := range reading.Times {
		times = append(times, c.Span)
		if c.Minutes < 0 || c.Minutes > 24*60+59 {
			t.Errorf("%q is read as %d minutes", c.Text, c.Minutes)
		}
	}
	for _, spans := range [][]Span{numbers, days, times} {
		last := -1
		for _, span := range spans {
			holdSpan(t, text, span)
			if span.Text == "" || span.From < last {
				t.Errorf("%q at %d is out of order", span.Text, span.From)
			}
			last = span.From
		}
	}
}

// holdSpan tells whether a span is the text at its place, cut between characters.
func holdSpan(t *testing.T, text string, span Span) {
	t.Helper()
	if span.Text == "" {
		return
	}
	if text[span.From:span.To] != span.Text {
		t.Errorf("%q is not at %d to %d", span.Text, span.From, span.To)
	}
	if utf8.ValidString(text) && !utf8.ValidString(span.Text) {
		t.Errorf("%q is cut inside a character", span.Text)
	}
}

func holdSpaces(t *testing.T, text string, lang source.Lang) {
	t.Helper()
	plain := Read(text, lang)
	for _, space := range []string{"\u00a0", "\u202f", "\u2009"} {
		other := Read(strings.ReplaceAll(text, " ", space), lang)
		if len(plain.Numbers) != len(other.Numbers) || len(plain.Days) != len(other.Days) ||
			len(plain.Times) != len(other.Times) {
			t.Fatalf("%q is read in another way with %q for spaces", text, space)
		}
		for i := range plain.Numbers {
			if plain.Numbers[i].value != other.Numbers[i].value {
				t.Errorf("%q is another number with %q for spaces", plain.Numbers[i].Text, space)
			}
		}
	}
}

package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// occurrences gives the places where a text has a form, as whole words. What is avoided is avoided in small letters and at
// the beginning of a sentence alike, unless the form itself has capitals.
func occurrences(text, form string) func(yield func(token) bool) {
	return func(yield func(token) bool) {
		for at := 0; ; {
			from, size := find(text[at:], form)
			if from < 0 {
				return
			}
			from += at
			if t := (token{from, from + size}); isWhole(text, t) && !yield(t) {
				return
			}
			at = from + size
		}
	}
}

func first(text, form string) (token, bool) {
	for t := range occurrences(text, form) {
		return t, true
	}
	return token{}, false
}

// find finds a form in a text: as it is, or with a capital at its beginning. A no-break space is a space, and an apostrophe
// is one, however it is typed.
func find(text, form string) (from, size int) {
	begins := beginnings(form)
	for at := 0; ; at++ {
		i := strings.IndexAny(text[at:], begins)
		if i < 0 {
			return -1, 0
		}
		at += i
		if n := matches(text[at:], form); n > 0 {
			return at, n
		}
	}
}

// beginnings gives the letters with which a form may begin in a text: its first one, small and as a capital.
func beginnings(form string) string {
	first, _ := utf8.DecodeRuneInString(form)
	return string([]rune{unicode.ToLower(first), unicode.ToUpper(first)})
}

// matches gives the size in bytes of what a text begins with if that is the form, else 0.
func matches(text, form string) int {
	at := 0
	for i, want := range form {
		got, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 || !isSame(got, want) && (i > 0 || unicode.ToLower(got) != want) {
			return 0
		}
		at += size
	}
	return at
}

func isSame(a, b rune) bool { return a == b || plainRune(a) == plainRune(b) }

func plainRune(r rune) rune {
	switch r {
	case '’', 'ʼ':
		return '\''
	case '\u00a0', '\u202f', '\n':
		return ' '
	case '\u2011', '\u2010':
		return '-'
	}
	return r
}

// isWhole tells whether words end on both sides of a part of a text.
func isWhole(text string, t token) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:t.from])
	after, _ := utf8.DecodeRuneInString(text[t.to:])
	return !isWordRune(before) && !isWordRune(after)
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_'
}

// isWithin tells whether a part of a text stands within a longer form that is right.
func isWithin(text string, t token, form string) bool {
	for o := range occurrences(text, form) {
		if o.from <= t.from && t.to <= o.to {
			return true
		}
	}
	return false
}

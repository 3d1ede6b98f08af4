package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// abbreviation is a short form with what it stands for, which readers are told at its first use.
type abbreviation struct {
	short string
	long  string // as it was typed
	title string // as its language sets it
}

// abbreviations are those of one language, by their first byte; the longer stand before the shorter, since ONU-Femmes is
// not ONU.
type abbreviations [256][]*abbreviation

// abbreviate makes the abbreviations of each language ready; nil if there are none at all.
func (r *Renderer) abbreviate(given map[source.Lang]map[string]string) map[source.Lang]*abbreviations {
	var known map[source.Lang]*abbreviations
	for lang, expansions := range given {
		if len(expansions) == 0 {
			continue
		}
		if known == nil {
			known, r.shorts = map[source.Lang]*abbreviations{}, &abbreviations{}
		}
		known[lang] = newAbbreviations(expansions, r.rulesOf(string(lang)))
		for first, alike := range known[lang] {
			r.shorts[first] = append(r.shorts[first], alike...)
		}
	}
	return known
}

func newAbbreviations(expansions map[string]string, rules *typography.Rules) *abbreviations {
	known := &abbreviations{}
	for short, long := range expansions {
		title := long
		if rules != nil {
			title = rules.Text(long)
		}
		known[short[0]] = append(known[short[0]], &abbreviation{short, long, title})
	}
	for _, alike := range known {
		slices.SortFunc(alike, func(a, b *abbreviation) int { return cmp.Compare(len(b.short), len(a.short)) })
	}
	return known
}

// mayAbbreviate tells whether there may be an abbreviation in a body, at a glance: one that is not in it as it is must have
// backslashes or references in it.
func (r *Renderer) mayAbbreviate(body string) bool {
	if r.shorts == nil {
		return false
	}
	for i := range len(body) {
		for _, a := range r.shorts[body[i]] {
			if strings.HasPrefix(body[i:], a.short) {
				return true
			}
		}
	}
	return strings.Contains(body, "\\") || strings.Contains(body, "&")
}

// at gives the abbreviation that stands at an offset of a text and ends before another, or nil.
func (k *abbreviations) at(text []byte, from, end int) *abbreviation {
	for _, a := range k[text[from]] {
		to := from + len(a.short)
		if to <= end && string(text[from:to]) == a.short && !a.goesOn(text[to:]) && !a.isEnd(text[:from]) {
			return a
		}
	}
	return nil
}

// goesOn tells whether the word that begins with the abbreviation goes on in a text.
func (a *abbreviation) goesOn(text []byte) bool {
	r, size := utf8.DecodeRune(text)
	beyond, _ := utf8.DecodeRune(text[size:])
	return isWord(r) || r == '+' || isWord(beyond) && (r == '.' || a.joins(r))
}

// isEnd tells whether the abbreviation is the end of a word that begins in a text.
func (a *abbreviation) isEnd(text []byte) bool {
	r, size := utf8.DecodeLastRune(text)
	beyond, _ := utf8.DecodeLastRune(text[:len(text)-size])
	return isWord(r) || isWord(beyond) && a.joins(r)
}

// joins tells whether a character joins two parts of a word. ONU is a word in « l'après-ONU », and N.U. is none in O.N.U.:
// hyphens and full stops do so only for an abbreviation that has them itself.
func (a *abbreviation) joins(r rune) bool {
	return (r == '-' || r == '.') && strings.ContainsRune(a.short, r)
}

// isWord tells whether a character can't stand beside a word without being part of it.
func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '_'
}

// isExplained tells whether a text in front of the abbreviation says what it stands for, as in
// « Action pour le maintien de la paix (A4P) ».
func (a *abbreviation) isExplained(text []byte) bool {
	before, inBrackets := bytes.CutSuffix(text, []byte("("))
	if !inBrackets {
		return false
	}
	before = bytes.TrimRightFunc(before, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`»”’"'`, r) })
	start, ends := cutEnd(before, a.long)
	last, _ := utf8.DecodeLastRune(start)
	return ends && !isWord(last)
}

// cutEnd takes words from the end of a text, however their capitals, spaces and apostrophes are typed.
func cutEnd(text []byte, words string) (start []byte, found bool) {
	for words != "" {
		want, width := utf8.DecodeLastRuneInString(words)
		r, size := utf8.DecodeLastRune(text)
		if size == 0 || alike(r) != alike(want) {
			return text, false
		}
		text, words = text[:len(text)-size], words[:len(words)-width]
	}
	return text, true
}

// alike gives the same character for all that are one to a reader.
func alike(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case r == '’':
		return '\''
	}
	return unicode.ToLower(r)
}

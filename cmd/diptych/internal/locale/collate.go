package locale

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collator makes sort keys. It keeps state from call to call, so it serves one goroutine at a time.
type collator struct {
	*collate.Collator
	buffer collate.Buffer
}

// Compare puts two texts in the alphabetical order of the locale: negative when a comes first, zero only when they are
// the same text. It is the order of their sort keys; who sorts many texts remembers the keys instead.
func (l *Locale) Compare(a, b string) int { return cmp.Compare(l.SortKey(a), l.SortKey(b)) }

// SortKey gives a string, not for reading, whose order by bytes is the alphabetical order of s: letters first, then
// accents, then capitals, with œ as oe. Typographic apostrophes, hyphens and spaces count as the plain ones, so that it
// doesn't matter which an editor typed. Where all else is equal, the bytes of s decide, so that no two orders are right.
func (l *Locale) SortKey(s string) string {
	c, ok := l.collators.Get().(*collator)
	if !ok {
		c = &collator{Collator: collate.New(language.MustParse(l.collation))}
	}
	defer l.collators.Put(c)
	c.buffer.Reset()
	key := c.KeyFromString(&c.buffer, plain.Replace(s))
	return string(key) + "\x00" + s // no weight in the last level of a key is 0: a shorter key still comes first
}

// Sort puts texts into the alphabetical order of the locale.
func (l *Locale) Sort(texts []string) { slices.SortFunc(texts, l.Compare) }

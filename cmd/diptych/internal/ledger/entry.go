// Package ledger keeps what was confirmed as saying the same in both languages, when, and what has changed since.
//
// A lock, i18n/lock/KEY.toml, belongs to one pair and is written by the tool alone: one line for each block of the page,
// with the digests of both halves and the day on which someone confirmed that they say the same. Neither language is the
// source: whichever half has another digest today has changed, and the other one may have to follow. So it needs no
// history, and works in a shallow clone, an archive, or a folder without git.
//
// Typing, typography and the wrapping of lines change no digest; a word, a number, an accent or the target of a link does.
// Blocks are found again by their digests and never by their place, so that what is moved stays confirmed. Nothing in a
// line depends on where it stands: git merges locks as it merges texts, and what it can't merge has to be confirmed again.
package ledger

import (
	"strings"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// Folder holds the locks of a site, each below it by the key of its pair.
const Folder = "i18n/lock"

// File gives the path of the lock of a pair, relative to the site's root.
func File(key string) string { return Folder + "/" + key + ".toml" }

// Lock is what was confirmed of one pair. The zero Lock is that of a pair of which nothing was.
type Lock struct {
	Entries []Entry // in the order of the page when they were confirmed
}

// Entry is one confirmation: that a French and an English block say the same, or that a block stands in one half only and
// is to. It is immutable.
type Entry struct {
	Kind            string // see KindOf
	Day             civil.Date
	French, English Print
	Words           string // the first words of both blocks, for people
}

// Print is what is kept of a block. The zero Print is that of no block.
type Print struct {
	Digest string // see Digest; empty if there is no block
	Sketch Sketch
}

// Print gives what is kept of one half.
func (e *Entry) Print(lang source.Lang) Print {
	if lang == source.French {
		return e.French
	}
	return e.English
}

// Newest gives the newest day of the lock: when the pair last changed for its readers. It is zero for an empty lock.
func (l Lock) Newest() civil.Date {
	newest := civil.Date{}
	for i := range l.Entries {
		if day := l.Entries[i].Day; day.After(newest) {
			newest = day
		}
	}
	return newest
}

// printOf gives what is to be kept of a block, which may be nil.
func printOf(b *markdown.Block) Print {
	if b == nil {
		return Print{}
	}
	return Print{Digest: Digest(b), Sketch: sketch(b)}
}

// longestWords is how many runes of a block's first words are kept.
const longestWords = 36

// firstWords gives the beginnings of two blocks, either of which may be nil.
func firstWords(french, english *markdown.Block) string {
	var both []string
	for _, b := range []*markdown.Block{french, english} {
		if b == nil {
			continue
		}
		if words := beginning(b); words != "" {
			both = append(both, words)
		}
	}
	return strings.Join(both, " / ")
}

// beginning gives the first words of a block: those of its text, or the first picture's.
func beginning(b *markdown.Block) string {
	text := strings.Join(strings.Fields(b.Text), " ")
	if text == "" && len(b.Links) > 0 {
		text = strings.Join(strings.Fields(b.Links[0].Text+" "+b.Links[0].Destination), " ")
	}
	runes := []rune(text)
	if len(runes) <= longestWords {
		return text
	}
	cut := string(runes[:longestWords])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return cut + "…"
}

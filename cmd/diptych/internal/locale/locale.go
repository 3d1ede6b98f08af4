// Package locale knows all in which one language of one region differs from another: dates and their ranges, times,
// numbers, sizes of files, lists, names of countries, alphabetical order.
//
// The conventions follow CLDR 48, except where French or English usage says otherwise; every such difference is written
// down with its reason in differences_test.go, and the tests hold the package to CLDR and to exactly these differences.
//
// What comes out is plain text with its no-break spaces in it, the same for a page, a feed and a title. In a date or a
// time, U+00A0 stands wherever a line must not end: between the day and the month, around the hour, before a dash.
package locale

import (
	"sync"

	"diptych/cmd/diptych/internal/source"
)

// nbsp is the no-break space. It is written by this name, because in the source it could not be told from a space.
const nbsp = "\u00a0"

// Locale is how one language of one region writes. It is immutable and safe for concurrent use.
type Locale struct {
	conventions
	collators sync.Pool // of *collator; one is good for one goroutine at a time
}

// New finds the locale of a tag as config.toml spells it; Tags has them all. It is false for any other tag.
func New(tag string) (*Locale, bool) {
	for _, row := range table {
		if row.name == tag {
			return &Locale{conventions: row}, true
		}
	}
	return nil, false
}

// Tags gives the tags that New accepts for a language, the default one first.
func Tags(lang source.Lang) []string {
	var tags []string
	for _, row := range table {
		if row.lang == lang {
			tags = append(tags, row.name)
		}
	}
	return tags
}

// Tag is the BCP 47 tag for the lang attribute: that of New, but "fr" for "fr-EU", since a house style is not a region.
func (l *Locale) Tag() string { return l.cldr }

// Lang is the language that the locale writes.
func (l *Locale) Lang() source.Lang { return l.lang }

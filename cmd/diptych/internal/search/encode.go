package search

import (
	"encoding/json"
	"io"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// encoded is the index as JSON. Its units are numbered from 0, over all pages in order: what stands before the first
// heading of a page, then each part below a heading.
type encoded struct {
	// Pages have each a title, href and description, then an id and a title for each part below a heading. The words of
	// titles and descriptions are nowhere else.
	Pages [][]string `json:"pages"`
	// Words are sorted. Each is a capital letter, which says how many letters it begins with of the word before it (A is
	// none), and its other letters.
	Words string `json:"words"`
	// Places says of each word in which units it stands: see digits.go.
	Places string `json:"places"`
}

// unit is the smallest that is found: a part of a page.
type unit struct {
	said  Words // in its title, and, at the top of a page, in its description
	words Words
}

// Encode writes the index of the pages of a language, in the order in which they are found. The same pages give the same
// bytes.
func Encode(w io.Writer, lang source.Lang, pages []Page) error {
	index := encoded{Pages: make([][]string, len(pages))}
	var units []unit
	for i, page := range pages {
		index.Pages[i] = page.head()
		units = append(units, page.units()...)
	}
	index.Words, index.Places = code(place(numberOf(lang), units))
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(index)
}

// head gives what an index says of a page in clear.
func (p Page) head() []string {
	head := []string{p.Title, p.Href, p.Description}
	for _, part := range p.Parts {
		if part.ID != "" {
			head = append(head, part.ID, part.Title)
		}
	}
	return head
}

// units gives the parts of a page, of which the first is always the one without a heading.
func (p Page) units() []unit {
	units := []unit{{said: Gather(p.Title, p.Description)}}
	for _, part := range p.Parts {
		if part.ID == "" {
			units[0].words += " " + part.Words
		} else {
			units = append(units, unit{Gather(part.Title), part.Words})
		}
	}
	return units
}

// place gives the words of an index, sorted, and the units of each, in order, without those that say it in a title or a
// description.
func place(n number, units []unit) (words []string, places [][]int) {
	words, numbers := newVocabulary(n, units).entries()
	places = make([][]int, len(words))
	done := make([]int, len(words)) // the last unit that a word was seen in, counted from 1
	for i, u := range units {
		for _, word := range u.said.list() {
			done[numbers[word]] = i + 1
		}
		for _, word := range u.words.list() {
			if n := numbers[word]; done[n] <= i {
				done[n] = i + 1
				places[n] = append(places[n], i)
			}
		}
	}
	return words, places
}

// code writes the words that stand anywhere, and where they do.
func code(words []string, places [][]int) (said, placed string) {
	var kept []string
	var gaps []byte
	for i, word := range words {
		if len(places[i]) > 0 {
			kept, gaps = append(kept, word), appendGaps(gaps, places[i])
		}
	}
	return frontCode(kept), string(gaps)
}

// frontCode writes sorted words, each without the letters that it shares with the one before. Words have no capitals.
func frontCode(words []string) string {
	var code strings.Builder
	last := ""
	for _, word := range words {
		shared := sharedASCII(last, word)
		code.WriteByte('A' + byte(shared))
		code.WriteString(word[shared:])
		last = word
	}
	return code.String()
}

// sharedASCII gives how many letters two words begin with in common, up to 25. It counts ASCII alone, of which Go and
// JavaScript have the same number.
func sharedASCII(a, b string) int {
	n := 0
	for n < min(len(a), len(b), 25) && a[n] == b[n] && a[n] < 0x80 {
		n++
	}
	return n
}

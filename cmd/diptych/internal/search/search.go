// Package search makes what a reader's browser searches: one small index of all pages for each language, with the words
// of each part folded as the reader's are.
//
// The script static/js/find.js reads the index. What is a word, and which words are one noun in the singular and in the
// plural, is said twice, here and there, and tests hold that both say the same.
package search

import (
	"slices"
	"strings"
)

// Words are the distinct folded words of a text, sorted and joined by single spaces. They are small enough to be kept of
// each part of thousands of pages.
type Words string

// Page is one page in one language, as it is found.
type Page struct {
	Title, Href string // the href as a browser resolves it against the address of the index
	Description string // shown below the title; its words are found as those of the page are
	Parts       []Part // in the order of the page
}

// Part is what stands under one heading, without the parts below it.
type Part struct {
	ID, Title string // the fragment and the text of the heading; both are empty for what stands before the first one
	Words     Words
}

// Gather collects the words of texts: "L’accord sur l’eau" is "accord eau sur". Words of one letter are none; a word with
// hyphens is there in its pieces and as one, so that it is found however a reader writes it.
func Gather(texts ...string) Words {
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	words := make([]string, 0, size/6+1) // a word and its space have about that many bytes
	for _, text := range texts {
		for compound := range compounds(fold(text)) {
			words = appendWords(words, compound)
		}
	}
	slices.Sort(words)
	return Words(strings.Join(slices.Compact(words), " "))
}

func appendWords(words []string, compound string) []string {
	if !strings.ContainsAny(compound, "'-") { // most are a single piece, and need no other room
		if isLetter(compound) {
			return words
		}
		return append(words, compound)
	}
	w := takeApart(compound)
	return append(append(words, w.pieces...), w.joints...)
}

// list gives the words one by one.
func (w Words) list() []string { return strings.Fields(string(w)) }

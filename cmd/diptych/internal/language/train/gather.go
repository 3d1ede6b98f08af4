package main

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/language"
)

// mostForms is how many forms of a language the vocabulary has at the most. French has 330,000 in the list, of which texts
// have few; of English all have room.
const mostForms = 145_000

// enoughCorpora is how many corpora have a form that no list has, if it is in the vocabulary: authors of one manual share
// their words and their mistakes, those of two hardly do. What is a word of the other language is not.
const enoughCorpora = 2

// names are how package language names the languages.
var names = [2]string{french: "fr", english: "en"}

// gather gives the forms of the vocabulary, by language: those that the lists and the texts have, those that several
// corpora have, and of the rest of the lists, which no text has, those that are most likely to stand in another text.
func gather(from sources, table *language.Table) map[string][]string {
	gathered := map[string][]string{}
	for _, s := range sides {
		listed, seen := listedForms(from.forms, s), seenForms(from.texts, table, s)
		var kept, rest []string
		for _, form := range slices.Sorted(maps.Keys(seen)) {
			if listed[form] || seen[form] >= enoughCorpora && !contradicts(table, form, s) {
				kept = append(kept, form)
			}
		}
		for form := range listed {
			if seen[form] == 0 {
				rest = append(rest, form)
			}
		}
		likeliestFirst(rest, listed, seen)
		forms := append(kept, rest...)
		gathered[names[s]] = forms[:min(mostForms, len(forms))]
	}
	return gathered
}

// listedForms gives the forms of the lists without those of names: what stands between apostrophes and hyphens.
func listedForms(lists []corpus, s side) map[string]bool {
	listed := map[string]bool{}
	for _, list := range lists {
		for _, word := range list.texts[s] {
			if word != strings.ToLower(word) {
				continue
			}
			for _, form := range strings.FieldsFunc(word, isMark) {
				listed[form] = true
			}
		}
	}
	return listed
}

// seenForms gives how many corpora have a form where it is no name, which begins with a capital. What the table reads as
// the other language does not count.
func seenForms(texts []corpus, table *language.Table, s side) map[string]int {
	seen := map[string]int{}
	for _, c := range texts {
		here := map[string]bool{}
		for _, text := range c.texts[s] {
			if !contradicts(table, text, s) {
				eachForm(text, func(form string) { here[form] = true })
			}
		}
		for form := range here {
			seen[form]++
		}
	}
	return seen
}

// eachForm calls yield with each form of a text that begins with a small letter.
func eachForm(text string, yield func(form string)) {
	language.Cut(text, func(from, _ int, form []byte) {
		if first, _ := utf8.DecodeRuneInString(text[from:]); !unicode.IsLower(first) {
			return
		}
		for _, form := range strings.FieldsFunc(string(form), isMark) {
			yield(form)
		}
	})
}

func isMark(r rune) bool { return !unicode.IsLetter(r) }

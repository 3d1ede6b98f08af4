package main

import (
	"fmt"
	"io"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/language"
)

// sizes are the sizes of the windows that accuracy is measured on, in words.
var sizes = []int{1, 2, 3, 5, 8, 15}

// report writes, for each corpus, the share of windows that a table reads as the language that they are in.
func report(out io.Writer, table *language.Table, held []corpus) {
	for _, c := range held {
		fmt.Fprintf(out, "%-16s", c.name)
		for _, size := range sizes {
			right, all := measure(table, c, size)
			fmt.Fprintf(out, "  %d: %.1f %% of %d", size, 100*float64(right)/float64(all), all)
		}
		fmt.Fprintln(out)
	}
}

// measure counts the windows of so many words, side by side in a block, and those that are read right.
func measure(table *language.Table, c corpus, size int) (right, all int) {
	for _, s := range sides {
		for _, text := range c.texts[s] {
			words := table.Read(text)
			for ; len(words) >= size; words = words[size:] {
				all++
				if odds := language.Sum(words[:size]); s == french && odds > 0 || s == english && odds < 0 {
					right++
				}
			}
		}
	}
	return right, all
}

// reportVocabulary writes, for each corpus and language, the share of words that the vocabulary knows: of those that the
// check of typing looks at, which have five letters or more and begin with a small one.
func reportVocabulary(out io.Writer, vocabulary *language.Vocabulary, held []corpus) {
	for _, c := range held {
		fmt.Fprintf(out, "%-16s", c.name)
		for _, s := range sides {
			known, all := 0, 0
			for _, text := range c.texts[s] {
				eachForm(text, func(form string) {
					if utf8.RuneCountInString(form) < 5 {
						return
					}
					all++
					if vocabulary.Knows(names[s], form) {
						known++
					}
				})
			}
			fmt.Fprintf(out, "  %s: %.1f %% of %d known", names[s], 100*float64(known)/float64(all), all)
		}
		fmt.Fprintln(out)
	}
}

package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// side is a language: an index into what is kept for both.
type side int

const (
	french side = iota
	english
)

var sides = []side{french, english}

// corpus is text of both languages, in blocks: paragraphs, headings, items, messages; or words.
type corpus struct {
	name  string
	texts [2][]string
}

// read reads the text of an origin from its packages, which are fetched into the folder.
func (o origin) read(folder string) (corpus, error) {
	c := corpus{name: o.name}
	patterns := slices.Concat(o.french, o.english, o.messages)
	for _, a := range o.packages {
		name, err := a.fetch(folder)
		if err != nil {
			return c, err
		}
		files, err := a.unpack(name, patterns)
		if err != nil {
			return c, err
		}
		for _, path := range slices.Sorted(maps.Keys(files)) {
			if err := c.add(o, path, string(files[path])); err != nil {
				return c, fmt.Errorf("%s in %s: %w", path, name, err)
			}
		}
	}
	if len(c.texts[french]) == 0 || len(c.texts[english]) == 0 {
		return c, fmt.Errorf("%s has no text in one of the languages: look at its patterns", o.name)
	}
	if !o.words {
		c.purge()
	}
	return c, nil
}

// add adds the texts of a file.
func (c *corpus) add(o origin, path, content string) error {
	if matches(path, o.messages) {
		in, err := messages(content)
		for _, s := range sides {
			c.texts[s] = append(c.texts[s], in[s]...)
		}
		return err
	}
	s := english
	if matches(path, o.french) {
		s = french
	}
	if o.words {
		c.texts[s] = append(c.texts[s], strings.FieldsFunc(content, separates)...)
	} else {
		c.texts[s] = append(c.texts[s], blocks(content)...)
	}
	return nil
}

// separates tells whether a character stands between the words of a list, be it one a line or an array of JSON.
func separates(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`[",]`, r) }

// purge leaves out what stands in both languages, which is not translated, and all but the first of equal texts: what
// every page repeats says it no more than once.
func (c *corpus) purge() {
	in := [2]map[string]bool{{}, {}}
	for _, s := range sides {
		for _, text := range c.texts[s] {
			in[s][text] = true
		}
	}
	for _, s := range sides {
		seen := map[string]bool{}
		c.texts[s] = slices.DeleteFunc(c.texts[s], func(text string) bool {
			again := seen[text]
			seen[text] = true
			return again || in[1-s][text]
		})
	}
}

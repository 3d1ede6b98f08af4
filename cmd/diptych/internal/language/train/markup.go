package main

import (
	"html"
	"strings"
)

// shortest is the length in bytes under which a block is left out: a number, a name.
const shortest = 12

// blocks gives the text of each block of a page in HTML, or in the XML of GNOME's manuals: of a paragraph, a heading, an
// item. What is skipped leaves a space.
func blocks(page string) []string {
	var r pageReader
	for page != "" {
		text, rest, _ := strings.Cut(page, "<")
		r.text(text)
		if strings.HasPrefix(rest, "!--") {
			_, page, _ = strings.Cut(rest, "-->")
			continue
		}
		var inside string
		inside, page, _ = strings.Cut(rest, ">")
		r.tag(readTag(inside))
	}
	r.end()
	return r.found
}

// pageReader gathers the blocks of a page from its texts and tags.
type pageReader struct {
	found []string
	block strings.Builder
	inner string // the element that is being skipped, if any
	depth int    // and how many of that name are open
}

func (r *pageReader) text(text string) {
	if r.depth == 0 {
		r.block.WriteString(text)
	}
}

func (r *pageReader) tag(t tag) {
	switch {
	case r.depth > 0:
		r.skip(t)
	case skipped[t.name] && t.kind == opens:
		r.inner, r.depth = t.name, 1
		r.block.WriteByte(' ')
	case !inline[t.name]:
		r.end()
	}
}

// skip follows the elements inside one that is skipped.
func (r *pageReader) skip(t tag) {
	if t.name != r.inner {
		return
	}
	switch t.kind {
	case opens:
		r.depth++
	case closes:
		r.depth--
	}
}

// end ends a block.
func (r *pageReader) end() {
	text := strings.Join(strings.Fields(html.UnescapeString(r.block.String())), " ")
	if len(text) >= shortest {
		r.found = append(r.found, text)
	}
	r.block.Reset()
}

// tag is a tag: the name of its element in small letters, and what it does.
type tag struct {
	name string
	kind tagKind
}

type tagKind int

const (
	opens tagKind = iota
	closes
	stands // alone, without content
)

// readTag reads what is between the angles.
func readTag(inside string) tag {
	kind := opens
	if strings.HasSuffix(inside, "/") {
		kind = stands
	}
	inside, isEnd := strings.CutPrefix(inside, "/")
	if isEnd {
		kind = closes
	}
	if end := strings.IndexAny(inside, " \t\r\n/"); end >= 0 {
		inside = inside[:end]
	}
	return tag{name: strings.ToLower(inside), kind: kind}
}

// inline elements are part of a block's text.
var inline = set("a abbr acronym b bdo big cite dfn em font i ins q s small span strong sub sup u app gui guiseq link media")

// skipped elements have text of no language, or text that no reader sees: code, and in manuals names of keys, commands
// and files.
var skipped = set("code kbd pre script style head tt samp var cmd file input output screen sys info key keyseq mal:credit")

func set(names string) map[string]bool {
	members := map[string]bool{}
	for _, name := range strings.Fields(names) {
		members[name] = true
	}
	return members
}

package main

import (
	"html"
	"strings"
)

// blocks gives the text of each block of a page in HTML or in a dialect of XML for manuals: a paragraph, a heading, an
// item. Code and names of keys and files are replaced by nothing; a block that has too little text is left out.
func blocks(page string) []string {
	var found []string
	var block strings.Builder
	silent := "" // the element that is being skipped
	depth := 0
	flush := func() {
		if text := strings.Join(strings.Fields(html.UnescapeString(block.String())), " "); len(text) >= shortest {
			found = append(found, text)
		}
		block.Reset()
	}
	for page != "" {
		text, rest, _ := strings.Cut(page, "<")
		if silent == "" {
			block.WriteString(text)
		}
		if strings.HasPrefix(rest, "!--") {
			_, page, _ = strings.Cut(rest, "-->")
			continue
		}
		tag, after, _ := strings.Cut(rest, ">")
		page = after
		name, closes, empty := readTag(tag)
		switch {
		case silent != "" && name == silent && !empty:
			if closes {
				depth--
			} else {
				depth++
			}
			if depth == 0 {
				silent = ""
			}
		case silent != "" || empty && inline[name]:
		case skipped[name] && !closes && !empty:
			silent, depth = name, 1
			block.WriteString(" ")
		case !inline[name]:
			flush()
		}
	}
	flush()
	return found
}

// shortest is the length in bytes under which a block is left out: a number, a name.
const shortest = 12

// readTag gives the name of a tag's element in small letters, whether the tag closes it, and whether it closes itself.
func readTag(tag string) (name string, closes, empty bool) {
	tag, closes = strings.CutPrefix(tag, "/")
	end := strings.IndexAny(tag, " \t\r\n/")
	if end < 0 {
		end = len(tag)
	}
	return strings.ToLower(tag[:end]), closes, strings.HasSuffix(tag, "/")
}

// inline elements are part of a block's text.
var inline = set("a abbr acronym b bdo big cite dfn em font i ins kbd q s small span strong sub sup u " +
	"app gui guiseq key keyseq link media var")

// skipped elements have text of no language, or text that no reader sees. The packages' manuals set names of keys,
// files, commands and menus so.
var skipped = set("code kbd pre script style head tt samp var " +
	"cmd file input output screen sys info key keyseq mal:credit")

func set(names string) map[string]bool {
	members := map[string]bool{}
	for _, name := range strings.Fields(names) {
		members[name] = true
	}
	return members
}

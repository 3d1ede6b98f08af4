package main

import (
	"encoding/binary"
	"errors"
	"regexp"
	"strings"
)

// messages gives the texts of a compiled catalogue of gettext from English to French.
// The format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html.
func messages(catalogue string) (texts [2][]string, err error) {
	const header, magic = 28, "\xde\x12\x04\x95"
	if len(catalogue) < header || !strings.HasPrefix(catalogue, magic) {
		return texts, errors.New("this is no catalogue of gettext")
	}
	number := func(at int) int { return int(binary.LittleEndian.Uint32([]byte(catalogue[at : at+4]))) }
	text := func(table, i int) string {
		size, from := number(table+8*i), number(table+8*i+4)
		return clean(catalogue[from : from+size])
	}
	count, originals, translations := number(8), number(12), number(16)
	for i := range count {
		for s, table := range [...]int{french: translations, english: originals} {
			if t := text(table, i); len(t) >= shortest {
				texts[s] = append(texts[s], t)
			}
		}
	}
	return texts, nil
}

// placeholder is what a program puts a value in the place of, and markup.
var placeholder = regexp.MustCompile(`<[^<>]*>|%[0-9$.]*[a-zA-Z]|\$\w+|\\\w|_(\p{L})|&`)

// clean gives the text of a message without context, placeholders and marks of keys, its first form if it has several.
func clean(message string) string {
	if _, after, found := strings.Cut(message, "\x04"); found {
		message = after
	}
	message, _, _ = strings.Cut(message, "\x00")
	return strings.Join(strings.Fields(placeholder.ReplaceAllString(message, "$1")), " ")
}

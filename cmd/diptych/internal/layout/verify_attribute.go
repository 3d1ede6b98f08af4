package layout

import (
	"html"
	"slices"
	"strings"
)

// otherWord stands for each name and value that can become none of the words.
const otherWord = "*"

func attrWords() []string  { return []string{"on", "style", "content", "http-equiv", "data-"} }
func valueWords() []string { return []string{"javascript:", "vbscript:", "refresh"} }

// tag finds the next attribute, or the end of the tag.
func (s htmlSpot) tag(text string) (htmlSpot, string) {
	text = strings.TrimLeft(text, spaces+"/")
	switch {
	case text == "":
		return s, ""
	case text[0] != '>': // the first byte belongs to a name whatever it is, so that the reading goes on
		s.mode, s.attr = inName, attrSoFar(text[:1])
		return s, text[1:]
	case s.element == "" || s.element == "meta":
		return htmlSpot{}, text[1:]
	}
	return htmlSpot{mode: inRaw, element: s.element}, text[1:]
}

const spaces = " \t\n\f\r"

// name reads an attribute's name on.
func (s htmlSpot) name(text string) (htmlSpot, string) {
	end := strings.IndexAny(text, spaces+"/>=")
	if end < 0 {
		end = len(text)
	} else {
		s.mode = afterName
	}
	s.attr = attrSoFar(s.attr + text[:end])
	return s, text[end:]
}

// equal reads what stands between an attribute's name and its value.
func (s htmlSpot) equal(text string) (htmlSpot, string) {
	text = strings.TrimLeft(text, spaces)
	switch {
	case text == "":
		return s, ""
	case s.mode == afterName && text[0] == '=':
		s.mode = afterEqual
		return s, text[1:]
	case s.mode == afterName, text[0] == '>':
		s.mode = inTag
		return s, text
	}
	s.mode, s.value, s.quote = inValue, "", 0
	if text[0] == '"' || text[0] == '\'' {
		s.quote = text[0]
		return s, text[1:]
	}
	return s, text
}

// inside reads an attribute's value on, up to its quote, or to the space or > that ends it without one.
func (s htmlSpot) inside(text string) (htmlSpot, string) {
	ends := spaces + ">"
	if s.quote != 0 {
		ends = string(s.quote)
	}
	end := strings.IndexAny(text, ends)
	if end < 0 {
		s.value = valueSoFar(s.value + text)
		return s, ""
	}
	s.value = valueSoFar(s.value + text[:end])
	s.refresh = s.refresh || s.attr == "http-equiv" && s.value == "refresh"
	if s.quote != 0 {
		end++
	}
	s.mode, s.attr, s.value, s.quote = inTag, "", "", 0
	return s, text[end:]
}

// printed is the spot behind a value that is printed at this one: it makes a name, goes on with one, or with a value.
func (s htmlSpot) printed() htmlSpot {
	switch s.mode {
	case inTag, afterName:
		s.mode, s.attr = inName, ""
	case afterEqual:
		s.mode, s.value, s.quote = inValue, otherWord, 0
	case inValue:
		s.value = valueSoFar(s.value + otherWord)
	}
	return s
}

// or is the spot behind a branch whose two ends differ: the one where more is forbidden. html/template itself refuses
// most of such templates.
func (s htmlSpot) or(second htmlSpot) htmlSpot {
	either := s
	if second.suspect() {
		either = second
	}
	either.refresh = s.refresh || second.refresh
	if either.content.IsZero() {
		either.content = second.content
	}
	return either
}

// suspect tells whether values are forbidden here, or may be a little further on.
func (s htmlSpot) suspect() bool {
	return s.element == "script" || s.element == "style" || s.attr == "on" || s.attr == "style" || s.script()
}

// script tells whether the value is an address that is a script.
func (s htmlSpot) script() bool { return strings.HasSuffix(s.value, "script:") }

// attrSoFar keeps of an attribute's name what matters. html/template reads data-x and ns:x as it reads x.
func attrSoFar(name string) string {
	name = asciiLower(name[strings.LastIndexByte(name, ':')+1:])
	for strings.HasPrefix(name, "data-") {
		name = strings.TrimPrefix(name, "data-")
	}
	if strings.HasPrefix(name, "on") {
		return "on"
	}
	return beginning(name, attrWords())
}

// valueSoFar keeps of a value what matters. Browsers pass over white space in an address.
func valueSoFar(value string) string {
	value = asciiLower(html.UnescapeString(value))
	for _, word := range valueWords() {
		if strings.HasSuffix(word, ":") && strings.HasPrefix(value, word) {
			return word
		}
	}
	return beginning(value, valueWords())
}

// asciiLower writes capitals small and leaves out white space and control characters.
func asciiLower(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r <= ' ':
			return -1
		case 'A' <= r && r <= 'Z':
			return r - 'A' + 'a'
		}
		return r
	}, text)
}

// beginning gives the text if one of the words begins with it, else otherWord.
func beginning(text string, words []string) string {
	if slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, text) }) {
		return text
	}
	return otherWord
}

package layout

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// htmlMode is the part of HTML in which a place of a template lies.
type htmlMode int

const (
	inText     htmlMode = iota
	inRaw               // the inside of an element whose text has no tags: script, style, title, textarea
	inComment           // html/template leaves comments out, with the actions in them
	inTag               // between attributes
	inName              // in an attribute's name
	afterName           // behind an attribute's name, before its =
	afterEqual          // behind the =, before the value
	inValue
)

// htmlSpot is a place in HTML: as much of it as tells whether a value may be printed there. It reads HTML as
// html/template does, which escapes or drops whatever it takes for something else. A spot can be compared, and there are
// not many of them: of a name or value only what may still become one of the words below is kept.
type htmlSpot struct {
	mode    htmlMode
	element string     // one of ours, or "" for all others
	attr    string     // one of attrWords, the beginning of one, or otherWord
	value   string     // likewise of valueWords
	quote   byte       // of the value: ' or ", or 0 where there is none
	refresh bool       // this tag is <meta http-equiv=refresh>
	content source.Pos // where a value was printed into the content of this <meta>; zero if none was
}

// step takes at least one byte of the text, or goes on to another mode that does. It gives the rest.
func (s htmlSpot) step(text string) (htmlSpot, string) {
	switch s.mode {
	case inRaw:
		return s.raw(text)
	case inComment:
		if _, rest, ok := strings.Cut(text, "-->"); ok {
			return htmlSpot{}, rest
		}
		return s, ""
	case inTag:
		return s.tag(text)
	case inName:
		return s.name(text)
	case afterName, afterEqual:
		return s.equal(text)
	case inValue:
		return s.inside(text)
	}
	return s.text(text)
}

// text finds the next tag or comment. A < that opens neither is text.
func (s htmlSpot) text(text string) (htmlSpot, string) {
	_, rest, ok := strings.Cut(text, "<")
	if !ok {
		return s, ""
	}
	if after, ok := strings.CutPrefix(rest, "!--"); ok {
		return htmlSpot{mode: inComment}, after
	}
	name, closing := strings.CutPrefix(rest, "/")
	length := tagName(name)
	if length == 0 {
		return s, rest
	}
	tag := htmlSpot{mode: inTag}
	if element := strings.ToLower(name[:length]); !closing && slices.Contains(ourElements(), element) {
		tag.element = element
	}
	return tag, name[length:]
}

func ourElements() []string { return []string{"script", "style", "title", "textarea", "meta"} }

// tagName gives the length of the tag's name at the start of a text, or 0.
func tagName(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool {
		return (r < 'a' || 'z' < r) && (r < 'A' || 'Z' < r) && (r < '0' || '9' < r) && r != '-' && r != ':'
	})
	if end < 0 {
		end = len(text)
	}
	if end > 0 && ('0' <= text[0] && text[0] <= '9' || text[0] == '-' || text[0] == ':') {
		return 0
	}
	return end
}

// raw finds the tag that closes an element whose text has no tags.
func (s htmlSpot) raw(text string) (htmlSpot, string) {
	for {
		_, rest, ok := strings.Cut(text, "</")
		if !ok {
			return s, ""
		}
		if n := len(s.element); len(rest) > n && strings.EqualFold(rest[:n], s.element) &&
			strings.ContainsRune(spaces+"/>", rune(rest[n])) {
			return htmlSpot{mode: inTag}, rest[n:]
		}
		text = rest
	}
}

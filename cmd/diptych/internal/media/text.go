package media

import (
	"bytes"
	"strings"
)

// sniffText tells what a text is by how it begins. Most texts are of no form of their own, and their names choose.
func sniffText(head []byte) []Type {
	if begins(head, "\xff\xfe") || begins(head, "\xfe\xff") { // UTF-16, as Excel saves it
		return []Type{txt, csv}
	}
	if len(head) == 0 || !isText(head) {
		return nil
	}
	text := strings.TrimLeft(strings.TrimPrefix(string(head), "\ufeff"), " \t\r\n\f")
	switch {
	case strings.HasPrefix(text, `{\rtf`):
		return []Type{rtf}
	case hasPrefixFold(text, "BEGIN:VCALENDAR"):
		return []Type{ics}
	case strings.HasPrefix(text, "<"):
		return sniffMarkup(text)
	case strings.HasPrefix(text, "{"), strings.HasPrefix(text, "["):
		return []Type{txt, json, csv}
	default:
		return []Type{txt, csv}
	}
}

// isText tells whether there are no control characters but those of texts, in UTF-8 or in an older encoding.
func isText(head []byte) bool {
	return bytes.IndexFunc(head, func(r rune) bool {
		return (r < ' ' && !strings.ContainsRune("\t\n\r\f\x1a", r)) || r == 0x7f
	}) < 0
}

// sniffMarkup tells by the first element or by the declaration of the type what the markup is, past what may stand before.
func sniffMarkup(text string) []Type {
	isXML := strings.HasPrefix(text, "<?xml")
	text = skipProlog(text)
	switch {
	case hasPrefixFold(text, "<!DOCTYPE html"), hasPrefixFold(text, "<html"), hasPrefixFold(text, "<head"),
		hasPrefixFold(text, "<body"):
		return []Type{html}
	case hasPrefixFold(text, "<!DOCTYPE svg"), strings.HasPrefix(text, "<svg"):
		return []Type{svg}
	case text == "" && isXML: // the head ends before the first element
		return []Type{xml, svg, html}
	case isXML:
		return []Type{xml}
	default:
		return []Type{txt, html, xml, csv}
	}
}

// skipProlog gives the text after its instructions and comments, "" if one of them has no end.
func skipProlog(text string) string {
	for {
		var end string
		switch {
		case strings.HasPrefix(text, "<?"):
			end = "?>"
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		default:
			return text
		}
		_, rest, _ := strings.Cut(text, end)
		text = strings.TrimLeft(rest, " \t\r\n\f")
	}
}

func hasPrefixFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

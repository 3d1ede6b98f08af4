package wording

import (
	"strconv"
	"strings"
)

// Recognise says in both languages what a library says in English. Of the phrases, whose only verb is %s, the first one
// that the message fits is taken, so that the English stays the library's; a value that it has quoted stands between
// guillemets in French. A message that fits none is given in English.
func Recognise(message string, phrases ...Phrase) Sentence {
	for _, phrase := range phrases {
		if values, ok := valuesIn(message, phrase); ok {
			return Sprintf(phrase, values...)
		}
	}
	return Sentence{English: message, French: message}
}

// valuesIn gives what a message has in the places of a phrase's verbs.
func valuesIn(message string, phrase Phrase) (values []any, ok bool) {
	pieces := strings.Split(string(phrase), "%s")
	rest, ok := strings.CutPrefix(message, pieces[0])
	if len(pieces) == 1 {
		return nil, ok && rest == ""
	}
	last := len(pieces) - 1
	for _, piece := range pieces[1:last] {
		value, after, found := strings.Cut(rest, piece)
		values, rest, ok = append(values, valueOf(value)), after, ok && found
	}
	value, found := strings.CutSuffix(rest, pieces[last])
	return append(values, valueOf(value)), ok && found
}

// quoted is a value with the quotes that a library has put around it.
type quoted string

func valueOf(text string) any {
	if _, err := strconv.Unquote(text); err == nil && text[0] != '`' {
		return quoted(text)
	}
	return text
}

package decode

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// syntaxProblem gives the library's error a place in the file.
func syntaxProblem(start source.Pos, text string, err error) source.Problem {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return source.Errorf("toml", start, "the text is not TOML: %s", err)
	}
	offset := errorOffset(text, parse.Position.Start)
	pos := advance(start, text[:offset])
	message := strings.TrimSuffix(parse.Message, ".")
	return source.Errorf("toml", pos, "the text is not TOML: %s", wording.Recognise(message, libraryWords()...)).
		WithHint("%s", syntaxHint(message, line(text, offset)))
}

// errorOffset brings the library's offset, which doesn't count a byte order mark and may lie within a character or
// outside the text, to the start of a character.
func errorOffset(text string, offset int) int {
	offset = min(max(offset+markLength(text), 0), len(text))
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}

// line gives the line in which an offset lies.
func line(text string, offset int) string {
	from := strings.LastIndexByte(text[:offset], '\n') + 1
	whole, _, _ := strings.Cut(text[from:], "\n")
	return strings.TrimSpace(whole)
}

// syntaxHint looks at the line for the mistakes that people make most.
func syntaxHint(message, line string) wording.Sentence {
	key, value, found := strings.Cut(line, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch {
	case strings.Contains(message, "already"):
		return wording.Sprintf("write each key and each [table] once")
	case strings.HasPrefix(line, "["):
		return wording.Sprintf("write [table] or [[table]] on a line of its own")
	case !found && strings.Contains(line, ":"):
		return wording.Sprintf("write `key = value` with an equals sign")
	case !found:
		return wording.Sprintf("write one `key = value` a line")
	case strings.ContainsFunc(key, func(r rune) bool { return r >= utf8.RuneSelf }):
		return wording.Sprintf("a key has letters without accents, digits, - and _, and no quotes around it")
	default:
		return valueHint(message, key, value)
	}
}

// slashDay is a day as it is written on paper: 01/03/2026.
var slashDay = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}`) })

// valueHint looks at what stands behind the equals sign.
func valueHint(message, key, value string) wording.Sentence {
	switch {
	case strings.HasPrefix(value, "“") || strings.HasPrefix(value, "«"):
		return wording.Sprintf("begin and end the text with straight quotes: %s = \"…\"", key)
	case slashDay().MatchString(value):
		return wording.Sprintf("a day is written year, month, day, without quotes: %s = 2023-12-05", key)
	case strings.Contains(message, "datetime"):
		return wording.Sprintf("write a day that is in the calendar, without quotes: %s = 2023-12-05", key)
	case strings.Contains(message, "escape"):
		return wording.Sprintf(`a backslash inside a text is written \\`)
	case strings.HasPrefix(value, "'") && strings.Count(value, "'") > 2:
		return wording.Sprintf("a text with an apostrophe in it stands in double quotes: %s = \"…\"", key)
	case strings.Count(value, `"`)%2 == 1:
		return wording.Sprintf("the text lacks a quote; a quote inside a text is written \\\"")
	case strings.HasPrefix(value, `"`) && strings.Count(value, `"`) > 2:
		return wording.Sprintf("a quote inside a text is written \\\"")
	case slices.Contains([]string{"true", "false", "yes", "no", "oui", "non", "vrai", "faux"}, strings.ToLower(value)):
		return wording.Sprintf("write true or false, in small letters: %s = true", key)
	case value != "" && !strings.ContainsAny(value[:1], `"'[{0123456789+-`):
		return wording.Sprintf("put the text in quotes: %s = \"…\"", key)
	case strings.HasPrefix(value, "["):
		return wording.Sprintf(`put commas between the texts of a list, and close it with ]`)
	default:
		return wording.Sprintf("a text stands in quotes, a date is yyyy-mm-dd without quotes, a list stands in [ ]")
	}
}

package layout

import (
	"errors"
	"strings"

	"diptych/cmd/diptych/internal/wording"
)

// said gives a message of text/template in both languages. What one of our functions says by way of it has its own words.
func said(message string, err error) wording.Sentence {
	at, rest, calling := strings.Cut(message, ": error calling ")
	function, why, ok := strings.Cut(rest, ": ")
	if !calling || !ok {
		return wording.Recognise(message, syntaxWords()...)
	}
	reason := wording.Recognise(why, callWords()...)
	if ours := (wording.Error{}); errors.As(err, &ours) {
		reason = ours.Sentence
	}
	return wording.Sprintf("%s: error calling %s: %s", at, function, reason)
}

// saidOfEscaping gives a message of html/template in both languages, with what it says of the loop in front.
func saidOfEscaping(message string) wording.Sentence {
	for _, loop := range loopWords() {
		if rest, ok := strings.CutPrefix(message, strings.TrimSuffix(string(loop), "%s")); ok {
			return wording.Sprintf(loop, wording.Recognise(rest, escapingWords()...))
		}
	}
	return wording.Recognise(message, escapingWords()...)
}

// syntaxWords are what text/template says most, the special before the general: first of what stands in a layout, then
// of what happens when it runs.
func syntaxWords() []wording.Phrase {
	return []wording.Phrase{
		"unclosed action started at %s", "unclosed action", "unclosed comment", "unclosed left paren",
		"unexpected right paren", "unexpected EOF", "comment ends before closing delimiter",
		"unterminated quoted string in action started at %s", "unterminated quoted string",
		"unterminated raw quoted string", "unterminated character constant",
		"unrecognized character in action: %s", "bad character %s %s", "bad number syntax: %s", "expected :=",
		"{{break}} outside {{range}}", "{{continue}} outside {{range}}",
		"template: multiple definition of template %s",
		"function %s not defined", "undefined variable %s", "missing value for parenthesized pipeline",
		"missing value for %s", "non executable command in pipeline stage %s", "too many declarations in %s",
		"range can only initialize variables", "unexpected . after term %s", "expected end; found %s",
		"unexpected %s in command", "unexpected %s in operand", "unexpected %s in %s clause", "unexpected %s in %s",
		"unexpected %s",

		"%s: nil pointer evaluating %s", "%s: map has no entry for key %s", "%s: can't evaluate field %s in type %s",
		"%s: wrong type for value; expected %s; got %s", "%s: range can't iterate over %s",
		"%s: exceeded maximum template depth (%s)",
	}
}

// callWords are what the standard functions say when they are called.
func callWords() []wording.Phrase {
	return []wording.Phrase{
		"index out of range: %s", "index of untyped nil", "index of nil pointer", "slice of nil pointer",
		"cannot index slice/array with type %s", "invalid slice index: %s > %s", "len of nil pointer",
		"incompatible types for comparison: %s and %s", "invalid type for comparison",
	}
}

// loopWords are what html/template says of a loop, before what is wrong in it.
func loopWords() []wording.Phrase {
	return []wording.Phrase{"on range loop re-entry: %s", "at range loop break: %s", "at range loop continue: %s"}
}

// escapingWords are what html/template says of a place in which no value can stand.
func escapingWords() []wording.Phrase {
	return []wording.Phrase{
		"{{%s}} branches end in different contexts", "ends in a non-text context",
		"%s appears in an ambiguous context within a URL", "%s in unquoted attr: %s", "%s in attribute name: %s",
		"expected space, attr name, or end of tag, but got %s", "predefined escaper %s disallowed in template",
	}
}

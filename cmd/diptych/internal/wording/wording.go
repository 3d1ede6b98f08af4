// Package wording gives the sentences of the tool their two languages. Code says a sentence in English, where it is
// needed; its French stands below the English in french.txt, where a translator finds all of them together. A test of the
// whole tool holds that no sentence lacks its French and that no French is left over.
package wording

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// Phrase is an English sentence, or a part of one, that has a line of its own in french.txt. It may have the verbs of
// package fmt; the French says with an index, as in %[2]s, where it takes them in another order.
type Phrase string

// Sentence is the same sentence in both languages. The zero Sentence says nothing.
type Sentence struct {
	English string `json:"en"`
	French  string `json:"fr"`
}

// IsZero tells whether the sentence says nothing.
func (s Sentence) IsZero() bool { return s == Sentence{} }

// String gives the English sentence, as the terminal shows it.
func (s Sentence) String() string { return s.English }

// Say gives the sentence itself.
func (s Sentence) Say() Sentence { return s }

// Sayer is a value that has words in both languages; its method String gives the English ones.
type Sayer interface{ Say() Sentence }

// Sprintf says a sentence in both languages. An argument that is a Phrase or a Sayer is said in the language of the
// sentence; what %q quotes stands between guillemets in French. A sentence without letters, as "%s", needs no French; one
// whose French is missing stands in English.
func Sprintf(format Phrase, args ...any) Sentence {
	inFrench := make([]any, len(args))
	for i, arg := range args {
		inFrench[i] = french{arg}
	}
	return Sentence{
		English: fmt.Sprintf(string(format), args...),
		French:  fmt.Sprintf(translate(format), inFrench...),
	}
}

// french prints an argument as a French sentence takes it.
type french struct{ value any }

// Format implements fmt.Formatter.
func (f french) Format(state fmt.State, verb rune) {
	value := f.value
	switch of := value.(type) {
	case Phrase:
		value = translate(of)
	case Sayer:
		value = of.Say().French
	case quoted:
		fmt.Fprint(state, guillemets(string(of)))
		return
	}
	text := fmt.Sprintf(fmt.FormatString(state, verb), value)
	if verb == 'q' {
		text = guillemets(text)
	}
	fmt.Fprint(state, text)
}

// guillemets puts a text that Go has quoted between guillemets, which need no backslash for a quote.
func guillemets(text string) string {
	mark := text[:1]
	return "«\u00a0" + strings.ReplaceAll(text[1:len(text)-1], `\`+mark, mark) + "\u00a0»"
}

func translate(phrase Phrase) string {
	if said, ok := Lines()[phrase]; ok {
		return said
	}
	return string(phrase)
}

//go:embed french.txt
var frenchText string

var readOnce = sync.OnceValue(func() map[Phrase]string { return read(frenchText) })

// Lines gives the French of each phrase. It must not be changed.
func Lines() map[Phrase]string { return readOnce() }

// read takes the pairs of lines apart: the English at the margin, its French indented below it. Empty lines and lines
// with # in front are for the reader.
func read(text string) map[Phrase]string {
	lines := map[Phrase]string{}
	english := Phrase("")
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		indented := strings.HasPrefix(line, indent)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case indented:
			lines[english] = strings.TrimPrefix(line, indent)
		default:
			english = Phrase(line)
		}
	}
	return lines
}

// indent stands before a French line.
const indent = "    "

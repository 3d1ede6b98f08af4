package check

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var gluedText = Rule{
	ID: "glued-text", Severity: source.Error,
	Summary: "two sentences, or a year and a word, have no space between them",
	Reason:  "It is what is left where text was pasted or a line was joined. Names of sites, files and programs are left alone.",
	pair:    checkGlued,
}

var (
	gluedSentences = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:\pL*\p{Ll}|[)»”])[.?!…]\p{Lu}[\p{Ll}’' ]`)
	})
	gluedYear = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(?:19|20)\d\d\p{Ll}{2,}`) })
)

func checkGlued(p *pair, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		if b.Kind == markdown.Code {
			continue
		}
		for _, at := range b.glued() {
			f.find(b.part(at.from, at.to), answers[b].whole(),
				wording.Sprintf("there is no space in %q", excerpt(b.Text[at.from:b.wordEnd(at.to)])),
				wording.Sprintf("write a space between the two"))
		}
	}
}

// glued gives what is glued in the block.
func (b *block) glued() []token {
	if !mayGlue(b.prose) {
		return nil
	}
	var found []token
	for _, at := range gluedSentences().FindAllStringIndex(b.prose, -1) {
		if word := b.prose[at[0]:b.wordEnd(at[1]-1)]; !isProgram(word) {
			found = append(found, token{at[0], at[1]})
		}
	}
	for _, at := range gluedYear().FindAllStringIndex(b.prose, -1) {
		if !isDecade(b.prose[at[0]+4 : at[1]]) {
			found = append(found, token{at[0], at[1]})
		}
	}
	return found
}

// mayGlue tells at a glance whether something is glued in a text: a letter stands right behind a stop or a digit.
func mayGlue(text string) bool {
	for i := 1; i < len(text); i++ {
		if c := text[i-1]; (c == '.' || c == '?' || c == '!' || c == 0xa6 || '0' <= c && c <= '9') && (text[i] >= 'A' && text[i] <= 'z' || text[i] >= 0x80) {
			return true
		}
	}
	return false
}

// wordEnd gives the end of the word at an offset.
func (b *block) wordEnd(at int) int {
	end := strings.IndexFunc(b.Text[at:], func(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '(' && r != '_' })
	if end < 0 {
		return len(b.Text)
	}
	return at + end
}

// isProgram tells whether a word is a name in a program, as System.out or Class.method(): it has more dots than one,
// brackets, or a part with a capital inside.
func isProgram(word string) bool {
	if strings.Count(word, ".") > 1 || strings.ContainsAny(word, "(_") {
		return true
	}
	for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return strings.ContainsRune(".?!…", r) }) {
		for i, r := range part {
			if i > 0 && unicode.IsUpper(r) {
				return true
			}
		}
	}
	return false
}

// isDecade tells whether letters behind a year may belong to it, as in the number of a law; “1990s” has too few of them.
func isDecade(letters string) bool {
	switch letters {
	case "er", "th", "ième", "bis", "ter", "quater":
		return true
	}
	return false
}

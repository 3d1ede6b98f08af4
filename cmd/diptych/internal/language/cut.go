package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cut calls yield with each word of a text, in order: its place, in bytes, and its form, as the table knows words.
//
// Words are separated by blanks of any width, punctuation and hyphens, and by the apostrophe of an elision or of an
// English ending, which stays with the short part: « l’eau » is l' and eau, "don't" is do and n't, "site's" is site and
// 's. Numbers are no words, and neither is what stands in an address ("https://…", "name@host", "www.…").
//
// A form is in small letters, composed, with a straight apostrophe. It is valid until yield returns.
func Cut(text string, yield func(from, to int, form []byte)) {
	c := cutter{text: text, yield: yield}
	for at := 0; at < len(text); {
		end := at + chunkSize(text[at:])
		if !isAddress(text[at:end]) {
			c.chunk(at, end)
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		at = end + size
	}
}

// chunkSize gives the length of what stands before the first blank.
func chunkSize(text string) int {
	for i, r := range text {
		if r == ' ' || unicode.IsSpace(r) {
			return i
		}
	}
	return len(text)
}

// isAddress tells whether a text without blanks is an address of the web or of a mailbox.
func isAddress(chunk string) bool {
	return strings.IndexByte(chunk, '@') > 0 || strings.HasPrefix(chunk, "www.") || strings.Contains(chunk, "://")
}

// cutter cuts chunks into words. It holds the form of one word at a time.
type cutter struct {
	text  string
	yield func(from, to int, form []byte)
	room  [longest]byte
}

// chunk yields the words between two blanks.
func (c *cutter) chunk(from, end int) {
	for from < end {
		run := runSize(c.text[from:end])
		if run == 0 {
			_, size := utf8.DecodeRuneInString(c.text[from:end])
			from += size
			continue
		}
		from = c.run(from, from+run, end)
	}
}

// run yields the words of a run of letters and digits, and of what an apostrophe joins to it. It gives where to go on.
func (c *cutter) run(from, to, end int) int {
	mark := apostropheSize(c.text[to:end])
	if mark == 0 {
		c.word(from, to)
		return to
	}
	if isElision(c.text[from:to]) {
		c.word(from, to+mark)
		return to + mark
	}
	after := to + mark + runSize(c.text[to+mark:end])
	if !isEnding(c.text[to+mark : after]) {
		c.word(from, to)
		return to + mark
	}
	if isN(c.text[to-1]) && isT(c.text[to+mark:after]) {
		to-- // don't
	}
	c.word(from, to)
	c.word(to, after)
	return after
}

// word yields one word, if it has a letter.
func (c *cutter) word(from, to int) {
	if form, letters := appendForm(c.room[:0], c.text[from:to]); letters {
		c.yield(from, to, form)
	}
}

// runSize gives the length of the letters and digits that a text begins with.
func runSize(text string) int {
	for i, r := range text {
		if !belongs(r) {
			return i
		}
	}
	return len(text)
}

// belongs tells whether a character is part of a word. A soft hyphen is, and so are the marks of a decomposed accent.
func belongs(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return r == softHyphen || unicode.In(r, unicode.L, unicode.M, unicode.Nd)
}

// apostropheSize gives the length of the apostrophe that a text begins with, or 0.
func apostropheSize(text string) int {
	if strings.HasPrefix(text, "'") {
		return len("'")
	}
	if strings.HasPrefix(text, "’") {
		return len("’")
	}
	return 0
}

// isElision tells whether French writes an apostrophe after a word.
func isElision(word string) bool {
	if len(word) == 1 {
		return strings.IndexByte("ldjmtsnc", word[0]|0x20) >= 0
	}
	switch word {
	case "qu", "Qu", "QU":
		return true
	}
	return len(word) > 3 && isLongElision(strings.ToLower(word))
}

func isLongElision(word string) bool {
	switch word {
	case "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu", "aujourd":
		return true
	}
	return false
}

// isEnding tells whether English writes an apostrophe before a word.
func isEnding(word string) bool {
	switch word {
	case "s", "t", "d", "m", "re", "ve", "ll", "S", "T", "D", "M", "RE", "VE", "LL":
		return true
	}
	return false
}

func isN(c byte) bool      { return c|0x20 == 'n' }
func isT(word string) bool { return word == "t" || word == "T" }

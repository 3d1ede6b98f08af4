package check

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/markdown"
)

// proseOf gives the text of a block with spaces in the place of what is no prose in any language: code, addresses, names
// of sites and files, template tags. Offsets stay what they are.
func proseOf(b *markdown.Block) string {
	text := []byte(b.Without(markdown.Verbatim, markdown.Address))
	blankBetween(text, "{{", "}}") // what a template would fill in
	blankBetween(text, "[^", "]")  // the call of a footnote that is not there
	if b.Kind == markdown.Row {
		text = bytes.ReplaceAll(text, []byte("\n"), []byte("|")) // so that nothing goes on from cell to cell
	}
	blankNames(text)
	return string(text)
}

// ownOf gives a block's prose without the passages that are marked as being in another language, and without the texts of
// links that are said to lead to it: these are titles.
func ownOf(b *block) string {
	own := []byte(b.prose)
	for _, s := range b.Stretches {
		if s.Kind == markdown.Foreign {
			blank(own[s.From:s.To])
		}
	}
	for _, l := range b.links() {
		if isAnnounced(b, l) {
			blank(own[l.From:l.To])
		}
	}
	return string(own)
}

func blank(text []byte) {
	for i := range text {
		text[i] = ' '
	}
}

// blankBetween takes what stands between two marks out of a text, with the marks.
func blankBetween(text []byte, open, end string) {
	for at := 0; ; {
		from := bytes.Index(text[at:], []byte(open))
		if from < 0 {
			return
		}
		from += at
		to := bytes.Index(text[from:], []byte(end))
		if to < 0 {
			return
		}
		at = from + to + len(end)
		blank(text[from:at])
	}
}

// blankNames takes e-mail addresses, names of sites and of files out of a text: words with a dot between two letters, or
// with an @.
func blankNames(text []byte) {
	for from := 0; from < len(text); {
		to := from
		for to < len(text) && !isGap(text, to) {
			to++
		}
		if word := strings.TrimRight(string(text[from:to]), ".,;:!?)]»”’'\""); isName(word) {
			blank(text[from : from+len(word)])
		}
		for to < len(text) && isGap(text, to) {
			to++
		}
		from = to
	}
}

// isGap tells whether the byte at i is white space, or part of a no-break space.
func isGap(text []byte, i int) bool {
	switch text[i] {
	case ' ', '\n', '\t', '(', '[', '<', '|':
		return true
	case 0xa0:
		return i > 0 && text[i-1] == 0xc2
	case 0xc2:
		return i+1 < len(text) && text[i+1] == 0xa0
	case 0xe2:
		return i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xaf || text[i+2] == 0x89)
	case 0x80:
		return i > 0 && i+1 < len(text) && text[i-1] == 0xe2 && (text[i+1] == 0xaf || text[i+1] == 0x89)
	case 0xaf, 0x89:
		return i > 1 && text[i-2] == 0xe2 && text[i-1] == 0x80
	}
	return false
}

// How many letters the last part of a site's name has, or a file's ending: "p.m." is neither.
const shortestEnd, longestEnd = 2, 6

// isName tells whether a word is the name of a site or a file, an address, or a mail address. A word after a full stop that
// lacks its space begins with a capital, and the end of a name has none, or nothing but capitals.
func isName(word string) bool {
	if at := strings.IndexByte(word, '@'); at > 0 && strings.IndexByte(word[at:], '.') > 0 {
		return true
	}
	if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") {
		return true
	}
	host, path, hasPath := strings.Cut(word, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || dot == len(host)-1 {
		return hasPath && path != "" && strings.HasPrefix(word, "/")
	}
	before, _ := utf8.DecodeLastRuneInString(host[:dot])
	end := host[dot+1:]
	return (unicode.IsLetter(before) || unicode.IsDigit(before)) && len(end) >= shortestEnd && len(end) <= longestEnd &&
		isOneCase(end)
}

// isOneCase tells whether a text is letters that are all small or all capital.
func isOneCase(text string) bool {
	small, capital := false, false
	for _, r := range text {
		switch {
		case r > unicode.MaxASCII || !unicode.IsLetter(r):
			return false
		case unicode.IsLower(r):
			small = true
		default:
			capital = true
		}
	}
	return small != capital
}

package site

import (
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// body is the Markdown of a half where it stands, and what is to be known of it without holding it in memory.
type body struct {
	file     *source.File // nil where there is no half
	start    int          // where it begins in the text of the file, in bytes
	isBlank  bool         // whether it says nothing
	mentions []uint64     // the pictures that it may show, by the sums of their names
}

// bodyOf gives the body that a file ends with.
func bodyOf(file *source.File, text string) body {
	return body{file, len(file.Text()) - len(text), strings.TrimSpace(text) == "", mentions(text)}
}

// read gives the Markdown. It is not ok if the file was changed since its text was let go of.
func (b body) read() (text string, ok bool) {
	if b.file == nil {
		return "", true
	}
	if text, ok = b.file.Read(); ok {
		text = text[b.start:]
	}
	return text, ok
}

// digest gives that of the whole half; zero where there is none.
func (b body) digest() Digest {
	if b.file == nil {
		return Digest{}
	}
	return b.file.Digest
}

package cli

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/markdown"
)

// The marks that stand in a text while its lines are wrapped. They have no width of their own, and no text has them, since
// control characters are shown as U+FFFD.
const (
	newFrom = "\x01" // new words begin
	newTo   = "\x02" // and end
	outFrom = "\x03" // a note on what was taken out begins
	outTo   = "\x04"
)

// lineWidth is how long a line of text is, in runes.
const lineWidth = 92

// markedText shows the text of a block with what has changed in it: in lines, new words marked, and a number where words
// were taken out.
func markedText(b *markdown.Block, change ledger.Change, paint *printer) []string {
	text := withMarks(b.Text, change)
	var lines []string
	switch b.Kind {
	case markdown.Code:
		lines = strings.Split(strings.ReplaceAll(text, "\t", "    "), "\n")
	case markdown.Row:
		lines = wrap(strings.ReplaceAll(text, "\n", " | "), lineWidth)
	default:
		lines = wrap(text, lineWidth)
	}
	for i := range b.Links {
		if link := &b.Links[i]; link.Image {
			lines = append(lines, wrap("image: "+visible(link.Text)+" ("+visible(link.Destination)+")", lineWidth)...)
		}
	}
	return paintMarks(lines, paint)
}

// withMarks puts the marks of a change into a text.
func withMarks(text string, change ledger.Change) string {
	w := &markWriter{text: text, cuts: change.Out}
	for _, span := range change.New {
		w.to(span.From)
		w.cutsAt(span.From)
		w.out.WriteString(newFrom)
		for len(w.cuts) > 0 && w.cuts[0].At < span.To {
			w.to(w.cuts[0].At)
			w.out.WriteString(newTo)
			w.cutsAt(w.at)
			w.out.WriteString(newFrom)
		}
		w.to(span.To)
		w.out.WriteString(newTo)
	}
	w.to(len(text))
	w.cutsAt(len(text))
	return w.out.String()
}

// markWriter writes a text up to where it is marked.
type markWriter struct {
	text string
	at   int // up to where it is written
	cuts []ledger.Cut
	out  strings.Builder
}

// to writes the text up to a place, with the cuts before it.
func (w *markWriter) to(end int) {
	for len(w.cuts) > 0 && w.cuts[0].At < end {
		at := w.cuts[0].At
		w.out.WriteString(visible(w.text[w.at:at]))
		w.at = at
		w.cutsAt(at)
	}
	if w.at < end {
		w.out.WriteString(visible(w.text[w.at:end]))
		w.at = end
	}
}

// cutsAt writes the cuts at a place, and the space behind them.
func (w *markWriter) cutsAt(at int) {
	for ; len(w.cuts) > 0 && w.cuts[0].At <= at; w.cuts = w.cuts[1:] {
		writeCut(&w.out, w.cuts[0])
		if w.at < len(w.text) && w.text[w.at] == ' ' {
			w.at++
		}
		if at < len(w.text) {
			w.out.WriteByte(' ')
		}
	}
}

// writeCut says that words were taken out, or punctuation if no word was.
func writeCut(out *strings.Builder, cut ledger.Cut) {
	said := "−" + count(cut.Words, "word")
	if cut.Words == 0 {
		said = "−" + strings.Repeat("·", cut.Marks)
	}
	if cut.At > 0 {
		out.WriteByte(' ')
	}
	out.WriteString(outFrom + said + outTo)
}

// visible gives a text without control characters, which a terminal would obey.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, text)
}

// wrap breaks a text into lines of at most so many columns, at its spaces; a no-break space is none.
func wrap(text string, most int) []string {
	var lines []string
	line, width := "", 0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		size := widthOf(word)
		if width > 0 && width+1+size > most {
			lines, line, width = append(lines, line), "", 0
		}
		if width > 0 {
			line, width = line+" ", width+1
		}
		line, width = line+word, width+size
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

func widthOf(word string) int {
	return utf8.RuneCountInString(word) - strings.Count(word, newFrom) - strings.Count(word, newTo) -
		strings.Count(word, outFrom) - strings.Count(word, outTo)
}

// paintMarks turns marks into colours, or into brackets where there are none. A colour ends with its line, and begins again
// on the next.
func paintMarks(lines []string, paint *printer) []string {
	if !paint.colour {
		brackets := strings.NewReplacer(newFrom, "[", newTo, "]", outFrom, "[", outTo, "]")
		for i, line := range lines {
			lines[i] = brackets.Replace(line)
		}
		return lines
	}
	colours := strings.NewReplacer(newFrom, "\x1b[32m", newTo, "\x1b[0m", outFrom, "\x1b[31m", outTo, "\x1b[0m")
	open := false
	for i, line := range lines {
		if open {
			line = newFrom + line
		}
		if open = strings.LastIndex(line, newFrom) > strings.LastIndex(line, newTo); open {
			line += newTo
		}
		lines[i] = colours.Replace(line)
	}
	return lines
}

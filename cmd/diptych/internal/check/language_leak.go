package check

import (
	"strings"

	"diptych/cmd/diptych/internal/language"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var languageLeak = Rule{
	ID: "language-leak", Severity: source.Warning,
	Summary: "some words in a row, or a day, are in the other language",
	Reason:  "What is left of the other language after a translation is read aloud wrongly, and shows readers that nobody has read the page again. Three words in a row are looked at; quotations, emphasis, code, and what is marked with {lang=…} are left alone.",
	pair:    checkLeak,
}

// The windows that are looked at, and what their words have to say for the other language in all. Of the shorter one each
// word has to speak for it.
const (
	shortWindow = 3
	longWindow  = 4
	leakOdds    = 9.0
)

func checkLeak(p *pair, f *finder) {
	for r := range p.pairs {
		if r.french.Kind == markdown.Code || r.foreign != nil {
			continue
		}
		for _, b := range []*block{r.french, r.english} {
			at, found := b.leak()
			if !found {
				at, found = b.foreignDate()
			}
			if found {
				f.find(at, r.in(b.lang.Other()).whole(),
					wording.Sprintf("these words are in %s: %q", b.lang.Other().Name(), excerpt(at.text())),
					wording.Sprintf("translate them, or mark them as they are: [text]{lang=%s}", b.lang.Other()))
			}
		}
	}
}

// leak finds the first stretch of words in the other language, as long as it goes on.
func (b *block) leak() (span, bool) {
	words := b.plainWords()
	for i := range words {
		end := i
		for b.leaksAt(words, i, end) > end {
			end = b.leaksAt(words, i, end)
		}
		if leak := b.trimmed(words[i:end]); len(leak) >= shortWindow {
			return b.part(leak[0].From, leak[len(leak)-1].To), true
		}
	}
	return span{}, false
}

// trimmed gives words without those at the ends that are in the block's own language.
func (b *block) trimmed(words []language.Word) []language.Word {
	for len(words) > 0 && b.against(words[0]) <= 0 {
		words = words[1:]
	}
	for len(words) > 0 && b.against(words[len(words)-1]) <= 0 {
		words = words[:len(words)-1]
	}
	return words
}

// leaksAt gives the end of a window in the other language that begins with a word, or that goes on with one after what is
// known to be; else the end as it was.
func (b *block) leaksAt(words []language.Word, start, end int) int {
	if end == start {
		for _, size := range []int{longWindow, shortWindow} {
			if start+size <= len(words) && b.leaks(words[start:start+size]) {
				return start + size
			}
		}
		return end
	}
	if end < len(words) && b.leaks(words[end-shortWindow+1:end+1]) {
		return end + 1
	}
	return end
}

// leaks tells whether the words of a window are in the other language.
func (b *block) leaks(words []language.Word) bool {
	sum, against := 0.0, 0
	for i, w := range words {
		odds := b.against(w)
		if w.From < 0 || i > 0 && b.isApart(words[i-1], w) {
			return false
		}
		sum += odds
		if odds > 0 {
			against++
		}
	}
	return sum > leakOdds && (len(words) > shortWindow || against == len(words))
}

// isApart tells whether something stands between two words that ends a sentence.
func (b *block) isApart(before, after language.Word) bool {
	return strings.ContainsAny(b.Text[before.To:after.From], ".!?\n|«»“”\"")
}

// plainWords gives the words of the block that stand in no quotation, emphasis, or marked passage, and are no names: in the
// place of each other word is one that nothing goes on over.
func (b *block) plainWords() []language.Word {
	words := make([]language.Word, len(b.words))
	quoted := b.quotations()
	for i, w := range b.words {
		words[i] = w
		if w.Capital || in(quoted, w.From) {
			words[i] = language.Word{From: -1, To: -1}
		}
	}
	return words
}

// quotations gives the parts of the block that are said to be somebody else's words.
func (b *block) quotations() []token {
	var parts []token
	for _, s := range b.Stretches {
		if s.Kind == markdown.Stressed || s.Kind == markdown.Foreign {
			parts = append(parts, token{s.From, s.To})
		}
	}
	for _, marks := range [...][2]string{{"«", "»"}, {"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"(", ")"}} {
		parts = append(parts, between(b.Text, marks[0], marks[1])...)
	}
	return parts
}

// between gives the parts of a text that stand between two marks.
func between(text, open, end string) []token {
	var parts []token
	for at := 0; ; {
		from := strings.Index(text[at:], open)
		if from < 0 {
			return parts
		}
		from += at + len(open)
		to := strings.Index(text[from:], end)
		if to < 0 {
			return parts
		}
		parts = append(parts, token{from, from + to})
		at = from + to + len(end)
	}
}

func in(parts []token, at int) bool {
	for _, p := range parts {
		if p.from <= at && at < p.to {
			return true
		}
	}
	return false
}

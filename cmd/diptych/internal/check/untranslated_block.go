package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/language"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var untranslatedBlock = Rule{
	ID: "untranslated-block", Severity: source.Error,
	Summary: "a block is in the other language",
	Reason:  "A block that says the same word for word in both halves, or that is in the other language from beginning to end, was most often copied to be translated later. Names, code and passages that are marked with {lang=…} are left alone.",
	pair:    checkUntranslated,
}

// The bounds of what is told: a text that is the same in both halves, and one that is another, with the words that each has
// at least and what they have to say for the other language.
const (
	fewestSame    = 3
	sameOdds      = 2.5
	fewestForeign = 6
	foreignOdds   = 1.2 // for each word
)

func checkUntranslated(p *pair, f *finder) {
	for r := range p.pairs {
		if wrong := r.foreign; wrong != nil && wrong.Kind != markdown.FrontMatter {
			f.find(wrong.whole(), r.in(wrong.lang.Other()).whole(),
				wording.Sprintf("the text is in %s: %q", wrong.lang.Other().Name(), excerpt(wrong.Text)),
				wording.Sprintf("translate it into %s, or mark it as it is: [text]{lang=%s}", wrong.lang.Name(), wrong.lang.Other()))
		}
	}
}

// untranslated gives the block of a row that is in the other language, or nil.
func (r row) untranslated() *block {
	if r.french.Kind == markdown.Code || isAttribution(r.french.Text) && isAttribution(r.english.Text) {
		return nil
	}
	if r.isSame() {
		return r.copied()
	}
	for _, b := range []*block{r.french, r.english} {
		if b.isForeign() {
			return b
		}
	}
	return nil
}

// isSame tells whether the two blocks have the same text, and that is one of the two languages.
func (r row) isSame() bool {
	if !mayFoldAlike(r.french.Text, r.english.Text) || folded(r.french.Text) != folded(r.english.Text) {
		return false
	}
	own := r.french.withoutTitles()
	return countWords(own) >= fewestSame && isProse(own)
}

// isProse tells whether a text is in one of the two languages, and not only made of names: a word with a capital counts if it
// is an ordinary word of one language alone.
func isProse(text string) bool {
	sum := 0.0
	for _, w := range language.Read(text) {
		if !w.Capital || isOrdinaryInOne(text[w.From:w.To]) {
			sum += w.Odds
		}
	}
	return sum > sameOdds || sum < -sameOdds
}

// isOrdinaryInOne tells whether a word is an ordinary one of one language and not of the other.
func isOrdinaryInOne(word string) bool {
	return language.Knows(string(source.French), word) != language.Knows(string(source.English), word)
}

func isOrdinary(word string) bool {
	return language.Knows(string(source.French), word) || language.Knows(string(source.English), word)
}

// glance is how many bytes of two texts are compared before all of them are.
const glance = 24

// mayFoldAlike tells at a glance whether two texts may be the same but for accents, capitals and typography.
func mayFoldAlike(a, b string) bool {
	if apart := len(a) - len(b); max(apart, -apart) > 8+len(a)/8 {
		return false
	}
	one, two := folded(beginning(a)), folded(beginning(b))
	return strings.HasPrefix(one, two) || strings.HasPrefix(two, one)
}

// beginning gives the first whole characters of a text.
func beginning(text string) string {
	if len(text) <= glance {
		return text
	}
	end := glance
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// isAttribution tells whether a text only says whose words stand above it: « — Name ».
func isAttribution(text string) bool {
	return strings.HasPrefix(text, "— ") || strings.HasPrefix(text, "– ") || strings.HasPrefix(text, "-- ")
}

// titles gives the texts of links to other sites, which are often titles of what is in one language only.
func (b *block) titles() []token {
	var titles []token
	for _, l := range b.links() {
		if to, ok := readLink(l.Destination); ok && !to.isInside() {
			titles = append(titles, token{l.From, l.To})
		}
	}
	return titles
}

// withoutTitles gives the block's own prose without these texts.
func (b *block) withoutTitles() string {
	text := []byte(b.own)
	for _, t := range b.titles() {
		blank(text[t.from:t.to])
	}
	return string(text)
}

// ownWords gives the block's words that are its own: without capitals, and outside of these texts, of quotations and of what
// is stressed.
func (b *block) ownWords() []language.Word {
	others := append(b.titles(), b.quotations()...)
	return slices.DeleteFunc(slices.Clone(b.words), func(w language.Word) bool { return w.Capital || in(others, w.From) })
}

// isForeign tells whether a block is in the other language from beginning to end.
func (b *block) isForeign() bool {
	words := b.ownWords()
	if len(words) < fewestForeign {
		return false
	}
	half := len(words) / 2
	return b.isForeignIn(words[:half]) && b.isForeignIn(words[half:])
}

func (b *block) isForeignIn(words []language.Word) bool {
	sum := 0.0
	for _, w := range words {
		sum += b.against(w)
	}
	return sum > foreignOdds*float64(len(words))
}

// against tells what a word says for the other language than the block's.
func (b *block) against(w language.Word) float64 {
	if b.lang == source.French {
		return -w.Odds
	}
	return w.Odds
}

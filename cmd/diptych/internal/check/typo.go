package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
	"unique"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

var typo = Rule{
	ID: "typo", Severity: source.Info,
	Summary: "a word that stands once on the site is a slip of the finger away from one that stands there often",
	Reason:  "No dictionary knows the words of a site; the site itself does. Two letters that have changed places, one that is missing and one that is typed twice are looked for, inside of words, where grammar changes nothing.",
	study:   studyWords,
	judge:   judgeTypos,
}

// The bounds of what is told: how many letters a word has, and how often the one that was meant stands on the site.
const (
	shortestTypo = 5
	oftenTypo    = 2
)

// tally is how often a word stands in a half.
type tally struct {
	word  unique.Handle[string]
	count int
}

// tallies are the words of a pair, by the place of their language.
type tallies map[source.Lang][]tally

// studyWords counts the words of each half.
func studyWords(p *pair) any {
	counted := tallies{}
	for _, h := range p.halves() {
		counts := map[string]int{}
		for _, b := range h.blocks {
			for word := range b.commonWords {
				counts[word.text]++
			}
		}
		tallied := make([]tally, 0, len(counts))
		for word, n := range counts {
			tallied = append(tallied, tally{unique.Make(word), n})
		}
		counted[h.lang] = tallied
	}
	return counted
}

// commonWord is a word in a block that is no name.
type commonWord struct {
	token
	text string
}

// longestTypo is the length in bytes of a word from which on it is none: what has no space for so long is compared with
// nothing, since that takes as much as the square of its length.
const longestTypo = 100

// commonWords gives the words of a block that are long enough, and not too long, and begin with a small letter.
func (b *block) commonWords(yield func(commonWord) bool) {
	if b.Kind == markdown.Code {
		return
	}
	words(b.own, func(w token) bool {
		word := b.own[w.from:w.to]
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) || len(word) > longestTypo || utf8.RuneCountInString(word) < shortestTypo {
			return true
		}
		return yield(commonWord{w, word})
	})
}

// judgeTypos looks for each word that stands once whether a slip makes it of a word that stands often.
func judgeTypos(studies []*study, f *finder) {
	slips := map[source.Lang]map[string]string{}
	totals := map[source.Lang]map[string]int{}
	for _, lang := range source.Langs() {
		totals[lang] = total(studies, f.rule.ID, lang)
		slips[lang] = slipsIn(totals[lang])
	}
	var visits []visit
	for _, s := range studies {
		words, _ := s.kept[f.rule.ID].(tallies)
		if found := words.among(slips, totals); found != "" {
			visits = append(visits, visit{s, found})
		}
	}
	f.revisit(visits, func(p *pair, f *finder) { reportTypos(p, slips, totals, f) })
}

// total adds the words of all pairs up.
func total(studies []*study, id string, lang source.Lang) map[string]int {
	sum := map[string]int{}
	for _, counted := range kept[tallies](studies, id) {
		for _, t := range counted[lang] {
			sum[t.word.Value()] += t.count
		}
	}
	return sum
}

// slipsIn gives the words that stand once, are no ordinary words and a slip away from another, with that.
func slipsIn(total map[string]int) map[string]string {
	near, slips := neighbours(total), map[string]string{}
	for word, n := range total {
		if n == 1 && !isOrdinary(word) {
			if meant, found := near.meant(word); found {
				slips[word] = meant
			}
		}
	}
	return slips
}

// among gives those of the words that are slips, with what may be meant and how often that stands on the site; "" if there are none.
func (t tallies) among(slips map[source.Lang]map[string]string, totals map[source.Lang]map[string]int) string {
	var found strings.Builder
	for _, lang := range source.Langs() {
		for _, w := range t[lang] {
			if meant, is := slips[lang][w.word.Value()]; is {
				fmt.Fprintln(&found, w.word.Value(), meant, totals[lang][meant])
			}
		}
	}
	return found.String()
}

func reportTypos(p *pair, slips map[source.Lang]map[string]string, totals map[source.Lang]map[string]int, f *finder) {
	answers := p.answers()
	for b := range p.blocks {
		for word := range b.commonWords {
			if meant, found := slips[b.lang][word.text]; found {
				f.find(b.part(word.from, word.to), answers[b].whole(), wording.Sprintf("%q may be meant as %q", word.text, meant),
					wording.Sprintf("correct it, or note an exception: it stands once, and the other word %d times", totals[b.lang][meant]))
			}
		}
	}
}

// index finds words that are a slip apart without comparing each with each: two such words have the same letters but for
// one, so that they meet under the word without it.
type index struct {
	total map[string]int
	under map[string][]string
}

// neighbours makes the index of the words that are not rare.
func neighbours(total map[string]int) index {
	x := index{total, map[string][]string{}}
	for word, n := range total {
		if n >= oftenTypo {
			for _, key := range keys(word) {
				x.under[key] = append(x.under[key], word)
			}
		}
	}
	return x
}

// keys gives a word without one letter, for each of its letters, and the word itself.
func keys(word string) []string {
	all := []string{word}
	for i, r := range word {
		all = append(all, word[:i]+word[i+utf8.RuneLen(r):])
	}
	return all
}

// meant gives the word that is most often used of those of which a slip makes the word.
func (x index) meant(word string) (string, bool) {
	best := ""
	for _, key := range keys(word) {
		for _, other := range x.under[key] {
			if slipOf([]rune(word), []rune(other)) != noSlip && (x.total[other] > x.total[best] || x.total[other] == x.total[best] && other < best) {
				best = other
			}
		}
	}
	return best, best != ""
}

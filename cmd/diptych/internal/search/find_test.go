package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// found is a page that is found, with the parts that have all words.
type found struct {
	href  string
	parts []string // as "href#id", the best first
}

// oracle finds as find.js does, and knows nothing of the index: it looks at every word of every part.
type oracle struct {
	number number
	pages  []Page
}

// How well a part has a word: not, in its body, or in its title; and whether the word is whole.
const (
	nowhere  = 0
	inBody   = 2
	inTitle  = 4
	elevated = 4 // the title of a page counts for more than that of a part
)

var openWord = regexp.MustCompile(`[\pL\pN\pM]$`)

func newOracle(lang source.Lang, pages []Page) oracle { return oracle{numberOf(lang), pages} }

func (o oracle) find(query string) []found {
	if results := o.rank(query, openWord.MatchString(query), false); len(results) > 0 {
		return results
	}
	return o.rank(query, true, true)
}

// rank finds pages with all words of a query, where the last word or all of them may be prefixes.
func (o oracle) rank(query string, last, all bool) []found {
	terms := cut(query)
	type scored struct {
		found
		score int
	}
	var results []scored
	for _, page := range o.pages {
		result := scored{found: found{href: page.Href}}
		levels := map[string]int{}
		spread := make([]bool, len(terms))
		for i, part := range page.Parts {
			level := 1 << 10
			for j, term := range terms {
				at := o.term(page, i, term, all || last && j == len(terms)-1)
				spread[j] = spread[j] || at > 0
				level = min(level, at)
			}
			place := page.Href + "#" + part.ID
			switch {
			case i == 0 && level >= inTitle:
				result.score = max(result.score, level+elevated)
			case i > 0 && level > 0:
				result.parts = append(result.parts, place)
				levels[place] = level
				result.score = max(result.score, level)
			default:
				result.score = max(result.score, level)
			}
		}
		slices.SortStableFunc(result.parts, func(a, b string) int { return cmp.Compare(levels[b], levels[a]) })
		if result.score > 0 || !slices.Contains(spread, false) {
			results = append(results, result)
		}
	}
	slices.SortStableFunc(results, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var plain []found
	for _, result := range results {
		plain = append(plain, result.found)
	}
	return plain
}

// term tells how well a part has a word of a query, in its pieces or joined.
func (o oracle) term(page Page, i int, term word, prefix bool) int {
	best := nowhere
	for _, words := range [][]string{term.pieces, term.joints[:min(1, len(term.joints))]} {
		if len(words) == 0 {
			continue
		}
		least := 1 << 10
		for j, word := range words {
			least = min(least, o.has(page, i, word, prefix && j == len(words)-1))
		}
		best = max(best, least)
	}
	return best
}

func (o oracle) has(page Page, i int, word string, prefix bool) int {
	part := page.Parts[i]
	title, body := Gather(part.Title), part.Words.list()
	if i == 0 {
		title = Gather(page.Title)
		body = append(body, Gather(page.Description).list()...)
	}
	return max(o.among(title.list(), word, prefix, inTitle), o.among(body, word, prefix, inBody))
}

func (o oracle) among(words []string, word string, prefix bool, level int) int {
	best := nowhere
	for _, candidate := range words {
		if o.same(candidate, word) {
			return level + 1
		}
		if prefix && strings.HasPrefix(candidate, word) {
			best = level
		}
	}
	return best
}

// same tells whether two words are one noun.
func (o oracle) same(a, b string) bool {
	others := o.number.bases(b)
	return slices.ContainsFunc(o.number.bases(a), func(base string) bool { return slices.Contains(others, base) })
}

package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
	"unique"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

var entityMismatch = Rule{
	ID: "entity-mismatch", Severity: source.Warning,
	Summary: "a name or an abbreviation is not the same in both halves",
	Reason:  "What is told is a name of which two letters have changed places beside the one in the other half (Lacroix, Lacriox), a name with a digit or a plus sign that the other half lacks (A4P+), and a rare name that has itself for an answer everywhere else. Names that differ by language (IT, TI) are learned from the site.",
	study:   studyNames,
	judge:   judgeNames,
}

// name is a word with a capital or a digit in it: a person, a place, an abbreviation.
type name struct {
	token
	text string
}

// The bounds of what is learned: in how many rows both halves have a name, and in what share of its rows beside the one that
// is judged, before it is told to be missing there. A name that stands in more than a share of all rows is what the site is
// about, and good style leaves it out.
const (
	fewestShared = 5
	shareShared  = 0.95
	shareOfRows  = 0.01
)

// nameTally is how a name stands in the rows of a pair.
type nameTally struct {
	text          unique.Handle[string]
	shared, alone int32
}

// nameStudy is what is kept of the names of a pair.
type nameStudy struct {
	tallies []nameTally
	rows    int         // how many rows the pair has
	mixed   bool        // whether a name with a digit or a plus sign stands in one half alone
	twins   [][2]string // the names, French and English, of which letters have changed places in a row
}

func studyNames(p *pair) any {
	shared, alone := map[string]int32{}, map[string]int32{}
	kept := nameStudy{}
	for r := range p.pairs {
		kept.rows++
		names := r.names()
		for text := range names.common {
			shared[text]++
		}
		for _, side := range [][]name{names.frenchAlone, names.englishAlone} {
			for _, n := range side {
				alone[n.text]++
			}
		}
		if hasMixed(names.frenchAlone) || hasMixed(names.englishAlone) {
			kept.mixed = true
		}
		if fr, en, found := names.twins(); found {
			kept.twins = append(kept.twins, [2]string{strings.Clone(fr.text), strings.Clone(en.text)})
		}
	}
	for text, n := range shared {
		kept.tallies = append(kept.tallies, nameTally{unique.Make(text), n, alone[text]})
		delete(alone, text)
	}
	for text, n := range alone {
		kept.tallies = append(kept.tallies, nameTally{unique.Make(text), 0, n})
	}
	return kept
}

// rowNames are the names in a row.
type rowNames struct {
	french, english           []name // all of them
	common                    map[string]bool
	frenchAlone, englishAlone []name // those that are not common
}

// mostNames is how many names a block has at the most: each is compared with each, and a text has a hundredth of it.
const mostNames = 500

// names gives the names in a row; none in code and in what was not translated.
func (r row) names() rowNames {
	if r.french.Kind == markdown.Code || r.foreign != nil {
		return rowNames{}
	}
	n := rowNames{french: r.french.names(), english: r.english.names(), common: map[string]bool{}}
	if max(len(n.french), len(n.english)) > mostNames {
		return rowNames{}
	}
	for _, one := range n.french {
		if has(n.english, one.text) {
			n.common[one.text] = true
		}
	}
	n.frenchAlone, n.englishAlone = without(n.french, n.common), without(n.english, n.common)
	return n
}

// isMixed tells whether a name has a digit or a plus sign in it. One that begins with a digit is a number with its unit, as
// 350MB.
func isMixed(text string) bool {
	return strings.ContainsAny(text, "0123456789+") && (text[0] < '0' || text[0] > '9')
}

func hasMixed(names []name) bool {
	return slices.ContainsFunc(names, func(n name) bool { return isMixed(n.text) })
}

func has(names []name, text string) bool {
	for _, n := range names {
		if n.text == text {
			return true
		}
	}
	return false
}

func without(names []name, common map[string]bool) []name {
	var rest []name
	for _, n := range names {
		if !common[n.text] {
			rest = append(rest, n)
		}
	}
	return rest
}

// names gives the names in a block: words with a capital that begin no sentence, and words with capitals or digits inside.
func (b *block) names() []name {
	var names []name
	text := b.Without(markdown.Verbatim, markdown.Address)
	for from := 0; from < len(text); {
		r, size := utf8.DecodeRuneInString(text[from:])
		if !isNameRune(r) {
			from += size
			continue
		}
		to := from
		for to < len(text) && isNameRune(r) {
			to += size
			r, size = utf8.DecodeRuneInString(text[to:])
		}
		if word := text[from:to]; isNameLike(word) {
			names = append(names, name{token{from, to}, word})
		}
		from = to
	}
	return names
}

func isNameRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' }

// isNameLike tells whether a word has a capital letter, and two letters at least.
func isNameLike(word string) bool {
	letters, capitals := 0, 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return letters > 1 && capitals > 0
}

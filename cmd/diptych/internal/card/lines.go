package card

import (
	"slices"
	"strings"
	"unicode"
)

// A span is some neighbouring letters of a text: a word, or a line.
type span struct{ from, to int }

// width gives how wide a span is in font units.
func width(letters []letter, s span) int { return letters[s.to-1].end - letters[s.from].at }

const (
	afterSpace  = "»”)]};:!?…,.%–—" // what begins with one of these stays with the word before it
	beforeSpace = "«“([{¿¡"         // what ends with one of these, with the word behind it
)

// words divides a text where a line may end: at spaces, but not where French has one before a sign or inside guillemets, even
// if its author has not said that it doesn't break. A text has no space at its ends, and no two of them together.
func words(letters []letter) []span {
	var all []span
	from := 0
	for i, l := range letters {
		if l.rune == ' ' && !glued(letters[i-1].rune, letters[i+1].rune) {
			all = append(all, span{from, i})
			from = i + 1
		}
	}
	return append(all, span{from, len(letters)})
}

func glued(before, after rune) bool {
	return strings.ContainsRune(beforeSpace, before) || strings.ContainsRune(afterSpace, after)
}

// fewest gives how many lines the words need, and whether each of them has room in one.
func fewest(letters []letter, words []span, measure int) (lines int, ok bool) {
	from := 0
	for i, word := range words {
		if width(letters, word) > measure {
			return 0, false
		}
		if i == 0 || width(letters, span{from, word.to}) > measure {
			from = word.from
			lines++
		}
	}
	return lines, true
}

// balance divides words into so many lines that none is wider than the measure, all are about as wide, and few end with
// a small word, as an article that belongs to the next line. The words must have room in that many lines.
func balance(letters []letter, words []span, lines, measure int) []span {
	best := divisions(letters, words, lines, measure)
	all := make([]span, lines)
	for to, n := len(words), lines; n > 0; n-- {
		from := best[n][to].from
		all[n-1] = span{words[from].from, words[to-1].to}
		to = from
	}
	return all
}

// A division of some first words into lines is known by its cost and the word with which its last line begins.
type division struct{ cost, from int }

// impossible is more than any division costs.
const impossible = 1 << 30

// divisions gives, for each number of lines, the best division of each number of words.
func divisions(letters []letter, words []span, lines, measure int) [][]division {
	best := make([][]division, lines+1)
	for n := range best {
		best[n] = slices.Repeat([]division{{impossible, 0}}, len(words)+1)
	}
	best[0][0].cost = 0
	for n := 1; n <= lines; n++ {
		for to := n; to <= len(words); to++ {
			best[n][to] = lastLine(letters, words[:to], best[n-1], to == len(words), measure)
		}
	}
	return best
}

// lastLine gives the best division of words whose last line follows one of some divisions.
func lastLine(letters []letter, words []span, before []division, last bool, measure int) division {
	best := division{impossible, 0}
	end := words[len(words)-1].to
	for from := len(words) - 1; from >= 0; from-- {
		line := span{words[from].from, end}
		if width(letters, line) > measure {
			break
		}
		cost := before[from].cost + raggedness(letters, line, measure)
		if !last && endsSmall(letters, line) {
			cost += 150 * 150
		}
		if cost < best.cost {
			best = division{cost, from}
		}
	}
	return best
}

// raggedness is what it costs that a line is shorter than the measure: the square of what it lacks, in thousandths.
func raggedness(letters []letter, line span, measure int) int {
	lack := (measure - width(letters, line)) * 1000 / measure
	return lack * lack
}

// endsSmall tells whether a line ends with a word of up to three letters.
func endsSmall(letters []letter, line span) bool {
	for i := range 4 {
		at := line.to - 1 - i
		if at < line.from || letters[at].rune == ' ' {
			return true
		}
		if !unicode.IsLetter(letters[at].rune) {
			return false
		}
	}
	return false
}

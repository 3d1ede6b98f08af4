package source

import (
	"strings"
	"unicode/utf8"
)

// Nearest gives the known name that an author most likely meant by word, or "" if none is near: at most a third of its
// runes may differ (and always one may), a swap of two neighbours counting once (optimal string alignment distance).
// Capitals count as small letters.
func Nearest(word string, known []string) string {
	wanted := []rune(strings.ToLower(word))
	best, most := "", max(len(wanted)/3, 1)
	for _, name := range known {
		if best != "" && most == 0 {
			break
		}
		if gap := utf8.RuneCountInString(name) - len(wanted); gap > most || gap < -most {
			continue
		}
		limit := most
		if best != "" {
			limit = most - 1 // only a nearer one counts
		}
		if d := distance(wanted, []rune(strings.ToLower(name)), limit); d <= limit {
			best, most = name, d
		}
	}
	return best
}

// distance counts the insertions, deletions, replacements and swaps of neighbours that turn a into b. Beyond most it
// stops, and gives some number above it: what is so far apart is never told.
func distance(a, b []rune, most int) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > most {
			return least
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

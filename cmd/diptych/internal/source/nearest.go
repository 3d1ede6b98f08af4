package source

import "strings"

// Nearest gives the known name that an author most likely meant by word, or "" if none is near: at most a third of its
// runes may differ (and always one may), a swap of two neighbours counting once (optimal string alignment distance).
// Capitals count as small letters.
func Nearest(word string, known []string) string {
	best, least := "", max(len([]rune(word))/3, 1)
	for _, name := range known {
		if d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(name))); d <= least && (best == "" || d < least) {
			best, least = name, d
		}
	}
	return best
}

// distance counts the insertions, deletions, replacements and swaps of neighbours that turn a into b.
func distance(a, b []rune) int {
	before, last := []int(nil), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

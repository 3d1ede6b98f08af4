package search

import "slices"

// vocabulary is all words of an index.
type vocabulary struct {
	number number
	known  map[string]bool
	bases  map[string]bool // what others may be the plural of
}

func newVocabulary(n number, units []unit) vocabulary {
	v := vocabulary{n, map[string]bool{}, map[string]bool{}}
	for _, u := range units {
		for _, word := range append(u.said.list(), u.words.list()...) {
			if v.known[word] {
				continue
			}
			v.known[word] = true
			for _, base := range n.bases(word)[1:] {
				v.bases[base] = true
			}
		}
	}
	return v
}

// entries gives the words under which all others stand in the index, sorted, and for each word the number of its own.
func (v vocabulary) entries() (words []string, numbers map[string]int) {
	for word := range v.known {
		if v.entry(word) == word {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	numbers = make(map[string]int, len(v.known))
	for i, word := range words {
		numbers[word] = i
	}
	for word := range v.known {
		numbers[word] = numbers[v.entry(word)]
	}
	return words, numbers
}

// entry leaves a plural that is its singular and one letter to the singular, if that is in the index: who looks for one
// finds the other, and what begins one begins the other. A word that may be both, or of two, stands by itself.
func (v vocabulary) entry(word string) string {
	singulars := slices.DeleteFunc(v.number.bases(word)[1:], func(base string) bool { return !v.known[base] })
	if len(singulars) != 1 || v.bases[word] {
		return word
	}
	singular := singulars[0]
	if singular != word[:len(word)-1] || len(v.number.bases(singular)) > 1 {
		return word
	}
	return singular
}

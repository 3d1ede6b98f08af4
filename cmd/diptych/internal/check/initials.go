package check

import "unicode"

// initials tell at a glance that no word of a text begins as a term does: a bit for the first letters of each word, of which
// several share one.
type initials [16]uint64

// initialSize is how many letters of a word are looked at.
const initialSize = 3

func initialsOf(text string) initials {
	var all initials
	words(text, func(w token) bool {
		h := initialOf(text[w.from:w.to])
		all[h/64] |= 1 << (h % 64)
		return true
	})
	return all
}

// mayHave tells whether a text may have a form in it.
func (i *initials) mayHave(form string) bool {
	may := true // without a letter nothing can be told
	words(form, func(w token) bool {
		h := initialOf(form[w.from:w.to])
		may = i[h/64]&(1<<(h%64)) != 0
		return false // the first word decides
	})
	return may
}

// initialOf gives the bit of a word, whatever its capitals.
func initialOf(word string) uint32 {
	h, n := uint32(2166136261), 0
	for _, r := range word {
		if n == initialSize {
			break
		}
		h = (h ^ uint32(unicode.ToLower(r))) * 16777619
		n++
	}
	return (h ^ h>>15) % (64 * uint32(len(initials{})))
}

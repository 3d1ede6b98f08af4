package language

import (
	"errors"
	"math"
	"slices"
)

// MakeVocabulary makes the vocabulary of forms, by language. The same forms make the same one, in whatever order.
//
// It looks for places that one form alone has, gives that form the last say on the byte there, takes the form away, and
// so on until no form is left. If some are, because each shares its places, other hashes are tried; it fails if none of
// many do, which no more than a few forms can make it.
func MakeVocabulary(forms map[string][]string) (*Vocabulary, error) {
	n := 0
	for _, words := range forms {
		n += len(words)
	}
	for seed := range uint64(100) {
		v := emptyVocabulary(n)
		v.seed = seed
		if peeled := v.peel(v.hashes(forms)); peeled != nil {
			v.fill(peeled)
			return v, nil
		}
	}
	return nil, errors.New("no hash of 100 has a place for each form")
}

// emptyVocabulary gives one of the size that so many forms need, by the authors' formulas.
func emptyVocabulary(n int) *Vocabulary {
	log := math.Log(float64(max(n, 2)))
	v := &Vocabulary{segment: 1 << int(log/math.Log(3.33)+2.25)}
	places := float64(n) * max(1.125, 0.875+0.25*math.Log(1e6)/log)
	segments := uint32(math.Ceil(places / float64(v.segment)))
	v.starts = (max(segments, 3) - 2) * v.segment
	return v
}

// hashes gives the hash of each form once.
func (v *Vocabulary) hashes(forms map[string][]string) []uint64 {
	var all []uint64
	for lang, words := range forms {
		for _, word := range words {
			all = append(all, hash(lang, word, v.seed))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// peeled is a form that was taken away, and the place that no form had which was left then.
type peeled struct {
	hash  uint64
	place uint32
}

// peel gives the hashes in the order in which they can be taken away, or nil if some remain.
func (v *Vocabulary) peel(hashes []uint64) []peeled {
	size := v.starts + 2*v.segment
	counts, sums := make([]int, size), make([]uint64, size) // of the hashes at a place; the sum is an exclusive or
	move := func(h uint64, by int) {
		a, b, c := v.places(h)
		for _, place := range [...]uint32{a, b, c} {
			counts[place] += by
			sums[place] ^= h
		}
	}
	for _, h := range hashes {
		move(h, 1)
	}
	order := make([]peeled, 0, len(hashes))
	alone := make([]uint32, 0, size)
	for place := range size {
		alone = append(alone, place)
	}
	for len(alone) > 0 {
		place := alone[len(alone)-1]
		alone = alone[:len(alone)-1]
		if counts[place] != 1 {
			continue
		}
		h := sums[place]
		order = append(order, peeled{h, place})
		move(h, -1)
		a, b, c := v.places(h)
		alone = append(alone, a, b, c)
	}
	if len(order) < len(hashes) {
		return nil
	}
	return order
}

// fill sets the bytes, for the form that was taken away last first: those taken before it have no say on its other places.
func (v *Vocabulary) fill(order []peeled) {
	prints := make([]byte, v.starts+2*v.segment)
	for _, p := range slices.Backward(order) {
		a, b, c := v.places(p.hash)
		prints[p.place] ^= prints[a] ^ prints[b] ^ prints[c] ^ fingerprint(p.hash) // its own byte is 0 as yet
	}
	v.prints = string(prints)
}

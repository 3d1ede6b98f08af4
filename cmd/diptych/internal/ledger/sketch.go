package ledger

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/markdown"
)

// Sketch is what is left of a text to find out later which of its words have changed, without the text: two characters of
// base64url, 12 bits, for each word and each mark, then, behind a full stop, for each link and image.
//
// One in 4,032 pairs of different words has the same code, so that a changed word can be shown as if it had not: that costs
// a mark in a comparison, never the state of a block, which follows from the digest alone. A sketch is about a third as
// long as its text, and a lock half to two thirds as long as the two halves of its page.
type Sketch string

const (
	codeDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	codeSize   = 2
	linksAfter = "." // what stands before the codes of links
	markCodes  = 64  // codes below this are those of marks
	wordCodes  = 4096 - markCodes
)

// sketch makes the sketch of a block.
func sketch(b *markdown.Block) Sketch {
	var out strings.Builder
	for _, w := range wordsOf(b) {
		put(&out, codeOf(w))
	}
	if len(b.Links) > 0 {
		out.WriteString(linksAfter)
	}
	for i := range b.Links {
		put(&out, linkCode(&b.Links[i]))
	}
	return Sketch(out.String())
}

func put(out *strings.Builder, code uint16) {
	out.WriteByte(codeDigits[code>>6])
	out.WriteByte(codeDigits[code&63])
}

func codeOf(w word) uint16 {
	if w.class == mark {
		return uint16(sum(w.text) % markCodes)
	}
	return uint16(markCodes + sum(w.text)%wordCodes)
}

func linkCode(r *markdown.Reference) uint16 { return uint16(markCodes + sum(target(r))%wordCodes) }

// sum is a digest of a text (FNV-1a).
func sum(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h
}

// valid tells whether a sketch is made of codes.
func (s Sketch) valid() bool {
	words, links, _ := strings.Cut(string(s), linksAfter)
	return len(words)%codeSize == 0 && len(links)%codeSize == 0 && strings.Trim(words+links, codeDigits) == ""
}

// codes gives the codes of the words, and those of the links, of a valid sketch.
func (s Sketch) codes() (words, links []uint16) {
	first, second, _ := strings.Cut(string(s), linksAfter)
	return decodeCodes(first), decodeCodes(second)
}

func decodeCodes(text string) []uint16 {
	codes := make([]uint16, len(text)/codeSize)
	for i := range codes {
		high, low := strings.IndexByte(codeDigits, text[2*i]), strings.IndexByte(codeDigits, text[2*i+1])
		codes[i] = uint16(high<<6 | low)
	}
	return codes
}

// likeness tells how much two bags of words have in common, from 0 to 1: twice the words that both have, as a part of all
// (Dice). Marks and the order of the words don't count.
func likeness(one, other []uint16) float64 {
	if len(one)+len(other) == 0 {
		return 0
	}
	shared, i, j := 0, 0, 0
	for i < len(one) && j < len(other) {
		switch {
		case one[i] == other[j]:
			shared, i, j = shared+1, i+1, j+1
		case one[i] < other[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(shared) / float64(len(one)+len(other))
}

// wordBag gives the codes of a sketch's words, sorted; without any words, those of its links.
func wordBag(s Sketch) []uint16 {
	words, links := s.codes()
	words = slices.DeleteFunc(words, func(code uint16) bool { return code < markCodes })
	if len(words) == 0 {
		words = links
	}
	slices.Sort(words)
	return words
}

package align

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/markdown"
)

// feature is what a block is compared by.
type feature struct {
	kind    markdown.Kind
	level   int
	key     string
	length  int      // in runes
	anchors []uint32 // numbers, code, the ends of addresses: what is the same in both languages; sorted
	stems   []uint32 // the beginnings of words, many of which are akin; sorted
}

func features(blocks []markdown.Block) []feature {
	made := make([]feature, len(blocks))
	for i := range blocks {
		made[i] = featureOf(&blocks[i])
	}
	return made
}

func featureOf(b *markdown.Block) feature {
	return feature{
		kind: b.Kind, level: b.Level, key: b.Key, length: utf8.RuneCountInString(b.Text), anchors: anchors(b), stems: stems(b.Text),
	}
}

// anchors gives what a block shares with its answer: numbers of two digits and more, code, and where its links lead.
func anchors(b *markdown.Block) []uint32 {
	var found []uint32
	for _, s := range b.Stretches {
		if s.Kind == markdown.Verbatim && b.Kind != markdown.Code {
			found = append(found, sum(b.Text[s.From:s.To]))
		}
	}
	for i := range b.Links {
		found = append(found, sum(tail(b.Links[i].Destination)))
	}
	for number := range strings.FieldsFuncSeq(b.Text, isNoDigit) {
		if len(number) > 1 {
			found = append(found, sum(number))
		}
	}
	return set(found)
}

func isNoDigit(r rune) bool { return r < '0' || r > '9' }

// tail is the end of an address, which is most often the same in both languages.
func tail(address string) string {
	address = strings.TrimRight(address, "/")
	return address[strings.LastIndexByte(address, '/')+1:]
}

// stemLength is how many letters of a word are compared (Simard, Foster and Isabelle, "Using Cognates to Align Sentences
// in Bilingual Corpora", 1992).
const stemLength = 4

// stems gives the beginnings of a text's longer words, without capitals and accents.
func stems(text string) []uint32 {
	var found []uint32
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		var stem [stemLength]byte
		n := 0
		for _, r := range word {
			if n < stemLength {
				stem[n] = plain(r)
			}
			n++
		}
		if n >= stemLength {
			found = append(found, uint32(stem[0])|uint32(stem[1])<<8|uint32(stem[2])<<16|uint32(stem[3])<<24)
		}
	}
	return set(found)
}

// plain gives a letter of French or English without capital and accent; other letters are all the same.
func plain(r rune) byte {
	switch r = unicode.ToLower(r); r {
	case 'à', 'â', 'ä':
		return 'a'
	case 'ç':
		return 'c'
	case 'é', 'è', 'ê', 'ë':
		return 'e'
	case 'î', 'ï':
		return 'i'
	case 'ô', 'ö', 'œ':
		return 'o'
	case 'ù', 'û', 'ü':
		return 'u'
	}
	if r < utf8.RuneSelf {
		return byte(r)
	}
	return '?'
}

func set(list []uint32) []uint32 {
	slices.Sort(list)
	return slices.Compact(list)
}

// sum is a digest of a text (FNV-1a).
func sum(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h
}

package language

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"sync"
	"unicode/utf8"
)

// Vocabulary is a set of forms of words in several languages, of which it keeps no form, but a byte for each: a binary
// fuse filter (Graf and Lemire, 2022). It takes 9.3 bits a form and knows each of them, and one of 256 others as well. A
// Bloom filter of the same size would know one of 90, and takes a few look-ups more.
//
// A form has a hash, which gives it three places. The bytes there, combined by exclusive or, are the form's fingerprint.
type Vocabulary struct {
	seed    uint64
	segment uint32 // the number of places in a segment, a power of 2
	starts  uint32 // the number of places at which the first segment of a form may be
	prints  string // a byte for each place: starts and two segments
}

// vocabularyHead is the size in bytes of what stands before the prints: the seed and the size of a segment, each in four
// bytes, the lowest first.
const vocabularyHead = 8

//go:embed vocabulary.bin
var writtenVocabulary string

var learnedVocabulary = sync.OnceValue(func() *Vocabulary {
	v, err := ParseVocabulary(writtenVocabulary)
	if err != nil {
		panic("language: vocabulary.bin: " + err.Error()) // a test reads it
	}
	return v
})

// Knows tells whether a word is an ordinary form of French ("fr") or English ("en"), as the package's comment says; of
// another language none is. The word is what stands between blanks, apostrophes and hyphens: "aujourd", "couldn".
// Capitals, composition and the ligatures œ and æ make no difference.
func Knows(lang, word string) bool { return learnedVocabulary().Knows(lang, word) }

// Knows tells whether a word of a language is in this vocabulary, or is taken for one that is.
func (v *Vocabulary) Knows(lang, word string) bool {
	if word == "" || len(word) > longest {
		return false
	}
	h := hash(lang, word, v.seed)
	a, b, c := v.places(h)
	return v.prints[a]^v.prints[b]^v.prints[c] == fingerprint(h)
}

// places gives the three places of a hash, in neighbouring segments.
func (v *Vocabulary) places(h uint64) (a, b, c uint32) {
	a = uint32(h >> 32 * uint64(v.starts) >> 32)
	within := v.segment - 1
	b = a + v.segment ^ uint32(h>>18)&within
	c = a + 2*v.segment ^ uint32(h)&within
	return a, b, c
}

func fingerprint(h uint64) byte { return byte(h ^ h>>32) }

// hash gives the hash of a form in a language: FNV-1a, of characters, and the mixing of MurmurHash3, since FNV's high bits hardly depend
// on a word's last letters.
func hash(lang, word string, seed uint64) uint64 {
	var room [longest + 2*utf8.UTFMax]byte
	form, _ := appendForm(room[:0], word)
	h := uint64(0xcbf29ce484222325)
	for _, r := range lang {
		h = fnv(h, r)
	}
	h = fnv(h, ' ')
	for _, r := range string(form) {
		switch r {
		case 'œ':
			h = fnv(fnv(h, 'o'), 'e')
		case 'æ':
			h = fnv(fnv(h, 'a'), 'e')
		default:
			h = fnv(h, r)
		}
	}
	return mix(h + seed)
}

func fnv(h uint64, r rune) uint64 { return (h ^ uint64(r)) * 0x100000001b3 }

func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// ParseVocabulary reads a vocabulary as String writes it.
func ParseVocabulary(written string) (*Vocabulary, error) {
	if len(written) < vocabularyHead {
		return nil, errors.New("a seed and a size must stand here")
	}
	head := []byte(written[:vocabularyHead])
	v := &Vocabulary{
		seed:    uint64(binary.LittleEndian.Uint32(head)),
		segment: binary.LittleEndian.Uint32(head[4:]),
		prints:  written[vocabularyHead:],
	}
	segment, places := uint64(v.segment), uint64(len(v.prints))
	if v.segment == 0 || v.segment&(v.segment-1) != 0 || places%segment != 0 || places < 3*segment || places > 1<<31 {
		return nil, errors.New("the size is none of segments that these are")
	}
	v.starts = uint32(places - 2*segment)
	return v, nil
}

// String writes the vocabulary, in bytes that are no text.
func (v *Vocabulary) String() string {
	head := binary.LittleEndian.AppendUint32(nil, uint32(v.seed))
	return string(binary.LittleEndian.AppendUint32(head, v.segment)) + v.prints
}

package language

import "slices"

// Gram is a run of one to four letters of a word, with the word's edges as letters of their own. It is a number: six
// bits a letter.
type Gram uint32

const (
	bits        = 6
	mask        = 1<<bits - 1
	longestGram = 1<<(4*bits) - 1
)

// edge stands before the first letter of a word and after the last one.
const edge = 1

// alphabet has the letters that words of the two languages are written with. What has another one is a word of neither.
const alphabet = "abcdefghijklmnopqrstuvwxyz'àâäáçéèêëîïíñôöóùûüúÿœæ"

// letterOf numbers the letters of the alphabet from 2; any other character has 0.
func letterOf(r rune) Gram {
	if 'a' <= r && r <= 'z' {
		return Gram(r-'a') + edge + 1
	}
	if r >= 0x180 {
		return 0
	}
	return Gram(letters[r])
}

var letters = func() (numbers [0x180]byte) {
	number := byte(edge)
	for _, r := range alphabet {
		number++
		numbers[r] = number
	}
	return numbers
}()

// Grams calls yield with each gram of a form, as often as it is there; an edge alone is none. A form with a character
// that is not of the alphabet has none at all.
func Grams(form []byte, yield func(Gram)) {
	if len(form) == 0 {
		return
	}
	for _, r := range string(form) {
		if letterOf(r) == 0 {
			return
		}
	}
	last := Gram(edge) // up to four letters, the latest in the low bits
	for _, r := range string(form) {
		last = last<<bits&longestGram | letterOf(r)
		yield(last & mask)
		yieldEndings(last, yield)
	}
	yieldEndings(last<<bits&longestGram|edge, yield)
}

// yieldEndings yields what a gram ends with, from two letters on.
func yieldEndings(gram Gram, yield func(Gram)) {
	for size := Gram(1<<(2*bits) - 1); ; size = size<<bits | mask {
		yield(gram & size)
		if gram <= size {
			return
		}
	}
}

// ParseGram reads a gram as String writes it, and tells whether it is one.
func ParseGram(text string) (Gram, bool) {
	var gram Gram
	for _, r := range text {
		letter := letterOf(r)
		if r == '_' {
			letter = edge
		}
		if letter == 0 || gram > 0x3ffff {
			return 0, false
		}
		gram = gram<<bits | letter
	}
	return gram, gram != 0
}

// String writes a gram as its letters, with _ for an edge: "_th".
func (g Gram) String() string {
	var text []rune
	for ; g != 0; g >>= bits {
		text = append(text, symbols[g&mask])
	}
	slices.Reverse(text)
	return string(text)
}

var symbols = []rune("?_" + alphabet)

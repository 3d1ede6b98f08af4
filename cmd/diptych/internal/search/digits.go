package search

// The units of a word are written as the gaps between them, in base 31, the highest digit first. A digit is a printable
// character of ASCII that JSON need not escape, and there are three of each: one if more digits of the gap follow, one for
// the last digit of a gap, and one for the last digit of a word's last gap. So nothing separates gaps and words, and most
// gaps are one character.
const base = 31

// alphabet has 3 × 31 characters.
const alphabet = " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"

const (
	more = iota * base // the digit is followed by another
	gap                // it ends a gap
	end                // it ends a word's last gap
)

// appendGaps writes the units of a word, which rise.
func appendGaps(code []byte, units []int) []byte {
	last := -1
	for i, unit := range units {
		kind := gap
		if i == len(units)-1 {
			kind = end
		}
		code = appendGap(code, unit-last-1, kind)
		last = unit
	}
	return code
}

func appendGap(code []byte, n, kind int) []byte {
	if n >= base {
		code = appendGap(code, n/base, more)
	}
	return append(code, alphabet[kind+n%base])
}

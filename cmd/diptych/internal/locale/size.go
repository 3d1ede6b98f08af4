package locale

import (
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// Size writes the size of a file with at most three significant digits: "512 octets", "214 Ko", "5,52 Mo"; "512 bytes",
// "214 KB", "4.35 MB". Less than nothing counts as nothing.
//
// A step is 1000 and not 1024: that is what the prefixes mean in the International System of Units, whose French and
// English forms agree, and what phones and many file managers show for the same file.
func (l *Locale) Size(bytes int64) string {
	if bytes < 1000 {
		return l.bytesBelow1000(max(bytes, 0))
	}
	value, unit := float64(bytes)/1000, 0
	for value >= 999.5 { // 999.5 would be written 1000; the last unit has room for every int64
		value, unit = value/1000, unit+1
	}
	return l.significant(value) + nbsp + l.units[unit]
}

// bytesBelow1000 writes a number of bytes in full. French counts zero as one.
func (l *Locale) bytesBelow1000(n int64) string {
	word := l.bytes
	if n == 1 || n == 0 && l.lang == source.French {
		word = l.byte
	}
	return l.Integer(n) + nbsp + word
}

// significant writes a number from 1 upwards with its first three digits, and without the zeros of a fraction.
func (l *Locale) significant(value float64) string {
	switch {
	case value < 10:
		return l.withoutZeros(l.Decimal(value, 2))
	case value < 100:
		return l.withoutZeros(l.Decimal(value, 1))
	default:
		return l.Decimal(value, 0)
	}
}

// withoutZeros takes the zeros off the end of a fraction, and the mark when nothing follows it.
func (l *Locale) withoutZeros(number string) string {
	return strings.TrimSuffix(strings.TrimRight(number, "0"), l.decimal)
}

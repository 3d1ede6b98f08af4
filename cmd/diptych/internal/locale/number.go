package locale

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// maxFraction bounds the digits after the decimal mark: more than a float64 can mean anything by.
const maxFraction = 20

// Integer writes a whole number with its groups of three digits: "10 000", "10,000". Four digits are grouped too, as
// CLDR has it for both languages.
func (l *Locale) Integer(n int64) string { return l.group3(strconv.FormatInt(n, 10)) }

// Decimal writes a number with exactly fractionDigits digits after the decimal mark (0 to 20; beyond, the nearest of the
// two is taken): "1 250,5", "1,250.5". Halves are rounded away from zero, as a reader with a pencil does, by the
// shortest decimal that names f. What rounds to zero has no sign. No number is "NaN"; too large ones are "∞" and "-∞".
func (l *Locale) Decimal(f float64, fractionDigits int) string {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "∞"
	case math.IsInf(f, -1):
		return "-∞"
	}
	shortest, _ := new(big.Rat).SetString(strconv.FormatFloat(f, 'f', -1, 64)) // finite, so always a number
	plain := shortest.FloatString(min(max(fractionDigits, 0), maxFraction))
	if strings.Trim(plain, "-0.") == "" {
		plain = strings.TrimPrefix(plain, "-")
	}
	return l.group3(plain)
}

// group3 gives a plain decimal number, as strconv writes it, the marks of the locale.
func (l *Locale) group3(plain string) string {
	unsigned := strings.TrimPrefix(plain, "-")
	whole, fraction, hasFraction := strings.Cut(unsigned, ".")
	var b strings.Builder
	b.WriteString(plain[:len(plain)-len(unsigned)])
	for i, digit := range []byte(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(l.group)
		}
		b.WriteByte(digit)
	}
	if hasFraction {
		b.WriteString(l.decimal + fraction)
	}
	return b.String()
}

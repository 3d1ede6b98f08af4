package figure

import (
	"fmt"
	"math/bits"
	"strings"
)

// value is what a number is worth, so that == compares. The zero value is no number.
type value struct {
	mantissa uint64
	exponent int16
	form     form
}

type form uint8

const (
	none    form = iota
	decimal      // mantissa × 10^exponent; the mantissa does not end with 0
	ratio        // numerator and denominator, 32 bits each
	name         // a hash of digits that are no amount: a version, a telephone number
)

// integer gives the value of a whole number.
func integer(n uint64) value { return scaled(n, 0) }

// scaled gives n × 10^exponent.
func scaled(n uint64, exponent int) value {
	if n == 0 {
		return value{form: decimal}
	}
	for n%10 == 0 {
		n /= 10
		exponent++
	}
	return value{mantissa: n, exponent: int16(exponent), form: decimal}
}

// times gives v × 10^exponent. What is no amount stays as it is.
func (v value) times(exponent int) value {
	if v.form == decimal && v.mantissa != 0 {
		v.exponent += int16(exponent)
	}
	return v
}

// fraction gives n/d, as a decimal where it is a short one.
func fraction(n, d uint64) value {
	for exponent, power := 0, uint64(1); exponent <= 3; exponent, power = exponent+1, power*10 {
		if n*power%d == 0 {
			return scaled(n*power/d, -exponent)
		}
	}
	return value{mantissa: n<<32 | d, form: ratio}
}

// sum gives a + b for amounts that are not too far apart, else a.
func sum(a, b value) value {
	if a.form != decimal || b.form != decimal {
		return a
	}
	exponent := min(a.exponent, b.exponent)
	high, aligned := a.at(exponent)
	low, too := b.at(exponent)
	if !aligned || !too {
		return a
	}
	return scaled(high+low, int(exponent))
}

// at gives the mantissa for a smaller exponent, where it has room.
func (v value) at(exponent int16) (uint64, bool) {
	n := v.mantissa
	for e := v.exponent; e > exponent; e-- {
		high, low := bits.Mul64(n, 10)
		if high != 0 || low > 1<<62 {
			return 0, false
		}
		n = low
	}
	return n, true
}

// amountOf gives the value of digits, of which the last decimals stand behind the point. Any other character is passed
// over. What is too long for an amount is a name.
func amountOf(text string, decimals int) value {
	n := uint64(0)
	for i := range len(text) {
		c := text[i]
		if c < '0' || c > '9' {
			continue
		}
		if n > 1e17 {
			return nameOf(text, false)
		}
		n = n*10 + uint64(c-'0')
	}
	return scaled(n, -decimals)
}

// nameOf gives the value of digits that are no amount. Full stops count if they are to be kept.
func nameOf(text string, stops bool) value {
	hash := uint64(14695981039346656037)
	for i := range len(text) {
		if c := text[i]; '0' <= c && c <= '9' || stops && c == '.' {
			hash = (hash ^ uint64(c)) * 1099511628211
		}
	}
	return value{mantissa: hash, form: name}
}

// isInteger tells whether v is the integer n.
func (v value) isInteger(n uint64) bool { return v == integer(n) }

// String writes an amount in digits, for tests.
func (v value) String() string {
	switch v.form {
	case none:
		return "none"
	case ratio:
		return fmt.Sprintf("%d/%d", v.mantissa>>32, v.mantissa&(1<<32-1))
	case name:
		return fmt.Sprintf("name %x", v.mantissa)
	}
	if v.exponent >= 0 {
		return fmt.Sprint(v.mantissa) + strings.Repeat("0", int(v.exponent))
	}
	text := fmt.Sprintf("%0*d", 1-int(v.exponent), v.mantissa)
	point := len(text) + int(v.exponent)
	return text[:point] + "." + text[point:]
}

package figure

// suffix reads what belongs to a number behind its digits – the suffix of an ordinal, K, a unit, “million” – and gives
// its last token.
func (r *reader) suffix(i, last int, n *Number) int {
	if n.others[0].form == none && r.halfBehind(last+1) {
		n.others[0] = sum(n.value, fraction(1, 2))
	}
	if r.joined(last+1) && r.at(last+1).kind == letters {
		return r.gluedLetters(i, last, n)
	}
	if r.joinedMark(last+1, '-') && r.at(last+2).kind == letters && exponents[r.letters(last+2)] == 0 {
		n.loose = n.loose || r.isCapital(last+2)
		return last
	}
	return r.scale(i, last, n)
}

// halfBehind tells whether a half follows: 2 heures et demie, 2 and a half hours.
func (r *reader) halfBehind(i int) bool {
	for range 2 {
		if word := r.letters(i); word == "et" || word == "and" {
			next := r.letters(i + 1)
			if next == "a" {
				next = r.letters(i + 2)
			}
			return next == "half" || next == "demi" || next == "demie"
		}
		i++
	}
	return false
}

// gluedLetters reads the letters right behind a number. Unknown ones make a name of it: 501c3.
func (r *reader) gluedLetters(i, last int, n *Number) int {
	word := r.letters(last + 1)
	switch {
	case isOrdinal(word):
		return last + 1
	case word == "s" && r.isDecade(i, last):
		n.others[0] = amountOf(r.word(i)[r.at(i).size()-2:], 0)
		return last + 1
	case r.word(last+1) == "x" || r.word(last+1) == "X":
		return last
	}
	if exponent := multiple(r.word(last + 1)); exponent != 0 && (r.word(last+1) != "G" || r.currencyAt(last+2)) {
		n.others[0] = n.value
		n.value = n.value.times(exponent)
		return last + 1
	}
	if isUnit(r.word(last + 1)) {
		return last
	}
	n.loose = true
	return last + 1
}

// isDecade tells whether digits are the first year of a decade, 1990s or 90s.
func (r *reader) isDecade(i, last int) bool {
	size := r.at(i).size()
	return i == last && (size == 2 || size == 4) && r.text[r.at(i).end-1] == '0'
}

// multiple gives the power of ten for the letters right behind a number, or 0.
func multiple(letters string) int {
	switch letters {
	case "K", "k":
		return 3
	case "M", "mn":
		return 6
	case "B", "bn", "Bn", "Md", "Mds", "Mrd", "G":
		return 9
	}
	return 0
}

// exponents are the words behind a number that multiply it by a power of ten.
var exponents = map[string]int{
	"mille": 3, "milliers": 3, "thousand": 3, "thousands": 3,
	"million": 6, "millions": 6, "milliard": 9, "milliards": 9, "mds": 9, "md": 9, "mrd": 9, "bn": 9,
	"trillion": 12, "trillions": 12, "billion": 9, "billions": 9,
}

// scale reads the words that multiply a number: 2,5 millions, 3-billion, 5 M$. In French a « billion » is a thousand
// times a “billion”, and so on; this is a mistake to be found.
func (r *reader) scale(i, last int, n *Number) int {
	from := n.value
	for range 2 {
		next := last + 1
		if r.at(next).is('-') {
			next++
		}
		exponent := r.exponentOf(next)
		if exponent == 0 || exponent == 3 && n.value.isInteger(1) {
			break
		}
		n.value, last = n.value.times(exponent), next
	}
	if from != n.value {
		n.whole = false
		n.others = [2]value{}
		r.scaleBefore(i, n.value, from)
	}
	return last
}

// exponentOf gives the power of ten that a word multiplies by, or 0.
func (r *reader) exponentOf(i int) int {
	t := r.at(i)
	if t.kind != letters || t.size() > len("milliards") {
		return 0
	}
	if t.size() == 1 {
		if r.currencyAt(i + 1) {
			return multiple(r.word(i))
		}
		return 0
	}
	word := r.letters(i)
	exponent := exponents[word]
	if r.lang == french && exponent >= 9 {
		switch word {
		case "billion", "billions":
			return 12
		case "trillion", "trillions":
			return 18
		}
	}
	return exponent
}

func (r *reader) currencyAt(i int) bool {
	return r.at(i).is('$') || r.at(i).is('€') || r.at(i).is('£')
}

// scaleBefore gives the other end of a range the same unit: 2 à 3 millions.
func (r *reader) scaleBefore(i int, after, plain value) {
	count := len(r.Numbers)
	if count == 0 || !r.isRangeMark(i-1) || r.Numbers[count-1].To != int(r.at(i-2).end) {
		return
	}
	other := &r.Numbers[count-1]
	for exponent := 3; exponent <= 18; exponent += 3 {
		if plain.times(exponent) == after {
			other.others[1] = other.value.times(exponent)
		}
	}
}

// isUnit tells whether letters right behind a number are a unit, so that the number is an amount: 5km, 10GB.
func isUnit(letters string) bool {
	switch letters {
	case "m", "mm", "cm", "km", "g", "mg", "kg", "t", "l", "L", "ml", "mL", "cl", "ha", "s", "ms", "min", "mn", "h", "hr",
		"hrs", "j", "d", "px", "em", "rem", "pt", "vh", "vw", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "GW", "kWh", "V",
		"C", "F", "o", "Ko", "ko", "Mo", "Go", "To", "KB", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "Mbps", "Gbps",
		"kbps", "lb", "lbs", "oz", "ft", "mi", "mph", "pp", "ans", "yrs", "am", "pm", "AM", "PM":
		return true
	}
	return false
}

package typography

import "strings"

// ordinal raises the suffix of an ordinal number in figures: 1er, 1re, 2e, 2d.
func (s *setting) ordinal(i int) {
	t := &s.tokens[i]
	if !s.raises(i) || !s.joined(i) || s.at(i-1).kind != digits || !isSuffix(s.text(i-1), s.text(i)) {
		return
	}
	if s.beginsOrdinal(i-1) && s.endsOrdinal(i) {
		t.superior = uint8(t.size())
	}
}

// raises tells whether the suffixes of ordinal numbers stand above the line. In English they never do.
func (s *setting) raises(i int) bool { return s.isFrench(i) && s.choice(i, ordinals) == superior }

func (s *setting) beginsOrdinal(i int) bool {
	p := s.at(i - 1)
	return s.begins(i) || p.is('-') || p.is('–') || p.is('/')
}

func (s *setting) endsOrdinal(i int) bool {
	next := s.at(i + 1)
	return s.ends(i) || next.is('-') || next.is('–') || next.is('/')
}

// isSuffix tells whether an ordinal number of French is written so.
func isSuffix(number, suffix string) bool {
	switch suffix {
	case "er", "ers", "re", "res":
		return number == "1"
	case "d", "ds", "de", "des", "nd", "nds", "nde", "ndes":
		return number == "2"
	case "e", "es":
		return number != "1"
	}
	return false
}

// romanOrdinal raises the suffix of an ordinal number in Roman numerals: XXIe, Ier. A single letter that could begin
// a word counts only before what is numbered so: Ve République, but not De.
func (s *setting) romanOrdinal(i int) {
	t := &s.tokens[i]
	word := s.text(i)
	if !isRomanLetter(word[0]) || !s.raises(i) || !s.beginsOrdinal(i) || !s.endsOrdinal(i) {
		return
	}
	number := word[:romanSize(word)]
	suffix := word[len(number):]
	switch {
	case number == "I" && suffix == "er":
	case number == "I" && suffix == "re", (number == "V" || number == "X") && suffix == "e":
		if !s.apart(i+1) || !isNumbered(s.textOf(i+1)) {
			return
		}
	case len(number) < 2 || suffix != "e" && suffix != "es" || !isRoman(number):
		return
	}
	t.superior = uint8(len(suffix))
}

func isRomanLetter(c byte) bool { return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C' }

// romanSize counts the letters of a Roman numeral at the head of a word.
func romanSize(word string) int {
	size := 0
	for size < len(word) && isRomanLetter(word[size]) {
		size++
	}
	return size
}

// isRoman tells whether letters are a Roman numeral below 400.
func isRoman(number string) bool {
	rest := strings.TrimLeft(number, "C")
	hundreds := len(number) - len(rest)
	rest = cutRoman(rest, "X", "L", "C")
	rest = cutRoman(rest, "I", "V", "X")
	return hundreds <= 3 && rest == ""
}

// cutRoman takes one decimal digit, written with the letters for one, five and ten, from the head of a numeral.
func cutRoman(number, one, five, ten string) string {
	for _, digit := range [...]string{one + ten, one + five} {
		if rest, found := strings.CutPrefix(number, digit); found {
			return rest
		}
	}
	number = strings.TrimPrefix(number, five)
	for range 3 {
		number = strings.TrimPrefix(number, one)
	}
	return number
}

// isNumbered tells whether a word is one of those that Roman ordinals count.
func isNumbered(word string) bool {
	switch strings.TrimSuffix(strings.ToLower(word), "s") {
	case "siècle", "millénaire", "république", "arrondissement", "dynastie", "session", "assemblée", "législature",
		"congrè", "conférence", "édition", "internationale", "armée", "région", "reich", "partie", "section",
		"sommet", "concile",
		"empire", "légion", "division", "corp", "olympiade", "triennale", "biennale":
		return true
	}
	return false
}

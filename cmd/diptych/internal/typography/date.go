package typography

// isDay tells whether a token may be the day of a month.
func (s *setting) isDay(i int) bool {
	n, ok := s.smallNumber(i)
	return ok && n >= 1 && n <= 31
}

// smallNumber gives the value of a number of one or two digits.
func (s *setting) smallNumber(i int) (int, bool) {
	t := s.at(i)
	if t.kind != digits || t.size() > 2 {
		return 0, false
	}
	n := 0
	for _, c := range []byte(s.text(i)) {
		n = 10*n + int(c-'0')
	}
	return n, true
}

// isMonth tells whether a token is the name of a month, or short for it, in its own language.
func (s *setting) isMonth(i int) bool {
	t := s.at(i)
	if t.kind != letters || t.size() < 3 || t.size() > len("september") {
		return false
	}
	if s.isFrench(i) {
		return isFrenchMonth(s.text(i))
	}
	return s.isEnglish(i) && isEnglishMonth(s.text(i))
}

func isFrenchMonth(word string) bool {
	switch word[1:] {
	case "anvier", "anv":
		return is(word[0], 'j')
	case "évrier", "évr":
		return is(word[0], 'f')
	case "ars", "ai":
		return is(word[0], 'm')
	case "vril", "vr", "oût":
		return is(word[0], 'a')
	case "uin", "uillet", "uil", "uill":
		return is(word[0], 'j')
	case "eptembre", "ept":
		return is(word[0], 's')
	case "ctobre", "ct":
		return is(word[0], 'o')
	case "ovembre", "ov":
		return is(word[0], 'n')
	case "écembre", "éc":
		return is(word[0], 'd')
	}
	return false
}

// is tells whether a letter is one, small or capital.
func is(c, small byte) bool { return c|0x20 == small }

func isEnglishMonth(word string) bool {
	switch word {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
		"December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// month keeps a day and its month on one line: 5 décembre, 1er mai, 5 December, 5th December, December 5.
func (s *setting) month(i int) {
	if s.choice(i, dates) != set || !s.isMonth(i) {
		return
	}
	if s.endsDay(i-1) && s.apart(i) {
		s.glue(i, full)
	}
	if s.isEnglish(i) && s.apart(i+1) && s.isDay(i+1) {
		s.glue(i+1, full)
	}
}

// endsDay tells whether a token is a day, or the suffix of one.
func (s *setting) endsDay(i int) bool {
	return s.isDay(i) || s.isDaySuffix(i) && s.isDay(i-1)
}

func (s *setting) isDaySuffix(i int) bool {
	if !s.joined(i) {
		return false
	}
	switch s.textOf(i) {
	case "er":
		return true
	case "st", "nd", "rd", "th":
		return s.isEnglish(i)
	}
	return false
}

// firstDay writes the day 1 of a month as French does: 1er.
func (s *setting) firstDay(i int) {
	t := &s.tokens[i]
	if s.text(i) != "1" || !s.isFrench(i) || s.choice(i, dates) != set {
		return
	}
	if !s.begins(i) || s.numbers(i) || !s.leadsToMonth(i) {
		return
	}
	t.instead = first
	if s.choice(i, ordinals) == superior {
		t.superior = uint8(len("er"))
	}
}

// leadsToMonth tells whether a month comes after a day: at once, or after the second of two days.
func (s *setting) leadsToMonth(i int) bool {
	if s.apart(i+1) && s.isMonth(i+1) {
		return true
	}
	switch s.textOf(i + 1) {
	case "au", "et", "ou":
		return s.apart(i+1) && s.apart(i+2) && s.isDay(i+2) && s.apart(i+3) && s.isMonth(i+3)
	}
	if !s.isRangeDash(i+1) || s.joined(i+1) != s.joined(i+2) || !s.isDay(i+2) || s.text(i+2) == "1" {
		return false
	}
	return s.apart(i+3) && s.isMonth(i+3)
}

// numbers tells whether what stands before a number says that it is one in a row, and no day: n° 1, art. 1.
func (s *setting) numbers(i int) bool {
	p := s.at(i - 1)
	if p.is('.') && s.joined(i-1) {
		return s.isReference(i-2, true)
	}
	return p.is('°') || p.is('§') || p.kind == letters && s.isReference(i-1, false)
}

package typography

// dash sets a dash or hyphen: in a range, or around an aside. Anywhere else it stays, as in compound words, telephone
// numbers, the symbols of documents, and before negative numbers.
func (s *setting) dash(i int) {
	switch {
	case s.choice(i, ranges) != set, s.joined(i) != s.joined(i+1):
		s.aside(i)
	case s.isRangeDash(i) && (s.daysRange(i) || s.yearsRange(i) || s.pagesRange(i) || s.hoursRange(i)):
		s.closeRange(i)
	case (s.isRangeDash(i) || !s.joined(i) || s.tokens[i].is(tripleHyphen)) && (s.monthsRange(i) || s.timesRange(i)):
		s.openRange(i)
	default:
		s.aside(i)
	}
}

// isRangeDash tells whether a token is a dash that may stand in a range.
func (s *setting) isRangeDash(i int) bool {
	t := s.at(i)
	return t.is('-') || t.is('–') || t.is(doubleHyphen)
}

// closeRange sets the dash of a range without spaces.
func (s *setting) closeRange(i int) {
	s.setMark(i, enDash)
	if s.at(i).gap == spaced && s.at(i+1).gap == spaced {
		s.glue(i, none)
		s.glue(i+1, none)
	}
}

// openRange sets the dash of a range with spaces. U+00A0 keeps it on the line of what stands before it.
func (s *setting) openRange(i int) {
	s.setMark(i, enDash)
	s.setSpace(i, full, true)
	s.separate(i)
}

// daysRange tells whether a dash stands between two days of a month: 25-26 juin, June 25-26.
func (s *setting) daysRange(i int) bool {
	from := i - 1
	if s.isDaySuffix(from) {
		from--
	}
	first, _ := s.smallNumber(from)
	last, _ := s.smallNumber(i + 1)
	if first < 1 || last > 31 || first >= last {
		return false
	}
	to := i + 1
	if s.isDaySuffix(to + 1) {
		to++
	}
	if s.begins(from) && s.apart(to+1) && s.isMonth(to+1) {
		return true
	}
	return s.apart(from) && s.isMonth(from-1) && s.isEnglish(from-1) && s.ends(to)
}

// yearsRange tells whether a dash stands between two years: 2021-2023, 2023-24. What could be a month of ISO 8601, as
// in 2011-12, is none.
func (s *setting) yearsRange(i int) bool {
	if !s.isYear(i-1) || s.at(i+1).kind != digits || !s.begins(i-1) || !s.ends(i+1) {
		return false
	}
	if s.apart(i-1) && s.textOf(i-2) == "ISSN" {
		return false
	}
	first, last := s.text(i-1), s.text(i+1)
	if len(last) == 2 && s.joined(i) {
		return last > "12" && last > first[2:]
	}
	return s.isYear(i+1) && first < last
}

// isYear tells whether a token is a year from 1500 to 2199.
func (s *setting) isYear(i int) bool {
	t := s.at(i)
	return t.kind == digits && t.size() == 4 && s.text(i) >= "1500" && s.text(i) < "2200"
}

// pagesRange tells whether a dash stands between two pages: p. 5-7. Articles of a code, as art. 5-1, are no ranges,
// unless they are several.
func (s *setting) pagesRange(i int) bool {
	from := i - 1
	if s.at(from).kind != digits || s.at(i+1).kind != digits || !s.apart(from) || !s.ends(i+1) || !s.less(from, i+1) {
		return false
	}
	word := from - 1
	if s.at(word).is('.') && s.joined(word) {
		word--
	}
	switch s.textOf(word) {
	case "p", "pp", "page", "pages", "Pages", "articles", "paragraphes", "chapitres", "figures", "paras",
		"paragraphs", "chapters":
		return true
	}
	return false
}

// less compares two whole numbers of at most five digits.
func (s *setting) less(a, b int) bool {
	first, last := s.text(a), s.text(b)
	if len(last) > 5 || first[0] == '0' || last[0] == '0' {
		return false
	}
	return len(first) < len(last) || len(first) == len(last) && first < last
}

// monthsRange tells whether a dash stands between days of two months: 25 juin – 3 juillet.
func (s *setting) monthsRange(i int) bool {
	compound := s.joined(i) && !isAsideDash(s.tokens[i].char) // as in juin-juillet
	return s.endsDate(i-1) && s.beginsDate(i+1, compound)
}

// endsDate tells whether a token is the end of a date with a month: 25 juin, juin 2023, June 25, June 25, 2023.
func (s *setting) endsDate(i int) bool {
	p := s.at(i - 1)
	switch {
	case s.isMonth(i):
		return true
	case s.at(i).kind != digits || !s.apart(i):
		return false
	case s.isMonth(i - 1):
		return s.isYear(i) || s.isEnglish(i-1) && s.isDay(i)
	}
	return s.isYear(i) && p.is(',') && s.joined(i-1) && s.isDay(i-2) && s.apart(i-2) && s.isMonth(i-3)
}

// beginsDate tells whether a date begins at a token; whole asks for more than a month.
func (s *setting) beginsDate(i int, whole bool) bool {
	if s.isMonth(i) {
		return !whole || s.apart(i+1) && s.isEnglish(i+1) && s.isDay(i+1)
	}
	if !s.isDay(i) {
		return false
	}
	if s.isDaySuffix(i + 1) {
		i++
	}
	return s.apart(i+1) && s.isMonth(i+1)
}

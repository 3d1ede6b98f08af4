package figure

// amount reads an amount or a version: its digits, groups and decimals, 1 250,5 or 1,250.5 or 2.0.1, and gives its last
// token.
func (r *reader) amount(i int) (Number, int) {
	n, last := r.digitsOf(i)
	if half := glyph(r.at(last + 1).char); half.form != none && r.at(last+1).kind == mark && r.near(last+1) {
		last++
		n.value = sum(n.value, half)
	} else if part, end, ok := r.slashed(last + 1); ok && r.at(last+1).gap == single && last == i {
		last, n.value, n.whole = end, sum(n.value, part.value), true
	} else if part, end, ok := r.slashed(i); ok && last == i {
		n, last = part, end
	}
	r.use(i, last)
	return n, last
}

// digitsOf reads digits with the marks between them.
func (r *reader) digitsOf(i int) (Number, int) {
	if last := r.spaced(i); last > i {
		return r.decimals(i, last)
	}
	last := i
	for r.isPoint(last+1) && r.free(last+2) {
		last += 2
	}
	switch count := (last - i) / 2; {
	case count == 0:
		return Number{value: amountOf(r.word(i), r.bare(i))}, i
	case count == 1:
		return r.onePoint(i)
	case r.grouped(i, last):
		return Number{value: amountOf(r.span(i, last).Text, 0)}, last
	case r.grouped(i, last-2) && r.at(last-1).char != r.at(i+1).char:
		return Number{value: amountOf(r.span(i, last).Text, r.at(last).size())}, last
	case r.at(i+1).is('.') && r.at(i+3).is('.'):
		return Number{value: nameOf(r.span(i, last).Text, true)}, last
	}
	return Number{value: amountOf(r.word(i), 0)}, i
}

// bare gives the number of decimals of digits that stand behind a point without any before it: .5
func (r *reader) bare(i int) int {
	if r.at(i-1).is('.') && r.joined(i) && !r.joined(i-1) {
		return r.at(i).size()
	}
	return 0
}

// isPoint tells whether a token is a mark that may stand inside a number.
func (r *reader) isPoint(i int) bool {
	switch char := r.at(i).char; char {
	case '.', ',', '\'':
		return r.joinedMark(i, char)
	}
	return false
}

// leadsGroups tells whether groups of three may follow these digits.
func (r *reader) leadsGroups(i int) bool {
	return r.at(i).size() <= 3 && r.text[r.at(i).start] != '0'
}

// grouped tells whether the digits between two tokens are groups of three, parted by the same mark.
func (r *reader) grouped(i, last int) bool {
	for at := i + 2; at <= last; at += 2 {
		if r.at(at).size() != 3 || r.at(at-1).char != r.at(i+1).char {
			return false
		}
	}
	return r.leadsGroups(i)
}

// spaced gives the last token of digits in groups of three that are parted by spaces, or i.
func (r *reader) spaced(i int) int {
	if !r.leadsGroups(i) || r.inName(i) {
		return i
	}
	last := i
	for r.free(last+1) && r.at(last+1).gap == single && r.at(last+1).size() == 3 {
		last++
	}
	if next := r.at(last + 1); next.kind == digits && next.gap == single || r.joined(last+1) && next.kind == letters &&
		!isOrdinal(r.letters(last+1)) && exponents[r.letters(last+1)] == 0 && !isUnit(r.word(last+1)) {
		return i
	}
	return last
}

// decimals reads the decimals of a number in groups.
func (r *reader) decimals(i, last int) (Number, int) {
	decimals := 0
	if (r.joinedMark(last+1, ',') || r.joinedMark(last+1, '.')) && r.free(last+2) {
		last += 2
		decimals = r.at(last).size()
	}
	return Number{value: amountOf(r.span(i, last).Text, decimals), whole: true}, last
}

// onePoint reads two runs of digits with a mark between them. Where three digits follow, it depends on the language what
// the mark is, and the author may have used the other's.
func (r *reader) onePoint(i int) (Number, int) {
	text, size := r.span(i, i+2).Text, r.at(i+2).size()
	mark := r.at(i + 1).char
	fraction, group := amountOf(text, size), amountOf(text, 0)
	inGroups := size == 3 && r.leadsGroups(i)
	switch {
	case mark == '\'' && !inGroups:
		return Number{value: amountOf(r.word(i), 0)}, i
	case mark == '\'':
		return Number{value: group}, i + 2
	case !inGroups:
		return Number{value: fraction, whole: mark == ','}, i + 2
	case (mark == ',') == (r.lang == french):
		return Number{value: fraction, others: [2]value{group}}, i + 2
	}
	return Number{value: group, others: [2]value{fraction}}, i + 2
}

// slashed reads a fraction: 1/2, 3/4.
func (r *reader) slashed(i int) (n Number, last int, ok bool) {
	above, below := r.small(i), r.small(i+2)
	if !r.joinedMark(i+1, '/') || !r.free(i) || !r.free(i+2) || above < 1 || above >= below || below > 10 || r.goesOn(i+2, '/') ||
		r.joined(i) && r.at(i-1).is('/') {
		return Number{}, 0, false
	}
	return Number{value: fraction(uint64(above), uint64(below)), whole: true}, i + 2, true
}

// glyph gives the value of a character that is a fraction.
func glyph(char rune) value {
	switch char {
	case '½':
		return fraction(1, 2)
	case '¼':
		return fraction(1, 4)
	case '¾':
		return fraction(3, 4)
	case '⅓':
		return fraction(1, 3)
	case '⅔':
		return fraction(2, 3)
	case '⅕':
		return fraction(1, 5)
	case '⅛':
		return fraction(1, 8)
	}
	return value{}
}

package figure

// readNumbers finds the numbers that are left when days and times are taken out.
func (r *reader) readNumbers() {
	for i := 0; i < len(r.tokens); i++ {
		switch {
		case r.free(i):
			i = r.number(i)
		case r.at(i).kind == mark && glyph(r.at(i).char).form != none && !r.at(i).used:
			r.add(i, i, Number{value: glyph(r.at(i).char)})
		}
	}
}

// add adds a number that reaches from one token to another.
func (r *reader) add(first, last int, n Number) {
	n.Span = r.span(first, last)
	if r.Numbers == nil {
		r.Numbers = make([]Number, 0, 4)
	}
	r.Numbers = append(r.Numbers, n)
}

// number reads the number that begins with a run of digits, and gives its last token.
func (r *reader) number(i int) int {
	if last, ok := r.telephone(i); ok {
		return last
	}
	if last, ok := r.row(i); ok {
		return last
	}
	n, last := r.amount(i)
	n.loose = r.inName(i)
	last = r.suffix(i, last, &n)
	r.yearOfRange(i, &n)
	r.add(i, last, n)
	return last
}

// inName tells whether digits belong to a name that stands in front of them: H1N1, COVID-19. A word in small letters
// is none: mi-2020.
func (r *reader) inName(i int) bool {
	if !r.joined(i) {
		return false
	}
	switch before := r.at(i - 1); {
	case before.kind == letters:
		product := before.size() == 1 && (r.word(i-1) == "x" || r.word(i-1) == "X") && r.joined(i-1)
		return !product || r.at(i-2).kind != digits
	case before.is('_'), before.is('@'):
		return true
	case before.is('-'), before.is('–'):
		return r.joined(i-1) && r.hasCapital(i-2) && !isPrefix(r.letters(i-2))
	}
	return false
}

// isPrefix tells whether a word in front of a hyphen leaves a number what it is: Mid-2020.
func isPrefix(word string) bool {
	switch word {
	case "pre", "post", "mid", "mi", "early", "late", "non", "fin", "debut", "avant", "apres":
		return true
	}
	return false
}

// hasCapital tells whether a word has an ASCII capital anywhere.
func (r *reader) hasCapital(i int) bool {
	if r.at(i).kind != letters {
		return false
	}
	for _, c := range []byte(r.word(i)) {
		if 'A' <= c && c <= 'Z' {
			return true
		}
	}
	return false
}

// row reads digits in more than two groups between hyphens that are no telephone number: 978-0-660-12345-6. Numbers of
// books and journals differ between languages, so they ask for no answer.
func (r *reader) row(i int) (last int, ok bool) {
	last = i
	for r.joinedMark(last+1, '-') && r.free(last+2) {
		last += 2
	}
	if last < i+4 {
		return 0, false
	}
	n := Number{value: nameOf(r.span(i, last).Text, false), whole: true, loose: r.inName(i)}
	for back := 1; back <= 3; back++ {
		if word := r.letters(i - back); word == "isbn" || word == "issn" {
			n.loose = true
		}
	}
	r.use(i, last)
	r.add(i, last, n)
	return last, true
}

// yearOfRange completes the second year of 2026-27.
func (r *reader) yearOfRange(i int, n *Number) {
	dash := r.joinedMark(i-1, '-') || r.joinedMark(i-1, '–') || r.joinedMark(i-1, '/')
	year, short := r.number4(i-2), r.small(i)
	if !dash || r.at(i-2).kind != digits || r.at(i-2).size() != 4 || year < 1000 || year > 2999 ||
		r.at(i).size() != 2 || short <= year%100 && (year+1)%100 != short {
		return
	}
	n.others[1] = n.value
	n.value = integer(uint64((year+1)/100*100 + short))
}

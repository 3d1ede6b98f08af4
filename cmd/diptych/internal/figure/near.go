package figure

import "strconv"

var beyond token

// at gives a token, or an edge beyond the text.
func (r *reader) at(i int) *token {
	if i < 0 || i >= len(r.tokens) {
		return &beyond
	}
	return &r.tokens[i]
}

// word gives what a token is in the text.
func (r *reader) word(i int) string {
	t := r.at(i)
	return r.text[t.start:t.end]
}

// joined tells whether a token stands right after the one before it.
func (r *reader) joined(i int) bool {
	t := r.at(i)
	return i > 0 && t.kind != edge && t.gap == tight
}

// near tells whether a token stands right after the one before it or one space behind it.
func (r *reader) near(i int) bool {
	t := r.at(i)
	return i > 0 && t.kind != edge && t.gap != wide
}

// joinedMark tells whether a token is a mark that joins the tokens on both its sides.
func (r *reader) joinedMark(i int, char rune) bool {
	return r.at(i).is(char) && r.joined(i) && r.joined(i+1)
}

// isDash tells whether a token may join the two ends of a range.
func (r *reader) isDash(i int) bool { return r.at(i).is('-') || r.at(i).is('–') }

// free tells whether a token is a run of digits that belongs to no figure yet.
func (r *reader) free(i int) bool {
	t := r.at(i)
	return t.kind == digits && !t.used
}

// small gives the value of a run of one or two digits, or -1.
func (r *reader) small(i int) int {
	if t := r.at(i); t.kind != digits || t.size() > 2 {
		return -1
	}
	n, _ := strconv.Atoi(r.word(i))
	return n
}

// use gives tokens to a figure.
func (r *reader) use(first, last int) {
	for i := first; i <= last; i++ {
		r.tokens[i].used = true
	}
}

// isCapital tells whether a word begins with an ASCII capital.
func (r *reader) isCapital(i int) bool {
	t := r.at(i)
	return t.kind == letters && 'A' <= r.text[t.start] && r.text[t.start] <= 'Z'
}

// letters gives a word in small letters without accents; nothing for what is no word.
func (r *reader) letters(i int) string {
	if r.at(i).kind != letters {
		return ""
	}
	return fold(r.word(i))
}

package typography

// setting is one block that is being set. Its lists have room for more than is in them.
type setting struct {
	view   string // the text of all runs but the opaque ones
	tokens []token
	count  int // of tokens
	quotes []quote
	quoted int // of quotes
	voices []voice
	spoken int // of voices

	// The white space that has been read and belongs to the token that comes next.
	space int32
	gap   gap
	kept  glyph

	row      quoteRow // the quotes that stand side by side where the reading is
	inAside  bool     // whether the dash of an aside waits for its second
	asideEnd int      // the last dash that ends an aside before punctuation
}

// voice is the rules of some runs, and the quotations in them, which are paired and nested apart from those of
// others. The first one is of what is not set; its rules leave all as it is.
type voice struct {
	rules Rules
	top   int32 // the innermost open quotation, or -1
	typed int32 // how many of the open ones were not typed as a straight quote
	inner int32 // while the quotes are chosen: the innermost one
	odd   bool  // whether a straight quote has no partner
}

// quoteRow is quotes that stand side by side, up to a token, and whether anything stands before and after them that
// could end or begin a quotation.
type quoteRow struct {
	end           int
	before, after bool
}

// choice gives the value of a rule for a token; keep if it may not be changed.
func (s *setting) choice(i int, r rule) choice { return s.voices[s.tokens[i].voice].rules.choices[r] }

// isFrench tells whether a token is set as French is.
func (s *setting) isFrench(i int) bool { return s.voices[s.at(i).voice].rules.french }

// isEnglish tells whether a token is set as English is.
func (s *setting) isEnglish(i int) bool { return s.at(i).free() && !s.isFrench(i) }

// apply decides everything. Quotes come first, since they must be paired. Then the rules are asked that add or take
// away white space, each at the token that it is about, from left to right; and at last those that only keep together
// what stands together, when it is known where there is any space.
func (s *setting) apply() {
	s.pairQuotes()
	for i := 1; i < s.count-1; i++ {
		switch t := &s.tokens[i]; t.kind {
		case edge:
			s.inAside = false
		case digits:
			s.clock(i)
		case mark:
			s.mark(i)
		}
	}
	for i := 1; i < s.count-1; i++ {
		switch t := &s.tokens[i]; t.kind {
		case digits:
			s.digitGroups(i)
			s.firstDay(i)
		case letters:
			s.word(i)
		case mark:
			s.symbol(i)
		}
	}
}

// word asks the rules about words.
func (s *setting) word(i int) {
	if p := s.tokens[i-1].kind; p == digits || p == object {
		s.ordinal(i)
		s.unit(i)
		s.halfDay(i)
	}
	near := s.nearNumber(i)
	if near {
		s.month(i)
		s.currencyCode(i)
	}
	if near || s.tokens[i+1].is('.') {
		s.reference(i)
	}
	if c := s.view[s.tokens[i].start]; 'A' <= c && c <= 'Z' {
		s.title(i)
		s.romanOrdinal(i)
	}
}

// nearNumber tells whether a number stands before or after a word, with at most one token between them. Most words
// have none, and need not be looked at.
func (s *setting) nearNumber(i int) bool {
	return s.tokens[i-1].kind == digits || s.tokens[i+1].kind == digits ||
		s.at(i-2).kind == digits || s.at(i+2).kind == digits
}

// mark asks the rule about a mark.
func (s *setting) mark(i int) {
	switch s.tokens[i].char {
	case ';', '!', '?', ':':
		s.highPunctuation(i)
		s.sentenceEnd(i)
	case '.':
		s.sentenceEnd(i)
	case '…':
		s.ellipsis(i)
		s.sentenceEnd(i)
	case '«', '»':
		s.insideGuillemets(i)
	case '%', '‰':
		s.percent(i)
	case '€', '$', '£', '¥', '¢':
		s.currency(i)
	case '°':
		s.numero(i)
	case '-', '–', '—', doubleHyphen, tripleHyphen:
		s.dash(i)
	}
}

// symbol asks the rules about marks that belong to a number.
func (s *setting) symbol(i int) {
	switch s.tokens[i].char {
	case '$':
		s.dollar(i)
	case '°':
		s.degree(i)
		s.numbered(i)
	case '§':
		s.glueNumber(i+1, s.choice(i, references))
	}
}

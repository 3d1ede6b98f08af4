package typography

// reference keeps a number with what says what it counts: n° 5, p. 5, art. 5.
func (s *setting) reference(i int) {
	t := &s.tokens[i]
	want := s.choice(i, references)
	if want == keep || t.size() > len("paras") {
		return
	}
	dotted := s.joined(i+1) && s.at(i+1).is('.')
	if !s.isReference(i, dotted) {
		return
	}
	next := i + 1
	if dotted {
		next++
	}
	s.glueNumber(next, want)
}

// glueNumber keeps a number, in figures or in Roman numerals, with what stands before it.
func (s *setting) glueNumber(next int, want choice) {
	if s.apart(next) && (s.at(next).kind == digits || s.isRomanNumber(next)) {
		s.glue(next, want)
	}
}

// isRomanNumber tells whether a token is a Roman numeral in capitals.
func (s *setting) isRomanNumber(i int) bool {
	word := s.textOf(i)
	return word != "" && romanSize(word) == len(word) && isRoman(word)
}

// isReference tells whether a word, with or without a full stop after it, says what the number after it counts.
func (s *setting) isReference(i int, dotted bool) bool {
	word := s.textOf(i)
	if len(word) > len("paras") {
		return false
	}
	switch word {
	case "p", "pp", "art", "Art", "par", "al", "chap", "Chap", "ch", "Ch", "vol", "Vol", "fig", "Fig", "sect", "Sect",
		"sec", "Sec",
		"para", "paras", "ann", "tabl", "n", "nn", "No", "Nos":
		return dotted || word == "No" || word == "Nos"
	case "no":
		return dotted || s.isFrench(i)
	case "nos", "t":
		return dotted
	case "nº", "Nº", "nᵒ", "Nᵒ", "nᵒˢ", "Nᵒˢ":
		return !dotted
	}
	return false
}

// numero adds the space after n° that French has and the author did not type.
func (s *setting) numero(i int) {
	if s.isNumero(i) && s.joined(i+1) && s.at(i+1).kind == digits && s.isFrench(i) {
		s.setSpaceAfter(i, s.choice(i, references))
	}
}

// numbered keeps a number with the n° before it.
func (s *setting) numbered(i int) {
	if s.isNumero(i) {
		s.glueNumber(i+1, s.choice(i, references))
	}
}

// isNumero tells whether a degree sign is typed for the letter of nᵒ.
func (s *setting) isNumero(i int) bool {
	if !s.joined(i) || !s.begins(i-1) {
		return false
	}
	switch s.textOf(i - 1) {
	case "n", "N", "nos", "Nos":
		return true
	}
	return false
}

package typography

// title keeps a title with the name after it: M. Lacroix, Mme Pollard, S.E. Mme Botchwey, Dr. Smith.
func (s *setting) title(i int) {
	want := s.choice(i, titles)
	size := s.at(i).size()
	if want == keep || size > len("Messrs") {
		return
	}
	if size == 1 && s.text(i) == "E" {
		s.excellency(i, want)
		return
	}
	dotted := s.joined(i+1) && s.at(i+1).is('.')
	if !s.isTitle(i, dotted) {
		return
	}
	next := i + 1
	if dotted {
		next++
	}
	if s.apart(next) && s.capital(next) {
		s.glue(next, want)
	}
}

// isTitle tells whether a word, with or without a full stop after it, is a title.
func (s *setting) isTitle(i int, dotted bool) bool {
	word := s.text(i)
	if word[0] < 'A' || word[0] > 'Z' {
		return false
	}
	if s.isFrench(i) {
		switch word {
		case "M", "MM":
			return dotted
		case "Mme", "Mmes", "Mlle", "Mlles", "Me", "Dr", "Drs", "Dre", "Pr", "Prs", "Mgr":
			return !dotted || len(word) == 2
		}
		return false
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Mx", "Messrs", "Dr", "Drs", "St", "Prof", "Rev", "Hon", "Gen", "Col", "Capt", "Lt",
		"Sgt", "Maj":
		return true
	}
	return false
}

// excellency keeps the letters of S.E. or H.E. together, and with the title or name after them.
func (s *setting) excellency(i int, want choice) {
	head := s.textOf(i - 2)
	if head != "S" && head != "H" || !s.at(i-1).is('.') || !s.joined(i-1) || !s.joined(i+1) || !s.at(i+1).is('.') {
		return
	}
	s.glue(i, want)
	if s.apart(i+2) && s.capital(i+2) {
		s.glue(i+2, want)
	}
}

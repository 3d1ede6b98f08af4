package typography

// ellipsis makes one character of three full stops, but not in a path.
func (s *setting) ellipsis(i int) {
	if s.choice(i, ellipsis) != set || s.besidePath(i) || s.besidePath(i+1) {
		return
	}
	s.setMark(i, dots)
}

// besidePath tells whether a slash stands on one side of the place before a token, and no space.
func (s *setting) besidePath(i int) bool {
	return s.joined(i) && (s.at(i-1).is('/') || s.at(i-1).is('\\') || s.at(i).is('/') || s.at(i).is('\\'))
}

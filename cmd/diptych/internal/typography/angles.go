package typography

// setAngles makes guillemets of << and >> where they stand in pairs, before the quotes are paired, so that these see
// what was meant. In code such as a<<b they stay.
func (s *setting) setAngles() {
	var open []int32
	for i := 1; i < s.count-1; i++ {
		switch t := &s.tokens[i]; {
		case t.kind != mark || s.choice(i, quotes) != pointed:
		case t.char == openAngles && (!s.joined(i) || s.at(i-1).kind == mark):
			open = append(open, int32(i))
		case t.char == closeAngles && (!s.joined(i+1) || s.at(i+1).kind == mark) && len(open) > 0:
			last := int(open[len(open)-1])
			if s.tokens[last].voice == t.voice {
				open = open[:len(open)-1]
				s.setMark(last, leftGuillemet)
				s.setMark(i, rightGuillemet)
			}
		}
	}
}

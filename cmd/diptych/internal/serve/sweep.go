package serve

import "slices"

// sweep renders the pages that nobody has asked for, for their problems alone, save for those that are made of the same as when
// they were looked at before. It steps aside for requests, and ends at the next generation.
func (s *Server) sweep(g *generation) {
	for _, path := range g.Paths() {
		if !isPage(path) {
			continue
		}
		if !s.gate.wait(g.dropped) {
			return
		}
		g.lookByNote(path)
	}
	if g.dropped.Err() != nil {
		return
	}
	g.notes.keep(g.Paths())
	s.tellProblems(g)
	if !slices.Equal(g.known(), g.first) { // some pages may show what was known before
		s.hub.tell(problemsEvent, g.number)
	}
}

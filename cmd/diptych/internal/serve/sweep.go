package serve

import "slices"

// sweep renders the pages that nobody has asked for, for their problems alone. It steps aside for requests, and ends at
// the next generation.
func (s *Server) sweep(g *generation) {
	for _, path := range g.Paths() {
		if !isPage(path) {
			continue
		}
		if !s.gate.wait(g.dropped) {
			return
		}
		g.look(path)
	}
	if g.dropped.Err() != nil {
		return
	}
	s.tellProblems(g)
	if !slices.Equal(g.known(), g.first) { // some pages may show what was known before
		s.hub.tell(problemsEvent, g.number)
	}
}

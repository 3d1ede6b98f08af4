package serve

import (
	"context"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// inspection is what the rules found in all pairs of a site. It is immutable. Its zero value is that nothing is known.
type inspection struct {
	pairs    *check.Pairs
	findings []source.Problem
	tallies  map[string]tally // of the findings, by the file that they are in
}

// tally counts problems by their severities.
type tally struct{ Errors, Warnings, Infos int }

// add counts a problem.
func (t *tally) add(p source.Problem) {
	switch p.Severity {
	case source.Error:
		t.Errors++
	case source.Warning:
		t.Warnings++
	default:
		t.Infos++
	}
}

func (t tally) plus(other tally) tally {
	return tally{t.Errors + other.Errors, t.Warnings + other.Warnings, t.Infos + other.Infos}
}

// tallies counts problems by their files.
func tallies(problems []source.Problem) map[string]tally {
	counted := map[string]tally{}
	for _, p := range problems {
		t := counted[p.Pos.File]
		t.add(p)
		counted[p.Pos.File] = t
	}
	return counted
}

// lastInspection gives what the rules found last in all pairs.
func (s *Server) lastInspection() *inspection {
	if known := s.checked.Load(); known != nil {
		return known
	}
	return &inspection{}
}

// inspect looks at all pairs in the background, once at a time. It goes on when the next generation comes, since what was
// found in pairs that stay the same is not looked for again; it steps aside for requests.
func (s *Server) inspect(g *generation) {
	model := g.Model()
	if model == nil {
		return
	}
	s.inspecting.Lock()
	defer s.inspecting.Unlock()
	if s.current.Load() != g {
		return // the newest one waits for its turn too, or will
	}
	ctx, last := patient{s.ending, &s.gate}, s.lastInspection()
	s.stand(ctx, model)
	pairs := check.CheckPairs(ctx, model, s.options.Check, last.pairs)
	if ctx.Err() != nil {
		return
	}
	findings, _ := pairs.Findings()
	s.checked.Store(&inspection{pairs, findings, tallies(findings)})
	if last.pairs == nil || !slices.Equal(last.findings, findings) { // open pages may show what was known before
		s.mu.Lock()
		defer s.mu.Unlock()
		s.hub.tell(problemsEvent, s.current.Load().number)
	}
}

// stand gives how all pairs of a model stand to their locks. Of those that did not change since the last call it is known.
// If ctx is done the result is not whole.
func (s *Server) stand(ctx context.Context, model *site.Model) []check.Standing {
	var before []check.Standing
	if last := s.standings.Load(); last != nil {
		before = *last
	}
	now := check.Standings(ctx, model, before)
	if ctx.Err() == nil {
		s.standings.Store(&now)
	}
	return now
}

// patient is the context of work that lets requests go first: whoever asks whether the work is to end waits until none is
// running.
type patient struct {
	context.Context
	gate *gate
}

// Err implements context.Context.
func (p patient) Err() error {
	p.gate.wait(p.Context)
	return p.Context.Err()
}

// looked is a pair that was looked at, beside what was known of all others.
type looked struct {
	beside *check.Pairs
	review check.Review
}

// look looks at one pair of a generation, unless that was done.
func (s *Server) look(g *generation, key string) (check.Review, bool) {
	model := g.Model()
	if model == nil {
		return check.Review{}, false
	}
	pairs := s.lastInspection().pairs
	g.mu.Lock()
	known, ok := g.looked[key]
	g.mu.Unlock()
	if ok && known.beside == pairs {
		return known.review, true
	}
	review, ok := pairs.Review(model, s.options.Check, key)
	if ok {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.looked[key] = looked{pairs, review}
	}
	return review, ok
}

// errorsIn gives the errors of a pair, sorted: what the rules found, and what keeps its pages from being made.
func (s *Server) errorsIn(g *generation, review check.Review) []source.Problem {
	for _, lang := range source.Langs() {
		if path, ok := g.PathOf(review.Source.Key, lang); ok {
			g.look(path)
		}
	}
	files := review.Source.Files()
	errors := slices.DeleteFunc(slices.Concat(review.Findings, g.known()), func(p source.Problem) bool {
		return p.Severity != source.Error || !slices.Contains(files, p.Pos.File) && !slices.Contains(files, p.Peer.File)
	})
	return source.Sort(errors)
}

// isReviewed tells whether a file is one of those that reviews show.
func (g *generation) isReviewed(file string) bool {
	_, ok := g.tree.File(file)
	return ok && g.Model() != nil && strings.HasPrefix(file, "content/")
}

// Package serve is the editor's preview: the site as a browser sees it, page by page as it is asked for.
//
// What is sent is what is published, by the same function of the site; a page gets one script more, which asks again
// when there is a new generation. A mistake never takes a page away: the last good one stays until the next good one,
// and what is wrong is told beside it. No list of who depends on whom is kept: each open page asks for itself.
//
// The server is made for a network of strangers: it answers to known names only and to no other origin, and nothing but
// the site's outputs can be reached. It speaks HTTP/1 alone.
package serve

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"diptych/cmd/diptych/internal/check"
	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/ledger"
	"diptych/cmd/diptych/internal/source"
)

// Options are what the preview depends on beside the site.
type Options struct {
	Hosts   []string                        // names by which others may ask for it: "atelier" or "atelier:1313"
	Headers func(path string) []host.Header // what a host sends with an output; nil for nothing
	Now     func() time.Time                // the clock, for deadlines; needed

	// Editor opens a file at a place: a command, without a shell, whose words may hold {file}, {line} and {column}.
	// Without {file}, file:line:column is its last word. Empty if nothing is to be opened.
	Editor string
	Root   string // the site's root, a path on this machine: what Editor opens is below it
	Token  string // a secret of this run, which a page must know to have something opened or confirmed

	// Check is how pairs are compared. Its Drafts tells whether the rules look at drafts that nobody has asked for.
	Check check.Options

	// Confirm records that a row of a pair says the same in both halves, by its index, or that all of the pair does, and
	// gives the lock that it has written. A minor change keeps its day. If Confirm is nil nothing can be confirmed.
	Confirm func(key string, pair *ledger.Comparison, row int, minor bool) (ledger.Lock, error)

	// Problems is told all known problems, sorted, each time that they change; Log what went wrong with this machine.
	// Both may be nil. They are called one call at a time each, and must not call the server.
	Problems func(problems []source.Problem)
	Log      func(line string)
}

// Server is the preview. It is safe for concurrent use.
type Server struct {
	options Options
	hub     *hub
	gate    gate
	good    *recent[made]
	visited *recent[half]
	current atomic.Pointer[generation] // nil before the first Publish
	checked atomic.Pointer[inspection] // what the rules found last in all pairs; nil before they have

	standings atomic.Pointer[[]check.Standing] // how all pairs stood last to their locks; nil before they were compared

	ending context.Context // done when the preview ends
	end    context.CancelFunc

	mu     sync.Mutex // guards what follows, and the order of generations
	closed bool
	quiet  *time.Timer
	group  sync.WaitGroup // the background's work

	telling sync.Mutex // guards told
	told    []source.Problem

	inspecting sync.Mutex // held while all pairs are looked at
	confirming sync.Mutex // held while something is confirmed
}

// wholePair stands for all rows of a pair.
const wholePair = -1

// The bounds of what is remembered: the last good bytes of pages (and of the styles and scripts that they load), and
// which page stood at a path.
const (
	goodPages   = 256
	goodBytes   = 32 << 20
	visitedMost = 4096
)

// quietTime is how long no generation must come before the pages that nobody asks for are rendered for their problems, and
// all pairs are compared.
const quietTime = time.Second

// New makes a preview that has no site yet.
func New(options Options) *Server {
	if options.Headers == nil {
		options.Headers = func(string) []host.Header { return nil }
	}
	if options.Problems == nil {
		options.Problems = func([]source.Problem) {}
	}
	if options.Log == nil {
		options.Log = func(string) {}
	}
	s := &Server{
		options: options, hub: newHub(options.Now),
		good:    newRecent(goodPages, goodBytes, func(m made) int { return len(m.body) }),
		visited: newRecent(visitedMost, visitedMost, func(half) int { return 1 }),
	}
	s.ending, s.end = context.WithCancel(context.Background())
	return s
}

// Publish makes a site the one that is shown, and tells the clients. The tree is what it is made of, for the lines that
// problems name. Nothing is rendered before it is asked for.
func (s *Server) Publish(site Site, tree *source.Tree) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	previous := s.current.Load()
	s.rest(previous)
	g := next(previous, site, tree)
	s.current.Store(g)
	s.hub.tell(generationEvent, g.number)
	s.tellProblems(g)
	s.group.Add(1)
	s.quiet = time.AfterFunc(quietTime, func() {
		defer s.group.Done()
		s.sweep(g)
		s.inspect(g)
	})
}

// rest stops the background's work for a generation.
func (s *Server) rest(g *generation) {
	if g == nil {
		return
	}
	g.drop()
	if s.quiet.Stop() {
		s.group.Done() // it will not run
	}
}

// Close lets all clients go, ends the work in the background and waits for both. What is asked for later is refused.
func (s *Server) Close() {
	s.mu.Lock()
	if !s.closed {
		s.closed = true
		s.end()
		s.rest(s.current.Load())
	}
	s.mu.Unlock()
	s.hub.close()
	s.group.Wait()
}

// tellProblems tells the known problems if they are not those that were told last.
func (s *Server) tellProblems(g *generation) {
	s.telling.Lock()
	defer s.telling.Unlock()
	if s.current.Load() != g || !g.news() {
		return // the next generation tells its own
	}
	if all := g.known(); !slices.Equal(all, s.told) {
		s.told = all
		s.options.Problems(all)
	}
}

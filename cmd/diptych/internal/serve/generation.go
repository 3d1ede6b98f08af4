package serve

import (
	"context"
	"io"
	"net/url"
	"slices"
	"sync"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// Site is a whole site at one moment, safe for concurrent use, and never changed. A *build.Site is one.
type Site interface {
	// Paths gives all output paths, sorted.
	Paths() []string
	// Output writes an output's bytes, and gives what is wrong with the page behind it. Where that is an error, no byte
	// is written. The error is that of w or of the file system.
	Output(path string, w io.Writer) ([]source.Problem, error)
	// Look finds out what is wrong with an output, as Output does. note is what Look noted of that path, on this site or on one
	// before it, or "": an output that is made of what its note says is not made again, since nothing was wrong with it. now is
	// what it notes this time; "" if something is wrong.
	Look(path, note string) (problems []source.Problem, now string, err error)
	// Problems gives what is wrong with the site as a whole, sorted.
	Problems() []source.Problem
	// PageAt finds the page at an output path: the key of its pair, and its language.
	PageAt(path string) (key string, lang source.Lang, ok bool)
	// PathOf finds the output path of a page.
	PathOf(key string, lang source.Lang) (path string, ok bool)
	// BasePath is the path of the site's root as addresses write it, with a slash at both ends: "/" or "/accra/".
	BasePath() string
	// Model gives the pairs that the site is made of; nil if they can't be compared.
	Model() *site.Model
}

// generation is a site with its number and what has been found out about it.
type generation struct {
	Site
	tree   *source.Tree // what the site is made of
	shown  Site         // what browsers are sent: the site itself, or the last sound one
	sound  *sound       // the last one up to now that had no error; nil if none had
	number uint64       // counted from 1
	base   string       // the site's root as addresses write it
	root   string       // the same decoded, as requests are compared with it
	former string       // the root before the last that was another one, decoded; "" if there was none

	dropped context.Context // done when the next generation is there
	drop    context.CancelFunc

	mu     sync.Mutex
	fresh  []bool                      // by index in Paths: whether its problems are of this generation
	found  map[string][]source.Problem // by path: what Output told, in this generation or, until it is known, the last
	first  []source.Problem            // what was known when the generation was made
	untold bool                        // whether more may be known than what was told
	looked map[string]looked           // by key: the pairs that were looked at for a page

	notes *notebook // of this generation and of those before it
}

// next makes the generation that follows another one; previous is nil for the first.
func next(previous *generation, shown Site, tree *source.Tree) *generation {
	g := &generation{
		Site: shown, tree: tree, shown: shown, number: 1, base: shown.BasePath(),
		fresh: make([]bool, len(shown.Paths())), found: map[string][]source.Problem{}, untold: true,
		looked: map[string]looked{}, notes: &notebook{},
	}
	g.dropped, g.drop = context.WithCancel(context.Background())
	if previous != nil {
		g.follow(previous)
		g.fallBack(previous.sound)
	}
	if !source.HasErrors(g.Problems()) {
		g.sound = &sound{shown, tree}
	}
	if decoded, err := url.PathUnescape(g.base); err == nil {
		g.root = decoded
	} else {
		g.root = g.base
	}
	if previous != nil && previous.root != g.root {
		g.former = previous.root
	}
	g.first = g.known()
	return g
}

// follow takes over from the generation before what holds until more is known. A mistake in config.toml must not move
// the site from under its open pages.
func (g *generation) follow(previous *generation) {
	g.number, g.former, g.notes = previous.number+1, previous.former, previous.notes
	if slices.ContainsFunc(g.Problems(), func(p source.Problem) bool {
		return p.Severity == source.Error && p.Pos.File == source.ConfigFile
	}) {
		g.base = previous.base
	}
	previous.mu.Lock()
	defer previous.mu.Unlock()
	for path, problems := range previous.found {
		if g.index(path) >= 0 {
			g.found[path] = problems
		}
	}
}

// has tells whether an output is shown.
func (g *generation) has(path string) bool {
	_, found := slices.BinarySearch(g.shown.Paths(), path)
	return found
}

// index is the index of a path among the site's own outputs, or -1.
func (g *generation) index(path string) int {
	if i, found := slices.BinarySearch(g.Paths(), path); found {
		return i
	}
	return -1
}

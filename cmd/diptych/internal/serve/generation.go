package serve

import (
	"bytes"
	"context"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"diptych/cmd/diptych/internal/source"
)

// Site is a whole site at one moment, safe for concurrent use, and never changed. A *build.Site is one.
type Site interface {
	// Paths gives all output paths, sorted.
	Paths() []string
	// Output writes an output's bytes, and gives what is wrong with the page behind it. Where that is an error, no byte
	// is written. The error is that of w or of the file system.
	Output(path string, w io.Writer) ([]source.Problem, error)
	// Problems gives what is wrong with the site as a whole, sorted.
	Problems() []source.Problem
	// PageAt finds the page at an output path: the key of its pair, and its language.
	PageAt(path string) (key string, lang source.Lang, ok bool)
	// PathOf finds the output path of a page.
	PathOf(key string, lang source.Lang) (path string, ok bool)
	// BasePath is the path of the site's root as addresses write it, with a slash at both ends: "/" or "/accra/".
	BasePath() string
}

// generation is a site with its number and what has been found out about it.
type generation struct {
	Site
	tree   *source.Tree // what the site is made of
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
}

// next makes the generation that follows another one; previous is nil for the first.
func next(previous *generation, site Site, tree *source.Tree) *generation {
	g := &generation{
		Site: site, tree: tree, number: 1, base: site.BasePath(),
		fresh: make([]bool, len(site.Paths())), found: map[string][]source.Problem{}, untold: true,
	}
	g.dropped, g.drop = context.WithCancel(context.Background())
	if previous != nil {
		g.follow(previous)
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
	g.number, g.former = previous.number+1, previous.former
	if slices.ContainsFunc(g.Problems(), func(p source.Problem) bool {
		return p.Severity == source.Error && p.Pos.File == source.ConfigFile
	}) {
		g.base = previous.base
	}
	previous.mu.Lock()
	defer previous.mu.Unlock()
	for path, problems := range previous.found {
		if g.has(path) {
			g.found[path] = problems
		}
	}
}

// has tells whether the site has an output.
func (g *generation) has(path string) bool { return g.index(path) >= 0 }

// index is the index of a path among the outputs, or -1.
func (g *generation) index(path string) int {
	if i, found := slices.BinarySearch(g.Paths(), path); found {
		return i
	}
	return -1
}

// make renders an output into memory, and remembers what is wrong with it.
func (g *generation) make(path string) ([]byte, []source.Problem, error) {
	var body bytes.Buffer
	problems, err := g.Output(path, &body)
	if err == nil {
		g.record(path, problems)
	}
	return body.Bytes(), problems, err
}

// look finds out what is wrong with an output, unless it is known.
func (g *generation) look(path string) {
	i := g.index(path)
	if i < 0 {
		return
	}
	g.mu.Lock()
	known := g.fresh[i]
	g.mu.Unlock()
	if known {
		return
	}
	if problems, err := g.Output(path, io.Discard); err == nil { // an error is told when the output is asked for
		g.record(path, problems)
	}
}

func (g *generation) record(path string, problems []source.Problem) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.fresh[g.index(path)] = true
	g.untold = g.untold || !equal(g.found[path], problems)
	if len(problems) > 0 {
		g.found[path] = problems
	} else {
		delete(g.found, path)
	}
}

// of gives what Output told about a path.
func (g *generation) of(path string) []source.Problem {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.found[path]
}

// news tells whether more may be known than at the last call.
func (g *generation) news() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	untold := g.untold
	g.untold = false
	return untold
}

// known gives all problems that are known, sorted, each once.
func (g *generation) known() []source.Problem {
	all := slices.Clone(g.Problems())
	g.mu.Lock()
	for _, problems := range g.found {
		all = append(all, problems...)
	}
	g.mu.Unlock()
	return source.Sort(all)
}

// equal tells whether two lists of problems are the same.
func equal(a, b []source.Problem) bool { return slices.Equal(a, b) }

// half finds the page at an output path.
func (g *generation) half(path string) (half, bool) {
	key, lang, ok := g.PageAt(path)
	return half{key, lang}, ok
}

// path finds the output path of a page, if it is an output.
func (g *generation) path(page half) (string, bool) {
	path, ok := g.PathOf(page.key, page.lang)
	return path, ok && g.has(path)
}

// line gives the line of source at a place; "" if there is none, or none that is text.
func (g *generation) line(pos source.Pos) string {
	file, ok := g.tree.File(pos.File)
	if !ok || pos.Line < 1 {
		return ""
	}
	number := 0
	for line := range strings.Lines(file.Text) {
		if number++; number == pos.Line {
			return strings.TrimSuffix(line, "\n")
		}
	}
	return ""
}

// address writes the address of an output path: below the base, without index.html.
func (g *generation) address(output string) string {
	if path.Base(output) == indexFile {
		output = strings.TrimSuffix(output, indexFile)
	}
	return g.base + escape(output)
}

// indexFile is the file that stands at the address of a folder.
const indexFile = "index.html"

func escape(path string) string { return (&url.URL{Path: path}).EscapedPath() }

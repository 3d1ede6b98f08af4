package serve

import (
	"bytes"
	"io"
	"slices"

	"diptych/cmd/diptych/internal/source"
)

// make renders an output as it is shown into memory, and remembers what is wrong with it if it is of this generation.
func (g *generation) make(path string) ([]byte, []source.Problem, error) {
	var body bytes.Buffer
	problems, err := g.shown.Output(path, &body)
	if err == nil && !g.fellBack() {
		g.record(path, problems)
	}
	return body.Bytes(), problems, err
}

// look finds out what is wrong with an output, unless it is known.
func (g *generation) look(path string) {
	g.learn(path, func() ([]source.Problem, error) { return g.Output(path, io.Discard) })
}

// lookByNote is look for one output of very many: what is made of the same as before is not made. To know of what an output is made
// takes a while at first, for which nobody who asks for one should wait.
func (g *generation) lookByNote(path string) {
	g.learn(path, func() ([]source.Problem, error) {
		problems, note, err := g.Look(path, g.notes.of(path))
		g.notes.write(path, note)
		return problems, err
	})
}

// learn records what is found out about an output, unless it is known.
func (g *generation) learn(path string, find func() ([]source.Problem, error)) {
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
	if problems, err := find(); err == nil { // an error is told when the output is asked for
		g.record(path, problems)
	}
}

func (g *generation) record(path string, problems []source.Problem) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.fresh[g.index(path)] = true
	g.untold = g.untold || !slices.Equal(g.found[path], problems)
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

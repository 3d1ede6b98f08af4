package build

import (
	"cmp"
	"context"
	"errors"
	"io"
	"sync"

	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Target takes a site's files; what is created at a path may be closed with an error too. It must bear many calls at
// once.
type Target interface {
	Create(path string) (io.WriteCloser, error)
}

// All writes every output of the site to a target, on all cores, and gives all problems of the site, sorted. done is
// called after each output. The error is that of the target or of the file system, or says that ctx was done; with it, and
// with problems that are errors, the target has not got the whole site.
func (s *Site) All(ctx context.Context, target Target, done func()) ([]source.Problem, error) {
	if source.HasErrors(s.problems) {
		target = nowhere{} // two files may need one place, and that is told already
	}
	return s.Every(ctx, target, done)
}

// Every is All for those who look at the outputs: the target gets them also where something is wrong with the site, as far
// as they can be made. Of a page in which something is wrong it gets no byte.
func (s *Site) Every(ctx context.Context, target Target, done func()) ([]source.Problem, error) {
	return s.every(ctx, func(path string) ([]source.Problem, error) { return s.write(path, target) }, done)
}

// every makes every output on all cores, in batches, and gathers the problems.
func (s *Site) every(ctx context.Context, write func(path string) ([]source.Problem, error), done func()) ([]source.Problem, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var mu sync.Mutex
	problems, failed := append([]source.Problem(nil), s.problems...), error(nil)
	parallel.For(len(s.batches), func(i int) {
		for _, path := range s.batches[i] {
			if ctx.Err() != nil {
				return
			}
			found, err := write(path)
			if len(found) > 0 || err != nil {
				mu.Lock()
				problems, failed = append(problems, found...), cmp.Or(failed, err) // a full disk fails on each core
				mu.Unlock()
			}
			if err != nil {
				stop()
			}
			done()
		}
		s.release(s.outputs[s.batches[i][0]])
	})
	if failed == nil && ctx.Err() != nil {
		failed = wording.Errorf("interrupted")
	}
	return source.Sort(problems), failed
}

// write creates one output.
func (s *Site) write(path string, target Target) ([]source.Problem, error) {
	to, err := s.fill(path, target)
	return to.problems, err
}

// fill creates one output, and gives what was learned on the way.
func (s *Site) fill(path string, target Target) (*sheet, error) {
	file, err := target.Create(path)
	if err != nil {
		return &sheet{}, err
	}
	to := &sheet{Writer: file}
	err = s.outputs[path].write(s, to)
	return to, errors.Join(err, file.Close())
}

// nowhere takes a site that can't be published: the pages are made only to tell what is wrong with them.
type nowhere struct{}

func (nowhere) Create(string) (io.WriteCloser, error) { return Unread{}, nil }

package publish

import (
	"errors"
	"slices"
	"sync"
	"time"

	"diptych/cmd/diptych/internal/parallel"
)

// search goes through the folders of a generation that its manifest names, on all cores: from the root down, one level after the
// other, so that it follows no link. Each folder is read for files of others, at whatever time it was changed: one that is forgotten
// is lost.
type search struct {
	of      *generation
	root    tree
	written time.Time // when the manifest was
	summing bool      // whether our own files are wanted too
	mu      sync.Mutex
	findings
}

// findings are what a search finds in a folder.
type findings struct {
	ours   []ours
	doubts []string // files of ours that were changed since the manifest was written, and may still be what it says
	extras []string
	rooms  []room // folders of ours
	failed error
}

// ours is a file that a manifest names and that is there.
type ours struct {
	path string
	sum  digest
}

// room is a folder of ours. One that was changed since the manifest was written, or stands in one, may have been exchanged with
// another, whose files keep their times.
type room struct {
	path    string
	renewed bool
}

// search finds the files of ours, as they are now, and those of others.
func (g *generation) search(written time.Time) error {
	found, err := (&search{of: g, written: written, summing: true}).all()
	g.files = found.manifest(g.named)
	g.take(found.extras)
	return err
}

// manifest gives the files that were found: the manifest that was searched for if nothing has changed.
func (f findings) manifest(named manifest) manifest {
	isSame := func(file ours) bool { return file.sum == named[file.path] }
	if len(f.ours) == len(named) && !slices.ContainsFunc(f.ours, func(file ours) bool { return !isSame(file) }) {
		return named
	}
	files := make(manifest, len(f.ours))
	for _, file := range f.ours {
		files[file.path] = file.sum
	}
	return files
}

// all enters every folder.
func (s *search) all() (findings, error) {
	var err error
	if s.root, err = openTree(s.of.folder); err != nil {
		return findings{}, err
	}
	defer s.root.close()
	for level := []room{{path: "."}}; len(level) > 0; {
		s.rooms = nil
		parallel.For(len(level), func(i int) { s.add(s.enter(level[i])) })
		level = s.rooms
	}
	s.resolve()
	return s.findings, s.failed
}

func (s *search) add(found findings) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ours = append(s.ours, found.ours...)
	s.doubts = append(s.doubts, found.doubts...)
	s.extras = append(s.extras, found.extras...)
	s.rooms = append(s.rooms, found.rooms...)
	s.failed = errors.Join(s.failed, found.failed)
}

// enter looks at what is in a folder of ours. One that is gone, or a link by now, holds nothing.
func (s *search) enter(r room) (found findings) {
	folder, err := s.root.open(r.path)
	if isGone(err) {
		return found
	}
	if err != nil {
		return findings{failed: err}
	}
	defer folder.close()
	if s.summing && !r.renewed && r.path != "." {
		changed, err := folder.changed()
		if err != nil {
			return findings{failed: err}
		}
		r.renewed = !changed.Before(s.written)
	}
	found.failed = folder.each(func(name string, isFolder bool) error {
		path := join(r.path, name)
		known, isOurs := s.of.named[path]
		switch {
		case path == marker || path == inner:
		case isFolder && s.of.within[path]:
			found.rooms = append(found.rooms, room{path, r.renewed})
		case isFolder:
			return below(s.of.folder, path, func(path string) { found.extras = append(found.extras, path) })
		case isOurs && s.summing:
			s.inspect(folder, name, ours{path, known}, r.renewed, &found)
		case !isOurs:
			found.extras = append(found.extras, path)
		}
		return nil
	})
	return found
}

// inspect tells whether a file that the manifest names is as that says. It has the zero digest where it is no file, and is in doubt
// if it, or its folder, was changed since.
func (s *search) inspect(in opened, name string, file ours, renewed bool, found *findings) {
	changed, kind, err := in.stat(name)
	switch {
	case isGone(err):
	case err != nil || !kind.IsRegular():
		found.ours = append(found.ours, ours{path: file.path})
	case !renewed && changed.Before(s.written): // at the same tick of the clock it may have been changed
		found.ours = append(found.ours, file)
	default:
		found.doubts = append(found.doubts, file.path)
	}
}

// resolve reads the files that are in doubt.
func (s *search) resolve() {
	read := make([]ours, len(s.doubts))
	parallel.For(len(read), func(i int) {
		read[i].path = s.doubts[i]
		if sum, err := sumOf(s.of.name(s.doubts[i])); err == nil {
			read[i].sum = sum
		}
	})
	s.ours = append(s.ours, read...)
}

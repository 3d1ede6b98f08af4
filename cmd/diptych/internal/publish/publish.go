// Package publish puts a set of files into a folder, whole or not at all.
//
// The output is a generation of files. The next one is made in a hidden folder beside it, .NAME.diptych, and exchanged with it
// in one step; the generation before stays there as a spare. The one after next is made of the spare, by writing and removing
// only what differs, so that the cost of a build follows what it changes. Until the exchange, and on any error, the output
// stays as it is. When nothing changed, nothing is touched.
package publish

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// inner is the folder within the output that serves as workshop where none can be had beside it.
const inner = ".diptych.work"

// partial is the name that a file has in its folder while it is copied there from another file system.
const partial = ".diptych-new"

// Place says where a site is published.
type Place struct {
	Output string // the folder to publish in
	Source string // the root of the site
	Home   string // the user's home; "" if it is not known
}

// Stage is an output on its way. Its methods may be called by many goroutines at once, save Commit and Discard.
type Stage struct {
	tally
	disk    disk
	output  string    // absolute, without links
	work    string    // the workshop
	apart   bool      // whether the workshop is beside the output, and they can be exchanged
	most    int       // the length in bytes up to which a file waits in memory
	held    *os.File  // the lock
	looked  time.Time // when the output was looked at, by the clock of the file system
	mu      sync.Mutex
	made    map[string]bool // folders that exist below the workshop's new
	written map[string]bool // paths that are there
}

// Open prepares a new output. The error says why the output can't be written: it is not a folder, it holds files that are not
// ours, it is part of the site's source, or another build is writing it. For that one Open waits up to a minute, and calls
// busy once, with who that is: "process 4711".
//
// Links on the way to the output are followed first, so that what is replaced is the folder itself and not a link to it.
func Open(ctx context.Context, at Place, busy func(holder string)) (*Stage, error) {
	return open(ctx, at, busy, machine{})
}

func open(ctx context.Context, at Place, busy func(holder string), on disk) (*Stage, error) {
	output, err := at.resolve()
	if err != nil {
		return nil, err
	}
	s := &Stage{disk: on, output: output, tally: newTally(generation{}), most: mostHeld, made: map[string]bool{}, written: map[string]bool{}}
	if err := s.claim(ctx, busy); err != nil {
		return nil, err
	}
	if err := s.prepare(); err != nil {
		return nil, errors.Join(err, s.Discard())
	}
	return s, nil
}

// prepare clears away what a build left that was killed, and looks at what is there.
func (s *Stage) prepare() error {
	if err := s.repair(); err != nil {
		return err
	}
	err := errors.Join(s.disk.removeAll(s.fresh()), s.disk.removeAll(s.draft()))
	if err == nil && s.apart { // a build was killed that could only work within
		err = s.disk.removeAll(filepath.Join(s.output, inner))
	}
	if err != nil {
		return err
	}
	s.looked = s.now()
	s.live, err = look(s.output, s.looked)
	return err
}

// The rooms of the workshop: where the new files are until Commit, the generation before, and where the output is meanwhile if
// it has to be renamed; and a manifest until it is put in its place.
func (s *Stage) fresh() string { return filepath.Join(s.work, "new") }
func (s *Stage) spare() string { return filepath.Join(s.work, "spare") }
func (s *Stage) aside() string { return filepath.Join(s.work, "old") }
func (s *Stage) draft() string { return filepath.Join(s.work, "manifest") }

func (s *Stage) freshName(path string) string {
	return filepath.Join(s.work, "new", filepath.FromSlash(path))
}

// Create opens a new file at a slash-separated path relative to the output. The error is that of the file system, or says
// that the path leads out of the output, or is there already.
func (s *Stage) Create(path string) (io.WriteCloser, error) {
	if err := s.begin(path); err != nil {
		return nil, err
	}
	return newFile(s, path), nil
}

// create makes the new file of a path.
func (s *Stage) create(path string) (io.WriteCloser, error) {
	name := s.freshName(path)
	if err := s.makeFolder(filepath.Dir(name)); err != nil {
		return nil, err
	}
	file, err := s.disk.create(name)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written[path] = true
	return file, nil
}

// makeFolder makes a folder once.
func (s *Stage) makeFolder(folder string) error {
	s.mu.Lock()
	made := s.made[folder]
	s.mu.Unlock()
	if made {
		return nil
	}
	if err := s.disk.mkdir(folder); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.made[folder] = true
	return nil
}

// Discard removes the new files and leaves the output as it is. After a Commit that succeeded it does nothing.
func (s *Stage) Discard() error {
	if s.held == nil {
		return nil
	}
	defer s.release()
	err := s.disk.removeAll(s.fresh())
	_, spare := os.Lstat(s.spare())
	_, aside := os.Lstat(s.aside()) // the only copy of the output, if it could not be put back
	if spare != nil && aside != nil && err == nil {
		err = s.close()
	}
	return err
}

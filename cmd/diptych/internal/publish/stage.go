// Package publish puts a set of files into a folder, whole or not at all.
//
// The files are written into a stage: a new folder beside the output, so that both are on one file system. Commit
// renames it into the output's place; until then, and on any error, the old output stays as it is.
package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// marker is the file by which we know a folder as ours. Only a folder that bears it, or is empty, is ever replaced.
const marker = ".diptych"

const markerText = "This folder is written by diptych and replaced at each build. Keep nothing of your own in it.\n"

// Stage is an output on its way. Its methods may be called by many goroutines at once, save Commit and Discard.
type Stage struct {
	output string // the folder to replace
	temp   string // where the new files are until Commit
	old    string // where the old files are while Commit replaces them

	held *os.File // temp, locked

	mu   sync.Mutex
	made map[string]bool // folders that exist below temp
}

// NewStage prepares a new output for the folder at output, for a site whose root is source. The error says why output
// can't be replaced: it is not a folder, it holds files that are not ours, it is part of the site's source, or another
// build is writing it.
//
// Links on the way to output are followed first, so that what is replaced is the folder itself and not a link to it.
func NewStage(output, source string) (*Stage, error) {
	output, err := place(output)
	if err != nil {
		return nil, err
	}
	if source, err = place(source); err != nil {
		return nil, err
	}
	if err := checkPlace(output, source); err != nil {
		return nil, err
	}
	s := &Stage{output: output, temp: sibling(output, "new"), old: sibling(output, "old"), made: map[string]bool{}}
	if err := s.claim(); err != nil {
		return nil, err
	}
	if err := s.prepare(); err != nil {
		return nil, errors.Join(err, s.Discard())
	}
	return s, nil
}

// claim takes the stage's folder for this build alone. The lock is on the folder itself, so that it goes where the folder
// goes, leaves nothing behind, and ends with the process.
func (s *Stage) claim() error {
	for {
		if err := os.MkdirAll(s.temp, 0o755); err != nil {
			return err
		}
		folder, err := os.Open(s.temp)
		if err != nil {
			return err
		}
		if !lock(folder) {
			folder.Close()
			return fmt.Errorf("another build is writing the output %q; wait until it has ended", s.output)
		}
		here, err := os.Stat(s.temp)
		if locked, wrong := folder.Stat(); err == nil && wrong == nil && os.SameFile(here, locked) {
			s.held = folder
			return nil
		}
		folder.Close() // the other build ended meanwhile, and took the folder with it
	}
}

// prepare clears away what a build left that was killed. Killed between the two renames of Commit, it left no output:
// then the old one goes back to its place.
func (s *Stage) prepare() error {
	entries, err := os.ReadDir(s.temp)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if err := os.RemoveAll(filepath.Join(s.temp, entry.Name())); err != nil {
			return err
		}
	}
	if err := s.recover(); err != nil {
		return err
	}
	if err := checkOurs(s.output); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.temp, marker), []byte(markerText), 0o644)
}

// recover puts the old output back in its place if it is in none.
func (s *Stage) recover() error {
	if _, err := os.Lstat(s.output); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, os.RemoveAll(s.old))
	}
	if err := os.Rename(s.old, s.output); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// sibling gives the path of a hidden folder beside the output.
func sibling(output, role string) string {
	return filepath.Join(filepath.Dir(output), "."+filepath.Base(output)+".diptych-"+role)
}

// Create opens a new file at a slash-separated path relative to the output. The error is that of the file system, or says
// that the path leads out of the output.
func (s *Stage) Create(path string) (io.WriteCloser, error) {
	if !fs.ValidPath(path) || !filepath.IsLocal(filepath.FromSlash(path)) {
		return nil, fmt.Errorf("%q is not a path within the output", path)
	}
	name := filepath.Join(s.temp, filepath.FromSlash(path))
	if err := s.makeFolder(filepath.Dir(name)); err != nil {
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// makeFolder makes a folder once.
func (s *Stage) makeFolder(folder string) error {
	s.mu.Lock()
	made := s.made[folder]
	s.mu.Unlock()
	if made {
		return nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	s.mu.Lock()
	s.made[folder] = true
	s.mu.Unlock()
	return nil
}

// Commit puts the new files in the place of the old ones. On an error the old ones are still there, or back again; but
// where only the old ones can't be removed, the new ones are in place, and the error says so.
func (s *Stage) Commit() error {
	defer s.held.Close()
	err := os.Rename(s.output, s.old)
	first := errors.Is(err, fs.ErrNotExist)
	if err != nil && !first {
		return err
	}
	if err := os.Rename(s.temp, s.output); err != nil {
		if !first {
			err = errors.Join(err, os.Rename(s.old, s.output))
		}
		return err
	}
	if err := os.RemoveAll(s.old); err != nil {
		return fmt.Errorf("the new output is in place, but the old one can't be removed: %w", err)
	}
	return nil
}

// Discard removes the new files and leaves the old ones as they are.
func (s *Stage) Discard() error {
	defer s.held.Close() // closing it twice does no harm
	return os.RemoveAll(s.temp)
}

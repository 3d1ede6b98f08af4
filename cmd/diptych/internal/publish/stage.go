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
	"strings"
	"sync"
)

// marker is the file by which we know a folder as ours. Only a folder that bears it, or is empty, is ever replaced.
const marker = ".diptych"

const markerText = "This folder is written by diptych and replaced at each build. Keep nothing of your own in it.\n"

// Stage is an output on its way. Its methods may be called by many goroutines at once, save Commit and Discard.
type Stage struct {
	output string // the folder to replace
	temp   string // where the new files are until Commit

	mu   sync.Mutex
	made map[string]bool // folders that exist below temp
}

// NewStage prepares a new output for the folder at output, for a site whose root is source. The error says why output
// can't be replaced: it is not a folder, it holds files that are not ours, or it is part of the site's source.
func NewStage(output, source string) (*Stage, error) {
	output, err := filepath.Abs(output)
	if err != nil {
		return nil, err
	}
	if err := checkPlace(output, source); err != nil {
		return nil, err
	}
	if err := checkOurs(output); err != nil {
		return nil, err
	}
	s := &Stage{output: output, temp: sibling(output, "new"), made: map[string]bool{}}
	if err := os.RemoveAll(s.temp); err != nil { // left by a build that was killed
		return nil, err
	}
	if err := os.MkdirAll(s.temp, 0o755); err != nil {
		return nil, err
	}
	return s, os.WriteFile(filepath.Join(s.temp, marker), []byte(markerText), 0o644)
}

// sibling gives the path of a hidden folder beside the output.
func sibling(output, role string) string {
	return filepath.Join(filepath.Dir(output), "."+filepath.Base(output)+".diptych-"+role)
}

// checkPlace refuses an output that is the site's source or above it, or one of the folders that the site is made of.
func checkPlace(output, source string) error {
	source, err := filepath.Abs(source)
	if err != nil {
		return err
	}
	if inside(source, output) {
		return fmt.Errorf("the output %q would replace the site's own source; name another folder", output)
	}
	for _, room := range []string{"content", "layouts", "static", "i18n", "cmd", ".git"} {
		if inside(output, filepath.Join(source, room)) {
			return fmt.Errorf("the output %q is part of the site's source; name another folder", output)
		}
	}
	return nil
}

// inside tells whether path is folder or below it.
func inside(path, folder string) bool {
	way, err := filepath.Rel(folder, path)
	return err == nil && way != ".." && !strings.HasPrefix(way, ".."+string(filepath.Separator))
}

// checkOurs refuses a folder with files in it that we did not write.
func checkOurs(output string) error {
	entries, err := os.ReadDir(output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("the output %q is not a folder that can be read: %w", output, err)
	case len(entries) == 0:
		return nil
	}
	if _, err := os.Lstat(filepath.Join(output, marker)); err != nil {
		return fmt.Errorf("the output %q holds files that diptych did not write; name another folder, or empty this one", output)
	}
	return nil
}

// Create opens a new file at a slash-separated path relative to the output. The error is that of the file system.
func (s *Stage) Create(path string) (io.WriteCloser, error) {
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

// Commit puts the new files in the place of the old ones. On an error the old ones are still there, or back again.
func (s *Stage) Commit() error {
	old := sibling(s.output, "old")
	if err := os.RemoveAll(old); err != nil {
		return err
	}
	err := os.Rename(s.output, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(s.temp, s.output); err != nil {
		return errors.Join(err, os.Rename(old, s.output))
	}
	return os.RemoveAll(old)
}

// Discard removes the new files and leaves the old ones as they are.
func (s *Stage) Discard() error { return os.RemoveAll(s.temp) }

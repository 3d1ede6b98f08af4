package publish

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"time"
)

// seal makes a generation whole: its files are on the disk before its manifest is, and the manifest before Commit goes on.
func (s *Stage) seal(folder string, changed []string) error {
	if err := s.disk.sync(folder, places(folder, changed)); err != nil {
		return err
	}
	return s.mark(folder, s.sums)
}

// mark writes a manifest, whole or not at all.
func (s *Stage) mark(folder string, files manifest) error {
	return s.markAt(folder, files, time.Time{})
}

// markAt is mark with a time of change that the manifest is to have; the zero Time for its own.
func (s *Stage) markAt(folder string, files manifest, changed time.Time) error {
	name, temp := filepath.Join(folder, marker), s.draft()
	if err := s.disk.remove(temp); err != nil && !isGone(err) {
		return err
	}
	out, err := s.disk.create(temp)
	if err != nil {
		return err
	}
	_, err = out.Write(files.text(s.notes))
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	if err := os.Chtimes(temp, time.Time{}, changed); err != nil { // which leaves alone what is zero
		return err
	}
	if err := s.disk.sync(s.work, []string{temp}); err != nil {
		return err
	}
	if err := s.move(temp, name); err != nil {
		return err
	}
	return s.disk.sync(folder, []string{folder})
}

// places gives files and the folders that they stand in, each once.
func places(root string, paths []string) []string {
	names := make([]string, 0, len(paths))
	seen := map[string]bool{}
	for _, p := range paths {
		names = append(names, filepath.Join(root, filepath.FromSlash(p)))
		for folder := path.Dir(p); !seen[folder]; folder = path.Dir(folder) {
			seen[folder] = true
			names = append(names, filepath.Join(root, filepath.FromSlash(folder)))
		}
	}
	return names
}

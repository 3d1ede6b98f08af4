package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"
)

// clear removes files below a folder, and the folders that are empty then. What has become a folder, or stands in what has become
// a file, is gone already.
func (s *Stage) clear(root string, paths []string) error {
	emptied := map[string]bool{}
	for _, p := range paths {
		name := filepath.Join(root, filepath.FromSlash(p))
		info, err := os.Lstat(name)
		if isGone(err) || err == nil && info.IsDir() {
			continue
		}
		if err := s.disk.remove(name); err != nil {
			return err
		}
		emptied[path.Dir(p)] = true
	}
	for folder := range emptied {
		if err := s.prune(root, folder); err != nil {
			return err
		}
	}
	return nil
}

// prune removes a folder if it is empty, and those above it which are empty then.
func (s *Stage) prune(root, folder string) error {
	for ; folder != "."; folder = path.Dir(folder) {
		name := filepath.Join(root, filepath.FromSlash(folder))
		entries, err := os.ReadDir(name)
		if isGone(err) {
			continue
		}
		if err != nil || len(entries) > 0 {
			return err
		}
		if err := s.disk.remove(name); err != nil {
			return err
		}
	}
	return nil
}

// removeHollow removes a folder that stands in the place of a file, with the folders in it. That there is a file in one of them is
// an error.
func (s *Stage) removeHollow(name string) error {
	if info, err := os.Lstat(name); err != nil || !info.IsDir() {
		return nil
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if err := s.removeHollow(filepath.Join(name, entry.Name())); err != nil {
			return err
		}
	}
	return s.disk.remove(name)
}

// isGone tells whether an error says that nothing has a name.
func isGone(err error) bool { return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) }

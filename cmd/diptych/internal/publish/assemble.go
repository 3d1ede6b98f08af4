package publish

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"diptych/cmd/diptych/internal/parallel"
)

// assemble makes the next generation whole, and gives its folder: the spare, brought up to date; or, without one, the folder of
// the new files, to which those that did not change are added.
func (s *Stage) assemble() (made string, err error) {
	spare, err := look(s.spare())
	if err != nil || !spare.there { // none, or one that was being made when its build was killed
		spare = generation{folder: s.fresh()}
		err = s.disk.removeAll(s.spare())
	} else {
		err = s.disown(spare)
	}
	if err != nil {
		return "", err
	}
	if err := s.clear(spare.folder, s.stale(spare)); err != nil {
		return "", err
	}
	changed, err := s.fill(spare)
	if err != nil {
		return "", err
	}
	if err := s.seal(spare.folder, changed); err != nil {
		return "", err
	}
	return spare.folder, s.carry(spare.folder)
}

// disown takes the manifest from the spare: from here on it is whole only when it has another.
func (s *Stage) disown(spare generation) error {
	if err := s.disk.remove(spare.name(marker)); err != nil {
		return err
	}
	return s.disk.sync(spare.folder, []string{spare.folder})
}

// stale gives the files of a generation that are not as the next one has them.
func (s *Stage) stale(spare generation) []string {
	stale := slices.Clone(spare.extras)
	for path, sum := range spare.files {
		if now, stays := s.sums[path]; !stays || now != sum {
			stale = append(stale, path)
		}
	}
	return stale
}

// fill brings into a generation what it lacks: new files, and files of the output that did not change. It gives their paths.
func (s *Stage) fill(spare generation) ([]string, error) {
	var lacking []string
	for path, sum := range s.sums {
		if had, ok := spare.files[path]; !ok || had != sum {
			lacking = append(lacking, path)
		}
	}
	return lacking, s.all(lacking, func(path string) error { return s.bring(path, spare.folder) })
}

// all does something for each path, on all cores.
func (s *Stage) all(paths []string, do func(path string) error) error {
	var mu sync.Mutex
	var failed error
	parallel.For(len(paths), func(i int) {
		if err := do(paths[i]); err != nil {
			mu.Lock()
			defer mu.Unlock()
			failed = cmp.Or(failed, err)
		}
	})
	return failed
}

// bring brings a file into a generation.
func (s *Stage) bring(path, into string) error {
	if s.written[path] && into == s.fresh() {
		return nil
	}
	to := filepath.Join(into, filepath.FromSlash(path))
	if err := s.makeFolder(filepath.Dir(to)); err != nil {
		return err
	}
	if s.written[path] {
		return s.disk.rename(filepath.Join(s.fresh(), filepath.FromSlash(path)), to)
	}
	return s.copyOurs(path, to, s.sums[path])
}

// carry gives a generation the files of others. It comes after the manifest, so that the next look at their folders finds them.
func (s *Stage) carry(into string) error {
	err := s.all(s.live.extras, func(path string) error {
		to := filepath.Join(into, filepath.FromSlash(path))
		if err := s.makeFolder(filepath.Dir(to)); err != nil {
			return err
		}
		if s.disk.link(s.live.name(path), to) == nil { // both names are of the one file, which its owner may go on changing
			return nil
		}
		return s.copy(s.live.name(path), to)
	})
	if err != nil {
		return err
	}
	return s.disk.sync(into, places(into, s.live.extras))
}

// copyOurs copies a file of the output that did not change.
func (s *Stage) copyOurs(path, to string, sum digest) error {
	hash := sha256.New()
	if err := s.copy(s.live.name(path), to, hash); err != nil {
		return err
	}
	if digest(hash.Sum(nil)) != sum {
		return fmt.Errorf("%q was changed by another program while the site was published; build again", s.live.name(path))
	}
	return nil
}

// copy copies a file with its time.
func (s *Stage) copy(from, to string, also ...io.Writer) error {
	in, err := openRegular(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := s.disk.create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.MultiWriter(append(also, out)...), in)
	if err = errors.Join(err, out.Close()); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// openRegular opens a file to read it, and nothing else: a pipe would be waited for.
func openRegular(name string) (*os.File, error) {
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return nil, errors.Join(err, fmt.Errorf("%q is not a regular file; move it away", name))
	}
	return os.Open(name)
}

// seal makes a generation whole: its files are on the disk before its manifest is, and the manifest before Commit goes on.
func (s *Stage) seal(folder string, changed []string) error {
	if err := s.disk.sync(folder, places(folder, changed)); err != nil {
		return err
	}
	return s.mark(folder, s.sums)
}

// mark writes a manifest, whole or not at all.
func (s *Stage) mark(folder string, files manifest) error {
	name, temp := filepath.Join(folder, marker), s.draft()
	if err := s.disk.remove(temp); err != nil && !isGone(err) {
		return err
	}
	out, err := s.disk.create(temp)
	if err != nil {
		return err
	}
	_, err = out.Write(files.text())
	if err = errors.Join(err, out.Close()); err != nil {
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

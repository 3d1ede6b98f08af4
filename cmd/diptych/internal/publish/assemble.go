package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"diptych/cmd/diptych/internal/parallel"
)

// assemble makes the next generation whole, and gives its folder: the spare, brought up to date; or, without one, the folder of
// the new files, to which those that did not change are added.
func (s *Stage) assemble() (made string, err error) {
	spare, err := look(s.spare(), s.now())
	if err != nil || !spare.there { // none, or one that was being made when its build was killed
		spare = generation{folder: s.fresh()}
		err = s.disk.removeAll(s.spare())
	} else {
		err = s.disown(spare)
	}
	if err != nil {
		return "", err
	}
	stale := s.stale(spare)
	if err := s.clearLoose(spare.folder, stale); err != nil {
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

// clearLoose is clear also where others have made folders that may not be written.
func (s *Stage) clearLoose(root string, paths []string) error {
	err := s.clear(root, paths)
	if errors.Is(err, fs.ErrPermission) {
		loosen(root)
		err = s.clear(root, paths)
	}
	return err
}

// stale gives the files of a generation that the next one has not, or has otherwise and not as new files, which are put over them.
func (s *Stage) stale(spare generation) []string {
	stale := slices.Concat(spare.extras, spare.partial)
	for path, sum := range spare.files {
		if now, stays := s.sums[path]; !stays || now != sum && !s.written[path] {
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
	return lacking, s.all(lacking, func(path string) error { return s.bring(path, spare) })
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
func (s *Stage) bring(path string, into generation) error {
	if s.written[path] && into.folder == s.fresh() {
		return nil
	}
	to := into.name(path)
	if _, had := into.files[path]; had && s.written[path] {
		if s.disk.rename(s.freshName(path), to) == nil { // over the one before
			return nil
		}
		if err := s.clearLoose(into.folder, []string{path}); err != nil {
			return err
		}
	}
	if err := s.makeFolder(filepath.Dir(to)); err != nil {
		return err
	}
	err := s.lay(path, to)
	if err == nil {
		return nil
	}
	if info, gone := os.Lstat(to); gone != nil || !info.IsDir() {
		return err
	}
	if err := s.removeHollow(to); err != nil { // others may have made one
		return err
	}
	return s.lay(path, to)
}

// lay puts a file of the next generation in its place, where there is none.
func (s *Stage) lay(path, to string) error {
	if s.written[path] {
		return s.disk.rename(s.freshName(path), to)
	}
	return s.copyOurs(path, to, s.sums[path])
}

// carry gives a generation the files of others.
func (s *Stage) carry(into string) error {
	err := s.all(s.live.extras, func(path string) error {
		to := filepath.Join(into, filepath.FromSlash(path))
		if err := s.makeFolder(filepath.Dir(to)); err != nil {
			return err
		}
		if target, err := os.Readlink(s.live.name(path)); err == nil {
			return s.disk.symlink(target, to) // some systems would give what it leads to a second name
		}
		if s.disk.link(s.live.name(path), to) == nil { // both names are of the one file, which its owner may go on changing
			return nil
		}
		return s.copyTheirs(path, to)
	})
	if err != nil {
		return err
	}
	for _, path := range s.live.extras {
		for folder := range folders(path) {
			s.keepRights(folder, filepath.Join(into, filepath.FromSlash(folder)))
		}
	}
	return s.disk.sync(into, places(into, s.live.extras))
}

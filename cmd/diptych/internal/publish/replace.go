package publish

import (
	"path/filepath"
	"slices"
)

// replace puts the new files of a folder into the output one by one, in an order in which no page refers to what is not there
// yet: first what pages refer to, then pages; what is gone goes last. It tells whether it has begun to.
func (s *Stage) replace(from string, changes Changes) (begun bool, err error) {
	fresh := slices.Concat(changes.Added, changes.Changed)
	slices.SortStableFunc(fresh, func(a, b string) int { return rank(a) - rank(b) })
	if err := s.mark(s.output, s.between(changes)); err != nil {
		return false, err
	}
	within := map[string][]string{} // the files of ours below each folder
	for old := range s.live.files {
		for folder := range folders(old) {
			within[folder] = append(within[folder], old)
		}
	}
	for _, path := range fresh {
		if err := s.makeRoom(path, within[path]); err != nil {
			return true, err
		}
		if err := s.move(filepath.Join(from, filepath.FromSlash(path)), s.live.name(path)); err != nil {
			return true, err
		}
	}
	if err := s.clear(s.output, slices.Concat(changes.Removed, s.live.partial)); err != nil {
		return true, err
	}
	return true, s.seal(s.output, fresh)
}

// rank orders pages behind all else.
func rank(path string) int {
	if isPage(path) {
		return 1
	}
	return 0
}

// between gives what an output holds while its files are replaced: what was there and what comes, with nothing known of these.
func (s *Stage) between(changes Changes) manifest {
	files := manifest{}
	for path, sum := range s.live.files {
		files[path] = sum
	}
	for _, path := range slices.Concat(changes.Added, changes.Changed, changes.Removed) {
		files[path] = digest{}
	}
	return files
}

// makeRoom removes what is ours and stands in the way of a file: files in a folder in its place, or a file in the place of its
// folder.
func (s *Stage) makeRoom(path string, inTheWay []string) error {
	for folder := range folders(path) {
		if _, isFile := s.live.files[folder]; isFile {
			inTheWay = append(inTheWay, folder)
		}
	}
	if err := s.clear(s.output, inTheWay); err != nil {
		return err
	}
	return s.removeHollow(s.live.name(path)) // a build that was killed may have left one
}

// move moves a file, to another file system too. What is there is replaced.
func (s *Stage) move(from, to string) error {
	if err := s.disk.mkdir(filepath.Dir(to)); err != nil {
		return err
	}
	err := s.disk.rename(from, to)
	if !isElsewhere(err) {
		return err
	}
	temp := filepath.Join(filepath.Dir(to), partial)
	if err := s.disk.remove(temp); err != nil && !isGone(err) {
		return err
	}
	if err := s.copy(from, temp); err != nil {
		return err
	}
	return s.disk.rename(temp, to)
}

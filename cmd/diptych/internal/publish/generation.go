package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/wording"
)

// generation is what is found in a folder: the files that we wrote there, and what others have put beside them.
type generation struct {
	folder string
	there  bool     // whether there is such a folder, with anything in it
	named  manifest // what its manifest names
	notes  notes    // and what it says of these
	files  manifest // ours; zero digests where a file is not what we wrote
	extras []string // files of others, sorted

	partial []string // files that a killed build had begun to copy
}

// look finds out what is in a folder. By its marker's manifest it reads only what was changed since that was written; now is the
// time by the file system's clock. The error says that the folder can't be read, or is not ours.
func look(folder string, now time.Time) (generation, error) {
	g := generation{folder: folder, files: manifest{}}
	there, err := checkOurs(folder)
	if err != nil || !there {
		return g, err
	}
	g.there = true
	mark := filepath.Join(folder, marker)
	info, err := os.Lstat(mark)
	if err != nil {
		return g, err
	}
	text, err := os.ReadFile(mark)
	if err != nil {
		return g, err
	}
	known, said, ok := parse(text)
	if !ok && !bytes.HasPrefix(text, []byte(earlierHead)) {
		return g, wording.Errorf("%q no longer says which files diptych wrote; get it back as it was, or move away what is yours and empty the folder", mark)
	}
	if !ok { // an earlier version wrote it, and all that is in it is ours
		g.files, err = everything(folder)
		return g, err
	}
	g.named, g.notes = known, said
	return g, g.compare(known, trusted(changeTime(info), info.ModTime(), now))
}

// trusted gives the time before which a file was changed last that is as its manifest says, from the times of the manifest: none
// if these are still to come, since the clock was set back and tells nothing of what was changed after them.
func trusted(changed, written, now time.Time) time.Time {
	if changed.Before(written) {
		written = changed // somebody has set the other
	} // else its rights may have been changed since it was written
	if written.After(now) {
		return time.Time{}
	}
	return written
}

// everything gives all files below a folder, of which nothing is known.
func everything(folder string) (manifest, error) {
	files := manifest{}
	err := below(folder, ".", func(path string) {
		if path != marker {
			files[path] = digest{}
		}
	})
	return files, err
}

// compare looks at what the manifest names, and for what it does not name.
func (g *generation) compare(known manifest, written time.Time) error {
	paths, inside := slices.Collect(maps.Keys(known)), foldersOf(maps.Keys(known))
	inside["."] = true
	renewed, elsewhere := g.folders(inside, written)
	sums := make([]digest, len(paths))
	gone := make([]bool, len(paths))
	parallel.For(len(paths), func(i int) {
		since := written
		for folder := range folders(paths[i]) {
			gone[i] = gone[i] || elsewhere[folder]
			if renewed[folder] {
				since = time.Time{}
			}
		}
		if !gone[i] {
			sums[i], gone[i] = g.inspect(paths[i], known[paths[i]], since)
		}
	})
	for i, path := range paths {
		if !gone[i] {
			g.files[path] = sums[i]
		}
	}
	for folder := range inside {
		for above := range folders(folder) {
			if elsewhere[above] {
				delete(inside, folder)
			}
		}
	}
	return g.findExtras(known, inside)
}

// folders tells of the folders of a manifest's files which were changed since it was written: they may have been exchanged with
// others, whose files keep their times. And which are links that others put in their place: what these lead to is not ours.
func (g *generation) folders(inside map[string]bool, written time.Time) (renewed, elsewhere map[string]bool) {
	renewed, elsewhere = map[string]bool{}, map[string]bool{}
	for folder := range inside {
		if info, err := os.Lstat(g.name(folder)); err == nil && folder != "." {
			renewed[folder] = !changeTime(info).Before(written)
			elsewhere[folder] = info.Mode().Type() == fs.ModeSymlink
		}
	}
	return renewed, elsewhere
}

// inspect gives the digest of a file that a manifest names: that of the manifest unless the file was changed since; then that
// of what is in it, or the zero digest where this is no file. It is gone too where others have put a folder in its place.
func (g *generation) inspect(path string, known digest, written time.Time) (sum digest, gone bool) {
	name := g.name(path)
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir():
		return digest{}, true
	case err != nil || !info.Mode().IsRegular():
		return digest{}, false
	case changeTime(info).Before(written): // at the same tick of the clock it may have been changed
		return known, false
	}
	sum, err = sumOf(name)
	if err != nil {
		return digest{}, false
	}
	return sum, false
}

func (g *generation) name(path string) string {
	return filepath.Join(g.folder, filepath.FromSlash(path))
}

// sumOf digests a file.
func sumOf(name string) (digest, error) {
	file, err := os.Open(name)
	if err != nil {
		return digest{}, err
	}
	defer file.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, file)
	return digest(hash.Sum(nil)), err
}

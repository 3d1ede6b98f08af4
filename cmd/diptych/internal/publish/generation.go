package publish

import (
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"diptych/cmd/diptych/internal/wording"
)

// generation is what is found in a folder: the files that we wrote there, and what others have put beside them.
type generation struct {
	folder string
	there  bool     // whether there is such a folder, with anything in it
	text   string   // of its manifest
	named  manifest // what that names
	notes  notes    // and what it says of these
	files  manifest // ours; zero digests where a file is not what we wrote
	extras []string // files of others, sorted

	within  map[string]bool // the folders of ours
	partial []string        // files that a killed build had begun to copy
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
	info, err := os.Lstat(g.name(marker))
	if err != nil {
		return g, err
	}
	text, err := os.ReadFile(g.name(marker))
	if err != nil {
		return g, err
	}
	g.text = string(text)
	known, said, ok := parse(g.text)
	if !ok && !strings.HasPrefix(g.text, earlierHead) {
		return g, wording.Errorf("%q no longer says which files diptych wrote; get it back as it was, or move away what is yours and empty the folder", g.name(marker))
	}
	if !ok { // an earlier version wrote it, and all that is in it is ours
		g.files, err = everything(folder)
		return g, err
	}
	g.named, g.notes, g.within = known, said, foldersOf(known)
	return g, g.search(trusted(changeTime(info), info.ModTime(), now))
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

func (g *generation) name(path string) string {
	return filepath.Join(g.folder, filepath.FromSlash(path))
}

// sumOf digests a file.
func sumOf(name string) (digest, error) {
	file, err := openFile(name)
	if err != nil {
		return digest{}, err
	}
	defer file.Close()
	chunk := chunks.Get().(*[64 << 10]byte)
	defer chunks.Put(chunk)
	hash := sha256.New()
	_, err = io.CopyBuffer(hash, file, chunk[:])
	return digest(hash.Sum(nil)), err
}

// Package cache keeps what costs much to make from one run to the next, in a folder, by a name that says all that it is made of.
//
// Whatever is asked for may not be there: then it is made again. So nothing that fails here is an error, and what was damaged
// on the disk is not there.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"time"
)

// Store keeps bytes by name. It must bear many calls at once.
type Store interface {
	// Get gives what was put under a name, if it is still there. The bytes must not be changed.
	Get(name string) (data []byte, kept bool)
	// Put keeps bytes, if it can.
	Put(name string, data []byte)
}

// None is a Store that keeps nothing.
type None struct{}

// Get implements [Store].
func (None) Get(string) ([]byte, bool) { return nil, false }

// Put implements [Store].
func (None) Put(string, []byte) {}

// Folder is a Store in a folder, which many programs may use at once.
type Folder struct {
	path string
	now  time.Time
}

// Open gives the store in a folder, which need not be there yet. now is the time of use of all that is asked for.
func Open(path string, now time.Time) *Folder { return &Folder{path: path, now: now} }

// fresh is how long a file counts as used just now, so that its time is not written anew at each use.
const fresh = 24 * time.Hour

// Get implements [Store].
func (f *Folder) Get(name string) ([]byte, bool) {
	path := f.file(name)
	data, err := os.ReadFile(path)
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	sum, data := data[:sha256.Size], data[sha256.Size:]
	if real := sha256.Sum256(data); !bytes.Equal(real[:], sum) {
		return nil, false
	}
	if info, err := os.Stat(path); err == nil && f.now.Sub(info.ModTime()) > fresh {
		_ = os.Chtimes(path, f.now, f.now)
	}
	return data, true
}

// Put implements [Store]. The file appears whole, so that nobody reads half of it.
func (f *Folder) Put(name string, data []byte) {
	path := f.file(name)
	if os.MkdirAll(filepath.Dir(path), 0o755) != nil {
		return
	}
	file, err := os.CreateTemp(filepath.Dir(path), begun)
	if err != nil {
		return
	}
	sum := sha256.Sum256(data)
	_, first := file.Write(sum[:])
	_, second := file.Write(data)
	if closed := file.Close(); first != nil || second != nil || closed != nil || os.Rename(file.Name(), path) != nil {
		_ = os.Remove(file.Name())
		return
	}
	_ = os.Chtimes(path, f.now, f.now)
}

// begun is what the names of files look like that are being written.
const begun = "new-*"

// file gives the path of a name's file: two levels, so that no folder grows long.
func (f *Folder) file(name string) string {
	sum := sha256.Sum256([]byte(name))
	digest := hex.EncodeToString(sum[:])
	return filepath.Join(f.path, digest[:2], digest[2:])
}

// Sweep removes what nobody has asked for within an age, and what was left half written as long ago. Files with other names
// than the store gives are not its own.
func (f *Folder) Sweep(age time.Duration) {
	files, _ := filepath.Glob(filepath.Join(f.path, "??", "*"))
	for _, path := range files {
		if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && isOurs(path) && f.now.Sub(info.ModTime()) > age {
			_ = os.Remove(path)
		}
	}
}

// ours are the ends of the paths of files in a store.
var ours = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9a-f]{2}/(?:[0-9a-f]{62}|new-[0-9]+)$`) })

func isOurs(path string) bool {
	return ours().MatchString(filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(path))
}

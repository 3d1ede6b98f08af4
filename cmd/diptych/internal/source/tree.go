package source

import (
	"bytes"
	"crypto/sha256"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
)

// Tree is a site's source at one moment: config.toml and the files of content, layouts, static and i18n. It is
// immutable and safe for concurrent use.
type Tree struct {
	// Problems are what reading the files brought to light: wrong encodings, files too large, links out of the tree.
	Problems []Problem

	files []*File // sorted by path
	root  *os.Root
}

// File is one file of a Tree.
type File struct {
	Path   string // slash-separated, relative to the site's root, as Compose gives it
	Size   int64  // bytes on disk
	Digest [sha256.Size]byte

	text atomic.Pointer[string] // nil for files below static, and once it was let go of
	disk string                 // the path in the form that it has on disk
	root *os.Root

	divide sync.Once
	lines  []string // of the text with their ends, once somebody has asked for one
}

// NewTree makes a tree from texts in memory: path to content. It is what tests and tools build sites from.
func NewTree(texts map[string]string) *Tree {
	tree := &Tree{}
	for path, text := range texts {
		tree.files = append(tree.files, NewFile(path, text))
	}
	sortFiles(tree.files)
	return tree
}

// NewFile makes a file from a text in memory.
func NewFile(path, text string) *File {
	file := &File{Path: Compose(path), Size: int64(len(text)), Digest: sha256.Sum256([]byte(text)), disk: path}
	file.text.Store(&text)
	return file
}

// With gives the tree with some texts in the place of others; an empty text takes its file away. As after another look, a
// file whose text is the same stays the same *File.
func (t *Tree) With(texts map[string]string) *Tree {
	replaced := pathSet{}
	var with []*File
	for path, text := range texts {
		file := NewFile(path, text)
		if replaced[file.Path] = true; text != "" {
			with = append(with, t.unchanged(file))
		}
	}
	return &Tree{root: t.root, Problems: t.Problems, files: merge(outside(t.files, replaced), with)}
}

// File finds a file by its path, in whatever form its accents are written.
func (t *Tree) File(path string) (*File, bool) {
	path = Compose(path)
	i, found := find(t.files, path)
	if !found {
		return nil, false
	}
	return t.files[i], true
}

// OnDisk gives the form that a path has on disk; of a file that is not in the tree, the path itself.
func (t *Tree) OnDisk(path string) string {
	if file, ok := t.File(path); ok {
		return file.disk
	}
	return path
}

// Files gives all files, sorted by path. The slice is the tree's own and must not be changed.
func (t *Tree) Files() []*File { return t.files }

// Below gives the files below a folder, sorted by path. The slice is the tree's own and must not be changed.
func (t *Tree) Below(folder string) []*File {
	from, to := below(t.files, folder)
	return t.files[from:to:to]
}

// Open gives the file's bytes as they are on disk. The error is that of the file system, or says that something else than
// a regular file has taken its place.
func (f *File) Open() (io.ReadCloser, error) {
	if f.root == nil {
		return io.NopCloser(strings.NewReader(f.Text())), nil
	}
	file, _, err := open(f.root, f.disk)
	if err != nil {
		return nil, err // and not a nil *os.File, which would be a reader
	}
	return file, nil
}

// Bytes gives the file's bytes as they are on disk, as Open does.
func (f *File) Bytes() ([]byte, error) {
	from, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	data := bytes.NewBuffer(make([]byte, 0, f.Size+bytes.MinRead)) // it need not grow, unless the file has
	_, err = data.ReadFrom(from)
	return data.Bytes(), err
}

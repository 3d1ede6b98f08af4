package source

import (
	"errors"
	"io/fs"
	pathpkg "path"
	"slices"
	"strings"
	"unicode/utf8"
)

// Folders gives the folders below a site's root that a Tree holds.
func Folders() []string { return slices.Clone(folders[:]) }

// Hidden gives the paths that a Tree holds although their names begin with a dot.
func Hidden() []string { return slices.Clone(hidden[:]) }

// Look gives the tree after another look at everything.
func (t *Tree) Look() *Tree { return t.Again(append(Folders(), ConfigFile)) }

// Again gives the tree after another look at some paths, files or folders, relative to the root. A file whose bytes are
// the same stays the same *File, so that what was learned from it may be kept; if nothing is new, the tree stays the
// same too. Paths that are no part of a site are passed over.
func (t *Tree) Again(paths []string) *Tree {
	looked := outermost(append(named(paths), ConfigFile))
	r := &reader{root: t.root}
	for path := range looked {
		r.find(path)
	}
	read := r.read()
	for i, file := range read {
		read[i] = t.unchanged(file)
	}
	again := &Tree{root: t.root, files: merge(outside(t.files, looked), read)}
	kept := slices.DeleteFunc(slices.Clone(t.Problems), func(p Problem) bool { return looked.covers(p.Pos.File) })
	again.Problems = Sort(append(kept, r.problems...))
	if slices.Equal(t.files, again.files) && slices.Equal(t.Problems, again.Problems) {
		return t
	}
	return again
}

// Changed gives the paths of the files that differ from those of an earlier tree, came or went, sorted.
func (t *Tree) Changed(before *Tree) []string {
	var paths []string
	now, then := t.files, before.files
	for len(now) > 0 && len(then) > 0 {
		if now[0] == then[0] { // as most are; their paths need not be looked at
			now, then = now[1:], then[1:]
			continue
		}
		switch c := strings.Compare(now[0].Path, then[0].Path); {
		case c < 0:
			paths, now = append(paths, now[0].Path), now[1:]
		case c > 0:
			paths, then = append(paths, then[0].Path), then[1:]
		default:
			paths = append(paths, now[0].Path)
			now, then = now[1:], then[1:]
		}
	}
	for _, file := range slices.Concat(now, then) {
		paths = append(paths, file.Path)
	}
	return paths
}

// unchanged gives the file as the tree knows it, if its bytes are the same.
func (t *Tree) unchanged(file *File) *File {
	if known, ok := t.File(file.Path); ok && known.Digest == file.Digest {
		return known
	}
	return file
}

// find adds a path, or what is below it, if it is there and part of a site.
func (r *reader) find(path string) {
	if !isPart(path) {
		return
	}
	if slices.Contains(folders[:], path) { // these may be links to folders within the root
		r.list(path, path)
		return
	}
	folder, name := r.onDisk(parent(path)), pathpkg.Base(path)
	forms := r.forms(folder, name)
	r.checkForms(parent(path), map[string][]string{name: forms})
	if len(forms) == 0 {
		return // it is gone
	}
	disk := pathpkg.Join(folder, forms[0])
	info, err := r.root.Lstat(disk)
	switch {
	case path == ConfigFile && errors.Is(err, fs.ErrNotExist):
		r.report(Errorf("unreadable", Pos{File: ConfigFile}, "%s is gone", ConfigFile).
			WithHint("put it back: it makes this folder a site"))
	case path == ConfigFile: // a folder of that name is told when it is loaded
		r.found = append(r.found, entry{path, disk})
	case errors.Is(err, fs.ErrNotExist): // it is gone
	case err != nil:
		r.report(unreadable(path, err))
	case info.IsDir():
		r.list(path, disk)
	case !isLeftover(name):
		r.found = append(r.found, entry{path, disk})
	}
}

// isPart tells whether a path may be part of a site: the ConfigFile, or below one of the folders by names that belong.
func isPart(path string) bool {
	if path == ConfigFile {
		return true
	}
	parts := strings.Split(path, "/")
	if !slices.Contains(folders[:], parts[0]) {
		return false
	}
	for i, name := range parts[1:] {
		if !belongs(strings.Join(parts[:i+2], "/"), name) {
			return false
		}
	}
	return true
}

// named gives paths as a tree names them. In the place of a path that is not UTF-8 stands the folder above that is: looking
// at it tells of the name.
func named(paths []string) []string {
	named := make([]string, len(paths))
	for i, path := range paths {
		for !utf8.ValidString(path) {
			path = parent(path)
		}
		named[i] = Compose(path)
	}
	return named
}

// pathSet is a set of paths that stand for themselves and all that is below them.
type pathSet map[string]bool

// outermost gives the paths that are not below another.
func outermost(paths []string) pathSet {
	all := pathSet{}
	for _, path := range paths {
		all[path] = true
	}
	outer := pathSet{}
	for path := range all {
		if folder := parent(path); folder == "" || !all.covers(folder) {
			outer[path] = true
		}
	}
	return outer
}

// covers tells whether a path is in the set, or below one that is.
func (s pathSet) covers(path string) bool {
	for ; path != ""; path = parent(path) {
		if s[path] {
			return true
		}
	}
	return false
}

// parent gives the folder that a path stands in; "" for the root.
func parent(path string) string { return path[:max(strings.LastIndexByte(path, '/'), 0)] }

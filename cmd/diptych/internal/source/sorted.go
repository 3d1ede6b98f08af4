package source

import (
	"cmp"
	"slices"
)

// Lists of files are sorted by path, so that one file of very many is found, taken away or put in without a look at all others.

func sortFiles(files []*File) {
	slices.SortFunc(files, func(a, b *File) int { return cmp.Compare(a.Path, b.Path) })
}

// find tells at which index a path stands in a sorted list, or would stand.
func find(files []*File, path string) (at int, found bool) {
	return slices.BinarySearchFunc(files, path, func(f *File, p string) int { return cmp.Compare(f.Path, p) })
}

// below gives the part of a sorted list that stands below a folder.
func below(files []*File, folder string) (from, to int) {
	from, _ = find(files, folder+"/")
	to, _ = find(files, folder+"0") // the character behind the slash: all paths below the folder come before it
	return from, to
}

// outside gives the files of a sorted list that a set of paths does not cover, in a list of its own. No path of the set is below another.
func outside(files []*File, paths pathSet) []*File {
	type span struct{ from, to int }
	var covered []span
	for path := range paths {
		if at, found := find(files, path); found {
			covered = append(covered, span{at, at + 1})
		}
		if from, to := below(files, path); from < to {
			covered = append(covered, span{from, to})
		}
	}
	slices.SortFunc(covered, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	rest, at := make([]*File, 0, len(files)), 0
	for _, c := range covered {
		rest, at = append(rest, files[at:c.from]...), c.to
	}
	return append(rest, files[at:]...)
}

// merge gives a sorted list of the files of two lists, of which the first is sorted. Each path is in one of them only.
func merge(files, more []*File) []*File {
	sortFiles(more)
	merged := make([]*File, 0, len(files)+len(more))
	for _, file := range more {
		at, _ := find(files, file.Path)
		merged, files = append(append(merged, files[:at]...), file), files[at:]
	}
	return append(merged, files...)
}

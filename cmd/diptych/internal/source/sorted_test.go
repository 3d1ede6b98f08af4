package source

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSortedLists takes random files and folders out of random lists, and puts others in, and compares with what a look at each file
// gives.
func TestSortedLists(t *testing.T) {
	random := rand.New(rand.NewPCG(2023, 12))
	names := []string{"a", "b", "été", "a.md", "a0", "a-b", "z"}
	path := func() string {
		path := names[random.IntN(len(names))]
		for range random.IntN(3) {
			path += "/" + names[random.IntN(len(names))]
		}
		return path
	}
	taken, put := 0, 0
	for range 500 {
		texts := map[string]string{}
		for range random.IntN(20) {
			texts[path()] = "é"
		}
		files := NewTree(texts).files
		covering := outermost([]string{path(), path(), path()})
		var rest, more []*File
		for _, file := range files {
			if !covering.covers(file.Path) {
				rest = append(rest, file)
			}
		}
		for path := range covering {
			more = append(more, NewFile(path, "à"))
		}
		got := outside(files, covering)
		if !slices.Equal(got, rest) {
			t.Fatalf("without %v there is left of %v: %v", covering, paths(files), paths(got))
		}
		want := slices.Concat(rest, more)
		sortFiles(want)
		if got := merge(got, more); !slices.Equal(got, want) {
			t.Fatalf("merged: %v", paths(got))
		}
		taken, put = taken+len(files)-len(rest), put+len(more)
	}
	if taken < 200 || put < 500 {
		t.Errorf("%d files were taken out and %d put in: too few to say anything", taken, put)
	}
}

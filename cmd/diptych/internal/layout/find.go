package layout

import (
	"path"
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
)

// IsEmpty tells whether there is no file below layouts.
func (s *Set) IsEmpty() bool { return len(s.shelf.below) == 0 }

// Find gives the first place at which find finds something in the files of some layouts, by their names: it is given the
// text of a file, and gives an offset in bytes, or -1. In the files of one layout it looks first, and then in those that
// all share; of several, it looks in what they share first. The place is zero if nothing is found.
func (s *Set) Find(find func(text string) int, names ...string) source.Pos {
	var own, shared []*source.File
	for _, name := range names {
		if file := s.shelf.files[name]; file != nil {
			own = append(own, file)
		}
	}
	for _, file := range s.shelf.below {
		if name := strings.TrimPrefix(file.Path, "layouts/"); name == base+".html" || path.Dir(name) != "." {
			shared = append(shared, file)
		}
	}
	files := append(own, shared...)
	if len(own) > 1 {
		files = append(shared, own...)
	}
	for _, file := range files {
		if at := find(file.Text()); at >= 0 {
			return placeOf(file, at)
		}
	}
	return source.Pos{}
}

// placeOf gives the place of an offset in a file.
func placeOf(file *source.File, offset int) source.Pos {
	before := file.Text()[:offset]
	return source.Pos{
		File:   file.Path,
		Line:   strings.Count(before, "\n") + 1,
		Column: utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1,
	}
}

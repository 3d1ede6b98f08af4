package layout

import (
	"strings"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/source"
)

// IsEmpty tells whether there is no file below layouts.
func (s *Set) IsEmpty() bool { return len(s.shelf.below) == 0 }

// Find gives the first place in the files of the layouts, in the order of their paths, at which find finds something in
// a file's text: it gives an offset in bytes, or -1. The place is zero if it finds nothing anywhere.
func (s *Set) Find(find func(text string) int) source.Pos {
	for _, file := range s.shelf.below {
		if at := find(file.Text); at >= 0 {
			before := file.Text[:at]
			return source.Pos{
				File: file.Path, Line: strings.Count(before, "\n") + 1,
				Column: utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1,
			}
		}
	}
	return source.Pos{}
}

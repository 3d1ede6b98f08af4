// Package gallery knows the pictures of a site: those beside its pages and those below static, their sizes, the versions that
// are published of each, and what these are called.
//
// What a picture is follows from its first bytes, and the names of its versions from these and from the digest of the whole,
// so that no picture is decoded before one of its versions is asked for.
package gallery

import (
	"path"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/cache"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/picture"
	"diptych/cmd/diptych/internal/source"
)

// Where pictures stand in the source.
const (
	contentFolder = "content"
	staticFolder  = "static"
)

// budget is how many bytes the pictures that are made at a time may take together.
const budget = 512 << 20

// Set is all pictures of a site. It is immutable and safe for concurrent use.
type Set struct {
	pictures map[string]*Picture // by the path of the source
	paths    []string            // sorted
	files    []*source.File      // of which it says anything
	problems []source.Problem
	maker    *picture.Maker
	store    cache.Store
}

// IsPicture tells whether a file below content is taken for a picture, by its name: also one of a format that is not read,
// which is told then.
func IsPicture(name string) bool {
	return hasEnding(name, readEndings[:]) || hasEnding(name, otherEndings[:])
}

// The endings of the formats that are read, and of others that editors may take for pictures.
var (
	readEndings  = [...]string{".jpg", ".jpeg", ".png", ".webp", ".svg"}
	otherEndings = [...]string{".gif", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp", ".jxl", ".jp2"}
)

func hasEnding(name string, endings []string) bool {
	return slices.Contains(endings, strings.ToLower(path.Ext(name)))
}

// Read looks at the pictures of a tree. What is made of them is kept in the store.
func Read(tree *source.Tree, store cache.Store) *Set {
	return (&Set{maker: picture.NewMaker(budget), store: store}).Again(tree)
}

// mostProved is how many new pictures are made while a set is read again.
const mostProved = 8

// Again looks at the pictures of a later tree. What is known of files that did not change is taken over; if that is all of
// them, it is the same set. A few new pictures are made at once: an editor who has just saved one is told if it is damaged, and
// the last good one stays.
func (s *Set) Again(tree *source.Tree) *Set {
	files := concerned(tree)
	if s.pictures != nil && slices.Equal(files, s.files) {
		return s
	}
	later := &Set{pictures: make(map[string]*Picture, len(files)), files: files, maker: s.maker, store: s.store}
	read := make([]*Picture, len(files)) // nil where a file is only told of
	var added []int
	for i, file := range files {
		switch earlier := s.pictures[file.Path]; {
		case isTelling(file.Path):
			later.problems = append(later.problems, telling(file.Path))
		case earlier != nil && earlier.file == file:
			read[i] = earlier
		default:
			added = append(added, i)
		}
	}
	prove := s.pictures != nil && len(added) <= mostProved
	parallel.For(len(added), func(i int) {
		p := later.look(files[added[i]])
		if prove {
			p.prove()
		}
		read[added[i]] = p
	})
	for _, p := range read {
		if p == nil {
			continue
		}
		later.pictures[p.Path] = p
		later.paths = append(later.paths, p.Path)
		if p.problem != nil {
			later.problems = append(later.problems, *p.problem)
		}
	}
	return later
}

// Concerns tells whether a set says anything of a file at a path: it is a picture, or may tell more than its author means to.
// Below static a file of another format is not told of, since it may be a document.
func Concerns(path string) bool {
	switch {
	case strings.HasPrefix(path, contentFolder+"/"):
		return IsPicture(path)
	case strings.HasPrefix(path, staticFolder+"/"):
		return hasEnding(path, readEndings[:]) || isTelling(path)
	}
	return false
}

// concerned gives the files of a tree that a set says anything of, sorted by path.
func concerned(tree *source.Tree) []*source.File {
	var files []*source.File
	for _, folder := range []string{contentFolder, staticFolder} {
		for _, file := range tree.Below(folder) {
			if Concerns(file.Path) {
				files = append(files, file)
			}
		}
	}
	return files
}

// tellingEndings are those of formats in which cameras say where they were, and out of which that can't be taken here.
var tellingEndings = [...]string{".heic", ".heif", ".avif", ".tif", ".tiff", ".jxl", ".jp2"}

// isTelling tells whether a file stands below static and may say more than its author means to.
func isTelling(path string) bool {
	return strings.HasPrefix(path, staticFolder+"/") && hasEnding(path, tellingEndings[:])
}

func telling(path string) source.Problem {
	return source.Warnf("picture", source.Pos{File: path}, "the file may say where and by whom it was taken, and is published with that").
		WithHint("export it as JPEG, PNG or WebP, out of which that is taken")
}

// Problems tells of the pictures that can't be shown, sorted by their paths.
func (s *Set) Problems() []source.Problem { return s.problems }

// All gives the pictures, sorted by their paths. The pictures that can't be shown are among them.
func (s *Set) All() []*Picture {
	all := make([]*Picture, len(s.paths))
	for i, path := range s.paths {
		all[i] = s.pictures[path]
	}
	return all
}

// Find finds the picture that an author means in a language by a path: that of the language, `map.fr.png` for `map.png`, else
// the one of that name.
func (s *Set) Find(name string, lang source.Lang) (*Picture, bool) {
	if p, own := s.Get(Edition(name, lang)); own {
		return p, true
	}
	return s.Get(name)
}

// Get gives the picture of a path, in whatever form its accents are written.
func (s *Set) Get(name string) (*Picture, bool) {
	p, found := s.pictures[source.Compose(name)]
	return p, found
}

// Edition gives the path of a picture's edition in a language.
func Edition(name string, lang source.Lang) string {
	ending := path.Ext(name)
	return strings.TrimSuffix(name, ending) + "." + string(lang) + ending
}

// Neutral gives the path by which a text names a picture's edition in a language, if it is one.
func Neutral(name string, lang source.Lang) (neutral string, is bool) {
	ending := path.Ext(name)
	base, is := strings.CutSuffix(strings.TrimSuffix(name, ending), "."+string(lang))
	return base + ending, is
}

// Nearest gives the path of a picture that is most likely meant, or "".
func (s *Set) Nearest(name string) string { return source.Nearest(name, s.paths) }

// Package layout reads a site's templates, finds what is wrong with them before anything runs, and shows a View with
// them.
//
// layouts/base.html and the files in layouts/partials/ are shared by all; each other file is a layout of its own, and
// may redefine the blocks of base. A layout that only defines blocks is shown through base.
//
// What a layout may say is closed: the fields and methods of [site.View], and the functions T and asset. Each template
// is walked against these when it is read, so that a misspelt name is found also in a branch that seldom runs.
package layout

import (
	"maps"
	"reflect"
	"slices"
	"text/template/parse"

	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// Set is a site's layouts. It is safe for concurrent use.
type Set struct {
	frame    *site.Frame
	shelf    *shelf
	layouts  map[string]*layout // those in which nothing is wrong
	problems []source.Problem
	folded   folded
}

// Read parses and verifies the site's layouts. A layout in which something is wrong is told of and not kept.
func Read(tree *source.Tree, frame *site.Frame) *Set { return Parse(tree).Verify(frame) }

// Parsed are a site's layouts as their files have them, before it is known what surrounds them.
type Parsed struct{ shelf *shelf }

// Parse parses the site's layouts.
func Parse(tree *source.Tree) Parsed { return Parsed{readShelf(tree.Below("layouts"))} }

// Verify gives the layouts in which nothing is wrong, and tells of the others, as Read does.
func (p Parsed) Verify(frame *site.Frame) *Set { return newSet(p.shelf, frame) }

// Again gives the layouts of a later tree of the same site: these, if neither they nor what surrounds them changed. Where
// only that did, as after an edit of a message, they are verified again and not read.
func (s *Set) Again(tree *source.Tree, frame *site.Frame) *Set {
	switch {
	case !slices.Equal(s.shelf.below, tree.Below("layouts")):
		return Read(tree, frame)
	case s.frame != frame:
		return newSet(s.shelf, frame)
	default:
		return s
	}
}

// newSet verifies layouts against what surrounds them.
func newSet(shelf *shelf, frame *site.Frame) *Set {
	s := &Set{frame: frame, shelf: shelf, layouts: map[string]*layout{}}
	s.problems = s.judge()
	return s
}

// judge verifies each layout, keeps those in which nothing is wrong, and tells of the others.
func (s *Set) judge() []source.Problem {
	problems := slices.Clone(s.shelf.problems)
	wrong, unused := make([][]source.Problem, len(s.shelf.layouts)), make([][]source.Problem, len(s.shelf.layouts))
	parallel.For(len(s.shelf.layouts), func(i int) { wrong[i], unused[i] = s.verify(s.shelf.layouts[i]) })
	for i, l := range s.shelf.layouts {
		if len(wrong[i]) == 0 { // what is known to fail does not tell the same again
			wrong[i] = l.faults
		}
		if len(wrong[i]) == 0 {
			s.layouts[l.name] = l
		}
		problems = append(problems, wrong[i]...)
	}
	if len(problems) == 0 {
		return inAll(unused)
	}
	return source.Sort(problems)
}

// SameNames tells whether two sets have, and lack, layouts of the same names.
func (s *Set) SameNames(other *Set) bool {
	return slices.Equal(s.Names(), other.Names()) &&
		slices.Equal(slices.Sorted(maps.Keys(s.shelf.files)), slices.Sorted(maps.Keys(other.shelf.files)))
}

// Problems gives what is wrong with the layouts, sorted. The slice must not be changed.
func (s *Set) Problems() []source.Problem { return s.problems }

// Has tells whether there is a layout of that name.
func (s *Set) Has(name string) bool {
	_, ok := s.layouts[name]
	return ok
}

// IsBroken tells whether there is a file for a layout of that name, in which something is wrong: Read has told what. In a
// site without any layout all are broken.
func (s *Set) IsBroken(name string) bool {
	return !s.Has(name) && (s.shelf.files[name] != nil || len(s.layouts) == 0)
}

// HasID tells whether a layout writes an element of that id. One that is made of what the page says is not among them.
func (s *Set) HasID(id string) bool { return s.shelf.ids[id] }

// Names gives the names of all layouts, sorted.
func (s *Set) Names() []string { return slices.Sorted(maps.Keys(s.layouts)) }

// verify walks a layout's templates, and tells apart those that it does not use, since another layout may.
func (s *Set) verify(l *layout) (found, unused []source.Problem) {
	trees := map[string]*parse.Tree{}
	for _, t := range l.templates.Templates() {
		if t.Tree != nil {
			trees[t.Name()] = t.Tree
		}
	}
	types := map[string]reflect.Type{}
	for name, function := range (&voice{}).functions() {
		types[name] = reflect.TypeOf(function)
	}
	for _, problem := range verify(verifySet{
		Trees: trees, Files: s.shelf.files, Funcs: types, Constants: s.constant,
		Keys: map[reflect.Type][]string{
			reflect.TypeFor[site.Params](): slices.Sorted(maps.Keys(s.frame.Config.Params)),
		},
		Entries: map[string]reflect.Type{l.entry: reflect.TypeFor[*site.View]()},
	}) {
		if problem.Rule == ruleUnused {
			unused = append(unused, problem)
		} else {
			found = append(found, problem)
		}
	}
	return found, unused
}

// inAll gives the problems that each of the lists has.
func inAll(lists [][]source.Problem) []source.Problem {
	return slices.DeleteFunc(slices.Clone(lists[0]), func(p source.Problem) bool {
		return slices.ContainsFunc(lists, func(list []source.Problem) bool { return !slices.Contains(list, p) })
	})
}

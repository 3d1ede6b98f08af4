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
	"html/template"
	"io"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"text/template/parse"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// base is the template through which a layout that only defines blocks is shown.
const base = "base"

// Set is a site's layouts. It is safe for concurrent use.
type Set struct {
	frame    *site.Frame
	below    []*source.File          // all files of the layouts folder
	files    map[string]*source.File // the templates among them, by name
	layouts  map[string]layout
	problems []source.Problem

	mu   sync.Mutex
	idle map[string][]*instance // by the layout's name: ready, and shown by nobody at the moment
}

// layout is one page layout with all that it shares.
type layout struct {
	entry     string // the template to execute
	templates *template.Template
}

// Read parses and verifies the site's layouts. A layout in which something is wrong is told of and not kept.
func Read(tree *source.Tree, frame *site.Frame) *Set {
	s := &Set{
		frame: frame, below: tree.Below("layouts"), layouts: map[string]layout{}, files: map[string]*source.File{},
		idle: map[string][]*instance{},
	}
	s.problems = s.read()
	return s
}

// Again gives the layouts of a later tree of the same site: these, if neither they nor what surrounds them changed.
func (s *Set) Again(tree *source.Tree, frame *site.Frame) *Set {
	if s.frame == frame && slices.Equal(s.below, tree.Below("layouts")) {
		return s
	}
	return Read(tree, frame)
}

// SameNames tells whether two sets have, and lack, layouts of the same names.
func (s *Set) SameNames(other *Set) bool {
	return slices.Equal(s.Names(), other.Names()) &&
		slices.Equal(slices.Sorted(maps.Keys(s.files)), slices.Sorted(maps.Keys(other.files)))
}

// Problems gives what is wrong with the layouts, sorted. The slice must not be changed.
func (s *Set) Problems() []source.Problem { return s.problems }

// read tells the layouts apart from what they share, and parses both.
func (s *Set) read() []source.Problem {
	var own, shared []string
	for _, file := range s.below {
		name, isTemplate := strings.CutSuffix(strings.TrimPrefix(file.Path, "layouts/"), ".html")
		if !isTemplate {
			continue
		}
		s.files[name] = file
		if name == base || path.Dir(name) != "." {
			shared = append(shared, name)
		} else {
			own = append(own, name)
		}
	}
	if len(own) == 0 {
		return []source.Problem{source.Errorf("layout-missing", source.Pos{File: "layouts"}, "the site has no layouts").
			WithHint("the tool carries none of its own: write layouts/page.html, home.html, section.html, 404.html and chooser.html")}
	}
	return s.parse(own, shared)
}

// Has tells whether there is a layout of that name.
func (s *Set) Has(name string) bool {
	_, ok := s.layouts[name]
	return ok
}

// IsBroken tells whether there is a file for a layout of that name, in which something is wrong: Read has told what. In a
// site without any layout all are broken.
func (s *Set) IsBroken(name string) bool {
	return !s.Has(name) && (s.files[name] != nil || len(s.layouts) == 0)
}

// Names gives the names of all layouts, sorted.
func (s *Set) Names() []string { return slices.Sorted(maps.Keys(s.layouts)) }

// parse reads each layout together with what is shared, and verifies it.
func (s *Set) parse(own, shared []string) []source.Problem {
	common := template.New("").Option("missingkey=error").Funcs((&voice{set: s}).functions())
	var problems []source.Problem
	for _, name := range shared {
		if _, err := common.New(name).Parse(s.files[name].Text); err != nil {
			problems = append(problems, s.problem(err, name))
		}
	}
	if len(problems) > 0 {
		return source.Sort(problems) // each layout would only say that what it shares is not there
	}
	var unused [][]source.Problem
	for _, name := range own {
		templates := template.Must(common.Clone()) // it has never run, so it can be cloned
		if _, err := templates.New(name).Parse(s.files[name].Text); err != nil {
			problems = append(problems, s.problem(err, name))
			continue
		}
		l := layout{entry: entryOf(name, templates), templates: templates}
		found, idle := s.verify(l)
		if len(found) == 0 {
			found = s.escape(name, l)
		}
		problems, unused = append(problems, found...), append(unused, idle)
		if len(found) == 0 { // what is known to fail is not run, and does not tell the same again
			s.layouts[name] = l
		}
	}
	if len(problems) > 0 {
		return source.Sort(problems)
	}
	return inAll(unused)
}

// entryOf gives the template that shows a layout: its own, or base if it has nothing but blocks for it.
func entryOf(name string, templates *template.Template) string {
	if templates.Lookup(base) != nil && parse.IsEmptyTree(templates.Lookup(name).Tree.Root) {
		return base
	}
	return name
}

// verify walks a layout's templates, and tells apart those that it does not use, since another layout may.
func (s *Set) verify(l layout) (found, unused []source.Problem) {
	trees := map[string]*parse.Tree{}
	for _, t := range l.templates.Templates() {
		if t.Tree != nil {
			trees[t.Name()] = t.Tree
		}
	}
	types := map[string]reflect.Type{}
	for name, function := range (&voice{set: s}).functions() {
		types[name] = reflect.TypeOf(function)
	}
	for _, problem := range verify(verifySet{
		Trees: trees, Files: s.files, Funcs: types, Constants: s.constant,
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

// Execute shows a view with a layout, from a page whose way to the site's root is root. What goes wrong is the layout's
// fault and a problem; the error is that of w.
func (s *Set) Execute(w io.Writer, name string, view *site.View, root string) ([]source.Problem, error) {
	shown, err := s.take(name)
	if err != nil {
		return nil, err
	}
	defer s.give(name, shown)
	out := &writer{to: w}
	if err := shown.execute(out, view, root); err != nil && out.err == nil {
		return []source.Problem{s.problem(err, name)}, nil
	}
	return nil, out.err
}

// writer remembers the error of what it writes to, to tell it from the template's.
type writer struct {
	to  io.Writer
	err error
}

func (w *writer) Write(p []byte) (int, error) {
	n, err := w.to.Write(p)
	if err != nil {
		w.err = err
	}
	return n, err
}

// Package build makes the finished site: a function from a source tree and a build day to a set of output paths, and
// from each path to bytes.
//
// Building asks for every path and publishes the bytes; a preview asks for the path that a browser wants. Neither has a
// pipeline of its own, so what is previewed is what is published.
package build

import (
	"fmt"
	"io"
	"slices"
	"sync"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/layout"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// Site is a whole site as its outputs. It is safe for concurrent use.
type Site struct {
	*claims
	model    *site.Model
	layouts  *layout.Set
	problems []source.Problem
	notes    func() *notes
}

// claims are the outputs of a site. They follow from the places of its pages, its files below static, the pictures that pages
// mention and the names of its layouts, and from no title, and no other word of a body: versions of a site that have these in
// common share them. So an output names its page by key, and finds it in the site that is asked.
type claims struct {
	outputs map[string]output
	paths   []string   // of the outputs, sorted
	batches [][]string // the same paths: those of a pair or a picture together, and last those that show something of all pages
	told    []source.Problem
	hosting host.Site // what hosts have to know of them

	fleeting bool // whether they follow from a failure of the machine too, which may be over at the next look
}

// output is one file of the finished site.
type output struct {
	from  source.Pos // where it comes from, for messages
	write writeFunc
	pair  string // the key of the pair whose bodies it shows; empty if it shows none

	ofAll   bool   // whether it shows something of all pages
	ofPaths bool   // whether it tells of the other outputs, of which some follow from the pictures that bodies mention
	lasting bool   // whether its name follows from its bytes
	small   bool   // whether it is not worth packing
	leadsTo string // the output path that it redirects to; empty if it does not

	picture *gallery.Picture // of which it is a version, or nil
}

// work names what outputs have in common that are written together; empty if it is nothing.
func (o output) work() string {
	if o.picture != nil {
		return o.picture.Path
	}
	return o.pair
}

// writeFunc writes an output of a site. The error is that of the sheet's Writer, or of the file system.
type writeFunc func(s *Site, to *sheet) error

// Assemble makes the site of a tree. What is wrong with it as a whole is told by Problems, what is wrong with a page by
// Output.
func Assemble(tree *source.Tree, options site.Options) *Site {
	var model *site.Model
	var problems []source.Problem
	var parsed layout.Parsed
	parallel.Do(
		func() { model, problems = site.Assemble(tree, options) },
		func() { parsed = layout.Parse(tree) },
	)
	layouts := parsed.Verify(model.Frame)
	return newSite(model, layouts, claim(model, layouts), problems)
}

// Again makes the site of a later tree. The result is that of Assemble, sooner: what was learned from files that did not
// change is taken over.
func (s *Site) Again(tree *source.Tree) *Site {
	model, problems := s.model.Again(tree)
	layouts := s.layouts.Again(tree, model.Frame)
	claims := s.claims
	if claims.fleeting || !model.SamePlaces(s.model.Plan) || model.Config != s.model.Config || model.Assets != s.model.Assets || model.Pictures != s.model.Pictures || !model.ShowsAlike(s.model) ||
		!layouts.SameNames(s.layouts) {
		claims = claim(model, layouts)
	}
	return newSite(model, layouts, claims, problems)
}

func newSite(model *site.Model, layouts *layout.Set, claims *claims, problems []source.Problem) *Site {
	s := &Site{
		claims: claims, model: model, layouts: layouts,
		problems: source.Sort(slices.Concat(problems, layouts.Problems(), claims.told)),
	}
	s.notes = sync.OnceValue(func() *notes { return newNotes(s) })
	return s
}

// Paths gives all output paths, sorted, slash-separated, relative to the output folder. The slice must not be changed.
func (s *Site) Paths() []string { return s.paths }

// Output writes the bytes of one output path to w, and gives what is wrong with the page behind it. The error is that of
// w or of the file system, or says that there is no such path.
func (s *Site) Output(path string, w io.Writer) ([]source.Problem, error) {
	out, ok := s.outputs[path]
	if !ok {
		return nil, noOutput(path)
	}
	defer s.release(out)
	to := &sheet{Writer: w}
	err := out.write(s, to)
	return to.problems, err
}

// Look finds out what is wrong with an output, as Output does. note is what Look noted of that path, on this site or on an earlier
// one of the same folder, or "": an output that is made of what its note says is not made again, since nothing was wrong with it.
// now is what it notes this time; "" if something is wrong.
func (s *Site) Look(path, note string) (problems []source.Problem, now string, err error) {
	out, ok := s.outputs[path]
	if !ok {
		return nil, "", noOutput(path)
	}
	notes := s.notes()
	if notes.hold(path, note) {
		return nil, note, nil
	}
	defer s.release(out)
	to := &sheet{Writer: io.Discard}
	if err = out.write(s, to); err == nil && len(to.problems) == 0 {
		now = notes.of(path, to.reads)
	}
	return to.problems, now, err
}

func noOutput(path string) error { return fmt.Errorf("the site has no output %q", path) }

// release forgets the bodies that an output has shown, and the picture that was made for it.
func (s *Site) release(out output) {
	if out.picture != nil {
		out.picture.Release()
	}
	if pair, ok := s.model.Pair(out.pair); ok {
		s.model.Release(pair)
	}
}

// Problems gives what is wrong with the site as a whole, sorted.
func (s *Site) Problems() []source.Problem { return s.problems }

// Pages counts the site's pages; each is one document in two languages.
func (s *Site) Pages() int { return len(s.model.Pairs) }

// PageAt finds the page at an output path: the key of its pair, and its language.
func (s *Site) PageAt(path string) (key string, lang source.Lang, ok bool) {
	page, ok := s.model.PageAt(path)
	if !ok {
		return "", "", false
	}
	return page.Key, page.Lang, true
}

// PathOf finds the output path of a page.
func (s *Site) PathOf(key string, lang source.Lang) (string, bool) {
	pair, ok := s.model.Pair(key)
	if !ok || !lang.Valid() {
		return "", false
	}
	return pair.Page(lang).Output, true
}

// Model gives what the outputs are made of.
func (s *Site) Model() *site.Model { return s.model }

// Layouts gives what the pages are shown with.
func (s *Site) Layouts() *layout.Set { return s.layouts }

// Origin gives the place in the source that an output comes from: a half, a file below static, the layout of a page that
// comes from no pair, or config.toml for what the tool writes for machines. It is zero if there is no such path.
func (s *Site) Origin(path string) source.Pos { return s.outputs[path].from }

// BasePath is the path of the site's root as addresses write it, with a slash at both ends: "/" or "/accra/". In a site
// that opens from a folder it is "/".
func (s *Site) BasePath() string {
	if !s.HasAddress() {
		return "/"
	}
	return s.model.Config.BaseURL.Path
}

// HasAddress tells whether the site is built for an address; without one it opens from a folder.
func (s *Site) HasAddress() bool { return !s.model.Config.BaseURL.IsFolder() }

// Next gives the next day on which the output changes by itself; the zero Date if it never does.
func (s *Site) Next() civil.Date { return s.model.Next }

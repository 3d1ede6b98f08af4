package layout

import (
	"errors"
	"io"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// Execute shows a view with a layout, from a page whose way to the site's root is root. What goes wrong is the layout's
// fault and a problem; so is a page of more than mostBytes. The error is that of w.
func (s *Set) Execute(w io.Writer, name string, view *site.View, root string) ([]source.Problem, error) {
	l := s.layouts[name]
	pages := foldedFor{l, site.CommonOf(view), root}
	shown, wanted := s.folded.find(pages)
	if shown != nil {
		return s.show(w, shown, name, view)
	}
	shown, err := l.take()
	if err != nil {
		return nil, err
	}
	*shown.voice = voice{frame: s.frame, lang: view.Lang, root: root}
	problems, err := s.show(w, shown, name, view)
	if !wanted || err != nil || len(problems) > 0 {
		l.give(shown)
		return problems, err
	}
	shown.fold(view, l.dots())
	s.folded.keep(pages, shown)
	return nil, nil
}

// show shows a view with an instance of a layout.
func (s *Set) show(w io.Writer, shown *instance, name string, view *site.View) ([]source.Problem, error) {
	out := &writer{to: w, left: mostBytes}
	err := shown.template.Execute(out, view)
	switch {
	case out.err != nil:
		return nil, out.err
	case errors.Is(err, errTooLarge):
		return []source.Problem{tooLarge(name)}, nil
	case err != nil:
		return []source.Problem{s.shelf.files.problem(err, name)}, nil
	}
	return nil, nil
}

// mostBytes is what a page may have: 32 MiB for its body, as Markdown's own budget gives it, and half of that for what the
// layout says around it. The list of a site of 25,000 pairs has 15 MB.
const mostBytes = 48 << 20

// errTooLarge ends a page that goes beyond mostBytes, so that a loop inside a loop takes neither the memory nor the day.
var errTooLarge = errors.New("the page is too large")

func tooLarge(name string) source.Problem {
	return source.Errorf(ruleTemplate, source.Pos{File: "layouts/" + name + ".html"}, "the layout makes a page of more than %d bytes", mostBytes).
		WithHint("show less on one page, and look for a loop inside a loop")
}

// writer remembers the error of what it writes to, to tell it from the template's, and stops a page that is too large.
type writer struct {
	to   io.Writer
	left int // how many bytes the page may still have
	err  error
}

func (w *writer) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errTooLarge
	}
	n, err := w.to.Write(p)
	if err != nil {
		w.err = err
	}
	return n, err
}

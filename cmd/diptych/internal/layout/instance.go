package layout

import (
	"html/template"
	"io"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// instance is a layout with functions of its own. html/template escapes a layout when it first runs, which takes far
// longer than to show a page; so an instance is made once for each page that is made at the same time, and serves one
// after the other, in either language and at any depth.
type instance struct {
	template *template.Template
	voice    *voice
}

// voice is what the functions of an instance speak with while a page is shown.
type voice struct {
	set  *Set
	lang source.Lang
	root string // way to the site's root, with a slash at the end unless it is empty
}

// instance makes an instance of a layout.
func (s *Set) instance(l layout) (*instance, error) {
	clone, err := l.templates.Clone()
	if err != nil {
		return nil, err
	}
	voice := &voice{set: s, lang: source.French}
	return &instance{clone.Funcs(voice.functions()).Lookup(l.entry), voice}, nil
}

// execute shows a view. The error is the layout's or that of w.
func (i *instance) execute(w io.Writer, view *site.View, root string) error {
	i.voice.lang, i.voice.root = view.Lang, root
	return i.template.Execute(w, view)
}

// take gives an instance of a layout that nobody else uses until it is given back.
func (s *Set) take(name string) (*instance, error) {
	s.mu.Lock()
	idle := s.idle[name]
	if last := len(idle) - 1; last >= 0 {
		taken := idle[last]
		s.idle[name] = idle[:last]
		s.mu.Unlock()
		return taken, nil
	}
	s.mu.Unlock()
	return s.instance(s.layouts[name])
}

func (s *Set) give(name string, i *instance) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.idle[name] = append(s.idle[name], i)
}

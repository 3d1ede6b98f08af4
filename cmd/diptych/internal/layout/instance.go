package layout

import (
	"html/template"
	"sync"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// instance is a layout with functions of its own. html/template escapes a layout when it first runs, which takes far
// longer than to show a page; so an instance is made once for each page that is made at the same time, and serves one
// after the other, in either language and at any depth, until it is folded for pages of one language and depth.
type instance struct {
	template *template.Template
	voice    *voice
}

// voice is what the functions of an instance speak with while a page is shown.
type voice struct {
	frame *site.Frame
	lang  source.Lang
	root  string // way to the site's root, with a slash at the end unless it is empty
}

// pool is the instances of a layout that are ready, and that nobody uses at the moment.
type pool struct {
	mu   sync.Mutex
	idle []*instance
}

// instance makes an instance of the layout.
func (l *layout) instance() (*instance, error) {
	clone, err := l.templates.Clone()
	if err != nil {
		return nil, err
	}
	voice := &voice{}
	return &instance{clone.Funcs(voice.functions()).Lookup(l.entry), voice}, nil
}

// take gives an instance of the layout that nobody else uses until it is given back.
func (l *layout) take() (*instance, error) {
	l.mu.Lock()
	if last := len(l.idle) - 1; last >= 0 {
		taken := l.idle[last]
		l.idle[last] = nil // it may become a folded one, which holds on to what it has shown
		l.idle = l.idle[:last]
		l.mu.Unlock()
		return taken, nil
	}
	l.mu.Unlock()
	return l.instance()
}

// give takes an instance back. It holds on to nothing of the site that it has shown.
func (l *layout) give(i *instance) {
	*i.voice = voice{}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.idle = append(l.idle, i)
}

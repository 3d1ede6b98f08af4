package layout

import (
	"errors"
	"html/template"
	"io"

	"diptych/cmd/diptych/internal/source"
)

// escape finds what html/template finds only when a layout first runs: branches that end in different contexts, a value
// where no escaping helps, a page that ends inside an attribute.
//
// It runs the layout's first instance, and stops it at its first byte: all escaping is done before that. Errors of the run
// itself follow from there being no view, and are not looked at.
func (f sources) escape(l *layout) []source.Problem {
	first, err := l.instance()
	if err == nil {
		err = first.template.Execute(closed{}, nil)
	}
	var escaping *template.Error
	if errors.As(err, &escaping) {
		return []source.Problem{f.problem(err, l.name)}
	}
	if first != nil {
		l.give(first)
	}
	return nil
}

// closed is a writer that takes nothing.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

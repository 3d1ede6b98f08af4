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
// It runs a copy, since what has run can't be cloned any more, and stops it at its first byte: all escaping is done
// before that. Errors of the run itself follow from there being no view, and are not looked at.
func (s *Set) escape(name string, l layout) []source.Problem {
	trial, err := l.templates.Clone()
	if err == nil {
		err = trial.Lookup(l.entry).Execute(closed{}, nil)
	}
	var escaping *template.Error
	if errors.As(err, &escaping) {
		return []source.Problem{s.problem(err, name)}
	}
	return nil
}

// closed is a writer that takes nothing.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

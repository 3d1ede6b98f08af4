package build

import (
	"io"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// sheet is an output on its way: it takes the bytes, and what is learned while they are made.
type sheet struct {
	io.Writer
	problems []source.Problem // the authors' mistakes
	reads    site.Reads
}

func (to *sheet) report(problems ...source.Problem) { to.problems = append(to.problems, problems...) }

// took reports problems, and passes the error on.
func (to *sheet) took(problems []source.Problem, err error) error {
	to.report(problems...)
	return err
}

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// bench is one run of a measurement.
type bench struct {
	out, notes io.Writer // tables, and what is being done
	home       diptychHome
	folder     string // temporary: all that is made is in it
	results    *results
}

// begin makes the folder and finds Diptych. What it gives is to be ended, also after an error.
func begin(ctx context.Context, out, notes io.Writer) (*bench, error) {
	b := &bench{out: out, notes: notes, results: &results{}}
	var err error
	if b.folder, err = os.MkdirTemp("", "diptych-bench-"); err != nil {
		return b, err
	}
	b.home, err = findHome(ctx, "")
	return b, err
}

// end removes the folder.
func (b *bench) end() {
	if b.folder != "" {
		os.RemoveAll(b.folder)
	}
}

// program is the path of one of the programs that were built.
func (b *bench) program(name string) string { return filepath.Join(b.folder, "bin", name) }

// note says what is being done.
func (b *bench) note(format string, values ...any) { fmt.Fprintf(b.notes, format+"\n", values...) }

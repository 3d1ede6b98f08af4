package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
)

// sizes are those of the sites that are measured, in pairs of pages. They are the value of a flag.
type sizes []int

// String writes the sizes as Set reads them.
func (s *sizes) String() string {
	texts := make([]string, len(*s))
	for i, pairs := range *s {
		texts[i] = strconv.Itoa(pairs)
	}
	return strings.Join(texts, ",")
}

// Set reads sizes with commas between them.
func (s *sizes) Set(text string) error {
	*s = nil
	for size := range strings.SplitSeq(text, ",") {
		pairs, err := strconv.Atoi(strings.TrimSpace(size))
		if err != nil || pairs < newsPairs || pairs > mostPairs {
			return fmt.Errorf("%q is no size: give numbers from %d to %d, as in --pairs 50,500", size, newsPairs, mostPairs)
		}
		*s = append(*s, pairs)
	}
	return nil
}

// options are what the flags of every measurement say.
type options struct {
	pairs sizes
	hugo  string // Hugo's program; empty if there is none
}

// add adds the flags of every measurement. The sizes are those that are measured where none are given.
func (o *options) add(flags *flag.FlagSet, pairs ...int) {
	o.pairs = pairs
	flags.Var(&o.pairs, "pairs", "the sizes of the sites, in `pairs` of pages")
	flags.StringVar(&o.hugo, "hugo", "hugo", "the `program` to compare with")
}

// read reads the arguments, and looks for Hugo.
func (o *options) read(flags *flag.FlagSet, arguments []string, notes io.Writer) error {
	flags.SetOutput(notes)
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%q is no flag", flags.Arg(0))
	}
	path, err := exec.LookPath(o.hugo)
	if err != nil {
		fmt.Fprintf(notes, "%q is not found: Diptych is measured alone\n", o.hugo)
	}
	o.hugo = path
	return nil
}

// buildOptions are what the flags of bench build say.
type buildOptions struct {
	options
	runs      int    // of each build, at each size
	benchstat string // the file that the samples are written to; empty if they are not
	old       string // the repository whose tool is measured too; empty if there is none
}

func readBuildOptions(arguments []string, notes io.Writer) (buildOptions, error) {
	var o buildOptions
	flags := flag.NewFlagSet("bench build", flag.ContinueOnError)
	o.add(flags, 50, 500, 5000, 25000)
	flags.IntVar(&o.runs, "runs", 5, "how many runs of each build are measured, after one that is not")
	flags.StringVar(&o.benchstat, "benchstat", "", "the `file` to which the samples are written as benchstat reads them")
	flags.StringVar(&o.old, "old", "", "the `folder` of another state of the repository, whose tool is measured in the same rounds")
	err := o.read(flags, arguments, notes)
	if err == nil && o.runs < 1 {
		err = errors.New("--runs is at least 1")
	}
	return o, err
}

// previewOptions are what the flags of bench preview say.
type previewOptions struct {
	options
	edits   int // how many of each kind are measured
	clients int // of the live reload; 0 if they are not measured
}

func readPreviewOptions(arguments []string, notes io.Writer) (previewOptions, error) {
	var o previewOptions
	flags := flag.NewFlagSet("bench preview", flag.ContinueOnError)
	o.add(flags, 50, 500, 5000)
	flags.IntVar(&o.edits, "edits", 20, "how many edits of each kind are measured")
	flags.IntVar(&o.clients, "clients", 10000, "how many clients of the live reload are measured; 0 for none")
	err := o.read(flags, arguments, notes)
	if err == nil && (o.edits < 1 || o.clients < 0) {
		err = errors.New("--edits is at least 1, and --clients at least 0")
	}
	return o, err
}

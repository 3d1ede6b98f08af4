// Command bench measures Diptych beside Hugo on equal sites, in one run on one machine, so that anyone can repeat it:
//
//	go run ./cmd/bench preview [--pairs 50,500,5000] [--edits 20] [--clients 10000] [--hugo PATH]
//
// It makes the sites itself, the same bytes in every run, and prints tables in Markdown. It holds no figure against a
// limit: whoever reads the tables judges, since a busy machine makes both slow. It needs Linux, for what a process costs
// is read from /proc, and the Go command; without Hugo it measures Diptych alone.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures what the arguments name: for now, the preview. Tables go to out, what is being done to notes.
func run(ctx context.Context, arguments []string, out, notes io.Writer) error {
	if len(arguments) == 0 || arguments[0] != "preview" {
		return errors.New("say what to measure: bench preview")
	}
	options, err := readOptions(arguments[1:], notes)
	if err != nil {
		return err
	}
	return measurePreview(ctx, options, out, notes)
}

// options are what the flags say.
type options struct {
	pairs   []int  // the sizes of the sites, in pairs of pages
	edits   int    // how many of each kind are measured
	clients int    // of the live reload; 0 if they are not measured
	hugo    string // Hugo's program; empty if there is none
}

func readOptions(arguments []string, notes io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("bench preview", flag.ContinueOnError)
	flags.SetOutput(notes)
	sizes := flags.String("pairs", "50,500,5000", "the sizes of the sites, in `pairs` of pages")
	flags.IntVar(&o.edits, "edits", 20, "how many edits of each kind are measured")
	flags.IntVar(&o.clients, "clients", 10000, "how many clients of the live reload are measured; 0 for none")
	flags.StringVar(&o.hugo, "hugo", "hugo", "the `program` to compare with")
	if err := flags.Parse(arguments); err != nil {
		return o, err
	}
	if flags.NArg() > 0 {
		return o, fmt.Errorf("%q is no flag", flags.Arg(0))
	}
	for size := range strings.SplitSeq(*sizes, ",") {
		pairs, err := strconv.Atoi(strings.TrimSpace(size))
		if err != nil || pairs < newsPairs || pairs > mostPairs {
			return o, fmt.Errorf("%q is no size: give numbers from %d to %d, as in --pairs 50,500", size, newsPairs, mostPairs)
		}
		o.pairs = append(o.pairs, pairs)
	}
	if o.edits < 1 || o.clients < 0 {
		return o, errors.New("--edits is at least 1, and --clients at least 0")
	}
	if path, err := exec.LookPath(o.hugo); err != nil {
		fmt.Fprintf(notes, "%q is not found: Diptych is measured alone\n", o.hugo)
		o.hugo = ""
	} else {
		o.hugo = path
	}
	return o, nil
}

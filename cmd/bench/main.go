// Command bench measures Diptych beside Hugo on equal sites, in one run on one machine, so that anyone can repeat it:
//
//	go run ./cmd/bench build [--pairs 50,500,5000,25000] [--runs 5] [--hugo PATH] [--benchstat FILE] [--old FOLDER]
//	go run ./cmd/bench preview [--pairs 50,500,5000] [--edits 20] [--clients 10000] [--hugo PATH]
//
// It makes the sites itself, the same bytes in every run, and prints tables in Markdown. It holds no figure against a
// limit: whoever reads the tables judges, since a busy machine makes both slow. It needs Linux, for what a process costs
// is read from /proc, and the Go command; without Hugo it measures Diptych alone. All that it makes is in a folder of the
// system's folder for temporary files (TMPDIR), and is removed.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
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

// run measures what the arguments name. Tables go to out, what is being done to notes.
func run(ctx context.Context, arguments []string, out, notes io.Writer) error {
	if len(arguments) > 0 && arguments[0] == "build" {
		options, err := readBuildOptions(arguments[1:], notes)
		if err != nil {
			return err
		}
		return measureBuild(ctx, options, out, notes)
	}
	if len(arguments) > 0 && arguments[0] == "preview" {
		options, err := readPreviewOptions(arguments[1:], notes)
		if err != nil {
			return err
		}
		return measurePreview(ctx, options, out, notes)
	}
	return errors.New("say what to measure: bench build, or bench preview")
}

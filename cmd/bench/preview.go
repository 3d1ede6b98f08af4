package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// measurePreview races the previews on a site of each size, then brings the crowd, and prints tables. All that it makes
// is in one temporary folder, which is removed.
func measurePreview(ctx context.Context, o options, out, notes io.Writer) error {
	folder, err := os.MkdirTemp("", "diptych-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	home, err := findHome(ctx)
	if err != nil {
		return err
	}
	b := &bench{
		options: o, out: out, notes: notes, home: home, folder: folder, program: filepath.Join(folder, "diptych"),
		results: &results{},
	}
	if err := home.build(ctx, b.program); err != nil {
		return err
	}
	printMachine(ctx, out, o.hugo)
	if err := b.races(ctx); err != nil {
		return err
	}
	if err := b.crowd(ctx); err != nil {
		return err
	}
	fmt.Fprintf(out, "\nLoad at the end: %s.\n", load())
	return nil
}

// bench is one run of the measurements.
type bench struct {
	options
	out, notes io.Writer
	home       diptychHome
	folder     string // temporary
	program    string // Diptych, freshly built
	results    *results
}

// races runs a race at each size.
func (b *bench) races(ctx context.Context) error {
	for _, pairs := range b.pairs {
		fmt.Fprintf(b.notes, "racing with %d pairs\n", pairs)
		if err := b.race(ctx, pairs); err != nil {
			return err
		}
		b.results.printSize(b.out, pairs)
	}
	b.results.printGrowth(b.out, b.pairs)
	return nil
}

// race makes the sites of one size, races on them and removes them.
func (b *bench) race(ctx context.Context, pairs int) error {
	folder := filepath.Join(b.folder, fmt.Sprint(pairs))
	defer os.RemoveAll(folder)
	engines, err := b.engines(folder, pairs)
	if err != nil {
		return err
	}
	r := &race{pairs: pairs, edits: b.edits, results: b.results}
	return r.run(ctx, engines)
}

// engines writes the sites, and gives the engines that show them.
func (b *bench) engines(folder string, pairs int) ([]engine, error) {
	site := filepath.Join(folder, "diptych")
	if err := b.home.write(site, pairs); err != nil {
		return nil, err
	}
	engines := []engine{diptychEngine(b.program, site, pairs)}
	if b.hugo == "" {
		return engines, nil
	}
	other := filepath.Join(folder, "hugo")
	if err := writeHugo(other, site, pairs); err != nil {
		return nil, err
	}
	return append(engines, hugoEngine(b.hugo, other, filepath.Join(folder, "cache"), pairs)), nil
}

// crowd brings the clients of the live reload to the smallest site.
func (b *bench) crowd(ctx context.Context) error {
	if b.clients == 0 {
		return nil
	}
	fmt.Fprintf(b.notes, "bringing %d clients\n", b.clients)
	site, pairs := filepath.Join(b.folder, "crowd"), slices.Min(b.pairs)
	if err := b.home.write(site, pairs); err != nil {
		return err
	}
	return crowd(ctx, diptychEngine(b.program, site, pairs), b.clients, b.out, b.notes)
}

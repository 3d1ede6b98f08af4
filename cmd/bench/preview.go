package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// preview is a measurement of previews.
type preview struct {
	*bench
	previewOptions
}

// measurePreview races the previews on a site of each size, then brings the crowd, and prints tables.
func measurePreview(ctx context.Context, o previewOptions, out, notes io.Writer) error {
	b, err := begin(ctx, out, notes)
	defer b.end()
	if err != nil {
		return err
	}
	if err := b.home.build(ctx, b.program(""), "diptych"); err != nil {
		return err
	}
	printMachine(ctx, out, o.hugo)
	p := &preview{b, o}
	if err := p.races(ctx); err != nil {
		return err
	}
	if err := p.crowd(ctx); err != nil {
		return err
	}
	fmt.Fprintf(out, "\nLoad at the end: %s.\n", load())
	return nil
}

// races runs a race at each size.
func (p *preview) races(ctx context.Context) error {
	for _, pairs := range p.pairs {
		p.note("racing with %d pairs", pairs)
		if err := p.race(ctx, pairs); err != nil {
			return err
		}
		p.results.printSize(p.out, pairs)
	}
	p.results.printGrowth(p.out, p.pairs)
	return nil
}

// race makes the sites of one size, races on them and removes them.
func (p *preview) race(ctx context.Context, pairs int) error {
	folder := filepath.Join(p.folder, fmt.Sprint(pairs))
	defer os.RemoveAll(folder)
	engines, err := p.engines(folder, pairs)
	if err != nil {
		return err
	}
	r := &race{pairs: pairs, edits: p.edits, results: p.results}
	return r.run(ctx, engines)
}

// engines writes the sites, and gives the engines that show them.
func (p *preview) engines(folder string, pairs int) ([]engine, error) {
	site := filepath.Join(folder, "diptych")
	if err := p.home.write(site, pairs); err != nil {
		return nil, err
	}
	engines := []engine{diptychEngine(p.program("diptych"), site, pairs)}
	if p.hugo == "" {
		return engines, nil
	}
	other := filepath.Join(folder, "hugo")
	if err := writeHugo(other, site, pairs); err != nil {
		return nil, err
	}
	return append(engines, hugoEngine(p.hugo, other, filepath.Join(folder, "cache"), pairs)), nil
}

// crowd brings the clients of the live reload to the smallest site.
func (p *preview) crowd(ctx context.Context) error {
	if p.clients == 0 {
		return nil
	}
	p.note("bringing %d clients", p.clients)
	site, pairs := filepath.Join(p.folder, "crowd"), slices.Min(p.pairs)
	if err := p.home.write(site, pairs); err != nil {
		return err
	}
	return crowd(ctx, diptychEngine(p.program("diptych"), site, pairs), p.clients, p.out, p.notes)
}

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// builds is a measurement of whole builds.
type builds struct {
	*bench
	buildOptions
	tool  diptychHome // the repository whose tool and layouts are measured
	marks int         // written so far
}

// measureBuild measures builds of a site of each size, and prints tables.
func measureBuild(ctx context.Context, o buildOptions, out, notes io.Writer) error {
	b, err := begin(ctx, out, notes)
	defer b.end()
	if err != nil {
		return err
	}
	m := &builds{bench: b, buildOptions: o}
	if err := m.prepare(ctx); err != nil {
		return err
	}
	printMachine(ctx, out, o.hugo)
	fmt.Fprintln(out, "A page is one half. The files of a site are in memory, and so are those that programs keep for later, such as Diptych’s cards.")
	samples, err := createSamples(o.benchstat)
	if err != nil {
		return err
	}
	defer samples.Close()
	if err := m.sizes(ctx, samples); err != nil {
		return err
	}
	if err := m.programs(ctx); err != nil {
		return err
	}
	m.results.printFigures(out, o.pairs)
	fmt.Fprintf(out, "\nLoad at the end: %s.\n", load())
	return samples.Close()
}

// prepare builds the programs.
func (m *builds) prepare(ctx context.Context) (err error) {
	if m.tool, err = findHome(ctx, m.of); err != nil {
		return err
	}
	if err := m.tool.build(ctx, m.program(""), "diptych"); err != nil {
		return err
	}
	return m.home.build(ctx, m.program(""), "bench/floor", "bench/weigh")
}

// sizes measures a site of each size, and prints and writes what came of it at once, since the next may take long.
func (m *builds) sizes(ctx context.Context, samples io.Writer) error {
	for _, pairs := range m.pairs {
		contenders, err := m.size(ctx, pairs)
		if err != nil {
			return err
		}
		m.results.printBuilds(m.out, pairs, contenders)
		if err := m.results.writeSamples(samples, pairs, contenders); err != nil {
			return err
		}
	}
	m.results.printPerPage(m.out, m.pairs)
	return nil
}

// size makes the sites of one size, has the contenders take turns with them, and removes them.
func (m *builds) size(ctx context.Context, pairs int) ([]contender, error) {
	folder := filepath.Join(m.folder, fmt.Sprint(pairs))
	defer os.RemoveAll(folder)
	m.note("making a site of %d pairs", pairs)
	contenders, err := m.contenders(folder, pairs)
	if err != nil {
		return nil, err
	}
	for run := range m.runs + 1 {
		m.note("building %d pairs, run %d of %d", pairs, run, m.runs)
		for _, c := range contenders {
			cost, output, err := m.turn(ctx, c, pairs)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.name, err)
			}
			if run > 0 { // the first reads the files, so that all others find them in memory
				m.add(pairs, c.name, cost, output)
			}
		}
	}
	return contenders, nil
}

// contenders writes the sites below a new folder, and gives the builds in the order in which they take turns.
func (m *builds) contenders(folder string, pairs int) ([]contender, error) {
	site := filepath.Join(folder, "diptych-site")
	if err := m.tool.write(site, pairs); err != nil {
		return nil, err
	}
	body, err := bodyEdit(pairs).take(site)
	if err != nil {
		return nil, err
	}
	all := []contender{floorBuild(m.program("floor"), site, folder)}
	all = append(all, diptychBuilds(m.program("diptych"), site, folder, filepath.Join(folder, "diptych-cache"), body)...)
	if m.hugo == "" {
		return all, nil
	}
	other := filepath.Join(folder, "hugo-site")
	if err := writeHugo(other, site, pairs); err != nil {
		return nil, err
	}
	if body, err = bodyEdit(pairs).take(other); err != nil {
		return nil, err
	}
	return append(all, hugoBuilds(m.hugo, other, folder, filepath.Join(folder, "hugo-cache"), body)...), nil
}

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
	tools []tool // one, or two that are compared
	marks int    // written so far
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
func (m *builds) prepare(ctx context.Context) error {
	if err := m.home.build(ctx, m.program(""), "diptych", "bench/floor", "bench/weigh"); err != nil {
		return err
	}
	m.tools = []tool{{name: diptychName, home: m.home, program: m.program("diptych")}}
	if m.old == "" {
		return nil
	}
	return m.compare(ctx)
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
	var all []contender
	for _, t := range m.tools {
		site := filepath.Join(folder, "site-of-"+t.name)
		if err := t.home.write(site, pairs); err != nil {
			return nil, err
		}
		body, err := bodyEdit(pairs).take(site)
		if err != nil {
			return nil, err
		}
		if len(all) == 0 {
			all = append(all, floorBuild(m.program("floor"), site, folder))
		}
		all = append(all, diptychBuilds(t, site, folder, body)...)
	}
	all = append(all, copyBuild(all[1], folder))
	return m.addHugo(all, folder, pairs)
}

// addHugo adds the builds of Hugo, if there is one.
func (m *builds) addHugo(all []contender, folder string, pairs int) ([]contender, error) {
	if m.hugo == "" {
		return all, nil
	}
	site := filepath.Join(folder, "site-of-"+hugoName)
	if err := writeHugo(site, filepath.Join(folder, "site-of-"+diptychName), pairs); err != nil {
		return nil, err
	}
	body, err := bodyEdit(pairs).take(site)
	if err != nil {
		return nil, err
	}
	return append(all, hugoBuilds(m.hugo, site, folder, body)...), nil
}

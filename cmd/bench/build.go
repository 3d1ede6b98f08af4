package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
)

// builds is a measurement of whole builds.
type builds struct {
	*bench
	buildOptions
	tools []tool // one, or two that are compared
	marks int    // written so far

	renewed int // folders that were put aside
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
	fmt.Fprintln(out, "A page is one half. Each build has run once before, unmeasured: its files have been read, and Diptych’s cards are in its cache.")
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

// size makes the sites of one size, and has the contenders take turns with them.
func (m *builds) size(ctx context.Context, pairs int) ([]contender, error) {
	folder := filepath.Join(m.folder, fmt.Sprint(pairs))
	m.note("making a site of %d pairs", pairs)
	groups, err := m.contenders(folder, pairs)
	if err != nil {
		return nil, err
	}
	for run := range m.runs + 1 {
		m.note("building %d pairs, run %d of %d", pairs, run, m.runs)
		if err := m.round(ctx, groups, pairs, run); err != nil {
			return nil, err
		}
	}
	return slices.Concat(groups...), nil
}

// round has each contender build once. Every other run has the groups in reverse, so that none always comes after the same
// one: what that has left in the caches of the system counts. The first run reads the files, so that all others find them
// in memory, and is not measured.
func (m *builds) round(ctx context.Context, groups [][]contender, pairs, run int) error {
	groups = slices.Clone(groups)
	if run%2 == 1 {
		slices.Reverse(groups)
	}
	for _, c := range slices.Concat(groups...) {
		cost, output, err := m.turn(ctx, c, pairs)
		if err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
		if run > 0 {
			m.add(pairs, c.name, cost, output)
		}
	}
	return nil
}

// contenders writes the sites below a new folder, and gives the builds in groups, each in the order in which it has to be.
func (m *builds) contenders(folder string, pairs int) ([][]contender, error) {
	site := filepath.Join(folder, "site-of-"+diptychName)
	groups := [][]contender{{floorBuild(m.program("floor"), site, folder)}}
	for _, t := range m.tools {
		group, err := prepareTool(t, folder, pairs)
		if err != nil {
			return nil, err
		}
		groups = append(groups, group)
	}
	groups[1] = append(groups[1], copyBuild(groups[1][0], folder))
	if m.hugo == "" {
		return groups, nil
	}
	group, err := m.prepareHugo(site, folder, pairs)
	return append(groups, group), err
}

// prepareTool writes the site of a tool, and gives its builds.
func prepareTool(t tool, folder string, pairs int) ([]contender, error) {
	site := filepath.Join(folder, "site-of-"+t.name)
	if err := t.home.write(site, pairs); err != nil {
		return nil, err
	}
	body, err := bodyEdit(pairs).take(site)
	return diptychBuilds(t, site, folder, body), err
}

// prepareHugo writes the site of Hugo with what is Diptych's as well, and gives its builds.
func (m *builds) prepareHugo(diptych, folder string, pairs int) ([]contender, error) {
	site := filepath.Join(folder, "site-of-"+hugoName)
	if err := writeHugo(site, diptych, pairs); err != nil {
		return nil, err
	}
	body, err := bodyEdit(pairs).take(site)
	return hugoBuilds(m.hugo, site, folder, body), err
}

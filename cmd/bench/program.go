package main

import (
	"context"
	"os"
)

// versionStarts is how many starts of each program are measured, after one that is not.
const versionStarts = 20

// programs measures how long the programs take to say their version, in turn, and how large they are.
func (m *builds) programs(ctx context.Context) error {
	for run := range versionStarts + 1 {
		for _, p := range m.present() {
			cost, err := m.weigh(ctx, p.path, "version")
			if err != nil {
				return err
			}
			if run > 0 {
				m.results.add(0, startRow, "ms", p.name, milliseconds(cost.wall))
			}
		}
	}
	for _, p := range m.present() {
		info, err := os.Stat(p.path)
		if err != nil {
			return err
		}
		m.results.add(0, sizeRow, "MB", p.name, float64(info.Size())/1e6)
	}
	return nil
}

// program is a generator.
type program struct{ name, path string }

// present gives the generators that are there.
func (m *builds) present() []program {
	all := []program{{diptychName, m.program("diptych")}}
	if m.hugo != "" {
		all = append(all, program{hugoName, m.hugo})
	}
	return all
}

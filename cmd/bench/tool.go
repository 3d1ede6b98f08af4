package main

import (
	"context"
	"path/filepath"
)

// tool is a Diptych that is measured.
type tool struct {
	name    string // as the tables have it
	id      string // as benchstat has it; empty if no two are compared
	home    diptychHome
	program string
}

// oldName is the name of the tool that this one is compared with.
const oldName = "Diptych before"

// compare adds the tool of the repository that the flags name. Both build the same pages, each in its own layouts, and take
// turns in the same rounds: when one is measured after the other, a machine that others use too tells of the others only.
func (m *builds) compare(ctx context.Context) error {
	home, err := findHome(ctx, m.old)
	if err != nil {
		return err
	}
	folder := filepath.Join(m.folder, "old")
	if err := home.build(ctx, folder, "diptych"); err != nil {
		return err
	}
	m.tools[0].id = "new"
	m.tools = append(m.tools, tool{oldName, "old", home, filepath.Join(folder, "diptych")})
	return nil
}

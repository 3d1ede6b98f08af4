package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// cost is what a process took from its start to its end.
type cost struct {
	wall time.Duration
	cpu  time.Duration // of all processors, in the process and in the system for it
	peak int64         // the most bytes that it held at once
}

// weigh runs a command by way of the program weigh. The error has what the command said last.
func (b *bench) weigh(ctx context.Context, command ...string) (c cost, err error) {
	log, file := filepath.Join(b.folder, "log"), filepath.Join(b.folder, "weight")
	if err := b.runLogged(ctx, log, append([]string{b.program("weigh"), file}, command...)); err != nil {
		return c, fmt.Errorf("%s: %w\n%s", command[0], err, tail(log))
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return c, err
	}
	if _, err := fmt.Sscan(string(text), (*int64)(&c.wall), (*int64)(&c.cpu), &c.peak); err != nil {
		return c, fmt.Errorf("%q is no weight: %w", text, err)
	}
	return c, os.Remove(file)
}

// runLogged runs a command, and has what it says in a file.
func (b *bench) runLogged(ctx context.Context, log string, command []string) error {
	file, err := os.Create(log)
	if err != nil {
		return err
	}
	defer file.Close()
	process := exec.CommandContext(ctx, command[0], command[1:]...)
	process.Stdout, process.Stderr = file, file
	return process.Run()
}

// tail gives the last that a file says.
func tail(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return err.Error()
	}
	const most = 2000
	return string(text[max(0, len(text)-most):])
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// The rows of results that builds have, one value a run.
const (
	wallRow   = "wall"   // in ms
	cpuRow    = "CPU"    // in ms
	memoryRow = "memory" // in MiB, at the most
	filesRow  = "files"
	bytesRow  = "output" // in MB
	startRow  = "start, to tell the version"
	sizeRow   = "size of the program"
)

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// add notes one run of a build.
func (m *builds) add(pairs int, name string, c cost, o output) {
	m.results.add(pairs, wallRow, "ms", name, milliseconds(c.wall))
	m.results.add(pairs, cpuRow, "ms", name, milliseconds(c.cpu))
	m.results.add(pairs, memoryRow, "MiB", name, float64(c.peak)/(1<<20))
	m.results.add(pairs, filesRow, "", name, float64(o.files))
	m.results.add(pairs, bytesRow, "MB", name, float64(o.bytes)/1e6)
}

// turn runs one build once, when all that was written before is on the disk, and looks at what it wrote.
func (m *builds) turn(ctx context.Context, c contender, pairs int) (cost, output, error) {
	says, err := m.ready(ctx, c, pairs)
	if err != nil {
		return cost{}, output{}, err
	}
	paid, err := m.weigh(ctx, c.command...)
	if c.pen != nil && err == nil {
		err = c.pen.restore()
	}
	if err != nil {
		return cost{}, output{}, err
	}
	written, err := readOutput(c.output, pairs, says)
	return paid, written, err
}

// ready brings about the state in which a build is to find its output and its site. It gives what the page whose text is
// edited is to say after the build.
func (m *builds) ready(ctx context.Context, c contender, pairs int) (says string, err error) {
	says = compose(middle(pairs), pairs).halves[1].slug // each page leads to its other half
	if c.fresh {
		if err := m.renew(filepath.Dir(c.output)); err != nil {
			return "", err
		}
	}
	if c.pen != nil {
		m.marks++
		says = fmt.Sprintf("marque-%05d", m.marks)
		if err := c.pen.write(says); err != nil {
			return "", err
		}
	}
	if err := exec.CommandContext(ctx, "sync").Run(); err != nil {
		return "", fmt.Errorf("sync: %w", err)
	}
	return says, nil
}

// renew leaves a folder without anything in it. What was there is put aside until all is measured: where much has just been
// removed, some file systems take long to make a file (ext4 passes over the inodes that were in use until lately, one by one), and
// the next build would pay for it.
func (m *builds) renew(folder string) error {
	aside := filepath.Join(m.folder, "aside")
	if err := os.MkdirAll(aside, 0o755); err != nil {
		return err
	}
	m.renewed++
	err := os.Rename(folder, filepath.Join(aside, strconv.Itoa(m.renewed)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.MkdirAll(folder, 0o755)
}

package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
)

// createSamples creates the file of samples. Without a name, what is written to it goes nowhere.
func createSamples(name string) (*os.File, error) {
	if name == "" {
		name = os.DevNull
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return nil, err
	}
	_, err = fmt.Fprintf(file, "goos: %s\ngoarch: %s\ncpu: %s\n", runtime.GOOS, runtime.GOARCH, processor())
	return file, err
}

// writeSamples writes each run at one size as a line of Go's benchmark format, which benchstat reads
// (https://go.dev/design/14313-benchmark-format): the time from start to end, that of all processors, and the most memory.
func (r *results) writeSamples(w io.Writer, pairs int, contenders []contender) error {
	for _, c := range contenders {
		cpu, memory := r.of(pairs, cpuRow, c.name), r.of(pairs, memoryRow, c.name)
		for i, wall := range r.of(pairs, wallRow, c.name) {
			_, err := fmt.Fprintf(w, "%s 1 %.0f ns/op %.0f cpu-ns/op %.0f peak-B\n",
				c.benchmark(pairs), wall*1e6, cpu[i]*1e6, memory[i]*(1<<20))
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// benchmark is the name of a build at one size: what sets it apart as /key=value, and the number of processors.
func (c contender) benchmark(pairs int) string {
	name := fmt.Sprintf("BenchmarkBuild/pairs=%d/build=%s", pairs, c.id)
	if c.tool != "" {
		name += "/tool=" + c.tool
	}
	return fmt.Sprintf("%s-%d", name, runtime.GOMAXPROCS(0))
}

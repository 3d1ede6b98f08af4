package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// printMachine prints what the figures depend on: the machine, how busy it is, and the versions.
func printMachine(ctx context.Context, out io.Writer, hugo string) {
	fmt.Fprintf(out, "Machine: %d × %s, %s; %s; load at the start: %s.\n",
		runtime.NumCPU(), processor(), kernel(), runtime.Version(), load())
	if hugo == "" {
		return
	}
	version, err := exec.CommandContext(ctx, hugo, "version").Output()
	if err != nil {
		version = []byte("a version of Hugo that does not tell")
	}
	fmt.Fprintf(out, "Beside: %s\n", strings.TrimSpace(string(version)))
}

// processor is the processors' name; empty if the system does not tell.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo") // unread is untold
	for line := range strings.Lines(string(text)) {
		if name, value, _ := strings.Cut(line, ":"); strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return runtime.GOARCH
}

func kernel() string {
	text, err := os.ReadFile("/proc/sys/kernel/osrelease")
	if err != nil {
		return runtime.GOOS
	}
	return runtime.GOOS + " " + strings.TrimSpace(string(text))
}

// load is how busy the machine has been in the last 1, 5 and 15 minutes.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	fields := strings.Fields(string(text))
	return strings.Join(fields[:min(3, len(fields))], " ")
}

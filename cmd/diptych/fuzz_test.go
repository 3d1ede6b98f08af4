package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestFuzzVerdict holds that the script which runs the fuzz targets forgives the go tool its bare "context deadline exceeded",
// and nothing else.
func TestFuzzVerdict(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip(err)
	}
	const progress = "fuzz: elapsed: 0s, gathering baseline coverage: 0/9 completed\nfuzz: elapsed: 20s, execs: 120 (6/sec), new interesting: 0 (total: 9)\n"
	const end = "FAIL\nexit status 1\nFAIL\tdiptych/cmd/diptych/internal/site\t20.031s\n"
	const bare = "--- FAIL: FuzzAddress (20.01s)\n    context deadline exceeded\n"
	tests := map[string]struct {
		status, log string
		found       bool
	}{
		"nothing":                {"0", progress + "PASS\nok  \tdiptych/cmd/diptych/internal/site\t20.031s\n", false},
		"the bare words":         {"1", progress + bare + end, false},
		"a failing input":        {"1", progress + "--- FAIL: FuzzAddress (1.2s)\n    --- FAIL: FuzzAddress (0.00s)\n        address_test.go:20: été\n    \n    Failing input written to testdata/fuzz/FuzzAddress/a1\n" + end, true},
		"both":                   {"1", progress + "--- FAIL: FuzzAddress (20.01s)\n    context deadline exceeded\n    Failing input written to testdata/fuzz/FuzzAddress/a1\n" + end, true},
		"a seed":                 {"1", "--- FAIL: FuzzAddress (0.01s)\n    --- FAIL: FuzzAddress/seed#3 (0.00s)\n        address_test.go:20: context deadline exceeded\n" + end, true},
		"a panic":                {"1", progress + bare + "panic: été\n\ngoroutine 1 [running]:\n" + end, true},
		"a process that is gone": {"1", progress + "--- FAIL: FuzzAddress (3s)\n    fuzzing process hung or terminated unexpectedly: exit status 2\n" + end, true},
		"what can't be compiled": {"1", "# diptych/cmd/diptych/internal/site\n./a.go:1:1: expected 'package'\nFAIL\tdiptych/cmd/diptych/internal/site [build failed]\n", true},
		"silence":                {"1", "", true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			log := filepath.Join(t.TempDir(), "log")
			if err := os.WriteFile(log, []byte(test.log), 0o600); err != nil {
				t.Fatal(err)
			}
			err := exec.Command(shell, "testdata/fuzz.sh", "judge", test.status, log).Run()
			var exit *exec.ExitError
			if err != nil && !errors.As(err, &exit) {
				t.Fatal(err)
			}
			if found := err != nil; found != test.found {
				t.Errorf("something is found: %v, want %v", found, test.found)
			}
		})
	}
}

// TestHostileTargets holds that each fuzz target which the Makefile names is there.
func TestHostileTargets(t *testing.T) {
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	list := regexp.MustCompile(`(?m)^HOSTILE +:= ((?:.*\\\n)*.*)$`).FindSubmatch(makefile)
	if list == nil {
		t.Fatal("the Makefile has no list of the targets for hostile input")
	}
	targets := strings.Fields(strings.ReplaceAll(string(list[1]), "\\\n", " "))
	if len(targets) < 10 {
		t.Errorf("there are only %d targets: %q", len(targets), targets)
	}
	for _, target := range targets {
		folder, name := filepath.Split(target)
		files, err := filepath.Glob(filepath.Join("internal", folder, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, file := range files {
			text, err := os.ReadFile(file)
			found = found || err == nil && strings.Contains(string(text), "\nfunc "+name+"(f *testing.F)")
		}
		if !found {
			t.Errorf("there is no fuzz target %s", target)
		}
	}
}

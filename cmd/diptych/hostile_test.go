//go:build linux

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What one page may cost the whole program: a processor's time, and memory. Time is that of the process itself, so that other
// programs on the machine hardly count. To check a page takes longer, since its halves are compared block by block.
func mostToBuild() cost { return cost{time.Second, 256 << 20} }
func mostToCheck() cost { return cost{5 * time.Second, 512 << 20} }

// measured is what a run of the program cost, and what came of it.
type measured struct {
	cost
	folder string
	args   []string
	code   int
	said   string // on its standard error
}

func (m measured) String() string {
	return fmt.Sprintf("exit %d after %4d ms of a processor, with %3d MiB", m.code, m.Time.Milliseconds(), m.Memory>>20)
}

// measure runs the program in a folder, on the day of the stories.
func measure(t *testing.T, folder string, args ...string) measured {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute) // a guard against what never ends, and no measure
	defer stop()
	weighed := filepath.Join(t.TempDir(), "weighed.json")
	command := exec.CommandContext(ctx, "weigh", append([]string{"diptych"}, args...)...)
	command.Dir = folder
	command.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1701777600", "WEIGHED="+weighed)
	var said bytes.Buffer
	command.Stderr = &said
	var exit *exec.ExitError
	if err := command.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	run := measured{folder: folder, args: args, code: command.ProcessState.ExitCode(), said: said.String()}
	data, err := os.ReadFile(weighed)
	if err == nil {
		err = json.Unmarshal(data, &run.cost)
	}
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, run.said)
	}
	return run
}

// needsItsOwnPace skips a test that weighs the program, where the race detector makes it many times as heavy.
func needsItsOwnPace(t *testing.T) {
	t.Helper()
	if slowedDown {
		t.Skip("with the race detector nothing can be weighed")
	}
}

// isBounded holds that the run cost no more than it may. A run that took too long is made twice more, since a machine may be
// busy, and only counts if each of them does.
func (m measured) isBounded(t *testing.T, most cost) {
	t.Helper()
	if m.Memory > most.Memory {
		t.Errorf("%v: more than %d MiB", m, most.Memory>>20)
	}
	least := m.Time
	for range 2 {
		if least > most.Time {
			least = min(least, measure(t, m.folder, m.args...).Time)
		}
	}
	if least > most.Time {
		t.Errorf("%v: more than %v, three times", m, most.Time)
	}
}

// blames holds that the site was published, or else that all errors are those of one file.
func (m measured) blames(t *testing.T, file string, refused bool) {
	t.Helper()
	if want := map[bool]int{true: 1}[refused]; m.code != want {
		t.Errorf("exit code %d, want %d\n%.2000s", m.code, want, m.said)
	}
	told := 0
	for line := range strings.Lines(m.said) {
		if !strings.Contains(line, ": error: ") {
			continue
		}
		if told++; !strings.HasPrefix(line, file) {
			t.Errorf("another file is blamed: %.300s", line)
		}
	}
	if refused && told == 0 {
		t.Errorf("nothing is told\n%.2000s", m.said)
	}
}

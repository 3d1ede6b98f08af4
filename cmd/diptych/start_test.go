package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// mostAtStart is what our packages may allocate together before main runs, in bytes. A regular expression or a template that is
// made there takes thousands, which every command would pay: sync.OnceValue makes it when it is first needed.
const mostAtStart = 40_000

// TestStart holds what the program does before main runs, by what the Go runtime tells of it. It counts bytes and no time, so that
// it says the same on every machine.
func TestStart(t *testing.T) {
	needsItsOwnPace(t)
	command := exec.Command("diptych", "version")
	command.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	said, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	var sum int
	var packages []string
	line := regexp.MustCompile(`(?m)^init ` + ours + `(\S+) .* (\d+) bytes, \d+ allocs$`)
	for _, found := range line.FindAllStringSubmatch(string(said), -1) {
		bytes, err := strconv.Atoi(found[2])
		if err != nil {
			t.Fatal(err)
		}
		sum += bytes
		packages = append(packages, found[1]+" "+found[2])
	}
	if len(packages) == 0 {
		t.Fatalf("the runtime tells of no package of ours:\n%s", said)
	}
	if sum > mostAtStart {
		t.Errorf("before main our packages allocate %d bytes, and %d at most are expected:\n%s", sum, mostAtStart, strings.Join(packages, "\n"))
	}
}

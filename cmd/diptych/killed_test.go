package main

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestKilled kills builds of two sites into one output, at any moment: what stands there is always one of the two, whole. How often
// is in DIPTYCH_KILLS; `make hazards` does so 500 times.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	e := newEnding(t)
	for i := range times(t, "DIPTYCH_KILLS", 25) {
		e.end(t, syscall.SIGKILL, i)
	}
	t.Logf("%d killed before they had ended, %d of them before they had published", e.ended, e.old)
	if e.ended == 0 {
		t.Error("no kill came in time")
	}
}

// TestInterrupted ends builds as a person or a system does: within two seconds, and nothing is left of them.
func TestInterrupted(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	e := newEnding(t)
	for i, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGINT, syscall.SIGTERM, syscall.SIGINT} {
		took := e.end(t, signal, i)
		if took > 2*time.Second {
			t.Errorf("%v: it takes %v", signal, took)
		}
		if left, err := os.Stat(filepath.Join(e.root, ".public.diptych", "new")); err == nil {
			t.Errorf("%v leaves %s", signal, left.Name())
		}
	}
}

// times gives how often something is tried: as often as the environment says, or else so many times.
func times(t *testing.T, variable string, otherwise int) int {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// ending is two sites that are built into one output by turns, and whose builds are ended early.
type ending struct {
	root       string
	sites      [2]string            // their folders
	whole      [2]map[string]string // what the output holds after each
	took       time.Duration        // by a build that nobody ends
	random     *rand.Rand
	ended, old int
}

func newEnding(t *testing.T) *ending {
	t.Helper()
	e := &ending{root: t.TempDir(), random: rand.New(rand.NewPCG(2023, 12))}
	for i, season := range []string{"été", "hiver"} {
		e.sites[i] = filepath.Join(e.root, "site-"+season)
		writeSeason(t, e.sites[i], season, i)
		started := time.Now()
		if err := e.build(i).Run(); err != nil {
			t.Fatal(err)
		}
		e.took = max(e.took, time.Since(started))
		e.whole[i] = filesIn(t, e.output())
	}
	return e
}

func (e *ending) output() string { return filepath.Join(e.root, "public") }

// build is the command that builds one of the sites.
func (e *ending) build(i int) *exec.Cmd {
	program, _ := os.Executable()
	return &exec.Cmd{
		Path: program, Args: []string{"diptych", "build", "--source", e.sites[i], "--output", e.output(), "--cache", ""},
		Env: append(os.Environ(), "SOURCE_DATE_EPOCH=1701777600"), Stderr: os.Stderr,
	}
}

// end builds and sends a signal at a moment of its own, and checks what is there; then it builds to the end. It gives how long the
// program went on after the signal.
func (e *ending) end(t *testing.T, signal syscall.Signal, round int) time.Duration {
	t.Helper()
	command := e.build(round % 2)
	command.Stderr = nil
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(e.random.Int64N(int64(e.took))))
	_ = command.Process.Signal(signal) // it may have ended already
	sent := time.Now()
	err := command.Wait()
	took := time.Since(sent)

	now := map[string]string{}
	if _, gone := os.Stat(e.output()); gone == nil {
		now = filesIn(t, e.output())
	}
	isOld, isNew := maps.Equal(now, e.whole[1-round%2]), maps.Equal(now, e.whole[round%2])
	if !isOld && !isNew {
		t.Fatalf("round %d: a mix of %d files", round, len(now))
	}
	switch status, _ := command.ProcessState.Sys().(syscall.WaitStatus); {
	case status.Signaled() || signal != syscall.SIGKILL && err != nil:
		e.ended++
	case err != nil:
		t.Errorf("round %d: %v", round, err)
	case !isNew:
		t.Errorf("round %d: the build has ended, and the new site is not there", round)
	}
	if isOld {
		e.old++
	}
	if err := e.build(round % 2).Run(); err != nil {
		t.Fatalf("round %d: the next build: %v", round, err)
	}
	if !maps.Equal(filesIn(t, e.output()), e.whole[round%2]) {
		t.Fatalf("round %d: the next build is not whole", round)
	}
	left, _ := os.ReadDir(filepath.Join(e.root, ".public.diptych"))
	for _, entry := range left {
		if entry.Name() != "lock" && entry.Name() != "spare" {
			t.Errorf("round %d leaves %s", round, entry.Name())
		}
	}
	return took
}

// writeSeason writes a site of some size in which every page names the season, and which has some pages more in winter.
func writeSeason(t *testing.T, folder, season string, more int) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "site.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, file := range archive.Files {
		files[file.Name] = string(file.Data)
	}
	for i := range 60 + 20*more {
		for _, lang := range []string{"fr", "en"} {
			files[fmt.Sprintf("content/page-%d/index.%s.md", i, lang)] = fmt.Sprintf("+++\ntitle = \"L’%s %d\"\n+++\n%s",
				season, i, strings.Repeat("Ce n’est que l’"+season+".\n\n", 100))
		}
	}
	for name, text := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// filesIn gives the files below a folder: path to text.
func filesIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(folder, path))
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestBuilds has every contender take its turns with a small site, and holds that each built it and was measured: the
// builds of Hugo where there is one.
func TestBuilds(t *testing.T) {
	const pairs = 5
	m := newBuilds(t, pairs)
	if m.old = string(m.home); m.compare(t.Context()) != nil {
		t.Fatal("there is nothing to compare with")
	}
	contenders, err := m.size(t.Context(), pairs)
	if err != nil {
		t.Fatal(err)
	}
	want := 10
	if m.hugo != "" {
		want += 3
	}
	if len(contenders) != want {
		t.Errorf("there are %d contenders, want %d", len(contenders), want)
	}
	for _, c := range contenders {
		for _, row := range []string{wallRow, cpuRow, memoryRow, filesRow, bytesRow} {
			values := m.results.of(pairs, row, c.name)
			if len(values) != m.runs || slices.Min(values) <= 0 {
				t.Errorf("%s: %s is %v", c.name, row, values)
			}
		}
	}
	ours, copied := m.results.of(pairs, filesRow, diptychName+coldName), m.results.of(pairs, filesRow, copyName)
	if !slices.Equal(ours, copied) {
		t.Errorf("Diptych wrote %v files, and %v were copied", ours, copied)
	}
	if floor := m.results.of(pairs, filesRow, floorName); floor[0] != float64(pages(pairs)) {
		t.Errorf("of %d pages the floor made %v files", pages(pairs), floor)
	}
	if asides, err := os.ReadDir(filepath.Join(m.folder, "aside")); err != nil || len(asides) == 0 {
		t.Errorf("no output was put aside: %v", err)
	}
	if err := m.programs(t.Context()); err != nil {
		t.Fatal(err)
	}
	if starts := m.results.of(0, startRow, diptychName); len(starts) != versionStarts || slices.Min(starts) <= 0 {
		t.Errorf("the starts took %v", starts)
	}
	if size := m.results.of(0, sizeRow, diptychName); len(size) != 1 || size[0] < 1 {
		t.Errorf("the program has %v MB", size)
	}
	if m.end(); !isGone(m.folder) {
		t.Error("the sites are left")
	}
}

// newBuilds is a measurement with all that it needs, of two runs each.
func newBuilds(t *testing.T, pairs ...int) *builds {
	t.Helper()
	for _, program := range []string{"cp", "sync"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		t.Skip("memory is weighed on Linux only")
	}
	hugo, err := exec.LookPath("hugo")
	if err != nil {
		t.Log("Hugo is left out:", err)
	}
	b, err := begin(t.Context(), io.Discard, io.Discard)
	t.Cleanup(b.end)
	if err != nil {
		t.Fatal(err)
	}
	m := &builds{bench: b, buildOptions: buildOptions{options: options{pairs: pairs, hugo: hugo}, runs: 2}}
	if err := m.prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestTurn holds that nothing is measured of a build that did not do what it is to do, and in what state it finds its folders.
func TestTurn(t *testing.T) {
	const pairs = 5
	m := newBuilds(t, pairs)
	site := filepath.Join(m.folder, "site")
	if err := m.home.write(site, pairs); err != nil {
		t.Fatal(err)
	}
	body, err := bodyEdit(pairs).take(site)
	if err != nil {
		t.Fatal(err)
	}
	before := readText(t, body.path)
	floor := floorBuild(m.program("floor"), site, m.folder)
	if _, _, err := m.turn(t.Context(), floor, pairs); err != nil {
		t.Fatal(err)
	}
	edited := contender{command: floor.command, output: floor.output, pen: &body}
	if _, _, err := m.turn(t.Context(), edited, pairs); err != nil || readText(t, body.path) != before {
		t.Errorf("an edit gives %v, and leaves the file as\n%s", err, readText(t, body.path))
	}
	tests := []struct {
		what string
		c    contender
		want string
	}{
		{"writes nothing over an old output", contender{output: floor.output, pen: &body, command: []string{"true"}}, `does not say "marque-00002"`},
		{"has no output", contender{output: floor.output, fresh: true, command: []string{"true"}}, "no such file"},
		{"writes one file", contender{output: floor.output, command: []string{"install", "-D", body.path, filepath.Join(floor.output, "été.html")}}, "14 pages have become 1 files"},
		{"fails", contender{output: floor.output, command: []string{"cp", "-r", "/nowhere", floor.output}}, "cp: "},
		{"is not there", contender{output: floor.output, command: []string{"/nowhere/been"}}, "weigh: "},
	}
	for _, test := range tests {
		if _, _, err := m.turn(t.Context(), test.c, pairs); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("a build that %s gives %v, want %q", test.what, err, test.want)
		}
	}
}

// TestRound holds the order of the turns, and that the first run is not measured.
func TestRound(t *testing.T) {
	const pairs = 5
	m := newBuilds(t, pairs)
	site, order := filepath.Join(m.folder, "site"), filepath.Join(m.folder, "order")
	if err := m.home.write(site, pairs); err != nil {
		t.Fatal(err)
	}
	floor := floorBuild(m.program("floor"), site, m.folder)
	if _, _, err := m.turn(t.Context(), floor, pairs); err != nil {
		t.Fatal(err)
	}
	named := func(name string) contender {
		return contender{name: name, output: floor.output, command: []string{"sh", "-c", "printf " + name + " >>" + order}}
	}
	groups := [][]contender{{named("a")}, {named("b"), named("c")}, {named("d")}}
	for run := range 3 {
		if err := m.round(t.Context(), groups, pairs, run); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := readText(t, order), "abcd"+"dbca"+"abcd"; got != want {
		t.Errorf("the turns are %s, want %s", got, want)
	}
	if walls := m.results.of(pairs, wallRow, "c"); len(walls) != 2 {
		t.Errorf("of three runs were measured %v", walls)
	}
}

// TestWeigh holds that what is weighed is the program itself, and not the bench, whose memory grows with the sites.
func TestWeigh(t *testing.T) {
	m := newBuilds(t)
	ballast := make([]byte, 200<<20)
	for i := range ballast {
		ballast[i] = byte(i)
	}
	c, err := m.weigh(t.Context(), "true")
	runtime.KeepAlive(ballast)
	if err != nil || c.wall <= 0 || c.cpu <= 0 || c.peak <= 0 || c.peak > int64(len(ballast))/4 {
		t.Errorf("nothing takes %+v, %v", c, err)
	}
}

func isGone(folder string) bool {
	_, err := os.Stat(folder)
	return errors.Is(err, fs.ErrNotExist)
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// someBuilds are the figures of two sizes, the larger without changed bodies.
func someBuilds() (*builds, []contender) {
	m := &builds{bench: &bench{results: &results{}}}
	body := pen{}
	contenders := []contender{floorBuild("floor", "site", "folder")}
	contenders = append(contenders, diptychBuilds(tool{name: diptychName}, "site", "folder", body)...)
	contenders = append(contenders, copyBuild(contenders[1], "folder"))
	contenders = append(contenders, hugoBuilds("hugo", "site", "folder", body)...)
	for i, c := range contenders {
		for _, run := range []time.Duration{2, 1, 9} {
			wall := time.Duration(i+1) * 10 * run * time.Millisecond
			paid := cost{wall: wall, cpu: wall * 3 / 2, peak: int64(i+1) << 20}
			m.add(50, c.name, paid, output{files: 104 + i, bytes: 1_500_000})
			if c.pen == nil {
				m.add(500, c.name, cost{wall: 5 * wall, cpu: wall, peak: 3 * paid.peak}, output{files: 1012, bytes: 1})
			}
		}
	}
	for _, took := range []float64{6, 8} {
		m.results.add(0, startRow, "ms", diptychName, took)
	}
	m.results.add(0, sizeRow, "MB", diptychName, 19.25)
	m.results.add(0, sizeRow, "MB", hugoName, 77)
	return m, contenders
}

func TestBuildTable(t *testing.T) {
	m, contenders := someBuilds()
	var out strings.Builder
	m.results.printBuilds(&out, 50, contenders)
	const want = `
### Builds of 50 pairs: 104 pages

| build | wall, ms | CPU, ms | memory at the most, MiB | pages/s | × floor | × Hugo | files | output, MB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| the floor | 20.0 (10.0–90.0) | 30.0 (15.0–135) | 1.0 | 5200 | 1.00 | 0.14 | 104 | 1.5 |
| Diptych, from nothing | 40.0 (20.0–180) | 60.0 (30.0–270) | 2.0 | 2600 | 2.00 | 0.29 | 105 | 1.5 |
| Diptych, nothing changed | 60.0 (30.0–270) | 90.0 (45.0–405) | 3.0 | 1733 | 3.00 | 0.38 | 106 | 1.5 |
| Diptych, one body changed | 80.0 (40.0–360) | 120 (60.0–540) | 4.0 | 1300 | 4.00 | 0.44 | 107 | 1.5 |
| Diptych, one body changed again | 100 (50.0–450) | 150 (75.0–675) | 5.0 | 1040 | 5.00 | 0.56 | 108 | 1.5 |
| cp -r of Diptych’s output | 120 (60.0–540) | 180 (90.0–810) | 6.0 | 867 | 6.00 | 0.86 | 109 | 1.5 |
| Hugo, from nothing | 140 (70.0–630) | 210 (105–945) | 7.0 | 743 | 7.00 | 1.00 | 110 | 1.5 |
| Hugo, nothing changed | 160 (80.0–720) | 240 (120–1080) | 8.0 | 650 | 8.00 | 1.00 | 111 | 1.5 |
| Hugo, one body changed | 180 (90.0–810) | 270 (135–1215) | 9.0 | 578 | 9.00 | 1.00 | 112 | 1.5 |
`
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
}

func TestPerPageTable(t *testing.T) {
	m, _ := someBuilds()
	var out strings.Builder
	m.results.printPerPage(&out, []int{500, 50, 500})
	const want = `
### Wall time a page, µs, and × the size before

| build | 50 pairs | 500 pairs |
| --- | ---: | ---: |
| the floor | 192 | 98.8 (0.51) |
| Diptych, from nothing | 385 | 198 (0.51) |
| Diptych, nothing changed | 577 | 296 (0.51) |
| Hugo, from nothing | 1346 | 692 (0.51) |

### Memory at the most a page, KiB, and × the size before

| build | 50 pairs | 500 pairs |
| --- | ---: | ---: |
| the floor | 9.8 | 3.0 (0.31) |
| Diptych, from nothing | 19.7 | 6.1 (0.31) |
| Diptych, nothing changed | 29.5 | 9.1 (0.31) |
| Hugo, from nothing | 68.9 | 21.2 (0.31) |
`
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
	out.Reset()
	m.results.printPerPage(&out, []int{50})
	if out.Len() > 0 {
		t.Errorf("one size grows: %s", out.String())
	}
	alone := &results{}
	alone.add(50, wallRow, "ms", floorName, 104)
	alone.add(500, wallRow, "ms", floorName, 2024)
	alone.printPerPage(&out, []int{50, 500})
	if text := out.String(); !strings.Contains(text, "| the floor | 1000 | 2000 (2.00) |\n") || strings.Contains(text, diptychName) {
		t.Errorf("with the floor alone it prints\n%s", text)
	}
}

func TestFiguresTable(t *testing.T) {
	m, _ := someBuilds()
	var out strings.Builder
	m.results.printFigures(&out, []int{50})
	const want = `
### Diptych beside Hugo

| what | Diptych | Hugo | of Hugo |
| --- | ---: | ---: | ---: |
| 50 pairs, from nothing, ms | 40.0 (20.0–180) | 140 (70.0–630) | 0.29 |
| 50 pairs, nothing changed, ms | 60.0 (30.0–270) | 160 (80.0–720) | 0.38 |
| 50 pairs, one body changed, ms | 80.0 (40.0–360) | 180 (90.0–810) | 0.44 |
| 50 pairs, one body changed again, ms | 100 (50.0–450) | 180 (90.0–810) | 0.56 |
| 50 pairs, from nothing, memory at the most, MiB | 2.0 (2.0–2.0) | 7.0 (7.0–7.0) | 0.29 |
| start, to tell the version, ms | 7.0 (6.0–8.0) | – | – |
| size of the program, MB | 19.2 | 77.0 | 0.25 |
`
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
}

// TestSamples writes the benchmark format: a name with the number of processors, the iterations, and values with units.
func TestSamples(t *testing.T) {
	m, contenders := someBuilds()
	var out strings.Builder
	if err := m.results.writeSamples(&out, 50, contenders[:2]); err != nil {
		t.Fatal(err)
	}
	old := diptychBuilds(tool{name: diptychName, id: "old"}, "site", "folder", pen{})[:1]
	if err := m.results.writeSamples(&out, 50, old); err != nil {
		t.Fatal(err)
	}
	processors := fmt.Sprint(runtime.GOMAXPROCS(0))
	want := strings.ReplaceAll(`BenchmarkBuild/pairs=50/build=floor-N 1 20000000 ns/op 30000000 cpu-ns/op 1048576 peak-B
BenchmarkBuild/pairs=50/build=floor-N 1 10000000 ns/op 15000000 cpu-ns/op 1048576 peak-B
BenchmarkBuild/pairs=50/build=floor-N 1 90000000 ns/op 135000000 cpu-ns/op 1048576 peak-B
BenchmarkBuild/pairs=50/build=diptych-cold-N 1 40000000 ns/op 60000000 cpu-ns/op 2097152 peak-B
BenchmarkBuild/pairs=50/build=diptych-cold-N 1 20000000 ns/op 30000000 cpu-ns/op 2097152 peak-B
BenchmarkBuild/pairs=50/build=diptych-cold-N 1 180000000 ns/op 270000000 cpu-ns/op 2097152 peak-B
BenchmarkBuild/pairs=50/build=diptych-cold/tool=old-N 1 40000000 ns/op 60000000 cpu-ns/op 2097152 peak-B
BenchmarkBuild/pairs=50/build=diptych-cold/tool=old-N 1 20000000 ns/op 30000000 cpu-ns/op 2097152 peak-B
BenchmarkBuild/pairs=50/build=diptych-cold/tool=old-N 1 180000000 ns/op 270000000 cpu-ns/op 2097152 peak-B
`, "-N ", "-"+processors+" ")
	if out.String() != want {
		t.Errorf("wrote\n%s\nwant\n%s", out.String(), want)
	}
}

// TestSamplesFile holds that samples go where they are asked for, over what an earlier run wrote, and else nowhere.
func TestSamplesFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "été.txt")
	if err := os.WriteFile(name, []byte(strings.Repeat("avant ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{name, ""} {
		file, err := createSamples(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
	if text := readText(t, name); !strings.HasPrefix(text, "goos: ") || strings.Contains(text, "avant") || strings.Count(text, "\n") != 3 {
		t.Errorf("it says %s", text)
	}
	if _, err := createSamples(filepath.Join(name, "below")); err == nil {
		t.Error("a file below a file is made")
	}
}

package main

import (
	"bufio"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const ours = "diptych/cmd/diptych/internal/"

// TestImportOrder holds the table of rooms in ARCHITECTURE.md: a package imports only from above it. Rooms that know
// little can then be read, tested and replaced alone, and no two of them can grow into one.
func TestImportOrder(t *testing.T) {
	rooms := column(t, "### Where", "## The rooms")
	if len(rooms) == 0 {
		t.Fatal("ARCHITECTURE.md has no table of rooms")
	}
	for pkg, imports := range importsOf(t, false) {
		room := strings.TrimPrefix(pkg, "internal/")
		place := slices.Index(rooms, room)
		if place < 0 && pkg != "." {
			t.Errorf("package %s is not in the table of rooms", pkg)
			continue
		}
		for imported := range imports {
			other, isOurs := strings.CutPrefix(imported, ours)
			if isOurs && pkg != "." && slices.Index(rooms, other) >= place {
				t.Errorf("%s imports %s, which stands below it: move what they share up, or the wall", room, other)
			}
			if isOurs && room == "publish" && other != "parallel" && other != "wording" {
				t.Errorf("publish imports %s; it is to know nothing of sites", other)
			}
		}
	}
	for _, room := range rooms {
		if _, err := os.Stat(filepath.Join("internal", room)); err != nil {
			t.Errorf("the room %s is in the table and not in the house", room)
		}
	}
}

// TestDependencies holds the table of modules: each is imported by the rooms only that have a line there, or by tests only, and
// each direct dependency of go.mod has its line. So a library can be replaced in one place.
func TestDependencies(t *testing.T) {
	modules := column(t, "## Tests", "## Dependencies")
	users := map[string][]string{}
	for _, row := range tableRows(t, "## Tests", "## Dependencies") {
		users[row[0]] = append(users[row[0]], row[1])
	}
	for _, withTests := range []bool{false, true} {
		for pkg, imports := range importsOf(t, withTests) {
			for imported := range imports {
				module := moduleOf(modules, imported)
				if !strings.Contains(strings.Split(imported, "/")[0], ".") {
					continue // the standard library, or ours
				}
				allowed := slices.Contains(users[module], path.Base(pkg)) || (withTests && module != "")
				if !allowed {
					t.Errorf("%s imports %s, which ARCHITECTURE.md gives to %v", pkg, imported, users[module])
				}
			}
		}
	}
	if direct := directModules(t); !slices.Equal(direct, slices.Compact(slices.Sorted(slices.Values(modules)))) {
		t.Errorf("go.mod needs %v\nARCHITECTURE.md justifies %v", direct, modules)
	}
}

// TestClockAndEnvironment holds the purity of the build: for one build day the same tree gives the same bytes.
func TestClockAndEnvironment(t *testing.T) {
	forbidden := regexp.MustCompile(`\b(time\.(Now|Since|Until)|os\.(Getenv|LookupEnv|Environ|Hostname)|rand\.)`)
	for _, file := range goFiles(t, false) {
		room := filepath.ToSlash(filepath.Dir(file))
		if room == "." || room == "internal/cli" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if found := forbidden.Find(text); found != nil {
			t.Errorf("%s uses %s; only cli looks at the clock and the environment", file, found)
		}
	}
}

// importsOf gives the imports of each package, by folder relative to this one.
func importsOf(t *testing.T, tests bool) map[string]map[string]bool {
	packages := map[string]map[string]bool{}
	for _, file := range goFiles(t, tests) {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		pkg := filepath.ToSlash(filepath.Dir(file))
		if packages[pkg] == nil {
			packages[pkg] = map[string]bool{}
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			packages[pkg][imported] = true
		}
	}
	return packages
}

// goFiles gives the Go files below this folder: those of the tool, or those of its tests.
func goFiles(t *testing.T, tests bool) []string {
	var files []string
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(file) == ".go" && strings.HasSuffix(file, "_test.go") == tests {
			files = append(files, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// tableRows gives the first two cells of each row of the table between two headings of ARCHITECTURE.md, without
// backquotes.
func tableRows(t *testing.T, end, start string) [][2]string {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(text), "\n"+start+"\n")
	section, _, ended := strings.Cut(after, "\n"+end)
	if !found || !ended {
		t.Fatalf("ARCHITECTURE.md has no part from %q to %q", start, end)
	}
	row := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|")
	var rows [][2]string
	for _, cells := range row.FindAllStringSubmatch(section, -1) {
		rows = append(rows, [2]string{cells[1], strings.Trim(cells[2], "` ")})
	}
	return rows
}

// column gives the first cells of such a table.
func column(t *testing.T, end, start string) []string {
	var cells []string
	for _, row := range tableRows(t, end, start) {
		cells = append(cells, row[0])
	}
	return cells
}

// moduleOf finds the module that an imported package belongs to.
func moduleOf(modules []string, imported string) string {
	for _, module := range modules {
		if imported == module || strings.HasPrefix(imported, module+"/") {
			return module
		}
	}
	return ""
}

// directModules gives the modules that go.mod requires by itself, sorted.
func directModules(t *testing.T) []string {
	file, err := os.Open("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var modules []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Fields(strings.TrimPrefix(lines.Text(), "require "))
		if len(fields) == 2 && strings.HasPrefix(fields[1], "v") {
			modules = append(modules, fields[0])
		}
	}
	slices.Sort(modules)
	return modules
}

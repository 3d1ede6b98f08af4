package build

import (
	"bytes"
	"context"
	"io"
	"maps"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// today is the build day of the tests.
var today = civil.Date{Year: 2023, Month: 11, Day: 1}

// The addresses for which the sample site is built: a host of its own, a path on a host, and none.
const (
	ownHost = "https://example.org/"
	subPath = "https://example.org/accra/"
	folder  = ""
)

// files are changes to the sample site: path to text. An empty text takes the file away.
type files map[string]string

// sampleTree gives the sample site with changes.
func sampleTree(t testing.TB, changes files) *source.Tree {
	t.Helper()
	archive, err := txtar.ParseFile("../site/testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range archive.Files {
		texts[file.Name] = string(file.Data)
	}
	maps.Copy(texts, changes)
	maps.DeleteFunc(texts, func(_, text string) bool { return text == "" })
	return source.NewTree(texts)
}

// sample assembles the sample site with changes, in which nothing may be wrong.
func sample(t testing.TB, base string, changes files) *Site {
	t.Helper()
	s := Assemble(sampleTree(t, changes), site.Options{Day: today, BaseURL: &base})
	if len(s.Problems()) > 0 {
		t.Fatalf("the site has problems:\n%s", strings.Join(told(s.Problems()), "\n"))
	}
	return s
}

// wrong assembles the sample site with changes and gives what is wrong with it as a whole.
func wrong(t testing.TB, changes files) []string {
	t.Helper()
	return told(Assemble(sampleTree(t, changes), site.Options{Day: today}).Problems())
}

// told writes problems as lines of place, rule, message and hint, and the other place if there is one.
func told(problems []source.Problem) []string {
	lines := []string{}
	for _, p := range problems {
		line := p.Pos.String() + " " + p.Rule + ": " + p.Message.English + " (" + p.Hint.English + ")"
		if !p.Peer.IsZero() {
			line += " and " + p.Peer.String()
		}
		lines = append(lines, line)
	}
	return lines
}

// half writes the Markdown file of a half.
func half(title, front, body string) string {
	return "+++\ntitle = \"" + title + "\"\n" + front + "\n+++\n\n" + body + "\n"
}

// read gives the bytes of one output, with which nothing may be wrong.
func read(t testing.TB, s *Site, path string) string {
	t.Helper()
	var out strings.Builder
	if problems, err := s.Output(path, &out); len(problems) > 0 || err != nil {
		t.Fatalf("%s: problems %q, error %v", path, told(problems), err)
	}
	return out.String()
}

// memory is a target that keeps what it is given.
type memory struct {
	mu    sync.Mutex
	files map[string]string
}

func (m *memory) Create(path string) (io.WriteCloser, error) {
	return &memoryFile{memory: m, path: path}, nil
}

type memoryFile struct {
	bytes.Buffer
	memory *memory
	path   string
}

func (f *memoryFile) Close() error {
	f.memory.mu.Lock()
	defer f.memory.mu.Unlock()
	f.memory.files[f.path] = f.String()
	return nil
}

// all builds a site into memory.
func all(t testing.TB, s *Site) (map[string]string, []source.Problem) {
	t.Helper()
	target := &memory{files: map[string]string{}}
	problems, err := s.All(context.Background(), target, func() {})
	if err != nil {
		t.Fatal(err)
	}
	return target.files, problems
}

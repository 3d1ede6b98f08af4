package watch

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// testPatience is how long a test waits for a change that has to come. It is generous: a loaded machine is no failure.
const testPatience = 20 * time.Second

var siteOptions = Options{
	Folders: []string{"content", "i18n", "layouts", "static"},
	Files:   []string{"config.toml"},
	Hidden:  []string{"static/.well-known"},
}

// mirror is a receiver as the preview is one: it knows a site's texts, and looks again only where it is told to. A test
// does something to the folder and waits until the mirror shows it.
type mirror struct {
	t       *testing.T
	root    string
	watcher *Watcher
	texts   map[string]string // by path
	heard   []Change
}

// newMirror makes a small site and watches it. The slow look is put off to the far future, so that only events are left.
func newMirror(t *testing.T) *mirror {
	t.Helper()
	m := &mirror{t: t, root: t.TempDir()}
	m.write("config.toml", `languages = ["fr", "en"]`)
	m.write("content/index.fr.md", "Bienvenue")
	m.write("content/événements/été.fr.md", "L’été à Dacca")
	m.write("content/événements/été.en.md", "Summer in Dhaka")
	m.write("layouts/page.html", "<p>« »</p>")
	m.write("i18n/fr.toml", "")
	watcher, err := Start(endingWith(t), m.root, siteOptions)
	if err != nil {
		t.Fatal(err)
	}
	m.attend(watcher)
	return m
}

// attend makes the mirror the receiver of a watcher, and sees to it that nothing is left of it after the test.
func (m *mirror) attend(watcher *Watcher) {
	m.watcher = watcher
	m.watcher.Looked(1000 * time.Hour)
	m.texts = m.disk(".")
}

// endingWith gives a context that ends with the test, which then waits until no goroutine is left over.
func endingWith(t *testing.T) context.Context {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(func() {
		cancel()
		for deadline := time.After(testPatience); runtime.NumGoroutine() > before; runtime.Gosched() {
			select {
			case <-deadline:
				stacks := make([]byte, 1<<20)
				t.Errorf("goroutines are left over:\n%s", stacks[:runtime.Stack(stacks, true)])
				return
			default:
			}
		}
	})
	return ctx
}

// await looks where the watcher says until the mirror shows what is on disk.
func (m *mirror) await() {
	m.t.Helper()
	deadline := time.After(testPatience)
	for want := m.disk("."); !maps.Equal(m.texts, want); want = m.disk(".") {
		select {
		case change, open := <-m.watcher.Changes():
			if !open {
				m.t.Fatal("the changes have ended")
			}
			m.look(change)
		case <-deadline:
			m.t.Fatalf("not told (-disk +mirror):\n%s\nheard: %v", cmp.Diff(want, m.texts), m.heard)
		}
	}
}

// look takes over what is on disk at and below the paths of a change.
func (m *mirror) look(change Change) {
	m.heard = append(m.heard, change)
	paths := change.Paths
	if change.All {
		paths = []string{"."}
	}
	for _, path := range paths {
		maps.DeleteFunc(m.texts, func(known, _ string) bool {
			return path == "." || known == path || strings.HasPrefix(known, path+"/")
		})
		maps.Copy(m.texts, m.disk(path))
	}
}

// disk reads the texts that belong to the site at and below a path.
func (m *mirror) disk(path string) map[string]string {
	texts := map[string]string{}
	_ = filepath.WalkDir(m.name(path), func(name string, entry fs.DirEntry, err error) error {
		below, _ := filepath.Rel(m.root, name)
		if err != nil || !entry.Type().IsRegular() || !siteOptions.belongs(filepath.ToSlash(below)) {
			return nil
		}
		if text, err := os.ReadFile(name); err == nil {
			texts[filepath.ToSlash(below)] = string(text)
		}
		return nil
	})
	return texts
}

func (m *mirror) name(path string) string { return filepath.Join(m.root, filepath.FromSlash(path)) }

// write is a plain save, with the folders that it needs.
func (m *mirror) write(path, text string) {
	m.t.Helper()
	m.must(os.MkdirAll(filepath.Dir(m.name(path)), 0o755))
	m.must(os.WriteFile(m.name(path), []byte(text), 0o644))
}

func (m *mirror) rename(from, to string) {
	m.t.Helper()
	m.must(os.Rename(m.name(from), m.name(to)))
}

func (m *mirror) remove(path string) {
	m.t.Helper()
	m.must(os.RemoveAll(m.name(path)))
}

func (m *mirror) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

// hear waits until just these paths were told, in one change or more, and forgets them.
func (m *mirror) hear(want ...string) {
	m.t.Helper()
	deadline := time.After(testPatience)
	for diff := "-"; diff != ""; diff = cmp.Diff(want, m.heardPaths()) {
		select {
		case change := <-m.watcher.Changes():
			m.look(change)
		case <-deadline:
			m.t.Fatalf("paths (-want +got):\n%s", diff)
		}
	}
	m.heard = nil
}

// heardPaths gives all paths that were told so far, and fails if everything had to be looked at.
func (m *mirror) heardPaths() []string {
	m.t.Helper()
	var paths []string
	for _, change := range m.heard {
		if change.All {
			m.t.Error("everything had to be looked at")
		}
		paths = append(paths, change.Paths...)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

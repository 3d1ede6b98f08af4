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

func TestWriteIsToldByItsPath(t *testing.T) {
	m := newMirror(t)
	m.write("content/événements/été.fr.md", "L’été à Dacca, « la suite »")
	m.await()
	if diff := cmp.Diff([]string{"content/événements/été.fr.md"}, m.heardPaths()); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
}

func TestFileInTheRoot(t *testing.T) {
	m := newMirror(t)
	for _, text := range []string{`title = "L’été"`, `title = "L’automne"`} {
		m.write("brouillon.tmp", text)
		m.rename("brouillon.tmp", "config.toml")
		m.await()
	}
	if diff := cmp.Diff([]string{"config.toml"}, m.heardPaths()); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
}

// TestWhatConcernsNobody ends with a proper save: the kernel keeps the order, so what came before would have been told.
func TestWhatConcernsNobody(t *testing.T) {
	m := newMirror(t)
	m.must(os.Chmod(m.name("content/index.fr.md"), 0o600))
	m.must(os.Chtimes(m.name("content/index.fr.md"), time.Unix(0, 0), time.Unix(0, 0)))
	m.must(os.Chmod(m.name("content/événements"), 0o700))
	for _, path := range []string{"content/.index.fr.md.swp", "content/index.fr.md~", "content/#index.fr.md#",
		"content/.git/HEAD", "layouts/.env", "public/index.html", "README.md", "content/vieux~/été.fr.md"} {
		m.write(path, "« rien »")
		m.write(path, "« toujours rien »")
	}
	m.write("content/index.fr.md", "Bienvenue à tous")
	m.await()
	if diff := cmp.Diff([]string{"content/index.fr.md"}, m.heardPaths()); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
}

func TestStartWithoutFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "été.txt")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, root, want string }{
		{"absent", filepath.Join(filepath.Dir(file), "absent"), "no such file or directory"},
		{"a file", file, "is not a folder"},
	}
	for _, test := range tests {
		_, err := Start(endingWith(t), test.root, siteOptions)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: the error is %v", test.name, err)
		}
	}
}

// TestEnd ends the context at three moments: in quiet, with a change that nobody has taken, and amid a storm.
func TestEnd(t *testing.T) {
	tests := []struct {
		name  string
		storm int
	}{{"quiet", 0}, {"one change", 1}, {"storm", 500}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			endingWith(t) // first, so that its cleanup comes last and sees all goroutines end
			m := &mirror{t: t, root: t.TempDir()}
			m.write("content/index.fr.md", "Bienvenue")
			ctx, cancel := context.WithCancel(context.Background())
			watcher, err := Start(ctx, m.root, siteOptions)
			m.must(err)
			for range test.storm {
				m.write("content/index.fr.md", "« encore »")
				m.write("content/index.en.md", "again")
			}
			cancel()
			for range watcher.Changes() {
				continue
			}
			for notice := range watcher.Notices() {
				t.Errorf("notice: %s", notice)
			}
			watcher.Looked(time.Second) // a receiver may still be looking
		})
	}
}

package watch

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

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

//go:build unix

package source

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestOpenLater has something else take the place of a file after the tree was read, as while a site is published: it is
// neither waited for nor followed out of the site. Nobody writes into the pipe, so waiting would never end.
func TestOpenLater(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(outside, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	const name = "static/été.bin"
	takers := map[string]func(root, name string) error{
		"a pipe":       func(_, name string) error { return syscall.Mkfifo(name, 0o644) },
		"a folder":     func(_, name string) error { return os.Mkdir(name, 0o755) },
		"a link out":   func(_, name string) error { return os.Symlink(outside, name) },
		"a link above": func(_, name string) error { return os.Symlink("../../secret.txt", name) },
		"a link to a pipe": func(root, name string) error {
			return errors.Join(syscall.Mkfifo(filepath.Join(root, "pipe"), 0o644), os.Symlink("../pipe", name))
		},
		"a device": func(_, name string) error { return os.Symlink("/dev/zero", name) },
		"a loop":   func(_, name string) error { return os.Symlink("été.bin", name) },
		"nothing":  func(_, name string) error { return nil },
		"a socket": func(root, _ string) error { listen(t, root, name); return nil },
	}
	for what, take := range takers {
		t.Run(what, func(t *testing.T) {
			root := folderOf(t, map[string]string{name: "« oui »"})
			file, _ := mustRead(t, root).File(name)
			full := filepath.Join(root, name)
			if err := os.Remove(full); err != nil {
				t.Fatal(err)
			}
			if err := take(root, full); err != nil {
				t.Fatal(err)
			}
			opened, err := file.Open()
			if err == nil {
				data, _ := io.ReadAll(io.LimitReader(opened, 100))
				t.Fatalf("it is opened, and says %q", data)
			}
			if opened != nil {
				t.Errorf("beside the error %v there is a reader", err)
			}
			var said *os.PathError
			if !errors.As(err, &said) {
				t.Errorf("the error %v names no path", err)
			}
		})
	}
}

// TestOpenFollowsLinksInside holds that a link which stays inside the site is followed, as when the tree is read.
func TestOpenFollowsLinksInside(t *testing.T) {
	root := folderOf(t, map[string]string{"static/a.txt": "a"})
	link(t, root, "static/b.txt", "a.txt")
	file, _ := mustRead(t, root).File("static/b.txt")
	if got := bytesOf(t, file); got != "a" {
		t.Errorf("the link gives %q", got)
	}
}

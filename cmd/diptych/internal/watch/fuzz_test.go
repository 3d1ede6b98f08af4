package watch

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzFollow plays any series of events to the folder while somebody looks, and holds that the mirror comes to show
// what is on disk: nothing is lost, whatever the order. At the end it writes into each folder, for a watch that was lost
// on the way shows only then. The slow look is put off, so that it can't repair anything.
func FuzzFollow(f *testing.F) {
	f.Add([]byte("\x00\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff"))
	f.Add([]byte("aA1bB2cC3dD4eE5fF6gG7hH8iI9jJ0"))
	f.Add([]byte("\x03\x01\x02\x03\x02\x01\x03\x01\x02\x00\x01\x00\x03\x02\x05\x03\x05\x01\x00\x07\x00\x06\x06\x06"))
	f.Add([]byte(strings.Repeat("\x13\x35\x71\x03\x52\x17\x00\x44\x21", 12)))
	f.Fuzz(func(t *testing.T, data []byte) {
		m := &mirror{t: t, root: t.TempDir()}
		m.must(os.Mkdir(m.name("content"), 0o755))
		ctx, cancel := context.WithCancel(t.Context())
		watcher, err := Start(ctx, m.root, siteOptions)
		m.must(err)
		m.attend(watcher)
		for i := 0; i+2 < min(len(data), 240); i += 3 {
			m.play(data[i], nameOf(data[i+1]), nameOf(data[i+2]), fmt.Sprintf("L’été n° %d", i))
		}
		m.await()
		m.writeEverywhere()
		m.await()
		cancel()
		for range watcher.Changes() {
			continue
		}
	})
}

// nameOf makes one of few paths, so that steps meet.
func nameOf(b byte) string {
	names := []string{"à", "b", "c.fr.md"}
	path := "content/" + names[b%3]
	if b >= 64 {
		path += "/" + names[b/3%3]
	}
	if b >= 160 {
		path += "/" + names[b/9%3]
	}
	return path
}

// play does one step. That some steps are impossible (no such folder) belongs to the game.
func (m *mirror) play(step byte, one, other, text string) {
	switch step % 7 {
	case 0:
		_ = os.MkdirAll(m.name(one), 0o755)
	case 1:
		_ = os.WriteFile(m.name(one), []byte(text), 0o644)
	case 2:
		_ = os.WriteFile(m.name(one)+"~", []byte(text), 0o644)
		_ = os.Rename(m.name(one)+"~", m.name(one))
	case 3, 4:
		_ = os.Rename(m.name(one), m.name(other))
	case 5:
		_ = os.RemoveAll(m.name(one))
	case 6: // the receiver has time
		select {
		case change := <-m.watcher.Changes():
			m.look(change)
		default:
		}
	}
}

// writeEverywhere puts a new file into each folder.
func (m *mirror) writeEverywhere() {
	err := filepath.WalkDir(m.name("content"), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			err = os.WriteFile(filepath.Join(name, "fin.fr.md"), []byte("« fin »"), 0o644)
		}
		return err
	})
	m.must(err)
}

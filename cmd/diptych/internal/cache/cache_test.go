package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// day is the time at which the tests use their folders.
func day(n int) time.Time { return time.Date(2023, time.December, n, 9, 0, 0, 0, time.UTC) }

func expect(t *testing.T, store Store, name, want string) {
	t.Helper()
	switch data, kept := store.Get(name); {
	case kept != (want != ""):
		t.Errorf("%s is kept: %t", name, kept)
	case string(data) != want:
		t.Errorf("%s is %q, want %q", name, data, want)
	}
}

// only gives the one file of a folder.
func only(t *testing.T, folder string) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(folder, "??", "*"))
	if len(files) != 1 {
		t.Fatalf("the folder has %q", files)
	}
	return files[0]
}

func TestFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not", "there", "yet")
	store := Open(folder, day(5))
	expect(t, store, "carte, 400", "")
	store.Put("carte, 400", []byte("été"))
	store.Put("carte, 800", []byte("à Accra"))
	expect(t, store, "carte, 400", "été")
	expect(t, Open(folder, day(6)), "carte, 800", "à Accra")
	store.Put("carte, 400", []byte("hiver"))
	expect(t, store, "carte, 400", "hiver")
	expect(t, store, "carte, 40", "")
}

// TestDamaged holds that what the disk has lost or changed is not there, and is there again once it is made again.
func TestDamaged(t *testing.T) {
	for _, damage := range []func(data []byte) []byte{
		func(data []byte) []byte { return data[:len(data)-1] },
		func(data []byte) []byte { return data[:20] },
		func([]byte) []byte { return nil },
		func(data []byte) []byte { data[len(data)-1] ^= 1; return data },
		func(data []byte) []byte { return append(data, 'x') },
	} {
		store := Open(t.TempDir(), day(5))
		store.Put("carte", []byte("été"))
		file := only(t, store.path)
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, damage(data), 0o644); err != nil {
			t.Fatal(err)
		}
		expect(t, store, "carte", "")
		store.Put("carte", []byte("été"))
		expect(t, store, "carte", "été")
	}
}

// TestNowhere holds that a place where nothing can be written is no error.
func TestNowhere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, store := range []Store{Open(file, day(5)), None{}} {
		store.Put("carte", []byte("été"))
		expect(t, store, "carte", "")
	}
	Open(file, day(5)).Sweep(time.Hour)
}

func TestSweep(t *testing.T) {
	folder := t.TempDir()
	Open(folder, day(1)).Put("old", []byte("a"))
	Open(folder, day(1)).Put("used", []byte("b"))
	Open(folder, day(9)).Put("new", []byte("c"))
	left := filepath.Join(folder, "ab")
	if err := os.MkdirAll(left, 0o755); err != nil {
		t.Fatal(err)
	}
	half := filepath.Join(left, "new-17")
	if err := os.WriteFile(half, []byte("d"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(half, day(1), day(1)); err != nil {
		t.Fatal(err)
	}
	for _, foreign := range []string{"ab/thesis.txt", "go/" + strings.Repeat("a", 62), "ab/new-letter.txt"} {
		path := filepath.Join(folder, foreign)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, day(1), day(1)); err != nil {
			t.Fatal(err)
		}
		defer func() {
			if _, err := os.Stat(path); err != nil {
				t.Errorf("a file that is not the store's: %v", err)
			}
		}()
	}
	expect(t, Open(folder, day(8)), "used", "b")
	Open(folder, day(10)).Sweep(72 * time.Hour)
	expect(t, Open(folder, day(10)), "old", "")
	expect(t, Open(folder, day(10)), "used", "b")
	expect(t, Open(folder, day(10)), "new", "c")
	if _, err := os.Lstat(half); err == nil {
		t.Error("what was left half written is still there")
	}
}

// TestManyAtOnce holds that nobody ever reads half of what another writes.
func TestManyAtOnce(t *testing.T) {
	store := Open(t.TempDir(), day(5))
	whole := bytes.Repeat([]byte("été "), 1<<14)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				store.Put("carte", whole)
				if data, kept := store.Get("carte"); kept && !bytes.Equal(data, whole) {
					t.Errorf("%d bytes of %d were read", len(data), len(whole))
				}
			}
		})
	}
	group.Wait()
	expect(t, store, "carte", string(whole))
	only(t, store.path)
}

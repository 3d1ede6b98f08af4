package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// TestReaders has readers ask for pages while builds exchange them, as a web server does: each page is there at each moment, whole.
// How often they read is in DIPTYCH_READS; `make hazards` has them read a million times.
func TestReaders(t *testing.T) {
	for _, within := range []bool{false, true} {
		t.Run(fmt.Sprint("within=", within), func(t *testing.T) { testReaders(t, within) })
	}
}

func testReaders(t *testing.T, within bool) {
	root := t.TempDir()
	output := filepath.Join(root, "public")
	seasons := [...]map[string]string{{}, {}}
	for i := range 20 {
		for s, season := range []string{"L’été. ", "Winter. "} {
			seasons[s][fmt.Sprintf("fr/%d/index.html", i)] = strings.Repeat(season, 1000+i)
		}
	}
	if err := os.Mkdir(output, 0o755); err != nil {
		t.Fatal(err)
	}
	publish := func(i int) {
		stage := mustOpenOn(t, (story{within: within}).on(&faulty{at: -1}), output, filepath.Join(root, "site"), seasons[i%2])
		mustCommit(t, stage)
	}
	publish(0)
	var reads, bad atomic.Int64
	var done atomic.Bool
	most := readsWanted(t)
	var readers sync.WaitGroup
	for r := range 3 {
		readers.Go(func() {
			for i := r; !done.Load(); i++ {
				reads.Add(1)
				path := fmt.Sprintf("fr/%d/index.html", i%20)
				text, err := os.ReadFile(filepath.Join(output, filepath.FromSlash(path)))
				if string(text) != seasons[0][path] && string(text) != seasons[1][path] {
					if bad.Add(1) < 5 {
						t.Errorf("%s: %d bytes, %v", path, len(text), err)
					}
				}
			}
		})
	}
	builds := 1
	for ; reads.Load() < most || builds < 10; builds++ {
		publish(builds)
	}
	done.Store(true)
	readers.Wait()
	t.Logf("%d reads, %d bad, during %d builds", reads.Load(), bad.Load(), builds)
}

func readsWanted(t *testing.T) int64 {
	t.Helper()
	text := os.Getenv("DIPTYCH_READS")
	if text == "" {
		return 40_000
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestExchangeIsOneStep asks without a pause for the name of the output, which a rename takes away for a moment and an exchange
// never does.
func TestExchangeIsOneStep(t *testing.T) {
	root := t.TempDir()
	a, b := filepath.Join(root, "a"), filepath.Join(root, "b")
	for _, folder := range []string{a, b} {
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := (machine{}).exchange(a, b); errors.Is(err, errNoExchange) {
		t.Skip("this system has no exchange")
	}
	var done atomic.Bool
	var looker sync.WaitGroup
	looker.Go(func() {
		for !done.Load() {
			if _, err := os.Lstat(a); errors.Is(err, fs.ErrNotExist) {
				t.Error("for a moment there is nothing")
				return
			}
		}
	})
	for range 5000 {
		if err := (machine{}).exchange(a, b); err != nil {
			t.Error(err)
		}
	}
	done.Store(true)
	looker.Wait()
}

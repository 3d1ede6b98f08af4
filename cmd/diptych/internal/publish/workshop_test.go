package publish

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTwoBuildsAtOnce holds that the second of two builds waits for the first, and says for whom.
func TestTwoBuildsAtOnce(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	first := mustOpen(t, output, root, map[string]string{"fr/index.html": "premier"})
	waits, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		second, err := open(t.Context(), Place{Output: output, Source: root}, func(holder string) { waits <- holder }, quick{})
		if err == nil {
			err = create(second, "fr/index.html", "deuxième")
		}
		if err == nil {
			_, err = second.Commit()
		}
		ended <- err
	}()
	if holder := <-waits; holder != fmt.Sprint("process ", os.Getpid()) {
		t.Errorf("the second build waits for %q", holder)
	}
	mustCommit(t, first)
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	checkContent(t, output, built(map[string]string{"fr/index.html": "deuxième"}, nil))
}

// TestWaitingEnds holds that who waits for another build can be told to stop, and leaves that one alone.
func TestWaitingEnds(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	first := mustOpen(t, output, root, map[string]string{"fr/index.html": "premier"})
	ctx, stop := context.WithCancel(t.Context())
	_, err := Open(ctx, Place{Output: output, Source: root}, func(string) { stop() })
	if err == nil || err.Error() != "interrupted" {
		t.Errorf("the wait ends with %v", err)
	}
	mustCommit(t, first)
	checkContent(t, output, built(map[string]string{"fr/index.html": "premier"}, nil))
}

// TestManyBuildsAtOnce has builds of two sites come at once, time and again: what stands there is always one of the two, whole.
func TestManyBuildsAtOnce(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	for range 5 {
		var builds sync.WaitGroup
		for i := range 8 {
			builds.Go(func() {
				stage, err := open(t.Context(), Place{Output: output, Source: root}, func(string) {}, quick{})
				for path, text := range editions[i%2] {
					if err == nil {
						err = create(stage, path, text)
					}
				}
				if err == nil {
					_, err = stage.Commit()
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
		builds.Wait()
		got := content(t, output)
		want := built(editions[0], nil)
		if got["fr/note"] != want["fr/note"] {
			want = built(editions[1], nil)
		}
		checkContent(t, output, want)
	}
}

// TestWithin has builds where nothing can be made beside the output: its files are replaced one by one, and the result says so.
func TestWithin(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	if err := os.Mkdir(output, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		disk := &confined{&faulty{at: -1}}
		result := mustCommit(t, mustOpenOn(t, disk, output, root, editions[i%3]))
		if !result.Singly {
			t.Error("nothing is said of it")
		}
		checkContent(t, output, built(editions[i%3], nil))
		if beside := content(t, root); len(beside) != len(built(editions[i%3], nil))+3 {
			t.Errorf("litter: %v", names(beside))
		}
	}
	result := mustCommit(t, mustOpenOn(t, &confined{&faulty{at: -1}}, output, root, editions[0]))
	if !result.None() || result.Singly {
		t.Errorf("the same again: %v", result)
	}
}

// TestOrderOneByOne holds that pages come after what they refer to, and that what is gone goes last.
func TestOrderOneByOne(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	log := &logging{confined: &confined{&faulty{at: -1}}, below: output}
	mustCommit(t, mustOpenOn(t, log, output, root, map[string]string{
		"fr/index.html": "L’hiver", "a.html": "a", "z.css": "p{}", "en/index.html": "Summer", "fr/z.png": "é",
	}))
	want := []string{
		"+.diptych", "+fr/z.png", "+z.css", "+a.html", "+fr/index.html", "-css/site.css", "-fr/note", "-video.mp4", "-css", "+.diptych",
	}
	if diff := cmp.Diff(want, log.steps); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}

// logging is a disk that notes what is put into an output and taken out of it.
type logging struct {
	*confined
	below string
	steps []string
}

func (l *logging) note(sign, name string) {
	if way, err := filepath.Rel(l.below, name); err == nil && !strings.HasPrefix(way, inner) {
		l.steps = append(l.steps, sign+filepath.ToSlash(way))
	}
}

func (l *logging) rename(from, to string) error {
	l.note("+", to)
	return l.confined.rename(from, to)
}

func (l *logging) remove(name string) error {
	l.note("-", name)
	return l.confined.remove(name)
}

// jammed is a disk that can't exchange, and on which nothing can be put in the place of the output, not even the output.
type jammed struct {
	quick
	output string
}

func (jammed) exchange(string, string) error { return errNoExchange }

func (j jammed) rename(from, to string) error {
	if to == j.output {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.EACCES}
	}
	return j.quick.rename(from, to)
}

// TestOutputIsAside holds that an output which could neither be replaced nor be put back is kept, and comes back.
func TestOutputIsAside(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	put(t, output, "notes/été.txt", "à moi")
	stage := mustOpenOn(t, jammed{output: output}, output, root, editions[1])
	result, err := stage.Commit()
	if err == nil || !strings.Contains(err.Error(), "the next build puts it back") || result.Singly {
		t.Errorf("the build ends with %v, %v", result, err)
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	if err := mustOpen(t, output, root, nil).Discard(); err != nil {
		t.Fatal(err)
	}
	extras := map[string]string{"notes/été.txt": "à moi"}
	checkContent(t, output, built(editions[0], extras))
	mustBuild(t, output, root, editions[1])
	checkContent(t, output, built(editions[1], extras))
}

// TestWorkshopWithinIsLeft holds that what a build leaves within the output when it is killed goes with the next, which may work
// beside it.
func TestWorkshopWithinIsLeft(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	mustOpenOn(t, &confined{&faulty{at: -1}}, output, root, editions[1]).held.Close()
	for i := range 4 {
		mustBuild(t, output, root, editions[i%3])
		checkContent(t, output, built(editions[i%3], nil))
	}
}

// lockLast is a disk that tells when a workshop goes in which there is more than the lock.
type lockLast struct {
	quick
	t    *testing.T
	work string
}

func (l lockLast) removeAll(name string) error {
	if entries, err := os.ReadDir(name); name == l.work && (err != nil || len(entries) != 1 || entries[0].Name() != "lock") {
		l.t.Errorf("with its lock a workshop loses %v, %v", entries, err)
	}
	return l.quick.removeAll(name)
}

// TestLockGoesLast holds that nothing is taken from a workshop when another build may be in it already: after the first build, also
// with a spare of earlier times, and after one that is dropped.
func TestLockGoesLast(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	disk := lockLast{t: t, work: filepath.Join(root, ".public.diptych")}
	for i := range 2 {
		mustBuild(t, output, root, editions[i])
	}
	if err := os.RemoveAll(output); err != nil {
		t.Fatal(err)
	}
	mustCommit(t, mustOpenOn(t, disk, output, root, editions[2]))
	if err := mustOpenOn(t, disk, output, root, editions[1]).Discard(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(disk.work); err == nil {
		t.Error("the workshop is left")
	}
	checkContent(t, output, built(editions[2], nil))
}

// TestLock holds that a lock which can't be had here is told from one that another build has.
func TestLock(t *testing.T) {
	name := filepath.Join(t.TempDir(), "lock")
	open := func() *os.File {
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	first, second := open(), open()
	if taken, err := lock(first); !taken || err != nil {
		t.Errorf("the first: %v, %v", taken, err)
	}
	if taken, err := lock(second); taken || err != nil {
		t.Errorf("the second: %v, %v", taken, err)
	}
	first.Close()
	if taken, err := lock(second); !taken || err != nil {
		t.Errorf("the second, when the first has ended: %v, %v", taken, err)
	}
	second.Close()
	if taken, err := lock(second); taken || err == nil {
		t.Errorf("none: %v, %v", taken, err)
	}
}

// TestPartialIsLeft holds that what a killed build had begun to copy is nobody's file, and goes with the next build, however that
// publishes.
func TestPartialIsLeft(t *testing.T) {
	for _, within := range []bool{false, true} {
		root := site(t)
		output := filepath.Join(root, "public")
		mustBuild(t, output, root, editions[0])
		put(t, output, "fr/"+partial, "à moit")
		for i := range 3 {
			files := editions[(i+1)%3]
			result := mustCommit(t, mustOpenOn(t, (story{within: within}).on(&faulty{at: -1}), output, root, files))
			if len(result.Kept) > 0 {
				t.Errorf("within %v: kept is %v", within, result.Kept)
			}
			checkContent(t, output, built(files, nil))
		}
	}
}

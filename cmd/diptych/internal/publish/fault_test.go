package publish

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
)

// faulty is a disk on which one change fails, the one with the number at; and all after it too if the program dies there.
type faulty struct {
	quick
	single bool // whether the system can't exchange two names
	deadly bool
	at     int64
	count  atomic.Int64
}

var errFault = fmt.Errorf("the disk has no room left for « l’été »: %w", syscall.ENOSPC)

func (f *faulty) fails() error {
	if n := f.count.Add(1) - 1; n == f.at || f.deadly && n > f.at {
		return errFault
	}
	return nil
}

// happened tells whether the fault has come.
func (f *faulty) happened() bool { return f.count.Load() > f.at }

// try makes a change unless it is to fail.
func (f *faulty) try(change func() error) error {
	if err := f.fails(); err != nil {
		return err
	}
	return change()
}

func (f *faulty) mkdir(name string) error { return f.try(func() error { return f.quick.mkdir(name) }) }
func (f *faulty) rename(from, to string) error {
	return f.try(func() error { return f.quick.rename(from, to) })
}
func (f *faulty) link(from, to string) error {
	return f.try(func() error { return f.quick.link(from, to) })
}
func (f *faulty) symlink(target, name string) error {
	return f.try(func() error { return f.quick.symlink(target, name) })
}
func (f *faulty) remove(name string) error {
	return f.try(func() error { return f.quick.remove(name) })
}
func (f *faulty) sync(string, []string) error { return f.fails() }

// exchange may be one that this system has not.
func (f *faulty) exchange(a, b string) error {
	if f.single {
		return errNoExchange
	}
	return f.try(func() error { return f.quick.exchange(a, b) })
}

// removeAll fails before each name that it removes: a program can be killed between any two.
func (f *faulty) removeAll(name string) error {
	entries, err := os.ReadDir(name)
	if err != nil {
		return f.remove0(name)
	}
	for _, entry := range entries {
		if err := f.removeAll(filepath.Join(name, entry.Name())); err != nil {
			return err
		}
	}
	return f.remove0(name)
}

func (f *faulty) remove0(name string) error {
	if _, err := os.Lstat(name); err != nil {
		return nil
	}
	return f.remove(name)
}

func (f *faulty) create(name string) (io.WriteCloser, error) {
	if err := f.fails(); err != nil {
		return nil, err
	}
	file, err := f.quick.create(name)
	return &faultyFile{f, file}, err
}

// faultyFile writes half of what it is given when it fails.
type faultyFile struct {
	disk *faulty
	io.WriteCloser
}

func (f *faultyFile) Write(p []byte) (int, error) {
	if err := f.disk.fails(); err != nil {
		n, _ := f.WriteCloser.Write(p[:len(p)/2])
		return n, err
	}
	return f.WriteCloser.Write(p)
}

func (f *faultyFile) Close() error {
	return errors.Join(f.WriteCloser.Close(), f.disk.fails())
}

// The sites that are published one after the other: each has files that the one before has not, others that are the same, a
// folder in the place of a file, and a file that is too long to be held.
var editions = [...]map[string]string{
	{"fr/index.html": "L’été", "en/index.html": "Summer", "css/site.css": "p{}", "fr/note": "à lire", "video.mp4": strings.Repeat("film", 9)},
	{"fr/index.html": "L’été", "en/index.html": "Autumn", "css/site.css": "p{}", "fr/note/index.html": "Une note", "video.mp4": strings.Repeat("film", 10)},
	{"fr/index.html": "L’hiver", "en/index.html": "Winter", "css/new.css": "b{}", "fr/note": "à relire", "video.mp4": strings.Repeat("film", 10)},
}

// story is a state of the disk in which a build can fail.
type story struct {
	builds int  // before the one that fails; after the first, others put files into the output
	single bool // whether the system can't exchange two names
	within bool // whether the workshop is within the output
	deadly bool // whether the program dies
}

func (s story) String() string {
	return fmt.Sprintf("%d builds single=%v within=%v deadly=%v", s.builds, s.single, s.within, s.deadly)
}

func stories() (all []story) {
	for builds := range 3 {
		for flags := range 8 {
			all = append(all, story{builds, flags&1 > 0, flags&2 > 0, flags&4 > 0})
		}
	}
	return all
}

// TestEveryFault has each change that a build makes on a disk fail once, by itself or since the program is killed there: the old
// output is whole, or the new one; and the next build is as if nothing had been.
func TestEveryFault(t *testing.T) {
	for _, s := range stories() {
		if s.within && s.single {
			continue // nothing is exchanged
		}
		t.Run(s.String(), func(t *testing.T) {
			t.Parallel()
			at := int64(0)
			for s.failsAt(t, at) && !t.Failed() {
				at++
			}
			t.Logf("%d faults", at)
		})
	}
}

// failsAt plays the story with one fault, and tells whether it came.
func (s story) failsAt(t *testing.T, at int64) bool {
	t.Helper()
	root := t.TempDir()
	output := filepath.Join(root, "site", "public")
	var extras map[string]string
	before := map[string]string(nil) // what the output holds
	for i := range s.builds {
		s.mustBuild(t, &faulty{single: s.single, at: -1}, output, editions[i%len(editions)])
		if i == 0 {
			extras = map[string]string{"notes/à-moi.txt": "à moi", "fr/photo.jpg": "photo"}
			for path, text := range extras {
				put(t, output, path, text)
			}
		}
		before = built(editions[i%len(editions)], extras)
	}
	next := editions[s.builds%len(editions)]
	disk := &faulty{single: s.single, deadly: s.deadly, at: at}
	err := s.build(t, disk, output, next)
	s.check(t, fmt.Sprint("fault ", at), output, err, before, built(next, extras))

	after := editions[(s.builds+1)%len(editions)]
	s.mustBuild(t, &faulty{single: s.single, at: -1}, output, after)
	checkContent(t, output, built(after, extras))
	s.checkLitter(t, output)
	return disk.happened()
}

// build publishes files on a disk. The program that dies leaves all as it is.
func (s story) build(t *testing.T, on *faulty, output string, files map[string]string) error {
	t.Helper()
	place := Place{Output: output, Source: filepath.Join(filepath.Dir(output), "source")}
	stage, err := open(t.Context(), place, func(string) { t.Fatal("the output is held") }, s.on(on))
	if err != nil {
		return err
	}
	stage.most = 20
	for path, text := range files {
		if err = create(stage, path, text); err != nil {
			break
		}
	}
	if err == nil {
		_, err = stage.Commit()
	}
	if err != nil && s.deadly && stage.held != nil {
		stage.held.Close() // the kernel does so
		return err
	}
	return errors.Join(err, stage.Discard())
}

func (s story) mustBuild(t *testing.T, on *faulty, output string, files map[string]string) {
	t.Helper()
	if err := s.build(t, on, output, files); err != nil {
		t.Fatal(err)
	}
}

// on gives the disk of the story. Within the output nothing can be made beside it, save by the first build.
func (s story) on(disk *faulty) disk {
	if s.within {
		return &confined{disk}
	}
	return disk
}

// confined is a disk on which nothing can be made beside the output.
type confined struct{ *faulty }

func (c *confined) mkdir(name string) error {
	if strings.HasSuffix(name, ".public.diptych") {
		if err := os.MkdirAll(filepath.Join(filepath.Dir(name), "public"), 0o755); err != nil {
			return err
		}
		return syscall.EACCES
	}
	return c.faulty.mkdir(name)
}

// check holds that an output is the one before or the next one, as a whole; or, where its files are replaced one by one, that
// each of them is.
func (s story) check(t *testing.T, what, output string, err error, before, next map[string]string) {
	t.Helper()
	now := map[string]string{}
	if _, gone := os.Lstat(output); gone == nil {
		now = content(t, output)
	} else if s.single && s.deadly && before != nil { // between two renames; the next build puts it back
		now = content(t, filepath.Join(filepath.Dir(output), ".public.diptych", "old"))
	}
	maps.DeleteFunc(now, func(path, _ string) bool { return strings.HasPrefix(path, inner) || strings.HasSuffix(path, "/") })
	isOld, isNew := maps.Equal(now, before), maps.Equal(now, next)
	switch {
	case err == nil && !isNew:
		t.Errorf("%s is passed over, and the output holds %v", what, names(now))
	case !s.within && !isOld && !isNew:
		t.Errorf("%s leaves a mix: %v, and before there was %v", what, names(now), names(before))
	case !s.within && !s.deadly && err != nil && !isOld:
		t.Errorf("%s: %v, and yet the new site is there", what, err)
	case s.within:
		for path, text := range now {
			if old, new := before[path], next[path]; path != marker && text != old && text != new {
				t.Errorf("%s leaves half of %s: %q", what, path, text)
			}
		}
	}
}

func names(files map[string]string) []string {
	var all []string
	for path := range maps.Keys(files) {
		all = append(all, path)
	}
	return all
}

// checkLitter holds that nothing is left beside an output but the lock and the spare.
func (s story) checkLitter(t *testing.T, output string) {
	t.Helper()
	beside, err := os.ReadDir(filepath.Dir(output))
	if err != nil || len(beside) > 2 || s.within && len(beside) > 1 {
		t.Errorf("beside the output: %v, %v", beside, err)
	}
	workshop, _ := os.ReadDir(filepath.Join(filepath.Dir(output), ".public.diptych"))
	for _, entry := range workshop {
		if entry.Name() != "lock" && entry.Name() != "spare" {
			t.Errorf("left in the workshop: %s", entry.Name())
		}
	}
}

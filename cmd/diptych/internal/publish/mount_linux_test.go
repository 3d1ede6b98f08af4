package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mount mounts something for a test, or skips it where that is not allowed.
func mount(t *testing.T, source, target, kind string, flags uintptr, data string) {
	t.Helper()
	if err := syscall.Mount(source, target, kind, flags, data); err != nil {
		t.Skipf("nothing can be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(target, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

// TestMountPoint publishes into the root of a mount, of another file system and of the same, which nothing can be put in the place
// of.
func TestMountPoint(t *testing.T) {
	for _, bind := range []bool{false, true} {
		root := site(t)
		output := filepath.Join(root, "public")
		if err := os.Mkdir(output, 0o755); err != nil {
			t.Fatal(err)
		}
		if bind {
			mount(t, output, output, "", syscall.MS_BIND, "")
		} else {
			mount(t, "tmpfs", output, "tmpfs", 0, "size=4m")
		}
		for i := range 4 {
			stage, err := Open(t.Context(), Place{Output: output, Source: root}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := os.Lstat(filepath.Join(output, inner)); err != nil {
				t.Errorf("bind %v: the workshop is elsewhere: %v", bind, err)
			}
			for path, text := range editions[i%3] {
				if err := create(stage, path, text); err != nil {
					t.Fatal(err)
				}
			}
			if result := mustCommit(t, stage); !result.Singly {
				t.Errorf("bind %v: nothing is said of it", bind)
			}
			checkContent(t, output, built(editions[i%3], nil))
		}
		if entries, err := os.ReadDir(root); err != nil || len(entries) != 4 {
			t.Errorf("litter beside the mount: %v, %v", entries, err)
		}
	}
}

// TestMountSeenLate has a mount that nobody knows of until the exchange is tried.
func TestMountSeenLate(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	for i := range 3 {
		stage := mustOpenOn(t, &mounted{below: output}, output, root, editions[(i+1)%3])
		if result := mustCommit(t, stage); !result.Singly {
			t.Error("nothing is said of it")
		}
		checkContent(t, output, built(editions[(i+1)%3], nil))
		if _, err := os.Lstat(filepath.Join(root, ".public.diptych")); err == nil {
			t.Error("the workshop is left")
		}
	}
}

// mounted is a disk on which the output is on another file system.
type mounted struct {
	quick
	below string
}

func (m *mounted) exchange(string, string) error {
	return &os.LinkError{Op: "exchange", Err: syscall.EBUSY}
}

func (m *mounted) rename(from, to string) error {
	if inside(to, m.below) != inside(from, m.below) {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.EXDEV}
	}
	return m.quick.rename(from, to)
}

// TestDiskFull publishes on a disk that has no room for the second site: the first stays, and when there is room the second comes.
func TestDiskFull(t *testing.T) {
	base := t.TempDir()
	mount(t, "tmpfs", base, "tmpfs", 0, "size=1m")
	output := filepath.Join(base, "public")
	source := t.TempDir()
	first, second := map[string]string{"fr/a.html": strings.Repeat("L’été ", 1000)}, map[string]string{"fr/a.html": "L’hiver"}
	mustBuild(t, output, source, first)
	ballast := filepath.Join(base, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 2<<20), 0o644); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk has more room than was thought: %v", err)
	}
	stage, err := Open(t.Context(), Place{Output: output, Source: source}, nil)
	if err == nil {
		err = create(stage, "fr/a.html", second["fr/a.html"])
	}
	if err == nil {
		_, err = stage.Commit()
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("the build ends with %v", err)
	}
	if stage != nil {
		if err := stage.Discard(); err != nil {
			t.Error(err)
		}
	}
	checkContent(t, output, built(first, nil))
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, output, source, second)
	checkContent(t, output, built(second, nil))
}

// TestMountLeavesOthers holds that no file of others is taken for one of ours on its way to another file system.
func TestMountLeavesOthers(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	extras := map[string]string{"fr/index.html.diptych-new": "à moi"}
	put(t, output, "fr/index.html.diptych-new", "à moi")
	mustCommit(t, mustOpenOn(t, &mounted{below: output}, output, root, editions[2]))
	checkContent(t, output, built(editions[2], extras))
}

// TestPipeInOurPlace holds that a pipe which others have put in the place of a long file is not waited for.
func TestPipeInOurPlace(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"film.mp4": strings.Repeat("été", mostHeld)}
	mustBuild(t, output, root, files)
	name := filepath.Join(output, "film.mp4")
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		mustBuild(t, output, root, files)
		checkContent(t, output, built(files, nil))
	}
}

// TestNothingToSync holds that a folder in a file system that syncs none is no error.
func TestNothingToSync(t *testing.T) {
	if err := (machine{}).sync("/proc", []string{"/proc"}); err != nil {
		t.Error(err)
	}
}

func TestUnmovable(t *testing.T) {
	for _, err := range []error{syscall.EBUSY, syscall.EXDEV, syscall.EACCES, syscall.EPERM, syscall.EROFS} {
		if !unmovable(&os.LinkError{Op: "rename", Err: err}) {
			t.Errorf("%v: can be moved", err)
		}
	}
	for _, err := range []error{nil, syscall.ENOSPC, syscall.ENOENT, syscall.EIO, errNoExchange} {
		if unmovable(err) {
			t.Errorf("%v: can't be moved", err)
		}
	}
}

// TestMountInside publishes around what is mounted in the output, a folder of others and one of ours: it stays mounted, and what is
// in it is not touched.
func TestMountInside(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "site publié ici")
	mustBuild(t, output, root, editions[0])
	mustBuild(t, output, root, editions[1]) // and now there is a spare
	for _, folder := range []string{"dépôt général", "fr"} {
		volume, here := t.TempDir(), filepath.Join(output, folder)
		if folder == "fr" {
			if err := os.CopyFS(volume, os.DirFS(here)); err != nil {
				t.Fatal(err)
			}
		}
		put(t, volume, "à-nous.pdf", "nous")
		if err := os.MkdirAll(here, 0o755); err != nil {
			t.Fatal(err)
		}
		mount(t, volume, here, "", syscall.MS_BIND, "")
		for i := range 4 {
			files := editions[(i+2)%3]
			result := mustCommit(t, mustOpenOn(t, machine{}, output, root, files))
			if !result.Singly && !result.None() {
				t.Errorf("%s, build %d: nothing is said of it", folder, i)
			}
			extras := map[string]string{"dépôt général/à-nous.pdf": "nous"}
			if folder == "fr" {
				extras["fr/à-nous.pdf"] = "nous"
			}
			checkContent(t, output, built(files, extras))
			if got := content(t, volume)["à-nous.pdf"]; got != "nous" {
				t.Errorf("%s, build %d: the volume has lost its file", folder, i)
			}
		}
	}
}

// TestMountInTheWorkshop has something mounted where the next site is made: nothing is cleared away there.
func TestMountInTheWorkshop(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	mustBuild(t, output, root, editions[1])
	volume, here := t.TempDir(), filepath.Join(root, ".public.diptych", "spare", "fr")
	put(t, volume, "à-nous.pdf", "nous")
	mount(t, volume, here, "", syscall.MS_BIND, "")
	_, err := Open(t.Context(), Place{Output: output, Source: root}, nil)
	if err == nil || !strings.Contains(err.Error(), "something is mounted in") {
		t.Errorf("the build begins with %v", err)
	}
	checkContent(t, volume, map[string]string{"à-nous.pdf": "nous"})
	checkContent(t, output, built(editions[1], nil))
}

// TestMountMeanwhile has a volume mounted in the output while the site is made.
func TestMountMeanwhile(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	volume, here := t.TempDir(), filepath.Join(output, "volume")
	if err := os.Mkdir(here, 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, volume, "à-nous.pdf", "nous")
	stage := mustOpenOn(t, machine{}, output, root, editions[1])
	mount(t, volume, here, "", syscall.MS_BIND, "")
	if result := mustCommit(t, stage); !result.Singly {
		t.Error("the volume went with the old site")
	}
	checkContent(t, output, built(editions[1], map[string]string{"volume/à-nous.pdf": "nous"}))
	checkContent(t, volume, map[string]string{"à-nous.pdf": "nous"})
}

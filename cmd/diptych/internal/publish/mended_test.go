package publish

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSiteWithoutFiles holds that an output is marked as ours also if nothing is published in it.
func TestSiteWithoutFiles(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	for range 2 {
		mustBuild(t, output, root, nil)
		checkContent(t, output, built(nil, nil))
	}
}

// TestCreateIsNew holds that no file is written over: it may have a second name in another generation.
func TestCreateIsNew(t *testing.T) {
	name := filepath.Join(t.TempDir(), "été")
	if err := os.WriteFile(name, []byte("à moi"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := (machine{}).create(name); !errors.Is(err, os.ErrExist) {
		t.Errorf("got %v", err)
	}
	if text, err := os.ReadFile(name); string(text) != "à moi" {
		t.Errorf("the file is %q, %v", text, err)
	}
}

// TestSyncSyncs holds that each name is synced, few or many, and that one which can't be is told.
func TestSyncSyncs(t *testing.T) {
	root := t.TempDir()
	absent := filepath.Join(root, "absent")
	if err := (machine{}).sync(root, []string{root, absent}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if err := (machine{}).sync(root, slices.Repeat([]string{root}, fewChanges+1)); err != nil {
		t.Error(err)
	}
	if err := (machine{}).sync(absent, slices.Repeat([]string{absent}, fewChanges+1)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// TestFileInPlaceOfFolder holds that a file which others have put in the place of a folder of ours is kept as theirs.
func TestFileInPlaceOfFolder(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/été/index.html": "été", "fr/index.html": "une"})
	if err := os.RemoveAll(filepath.Join(output, "fr", "été")); err != nil {
		t.Fatal(err)
	}
	put(t, output, "fr/été", "à moi")
	for _, text := range []string{"deux", "trois", "quatre"} {
		files := map[string]string{"fr/index.html": text}
		result := mustBuild(t, output, root, files)
		if diff := cmp.Diff([]string{"fr/été"}, result.Kept); diff != "" {
			t.Errorf("%s keeps (-want +got):\n%s", text, diff)
		}
		checkContent(t, output, built(files, map[string]string{"fr/été": "à moi"}))
	}
}

// TestOurWorkshopIsNoExtra holds that the workshop within an output is nobody's, by any marker.
func TestOurWorkshopIsNoExtra(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	put(t, root, "public/"+marker, earlierHead)
	put(t, root, "public/fr/vieux.html", "vieux")
	for _, removed := range [][]string{{"fr/vieux.html"}, nil} {
		result := mustCommit(t, mustOpenOn(t, &confined{&faulty{at: -1}}, output, root, map[string]string{"fr/index.html": "été"}))
		if diff := cmp.Diff(removed, result.Removed); diff != "" || result.Kept != nil {
			t.Errorf("keeps %v, removed (-want +got):\n%s", result.Kept, diff)
		}
	}
}

// unclosing is a disk whose files can't be closed, as one is that was written to a server which is gone.
type unclosing struct{ quick }

func (u unclosing) create(name string) (io.WriteCloser, error) {
	file, err := u.quick.create(name)
	return unclosed{file}, err
}

type unclosed struct{ io.WriteCloser }

func (u unclosed) Close() error { return errors.Join(u.WriteCloser.Close(), errFault) }

// TestCloseIsTold holds that a file which can't be closed is told of, whether it is long or short, and the marker too.
func TestCloseIsTold(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	stage := mustOpenOn(t, unclosing{}, output, root, nil)
	stage.most = 20
	for _, text := range []string{"é", strings.Repeat("é", 30)} {
		if err := create(stage, text+".html", text); !errors.Is(err, errFault) {
			t.Errorf("%s: %v", text, err)
		}
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	stage = mustOpenOn(t, unclosing{}, output, root, nil)
	if _, err := stage.Commit(); !errors.Is(err, errFault) {
		t.Errorf("the marker: %v", err)
	}
}

// TestOrderOfExtras holds that the files of others are on the disk before the exchange.
func TestOrderOfExtras(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/a.html": "été"})
	put(t, output, "notes/été.txt", "à moi")
	disk := &noting{below: root}
	mustCommit(t, mustOpenOn(t, disk, output, root, map[string]string{"fr/a.html": "hiver"}))
	const made = ".public.diptych/new"
	synced := slices.Index(disk.steps, "sync "+made+"/notes/été.txt "+made+"/notes "+made)
	exchanged := slices.Index(disk.steps, "exchange "+made+" public")
	if synced < 0 || exchanged < synced {
		t.Errorf("steps: %q", disk.steps)
	}
}

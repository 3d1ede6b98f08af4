package publish

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// meddling is a disk on which others do something right before the exchange, and on which files may have one name only.
type meddling struct {
	quick
	meddle   func()
	linkless bool
}

func (m *meddling) exchange(a, b string) error {
	m.meddle()
	return m.quick.exchange(a, b)
}

func (m *meddling) link(from, to string) error {
	if m.linkless {
		return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.EPERM}
	}
	return m.quick.link(from, to)
}

// TestExtrasMeanwhile holds that what others put into the output while a site is made is kept, and that what they put there at the
// moment of the exchange, or change then, is not left behind: the old site stays, and the next build is as ever.
func TestExtrasMeanwhile(t *testing.T) {
	for builds := range 4 {
		for _, late := range []bool{false, true} {
			root := site(t)
			output := filepath.Join(root, "public")
			if err := os.Mkdir(output, 0o755); err != nil {
				t.Fatal(err)
			}
			for i := range builds {
				mustBuild(t, output, root, editions[i%3])
			}
			disk := &meddling{meddle: func() {}}
			stage := mustOpenOn(t, disk, output, root, editions[builds%3])
			put := func() { put(t, output, "fr/photo.jpg", "à moi") }
			if disk.meddle = put; !late {
				disk.meddle = func() {}
				put()
			}
			_, err := stage.Commit()
			if isLost := late || builds == 0; (err != nil) != isLost {
				t.Errorf("%d builds, late=%v: the build ends with %v", builds, late, err)
			}
			if err := stage.Discard(); err != nil {
				t.Fatal(err)
			}
			extras := map[string]string{"fr/photo.jpg": "à moi"}
			if builds == 0 { // the folder was empty, and is that of others now
				checkContent(t, output, extras)
				continue
			}
			if err != nil {
				checkContent(t, output, built(editions[(builds-1)%3], extras))
			}
			for i := range 3 {
				mustBuild(t, output, root, editions[(builds+i)%3])
				checkContent(t, output, built(editions[(builds+i)%3], extras))
			}
		}
	}
}

// TestExtrasChangedMeanwhile holds the same of a file that is there and becomes another, also where it could only be copied.
func TestExtrasChangedMeanwhile(t *testing.T) {
	for _, linkless := range []bool{false, true} {
		root := site(t)
		output := filepath.Join(root, "public")
		mustBuild(t, output, root, editions[0])
		put(t, output, "notes/été.txt", "à moi")
		disk := &meddling{linkless: linkless, meddle: func() {
			put(t, output, "notes/neuf", "à moi aussi")
			if err := os.Rename(filepath.Join(output, "notes", "neuf"), filepath.Join(output, "notes", "été.txt")); err != nil {
				t.Error(err)
			}
		}}
		stage := mustOpenOn(t, disk, output, root, editions[1])
		if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), "changed by another program") {
			t.Errorf("linkless=%v: the build ends with %v", linkless, err)
		}
		if err := stage.Discard(); err != nil {
			t.Fatal(err)
		}
		disk.meddle = func() {}
		mustCommit(t, mustOpenOn(t, disk, output, root, editions[1]))
		checkContent(t, output, built(editions[1], map[string]string{"notes/été.txt": "à moi aussi"}))
	}
}

// TestExtraComesInTheWay holds that a file which others put in a page's place while the site is made is neither lost nor taken for
// ours, and that one which is in no page's way is named at once.
func TestExtraComesInTheWay(t *testing.T) {
	for _, within := range []bool{false, true} {
		root := site(t)
		output := filepath.Join(root, "public")
		on := (story{within: within}).on(&faulty{at: -1})
		first, next := map[string]string{"fr/index.html": "été"}, map[string]string{"fr/index.html": "été", "fr/photo.jpg": "du site"}
		mustCommit(t, mustOpenOn(t, on, output, root, first))
		stage := mustOpenOn(t, on, output, root, next)
		put(t, output, "fr/photo.jpg", "à moi")
		if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), `holds "fr/photo.jpg"`) {
			t.Errorf("within=%v: the build ends with %v", within, err)
		}
		if err := stage.Discard(); err != nil {
			t.Fatal(err)
		}
		extras := map[string]string{"fr/photo.jpg": "à moi"}
		checkContent(t, output, built(first, extras))
		if err := os.Remove(filepath.Join(output, "fr", "photo.jpg")); err != nil {
			t.Fatal(err)
		}
		stage = mustOpenOn(t, on, output, root, map[string]string{"fr/index.html": "hiver"})
		put(t, output, "fr/photo.jpg", "à moi")
		if result := mustCommit(t, stage); !cmp.Equal(result.Kept, []string{"fr/photo.jpg"}) {
			t.Errorf("within=%v: keeps %v", within, result.Kept)
		}
	}
}

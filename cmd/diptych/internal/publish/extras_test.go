package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestExtrasStay holds that what others put into an output is named, and there after every build: in folders of ours, in their
// own, and as a link; also when it is changed, and gone when it is removed.
func TestExtrasStay(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := []map[string]string{{"fr/index.html": "été", "fr/a/b/c.html": "é"}, {"fr/index.html": "hiver"}}
	mustBuild(t, output, root, files[0])
	extras := map[string]string{"google1234.html": "preuve", "fr/a/photo.jpg": "à moi", "notes/été/lisez-moi": "« notes »", "lien": "fr/index.html"}
	for path, text := range extras {
		if path != "lien" {
			put(t, output, path, text)
		}
	}
	if err := os.Symlink(extras["lien"], filepath.Join(output, "lien")); err != nil {
		t.Fatal(err)
	}
	want := []string{"fr/a/photo.jpg", "google1234.html", "lien", "notes/été/lisez-moi"}
	for round := range 7 {
		switch round {
		case 3:
			put(t, output, "google1234.html", "autre preuve")
			extras["google1234.html"] = "autre preuve"
		case 5:
			if err := os.RemoveAll(filepath.Join(output, "notes")); err != nil {
				t.Fatal(err)
			}
			delete(extras, "notes/été/lisez-moi")
			want = want[:3]
		}
		result := mustBuild(t, output, root, files[round%2])
		if diff := cmp.Diff(want, result.Kept); diff != "" {
			t.Errorf("round %d keeps (-want +got):\n%s", round, diff)
		}
		checkContent(t, output, built(files[round%2], extras))
	}
}

// TestExtrasInTheWay holds that a file of others is never lost to a page, and that the message names it.
func TestExtrasInTheWay(t *testing.T) {
	for extra, page := range map[string]string{
		"fr/été/index.html": "fr/été/index.html", "fr/été": "fr/été/index.html", "fr/été/photo.jpg": "fr/été",
	} {
		root := site(t)
		output := filepath.Join(root, "public")
		first := map[string]string{"fr/index.html": "L’été"}
		mustBuild(t, output, root, first)
		put(t, output, extra, "à moi")
		next := map[string]string{"fr/index.html": "L’hiver", page: "Une page"}

		stage := mustOpen(t, output, root, next)
		_, err := stage.Commit()
		if err == nil || !strings.Contains(err.Error(), `holds "`+extra+`"`) {
			t.Errorf("%s in the place of %s: %v", extra, page, err)
		}
		if err := stage.Discard(); err != nil {
			t.Fatal(err)
		}
		comparison, err := Compare(Place{Output: output, Source: root}, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		for path, text := range next {
			if err := create(comparison, path, text); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := comparison.Changes(); err == nil || !strings.Contains(err.Error(), `holds "`+extra+`"`) {
			t.Errorf("compared, %s in the place of %s: %v", extra, page, err)
		}
		checkContent(t, output, built(first, map[string]string{extra: "à moi"}))
	}
}

// TestFolderInOurPlace holds the same of a folder that was put in the place of a page.
func TestFolderInOurPlace(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"fr/index.html": "L’été", "fr/note": "à lire"}
	mustBuild(t, output, root, files)
	if err := os.Remove(filepath.Join(output, "fr", "note")); err != nil {
		t.Fatal(err)
	}
	put(t, output, "fr/note/à-moi.txt", "à moi")
	stage := mustOpen(t, output, root, files)
	if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), `holds "fr/note/à-moi.txt"`) {
		t.Errorf("the build ends with %v", err)
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	if got := content(t, output)["fr/note/à-moi.txt"]; got != "à moi" {
		t.Errorf("the file is %q", got)
	}
}

// TestExtrasStayOneByOne holds that a file of others is known for one after any number of builds also where files are replaced one
// by one, so that no page ever takes its place.
func TestExtrasStayOneByOne(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	open := func(files map[string]string) *Stage {
		time.Sleep(20 * time.Millisecond) // a tick of the clock
		return mustOpenOn(t, &confined{&faulty{at: -1}}, output, root, files)
	}
	mustCommit(t, open(map[string]string{"fr/index.html": "été"}))
	put(t, output, "fr/photo.jpg", "à moi")
	for _, season := range []string{"hiver", "été", "winter"} {
		result := mustCommit(t, open(map[string]string{"fr/index.html": season}))
		if diff := cmp.Diff([]string{"fr/photo.jpg"}, result.Kept); diff != "" {
			t.Errorf("%s keeps (-want +got):\n%s", season, diff)
		}
	}
	stage := open(map[string]string{"fr/index.html": "été", "fr/photo.jpg": "du site"})
	if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), `holds "fr/photo.jpg"`) {
		t.Errorf("the build ends with %v", err)
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	if got := content(t, output)["fr/photo.jpg"]; got != "à moi" {
		t.Errorf("the file is %q", got)
	}
}

// TestExtrasAreLinks holds that links of others stay what they are where files may have one name only, wherever they lead.
func TestExtrasAreLinks(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	extras := map[string]string{"lien": "fr/index.html", "fr/nulle-part": "../absent", "fr/dossier": "..", "notes/été.txt": "à moi"}
	put(t, output, "notes/été.txt", "à moi")
	for path, target := range extras {
		if path != "notes/été.txt" {
			if err := os.Symlink(target, filepath.Join(output, path)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range 4 {
		stage := mustOpenOn(t, &meddling{linkless: true, meddle: func() {}}, output, root, editions[(i+1)%3])
		mustCommit(t, stage)
		checkContent(t, output, built(editions[(i+1)%3], extras))
	}
	stage, err := Open(t.Context(), Place{Output: output, Source: root}, nil) // on the machine's own disk, which syncs
	if err != nil {
		t.Fatal(err)
	}
	if err := create(stage, "fr/index.html", "fin"); err != nil {
		t.Fatal(err)
	}
	mustCommit(t, stage)
	checkContent(t, output, built(map[string]string{"fr/index.html": "fin"}, extras))
}

// TestExtrasKeepTheirRights holds that what others keep to themselves stays so, linked and copied.
func TestExtrasKeepTheirRights(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, editions[0])
	put(t, output, "privé/été/à-moi.txt", "à moi")
	want := map[string]os.FileMode{"privé": 0o711, "privé/été": 0o700, "privé/été/à-moi.txt": 0o600}
	for path, mode := range want {
		if err := os.Chmod(filepath.Join(output, path), mode); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 4 {
		disk := &meddling{linkless: i%2 == 0, meddle: func() {}}
		mustCommit(t, mustOpenOn(t, disk, output, root, editions[(i+1)%3]))
		for path, mode := range want {
			if info, err := os.Stat(filepath.Join(output, path)); err != nil || info.Mode().Perm() != mode {
				t.Errorf("build %d: %s has the rights %v, %v", i, path, info.Mode(), err)
			}
		}
	}
}

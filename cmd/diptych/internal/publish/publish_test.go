package publish

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// site makes a folder with a site in it and gives the site's root.
func site(t *testing.T) string {
	t.Helper()
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	root := filepath.Join(base, "site")
	put(t, root, "config.toml", "languages = [\"fr\", \"en\"]\n")
	put(t, root, "content/index.fr.md", "L’été")
	put(t, root, "static/css/site.css", "p{}")
	return root
}

func put(t *testing.T, folder, path, text string) {
	t.Helper()
	name := filepath.Join(folder, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// content gives the files below a folder, path to text or target, and empty folders with a slash behind their name.
func content(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		way, _ := filepath.Rel(folder, name)
		if entry.IsDir() {
			if inner, _ := os.ReadDir(name); len(inner) == 0 {
				files[filepath.ToSlash(way)+"/"] = ""
			}
			return nil
		}
		text, err := textOf(name, entry)
		files[filepath.ToSlash(way)] = text
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// textOf gives a file's text, or a link's target.
func textOf(name string, entry fs.DirEntry) (string, error) {
	if entry.Type() == fs.ModeSymlink {
		return os.Readlink(name)
	}
	text, err := os.ReadFile(name)
	return string(text), err
}

func checkContent(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, content(t, folder)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", folder, diff)
	}
}

// quick is the disk of this machine without its waiting for writes.
type quick struct{ machine }

func (quick) sync(string, []string) error { return nil }

// mustOpen opens a stage for the output of a site, and creates files.
func mustOpen(t *testing.T, output, root string, files map[string]string) *Stage {
	t.Helper()
	return mustOpenOn(t, quick{}, output, root, files)
}

func mustOpenOn(t *testing.T, on disk, output, root string, files map[string]string) *Stage {
	t.Helper()
	stage, err := open(t.Context(), Place{Output: output, Source: root}, func(holder string) { t.Errorf("waits for %s", holder) }, on)
	if err != nil {
		t.Fatal(err)
	}
	for path, text := range files {
		if err := create(stage, path, text); err != nil {
			t.Fatal(err)
		}
	}
	return stage
}

// create writes a file, in two pieces.
func create(stage interface {
	Create(string) (io.WriteCloser, error)
}, path, text string) error {
	file, err := stage.Create(path)
	if err != nil {
		return err
	}
	for _, piece := range []string{text[:len(text)/2], text[len(text)/2:]} {
		if _, err := io.WriteString(file, piece); err != nil {
			file.Close()
			return err
		}
	}
	return file.Close()
}

func mustCommit(t *testing.T, stage *Stage) Result {
	t.Helper()
	result, err := stage.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// mustBuild publishes files.
func mustBuild(t *testing.T, output, root string, files map[string]string) Result {
	t.Helper()
	return mustCommit(t, mustOpen(t, output, root, files))
}

// built gives the files of an output as they are on the disk: with the marker, which names them.
func built(files map[string]string, extras map[string]string) map[string]string {
	all, sums := map[string]string{}, manifest{}
	for path, text := range files {
		all[path], sums[path] = text, sha256.Sum256([]byte(text))
	}
	for path, text := range extras {
		all[path] = text
	}
	all[marker] = string(sums.text(nil))
	return all
}

// TestBuilds builds time and again: into nothing, without a spare, with one, and the last one dropped.
func TestBuilds(t *testing.T) {
	root := site(t)
	source := content(t, root)
	output := filepath.Join(filepath.Dir(root), "www", "conférence")
	first := map[string]string{"fr/index.html": "L’été", "en/index.html": "Summer", "fr/à-propos/dacca/index.html": "Dacca"}
	second := map[string]string{"fr/index.html": "L’hiver", "en": "a file where a folder was"}
	for i, files := range []map[string]string{first, second, first, second, second, first} {
		stage := mustOpen(t, output, root, files)
		mustCommit(t, stage)
		if t.Failed() {
			t.Fatalf("build %d", i)
		}
		checkContent(t, output, built(files, nil))
	}
	stage := mustOpen(t, output, root, map[string]string{"fr/index.html": "à moitié"})
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	checkContent(t, output, built(first, nil))
	checkContent(t, root, source)
	entries, err := os.ReadDir(filepath.Join(filepath.Dir(output), ".conférence.diptych"))
	if err != nil || len(entries) != 2 { // the lock and the spare
		t.Errorf("the workshop holds %v, %v", entries, err)
	}
}

// TestNothingIsTouched builds the same again, and then what differs in one file: all others keep their times, whether or not
// there is a spare, and of a second build of the same nothing is written at all.
func TestNothingIsTouched(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"fr/index.html": "été", "en/index.html": "summer", "video.mp4": strings.Repeat("é", mostHeld)}
	mustBuild(t, output, root, files)
	old := time.Date(2023, 12, 5, 9, 0, 0, 0, time.UTC)
	for path := range files {
		if err := os.Chtimes(filepath.Join(output, path), old, old); err != nil {
			t.Fatal(err)
		}
	}
	for round, text := range []string{"été", "hiver", "hiver", "printemps", "été", "été"} {
		changed := files["fr/index.html"] != text
		files["fr/index.html"] = text
		before := inodes(t, root)
		result := mustBuild(t, output, root, files)
		want := Changes{}
		if changed {
			want.Changed = []string{"fr/index.html"}
		}
		if diff := cmp.Diff(want, result.Changes); diff != "" || result.Singly {
			t.Errorf("round %d (-want +got):\n%s", round, diff)
		}
		checkContent(t, output, built(files, nil))
		if after := inodes(t, root); !changed && !slices.Equal(before, after) {
			t.Errorf("round %d touches the disk: %v, and was %v", round, after, before)
		}
		for _, path := range []string{"en/index.html", "video.mp4"} {
			if info, err := os.Stat(filepath.Join(output, path)); err != nil || !info.ModTime().Equal(old) {
				t.Errorf("round %d gives %s the time %v, %v", round, path, info.ModTime(), err)
			}
		}
	}
}

// inodes describes all files and folders below a folder, so that what is written, made or moved is seen; save for locks.
func inodes(t *testing.T, folder string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Name() == "lock" || strings.HasSuffix(name, ".diptych") && entry.IsDir() || name == folder {
			return err
		}
		info, err := entry.Info()
		all = append(all, fmt.Sprint(name, info.ModTime(), info.Size(), info.Mode()))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestDiscardOfTheFirst(t *testing.T) {
	root := site(t)
	before := content(t, root)
	stage := mustOpen(t, filepath.Join(root, "public"), root, map[string]string{"fr/index.html": "é"})
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	checkContent(t, root, before)
}

func TestEmptyFolderIsReplaced(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	if err := os.Mkdir(output, 0o755); err != nil {
		t.Fatal(err)
	}
	before := content(t, root)
	files := map[string]string{"é": "é"}
	mustBuild(t, output, root, files)
	checkContent(t, output, built(files, nil))
	delete(before, "public/")
	for path, text := range built(files, nil) {
		before["public/"+path] = text
	}
	checkContent(t, root, before) // and nothing is left beside it
}

// TestEarlierVersion takes over what an earlier version of this program wrote, whose marker names no files.
func TestEarlierVersion(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	put(t, root, "public/"+marker, "This folder is written by diptych.\n")
	put(t, root, "public/fr/vieux/index.html", "vieux")
	put(t, root, "public/fr/index.html", "été")
	for range 3 {
		files := map[string]string{"fr/index.html": "été"}
		result := mustBuild(t, output, root, files)
		if len(result.Kept) > 0 {
			t.Errorf("keeps %v", result.Kept)
		}
		checkContent(t, output, built(files, nil))
	}
}

func TestCreateRefuses(t *testing.T) {
	root := site(t)
	before := content(t, root)
	stage := mustOpen(t, filepath.Join(root, "public"), root, map[string]string{"fr/a": "é"})
	for _, path := range []string{
		"", ".", "..", "../a", "fr/../../a", "/a", "fr//b", "fr/./b", "fr/", "fr/a", marker, inner, inner + "/a", partial, "fr/" + partial, "a\nb", "a\rb", "../.public.diptych/a",
	} {
		if err := create(stage, path, "x"); err == nil {
			t.Errorf("%q is created", path)
		}
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	checkContent(t, root, before)
}

// TestCreateAtOnce has many goroutines make files in the same new folders.
func TestCreateAtOnce(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	for round := range 3 {
		stage := mustOpen(t, output, root, nil)
		want := map[string]string{}
		var workers sync.WaitGroup
		for i := range 200 {
			path := fmt.Sprintf("%s/événement-%d/%d/index%d.html", []string{"fr", "en"}[i%2], i%5, i%20, i)
			text := fmt.Sprint("n° ", i*(1+round%2))
			want[path] = text
			workers.Go(func() {
				if err := create(stage, path, text); err != nil {
					t.Error(err)
				}
			})
		}
		workers.Wait()
		mustCommit(t, stage)
		checkContent(t, output, built(want, nil))
	}
}

package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

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

func mustStage(t *testing.T, output, root string, files map[string]string) *Stage {
	t.Helper()
	stage, err := NewStage(output, root)
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

func create(stage *Stage, path, text string) error {
	file, err := stage.Create(path)
	if err != nil {
		return err
	}
	if _, err := file.Write([]byte(text)); err != nil {
		return err
	}
	return file.Close()
}

func mustCommit(t *testing.T, stage *Stage) {
	t.Helper()
	if err := stage.Commit(); err != nil {
		t.Fatal(err)
	}
}

// TestBuilds builds three times: the first into nothing, the second in place of the first, the third dropped.
func TestBuilds(t *testing.T) {
	root := site(t)
	source := content(t, root)
	output := filepath.Join(filepath.Dir(root), "www", "conférence")
	first := map[string]string{"fr/index.html": "L’été", "en/index.html": "Summer", "fr/à-propos/dacca/index.html": "Dacca"}
	mustCommit(t, mustStage(t, output, root, first))
	first[marker] = markerText
	checkContent(t, output, first)

	second := map[string]string{"fr/index.html": "L’hiver", "en": "a file where a folder was"}
	stage := mustStage(t, output, root, second)
	checkContent(t, output, first)
	mustCommit(t, stage)
	second[marker] = markerText
	checkContent(t, output, second)

	stage = mustStage(t, output, root, map[string]string{"fr/index.html": "à moitié"})
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	checkContent(t, output, second)
	checkContent(t, root, source)
	if names := content(t, filepath.Dir(output)); len(names) != len(second) {
		t.Errorf("litter beside the output: %v", names)
	}
}

func TestDiscardOfTheFirst(t *testing.T) {
	root := site(t)
	before := content(t, root)
	stage := mustStage(t, filepath.Join(root, "public"), root, map[string]string{"fr/index.html": "é"})
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
	mustCommit(t, mustStage(t, output, root, map[string]string{"é": "é"}))
	checkContent(t, output, map[string]string{"é": "é", marker: markerText})
}

// TestCommitThatFails takes the stage away, so that the second of the two renames has nothing to put in place.
func TestCommitThatFails(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustCommit(t, mustStage(t, output, root, map[string]string{"a": "vieux"}))
	for range 2 {
		stage := mustStage(t, output, root, map[string]string{"a": "neuf"})
		if err := os.RemoveAll(stage.temp); err != nil {
			t.Fatal(err)
		}
		if err := stage.Commit(); err == nil {
			t.Fatal("a stage that is gone is put in place")
		}
		checkContent(t, output, map[string]string{"a": "vieux", marker: markerText})
	}
	if err := os.RemoveAll(output); err != nil {
		t.Fatal(err)
	}
	stage := mustStage(t, output, root, nil)
	if err := os.RemoveAll(stage.temp); err != nil {
		t.Fatal(err)
	}
	if err := stage.Commit(); err == nil || strings.Contains(err.Error(), "-old") {
		t.Errorf("a first stage that is gone gives %v", err)
	}
}

func TestCreateRefuses(t *testing.T) {
	root := site(t)
	before := content(t, root)
	stage := mustStage(t, filepath.Join(root, "public"), root, map[string]string{"fr/a": "é"})
	for _, path := range []string{
		"", "..", "../a", "fr/../../a", "/a", "fr//b", "fr/./b", "fr/", "fr/a", "fr/a/b", "fr", marker, "../.public.diptych-old/a",
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
	stage := mustStage(t, output, root, nil)
	want := map[string]string{marker: markerText}
	var workers sync.WaitGroup
	for i := range 200 {
		path := fmt.Sprintf("%s/événement-%d/%d/index.html", []string{"fr", "en"}[i%2], i%5, i%20)
		path = strings.Replace(path, "index", fmt.Sprint("index", i), 1)
		want[path] = fmt.Sprint("n° ", i)
		workers.Go(func() {
			if err := create(stage, path, fmt.Sprint("n° ", i)); err != nil {
				t.Error(err)
			}
		})
	}
	workers.Wait()
	mustCommit(t, stage)
	checkContent(t, output, want)
}

// TestTwoBuildsAtOnce holds that the second of two builds into one output is refused, and that the first is whole.
func TestTwoBuildsAtOnce(t *testing.T) {
	root := t.TempDir()
	output := filepath.Join(root, "public")
	first, err := NewStage(output, filepath.Join(root, "site"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewStage(output, filepath.Join(root, "site")); err == nil || !strings.Contains(err.Error(), "another build") {
		t.Errorf("the second build: %v", err)
	}
	file, err := first.Create("index.html")
	if err != nil {
		t.Fatal(err)
	}
	file.Close()
	if err := first.Commit(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(output, "index.html")); err != nil {
		t.Error(err)
	}
	third, err := NewStage(output, filepath.Join(root, "site"))
	if err != nil {
		t.Fatalf("after the first build has ended: %v", err)
	}
	if err := third.Discard(); err != nil {
		t.Error(err)
	}
}

package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// neededMessages are those that the tool asks for once a page has what they stand in.
const neededMessages = `
[callout]
note = "Note"

[footnotes]
title = "Notes"
return = "↑"

[table]
name = "Table"

[task]
done = "✓"
open = "○"
`

// sampleSite writes the site of the stories into a folder, with some files more or others in their place.
func sampleSite(t *testing.T, changes map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	writeSample(t, folder, changes)
	return folder
}

// writeSample writes that site into a folder.
func writeSample(t *testing.T, folder string, changes map[string]string) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "site.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		text := string(file.Data)
		if strings.HasPrefix(file.Name, "i18n/") {
			text += neededMessages
		}
		writeFile(t, folder, file.Name, text)
	}
	for name, text := range changes {
		writeFile(t, folder, name, text)
	}
}

// sampleConfig gives the configuration of that site.
func sampleConfig(t *testing.T) string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "site.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		if file.Name == "config.toml" {
			return string(file.Data)
		}
	}
	t.Fatal("the site has no config.toml")
	return ""
}

func writeFile(t *testing.T, folder, name, text string) {
	t.Helper()
	full := filepath.Join(folder, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte(text), 0o644)); err != nil {
		t.Fatal(err)
	}
}

// sameTrees asks that two folders have the same files, byte for byte.
func sameTrees(t *testing.T, one, other string) {
	t.Helper()
	want, got := treeOf(t, one), treeOf(t, other)
	for name, text := range want {
		if found, ok := got[name]; !ok || found != text {
			t.Errorf("%s is not the same in %s (there: %v)", name, other, ok)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is in %s alone", name, other)
		}
	}
	if len(want) == 0 {
		t.Errorf("%s has no files", one)
	}
}

// treeOf gives the files below a folder: what each has in it, by slash-separated path.
func treeOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		below, relative := filepath.Rel(folder, name)
		files[filepath.ToSlash(below)] = string(data)
		return errors.Join(err, relative)
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

package check

import (
	"embed"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
)

// Example is a page on which a rule is shown: one that it finds something in, or one that is right. The tests hold that it
// does.
type Example struct {
	Name  string // of its file, without ending: "bad-fr", "good"
	Bad   bool   // whether there is something to find
	Files []ExampleFile
}

// ExampleFile is a file of an example. The halves of the page that it is about are named "fr" and "en", and need no front
// matter.
type ExampleFile struct{ Name, Text string }

// examples are the examples of all rules: testdata/rules/RULE/NAME.txtar.
//
//go:embed testdata/rules
var examples embed.FS

// wanted is the file of an example in which it stands what is found.
const wanted = "want"

// Examples gives the examples of a rule, the bad ones first, sorted by name.
func Examples(id string) []Example {
	folder := path.Join("testdata/rules", id)
	entries, err := examples.ReadDir(folder)
	if err != nil {
		return nil // a test holds that each rule has some
	}
	list := make([]Example, len(entries))
	for i, entry := range entries {
		text, _ := examples.ReadFile(path.Join(folder, entry.Name())) // it is embedded
		list[i] = readExample(strings.TrimSuffix(entry.Name(), ".txtar"), text)
	}
	return list
}

func readExample(name string, text []byte) Example {
	e := Example{Name: name, Bad: strings.HasPrefix(name, "bad")}
	for _, file := range txtar.Parse(text).Files {
		e.Files = append(e.Files, ExampleFile{file.Name, string(file.Data)})
	}
	return e
}

// Shown gives the files of the example that explain it: all but what is expected of it.
func (e Example) Shown() []ExampleFile {
	return slices.DeleteFunc(slices.Clone(e.Files), func(f ExampleFile) bool { return f.Name == wanted })
}

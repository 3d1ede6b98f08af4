package build

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// edits are what authors do to a site: each turns the text of some file into another. Some of them are mistakes, which
// must leave no trace once they are undone.
var edits = []func(text string, n int) string{
	func(text string, n int) string {
		return text + "\nUn ajout d’été, n° " + string(rune('0'+n)) + ".\n"
	},
	func(text string, _ int) string { return strings.Replace(text, "title = \"", "title = \"Été, ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "slug = \"", "slug = \"x-", 1) },
	func(text string, _ int) string { return strings.Replace(text, "title = ", "titel = ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "+++\n", "+++\ndraft = true\n", 1) },
	func(text string, _ int) string { return strings.Replace(text, "+++\n", "+++\nweight = 3\n", 1) },
	func(text string, _ int) string {
		return strings.Replace(text, "+++\n", "+++\nnews = true\ndate = 2023-10-01\n", 1)
	},
	func(text string, _ int) string { return strings.Replace(text, "## ", "## Voici ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "{{.Title}}", "{{.Titel}}", 1) },
	func(text string, _ int) string { return strings.Replace(text, " = \"", " = \"« ", 1) },
	func(text string, _ int) string { return strings.Replace(text, "[", "[[", 1) },
	func(string, int) string { return "" }, // removed
}

// TestAgainEqualsAssemble is the oracle of every shortcut: after any series of edits, the site that was assembled again
// and again equals one that is assembled from nothing, in every byte and every problem.
func TestAgainEqualsAssemble(t *testing.T) {
	for seed := range uint64(12) {
		follow(t, rand.New(rand.NewPCG(seed, 1)), 12)
	}
}

// FuzzAgain lets the fuzzer choose the edits.
func FuzzAgain(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) { follow(t, rand.New(rand.NewPCG(a, b)), 6) })
}

// follow makes a series of edits, of which each second one is followed by a page or two being looked at.
func follow(t *testing.T, random *rand.Rand, steps int) {
	t.Helper()
	original := sampleTree(t, nil)
	tree, base := original, ownHost
	options := site.Options{Day: today, BaseURL: &base}
	warm := Assemble(tree, options)
	for step := range steps {
		tree = edit(random, original, tree)
		warm = warm.Again(tree)
		if random.IntN(2) == 0 {
			continue
		}
		got, problems := all(t, warm)
		want, cold := all(t, Assemble(tree, options))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("step %d: warm differs from cold (-cold +warm):\n%s", step, diff)
		}
		if diff := cmp.Diff(told(cold), told(problems)); diff != "" {
			t.Fatalf("step %d: the problems differ (-cold +warm):\n%s", step, diff)
		}
	}
}

// edit changes one file of a tree, puts it back as it was, or makes a copy of it under another name.
func edit(random *rand.Rand, original, tree *source.Tree) *source.Tree {
	var paths []string
	for _, folder := range []string{"content", "i18n", "layouts", "static"} {
		for _, file := range original.Below(folder) {
			paths = append(paths, file.Path)
		}
	}
	paths = append(paths, source.ConfigFile)
	path := paths[random.IntN(len(paths))]
	first, _ := original.File(path)
	text := first.Text
	if now, ok := tree.File(path); ok {
		text = now.Text
	}
	switch random.IntN(6) {
	case 0, 1:
		return tree.With(files{path: first.Text})
	case 2:
		name, ending, _ := strings.Cut(path, ".")
		return tree.With(files{name + "-bis." + ending: text})
	default:
		return tree.With(files{path: edits[random.IntN(len(edits))](text, random.IntN(10))})
	}
}

// TestAgainKeepsWhatItKnows holds that the shortcut is one: an edit of one body leaves every other page's memory alone.
func TestAgainKeepsWhatItKnows(t *testing.T) {
	base := ownHost
	tree := sampleTree(t, nil)
	before := Assemble(tree, site.Options{Day: today, BaseURL: &base})
	file, _ := tree.File("content/about.fr.md")
	after := before.Again(tree.With(files{file.Path: file.Text + "\nEncore une phrase.\n"}))
	if before.layouts != after.layouts || before.model.Frame != after.model.Frame {
		t.Error("layouts or frame were read again")
	}
	if !slices.Equal(before.Paths(), after.Paths()) {
		t.Error("the paths changed")
	}
	for _, page := range before.model.Pages(source.English) {
		if now, _ := after.model.PageAt(page.Output); page.Key != "about" && now.Half != page.Half {
			t.Errorf("%s was read again", page.Half.File)
		}
	}
}

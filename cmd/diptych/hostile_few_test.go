//go:build unix

package main

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// fewDescriptors is how many files a program may have open that is given little, and manyPairs how many pages it is to make.
const (
	fewDescriptors = 64
	manyPairs      = 500
)

// TestFewDescriptors builds and checks a large site, with a picture and a document on each page, in a shell that lets its programs
// have few files open. The result is that of a build without such a limit.
func TestFewDescriptors(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip(err)
	}
	folder := sampleSite(t, manyPages(t))
	run := func(script string) string {
		command := exec.Command(shell, "-c", script)
		command.Dir = folder
		command.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1701777600", "XDG_CACHE_HOME="+t.TempDir())
		said, err := command.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%.2000s", script, err, said)
		}
		return string(said)
	}
	limit := fmt.Sprintf("ulimit -n %d && ", fewDescriptors)
	if said := run(limit + "ulimit -Hn"); strings.TrimSpace(said) != fmt.Sprint(fewDescriptors) {
		t.Fatalf("the limit is %q", said)
	}
	if said := run(limit + "diptych build --output few"); !strings.Contains(said, fmt.Sprintf("Built %d pages", manyPairs+4)) {
		t.Errorf("it says %q", said)
	}
	run("diptych build --output plenty")
	sameTrees(t, filepath.Join(folder, "plenty"), filepath.Join(folder, "few"))
	run(limit + "diptych check || test $? -eq 1")
}

// manyPages writes the files of many pages, each with a picture of its own and a document.
func manyPages(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	for i := range manyPairs {
		name := fmt.Sprintf("content/visits/p%d", i)
		files[name+".toml"] = fmt.Sprintf("[[document]]\nid = \"note\"\nfr = { title = \"Note %[1]d\", file = \"notes/note-%[1]d.txt\" }\nen = { title = \"Note %[1]d\", file = \"notes/note-%[1]d.txt\" }\n", i)
		files[name+".fr.md"] = fmt.Sprintf("+++\ntitle = \"L’été n° %[1]d\"\n+++\n\n![Une couleur](p%[1]d.png)\n\nLire [](doc:note).\n", i)
		files[name+".en.md"] = fmt.Sprintf("+++\ntitle = \"Summer no. %[1]d\"\n+++\n\n![A colour](p%[1]d.png)\n\nRead [](doc:note).\n", i)
		files[fmt.Sprintf("static/notes/note-%d.txt", i)] = fmt.Sprintf("Note %d : à lire.\n", i)
		files[name+".png"] = plainPicture(t, color.RGBA{uint8(i), uint8(i >> 8), 90, 255})
	}
	return files
}

// plainPicture gives a PNG of one colour.
func plainPicture(t *testing.T, fill color.RGBA) string {
	t.Helper()
	picture := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{fill})
	var out strings.Builder
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

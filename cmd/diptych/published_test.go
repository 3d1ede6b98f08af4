package main

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/cli"
)

// TestPublished judges the conference site by the files that are published, and by nothing that the tool knows of them:
// what leads nowhere, which halves do not name each other, what the content security policy would not let run.
func TestPublished(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "public")
	publishSite(t, folder, "https://example.org/")
	o := readOutput(t, os.DirFS(folder), "https://example.org/")
	for _, name := range o.names() {
		t.Run(name, func(t *testing.T) {
			judges := []func(string) []string{o.deadLinks, o.lonelyAlternates, o.brokenSwitch, o.inlineCode}
			if strings.Contains(name, "/") && !strings.HasSuffix(name, "404.html") {
				judges = append(judges, o.wrongPictures)
			}
			for _, judge := range judges {
				for _, finding := range judge(name) {
					t.Error(finding)
				}
			}
		})
	}
}

// publishSite builds the site of this repository as `diptych build` does, on a day before the Ministerial.
func publishSite(t *testing.T, folder, origin string) {
	t.Helper()
	publishSource(t, "../..", folder, origin)
}

// publishSource builds a site on that day.
func publishSource(t *testing.T, source, folder, origin string) {
	t.Helper()
	var said bytes.Buffer
	args := []string{"build", "--source", source, "--output", folder, "--base-url", origin, "--date", "2023-11-01"}
	world := cli.World{Context: t.Context(), Stdout: &said, Stderr: &said, Now: time.Now, Getenv: func(string) string { return "" }, Cache: mustCache(t)}
	if code := cli.Run(args, world); code != 0 {
		t.Fatalf("diptych %s ends with %d:\n%s", strings.Join(args, " "), code, &said)
	}
}

// output is a published folder as browsers find it at its origin.
type output struct {
	origin *url.URL // "https://example.org/"
	files  fs.FS
	pages  map[string]*html.Node // by their files: "fr/index.html"
}

// readOutput reads each HTML file of a folder.
func readOutput(t *testing.T, files fs.FS, origin string) *output {
	t.Helper()
	base, err := url.Parse(origin)
	if err != nil {
		t.Fatal(err)
	}
	o := &output{origin: base, files: files, pages: map[string]*html.Node{}}
	err = fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		o.pages[name], err = html.Parse(bytes.NewReader(text))
		return err
	})
	if err != nil || len(o.pages) == 0 {
		t.Fatalf("the output has %d pages: %v", len(o.pages), err)
	}
	return o
}

// names gives the files of all pages, sorted.
func (o *output) names() []string {
	var names []string
	for name := range o.pages {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// address gives a page's address below the origin: "fr/" for "fr/index.html".
func address(name string) string {
	if path.Base(name) == "index.html" {
		return strings.TrimSuffix(name, "index.html")
	}
	return name
}

// isRedirect tells whether a page only leads on to another.
func (o *output) isRedirect(name string) bool {
	return slices.ContainsFunc(all(o.pages[name], "meta", "http-equiv"), func(meta *html.Node) bool {
		what, _ := attributeOf(meta, "http-equiv")
		return strings.EqualFold(what, "refresh")
	})
}

// resolve gives the file and the fragment that an address written in a page leads to, if it is one of ours.
func (o *output) resolve(name, written string) (file, fragment string, ours bool) {
	to, err := o.origin.Parse(address(name))
	if err == nil {
		to, err = to.Parse(written)
	}
	if err != nil {
		return "an address that can't be read", "", true
	}
	if to.Scheme != o.origin.Scheme || to.Host != o.origin.Host {
		return "", "", false
	}
	file = strings.TrimPrefix(to.Path, "/")
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	return file, to.Fragment, true
}

// all gives the elements below a node that have a name ("" is any) and an attribute ("" is none).
func all(root *html.Node, element, attribute string) []*html.Node {
	var found []*html.Node
	for node := range root.Descendants() {
		_, has := attributeOf(node, attribute)
		if node.Type == html.ElementNode && (element == "" || node.Data == element) && (attribute == "" || has) {
			found = append(found, node)
		}
	}
	return found
}

// attributeOf gives an attribute of an element, and whether it has it.
func attributeOf(node *html.Node, name string) (value string, has bool) {
	for _, attribute := range node.Attr {
		if attribute.Key == name {
			return attribute.Val, true
		}
	}
	return "", false
}

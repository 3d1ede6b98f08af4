package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/cli"
)

// outwardPaths are values that mean, to some reader of them, a place outside the folder that they are taken from.
func outwardPaths() []string {
	return []string{
		"..", "../", "../x", "../../x", "../../../../../../tmp/x", "a/../../x", "a/../../../x", "./../x", ".././x", "..//x", "/..", "/../x", "/../../x/", "//x", "///x", "/etc/passwd", "/tmp/x/",
		`..\x`, `..\..\x`, `\x`, `\\host\x`, `C:\x`, "C:/x", "C:x", "/C:/x/", "file:///etc/x", "%2e%2e/x", "/%2e%2e/x/", "..%2fx", "%2e%2e%2fx", "/..%2f..%2fx/", "%252e%252e/x", "..%5cx", "..%00/x",
		"x\u0000/../../y", "....//x", "..;/x", "~/x", "$HOME/x", "x/..", ".", "/./x/", "．．/x", "‥/x", "..∕x", "a\n../x",
	}
}

// TestNothingOutside writes such values wherever a path may be named, and builds: nothing beside the output folder comes, goes
// or changes, and what is published stands in it.
func TestNothingOutside(t *testing.T) {
	places := map[string]func(value string) map[string]string{
		"slug":  func(v string) map[string]string { return frenchAbout("slug = " + v) },
		"alias": func(v string) map[string]string { return frenchAbout("slug = \"a-propos\"\naliases = [" + v + "]") },
		"facts": func(v string) map[string]string {
			return map[string]string{
				"content/about.toml": "image = " + v + "\nlayout = " + v + "\n[[document]]\nid = \"note\"\nen = { title = \"Note\", file = " + v + " }\n",
				"config.toml":        sampleConfig(t) + "[card]\nfont = " + v + "\n",
			}
		},
	}
	for place, in := range places {
		published := 0
		for _, value := range outwardPaths() {
			above := t.TempDir()
			site := filepath.Join(above, "a", "b", "site")
			changes := in(fmt.Sprintf("%q", strings.ReplaceAll(value, "\u0000", "\ufffd")))
			writeSample(t, site, changes)
			before := treeOf(t, above)
			world := cli.World{
				Context: context.Background(), Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }, Now: time.Now,
			}
			if code := cli.Run([]string{"build", "--source", site, "--date", "2023-12-05"}, world); code == 0 {
				published++
			}
			for name, text := range treeOf(t, above) {
				switch old, known := before[name]; {
				case strings.HasPrefix(name, "a/b/site/public/"):
				case !known:
					t.Errorf("%s = %q writes %s", place, value, name)
				case old != text:
					t.Errorf("%s = %q changes %s", place, value, name)
				}
				delete(before, name)
			}
			for name := range before {
				t.Errorf("%s = %q removes %s", place, value, name)
			}
		}
		t.Logf("%s: %d of %d values are taken", place, published, len(outwardPaths()))
	}
}

func frenchAbout(front string) map[string]string {
	return map[string]string{"content/about.fr.md": "+++\ntitle = \"À propos\"\n" + front + "\n+++\n\nUn texte.\n"}
}

package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/site"
)

// TestNoMenu holds that a site whose pages state no `menu` has no empty navigation (WCAG 2.2, 1.3.1: a landmark announces what is there).
func TestNoMenu(t *testing.T) {
	whole := conference(t)
	bare := whole.Model().Tree().With(withoutMenu(whole))
	for what, test := range map[string]struct {
		site *build.Site
		want int
	}{
		"with a menu": {whole, 1},
		"without one": {build.Assemble(bare, site.Options{Day: whole.Model().Day}), 0},
	} {
		for _, path := range []string{"fr/index.html", "en/index.html"} {
			var out bytes.Buffer
			if _, err := test.site.Output(path, &out); err != nil || out.Len() == 0 {
				t.Fatalf("%s, %s: %d bytes, %v", what, path, out.Len(), err)
			}
			if got := strings.Count(out.String(), `<nav class="menu"`); got != test.want {
				t.Errorf("%s, %s has %d navigations, want %d", what, path, got, test.want)
			}
		}
	}
}

// withoutMenu gives the facts of the site's pages without their places in the menu.
func withoutMenu(whole *build.Site) map[string]string {
	stated, texts := regexp.MustCompile(`(?m)^menu = .*$`), map[string]string{}
	for _, file := range whole.Model().Tree().Below("content") {
		if strings.HasSuffix(file.Path, ".toml") {
			texts[file.Path] = stated.ReplaceAllString(file.Text(), "# in no menu")
		}
	}
	return texts
}

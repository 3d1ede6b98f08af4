package layout

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

func TestFind(t *testing.T) {
	s := &Set{shelf: readShelf(source.NewTree(map[string]string{
		"layouts/a.html":          "<p>\n  <a href=\"é\"><a href=\"/x/\">",
		"layouts/b.html":          `<a href="/x/"><a href="/y/">`,
		"layouts/base.html":       `<b id="x"></b><a href="/x/">`,
		"layouts/partials/z.html": `<a href="/z/">`,
	}).Below("layouts"))}
	for _, test := range []struct{ text, names, want string }{
		{`"/x/"`, "a", "layouts/a.html:2:23"}, {`"/x/"`, "b", "layouts/b.html:1:9"}, {`"/x/"`, "a b", "layouts/base.html:1:23"},
		{"/y/", "a b", "layouts/b.html:1:24"}, {"/y/", "a", ""}, {"/z/", "a", "layouts/partials/z.html:1:10"},
		{"/z/", "none", "layouts/partials/z.html:1:10"}, {"/w/", "a b", ""},
	} {
		found := s.Find(func(in string) int { return strings.Index(in, test.text) }, strings.Fields(test.names)...)
		if got := found.String(); got != test.want {
			t.Errorf("%q stands in %s at %q, want %q", test.text, test.names, got, test.want)
		}
	}
	if s.IsEmpty() || !(&Set{shelf: readShelf(nil)}).IsEmpty() {
		t.Error("a set with layouts is empty, or one without is not")
	}
}

// TestHasID knows the ids that layouts write out, of layouts and partials, and no others.
func TestHasID(t *testing.T) {
	s := &Set{shelf: readShelf(source.NewTree(map[string]string{
		"layouts/base.html":          `<main id="main" data-id="data">{{block "main" .}}{{end}}</main>`,
		"layouts/page.html":          `{{define "main"}}<h2 class="a" id="news">{{.Title}}</h2>{{template "partials/foot" .}}{{end}}`,
		"layouts/partials/foot.html": "<p\n  id=\"foot\"></p><p id=\"{{.Lang}}\"></p>",
	}).Below("layouts"))}
	for id, want := range map[string]bool{"main": true, "news": true, "foot": true, "data": false, "fr": false, "": false, "a": false} {
		if s.HasID(id) != want {
			t.Errorf("HasID(%q) = %t", id, !want)
		}
	}
}

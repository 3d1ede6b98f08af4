package asset

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// mustRead names the assets of a site whose static folder has these files.
func mustRead(t *testing.T, files map[string]string) *Set {
	t.Helper()
	set, problems := read(files)
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	return set
}

func read(files map[string]string) (*Set, []source.Problem) {
	texts := map[string]string{"config.toml": "", "content/css/site.css": "not an asset"}
	for name, text := range files {
		texts["static/"+name] = text
	}
	return Read(source.NewTree(texts), nil)
}

func mustGet(t *testing.T, set *Set, name string) Asset {
	t.Helper()
	a, ok := set.Get(name)
	if !ok {
		t.Fatalf("%q is no asset", name)
	}
	return a
}

func published(t *testing.T, a Asset) string {
	t.Helper()
	var out strings.Builder
	if problems, err := a.Publish(&out); err != nil || len(problems) > 0 {
		t.Fatalf("%v %v", problems, err)
	}
	return out.String()
}

// stamped is the name that a file of these bytes is published under.
func stamped(name, content string) string {
	sum := sha256.Sum256([]byte(content))
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:])[:10] + ext
}

func TestNames(t *testing.T) {
	files := map[string]string{
		"css/site.css": "p { content: \"« é »\" }", "js/menu.js": "alert('été')", "js/m.min.mjs": "1",
		"fonts/a.woff2": "a", "fonts/a.woff": "b", "fonts/a.ttf": "c", "fonts/a.otf": "d", "empty.css": "",
		"ÉTÉ.CSS": "i {}", "MENU.JS": "2", "fonts/A.Woff2": "e",
	}
	plain := map[string]string{
		"photos/été.jpg": "x", "robots.txt": "", "déclaration.pdf": "y", ".well-known/security.txt": "z", "css": "no ending", "a.svg": "<svg/>",
	}
	all := map[string]string{}
	var names []string
	for _, some := range []map[string]string{files, plain} {
		for name, content := range some {
			all[name] = content
			names = append(names, name)
		}
	}
	set := mustRead(t, all)
	for name, content := range all {
		a, want := mustGet(t, set, name), name
		if _, ok := files[name]; ok {
			want = stamped(name, content)
		}
		if a.Name != name || a.Path != want || a.Size != int64(len(content)) || a.File().Path != "static/"+name {
			t.Errorf("%q: %+v, want the path %q", name, a, want)
		}
		if got := published(t, a); got != content {
			t.Errorf("%q publishes %q", name, got)
		}
	}
	if len(set.Names()) != len(names) {
		t.Errorf("the names are %q", set.Names())
	}
	for i, name := range set.Names() {
		if _, ok := all[name]; !ok || (i > 0 && set.Names()[i-1] >= name) {
			t.Errorf("the names are %q", set.Names())
		}
	}
	if _, ok := set.Get("css/absent.css"); ok {
		t.Error("a file that is not there is an asset")
	}
	if near := set.Nearest("css/sit.css"); near != "css/site.css" {
		t.Errorf("the nearest is %q", near)
	}
}

// TestIntegrity computes the digest of what is published, as a browser does.
func TestIntegrity(t *testing.T) {
	set := mustRead(t, map[string]string{
		"css/site.css": "@import \"type.css\"; a { background: url(é.png) }", "css/type.css": "b {}", "css/é.png": "é", "a.js": "'é'",
		"m.mjs": "1", "f.woff2": "f", "t.txt": "t", "ÉTÉ.CSS": "i {}", "MENU.JS": "2",
	})
	for _, name := range set.Names() {
		a, want := mustGet(t, set, name), ""
		switch strings.ToLower(path.Ext(name)) {
		case ".css", ".js", ".mjs":
			sum := sha512.Sum384([]byte(published(t, a)))
			want = "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
		}
		if a.Integrity != want {
			t.Errorf("%q has the integrity %q, want %q", name, a.Integrity, want)
		}
		if a.Size != int64(len(published(t, a))) {
			t.Errorf("%q has the size %d of %d bytes", name, a.Size, len(published(t, a)))
		}
	}
}

// TestNameFollowsContent changes one file at a time: each name changes with what its file says or refers to, and with
// nothing else.
func TestNameFollowsContent(t *testing.T) {
	base := map[string]string{
		"css/site.css":  "@import url(type.css);\na { background: url(\"../img/fond.png\") }",
		"css/type.css":  "@font-face { src: url(../fonts/été.woff2) }",
		"css/print.css": "p {}", "fonts/été.woff2": "1", "img/fond.png": "1", "js/menu.js": "1",
	}
	tests := []struct {
		change string
		moves  []string
	}{
		{"css/site.css", []string{"css/site.css"}},
		{"css/print.css", []string{"css/print.css"}},
		{"css/type.css", []string{"css/site.css", "css/type.css"}},
		{"fonts/été.woff2", []string{"css/site.css", "css/type.css", "fonts/été.woff2"}},
		{"img/fond.png", nil}, // its name carries no digest
		{"js/menu.js", []string{"js/menu.js"}},
	}
	before := mustRead(t, base)
	for _, test := range tests {
		changed := map[string]string{}
		for name, content := range base {
			changed[name] = content
		}
		changed[test.change] += "/* é */"
		after := mustRead(t, changed)
		var moves []string
		for _, name := range after.Names() {
			if mustGet(t, after, name).Path != mustGet(t, before, name).Path {
				moves = append(moves, name)
			}
		}
		if diff := cmp.Diff(test.moves, moves); diff != "" {
			t.Errorf("a change of %s (-want +got):\n%s", test.change, diff)
		}
	}
}

func TestRelative(t *testing.T) {
	tests := []struct{ folder, to, want string }{
		{".", "a.css", "a.css"},
		{".", "css/a.css", "css/a.css"},
		{"css", "a.css", "../a.css"},
		{"css", "css/a.css", "a.css"},
		{"css", "css/print/a.css", "print/a.css"},
		{"css", "fonts/été.woff2", "../fonts/été.woff2"},
		{"css/print", "css/a.css", "../a.css"},
		{"css/print", "fonts/a.woff2", "../../fonts/a.woff2"},
		{"fr/à-propos", "en/about/index.html", "../../en/about/index.html"},
		{"fr", "fr/fr/fr", "fr/fr"},
		{"a/b", "a/bc/d", "../bc/d"},
		{"a", "a", "../a"},
		{"a/b", "a/b", "../b"},
	}
	for _, test := range tests {
		got := Relative(test.folder, test.to)
		if got != test.want {
			t.Errorf("from %q to %q the way is %q, want %q", test.folder, test.to, got, test.want)
		}
		if back := path.Join(test.folder, got); back != test.to {
			t.Errorf("from %q, %q leads to %q, want %q", test.folder, got, back, test.to)
		}
	}
}

package build

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// hostPaths are the paths of all files that hosts read.
var hostPaths = []string{".htaccess", ".nojekyll", "CNAME", "_headers", "_nginx.conf", "_redirects"}

// hosted gives which of them a site has.
func hosted(s *Site) []string {
	return slices.DeleteFunc(slices.Clone(s.Paths()), func(path string) bool { return !slices.Contains(hostPaths, path) })
}

func TestHostFiles(t *testing.T) {
	tests := []struct {
		name, base, hosting string
		want                []string
	}{
		{"nothing said", ownHost, "", []string{".nojekyll", "_headers", "_redirects"}},
		{"below a path", subPath, "", []string{".nojekyll", "_headers", "_redirects"}},
		{"a copy that opens from its folder", folder, "[hosting]\nfor = [\"nginx\", \"github\"]\ndomain = \"example.org\"\ncompress = [\"gz\"]", []string{}},
		{"Netlify", ownHost, "[hosting]\nfor = [\"netlify\"]", []string{"_headers", "_redirects"}},
		{"Cloudflare", ownHost, "[hosting]\nfor = [\"cloudflare\"]", []string{"_headers", "_redirects"}},
		{"GitHub with a domain", ownHost, "[hosting]\nfor = [\"github\"]\ndomain = \"example.org\"", []string{".nojekyll", "CNAME"}},
		{"servers", ownHost, "[hosting]\nfor = [\"nginx\", \"apache\"]", []string{".htaccess", "_nginx.conf"}},
		{"none", ownHost, "[hosting]\nfor = []", []string{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := sample(t, test.base, files{"config.toml": config(t, test.hosting)})
			if diff := cmp.Diff(test.want, hosted(s)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if test.base == folder && slices.ContainsFunc(s.Paths(), func(p string) bool { return strings.HasSuffix(p, ".gz") }) {
				t.Error("files are packed, and no server is there")
			}
			for _, path := range test.want {
				if text := read(t, s, path); text == "" || path == "CNAME" && text != "example.org\n" {
					t.Errorf("%s says %q", path, text)
				}
			}
		})
	}
}

// TestOwnHostFiles holds that the author's own file goes before ours, and that both are no problem.
func TestOwnHostFiles(t *testing.T) {
	changes := files{"config.toml": config(t, "[hosting]\nfor = [\"netlify\", \"github\", \"nginx\", \"apache\"]\ndomain = \"example.org\"")}
	for _, path := range hostPaths {
		changes["static/"+path] = "le mien : " + path
	}
	s := sample(t, ownHost, changes)
	for _, path := range hostPaths {
		if got := read(t, s, path); got != "le mien : "+path {
			t.Errorf("%s says %q", path, got)
		}
	}
}

// TestHSTSByHTTPS holds that browsers are told to come by HTTPS only where that is the site's address.
func TestHSTSByHTTPS(t *testing.T) {
	for base, want := range map[string]bool{ownHost: true, "http://example.org/": false} {
		s := sample(t, base, files{"config.toml": config(t, "[hosting]\nfor = [\"netlify\", \"nginx\", \"apache\"]\nhsts = 600")})
		for _, path := range []string{"_headers", "_nginx.conf", ".htaccess"} {
			if got := strings.Contains(read(t, s, path), "max-age=600"); got != want {
				t.Errorf("%s: %s says it: %t", base, path, got)
			}
		}
	}
}

// TestWhatHostsKnow holds that hosts are told which names follow from their bytes, and which only look so.
func TestWhatHostsKnow(t *testing.T) {
	s := sample(t, ownHost, files{
		"static/note.4f1c2d3e5a.txt": "Ce nom semble porter une empreinte.", "static/css/a.4f1c2d3e5a.css": "body { margin: 0 }",
		"config.toml": "documents.fingerprint = true\n" + config(t, "[[document]]\nid = \"dessin\"\nfr = { title = \"Dessin\", file = \"img/fond.svg\" }"),
	})
	var lasting []string
	for _, f := range s.hosting.Files {
		if f.Lasting {
			lasting = append(lasting, f.Path)
		}
	}
	want := []string{"css/a.4f1c2d3e5a.*.css", "css/site.*.css", "documents/note conceptuelle.*.pdf", "img/fond.*.svg", "js/site.*.js"}
	if len(lasting) != len(want) {
		t.Fatalf("lasting are %q, not %q", lasting, want)
	}
	for i, path := range lasting {
		before, after, _ := strings.Cut(want[i], "*")
		if digest := strings.TrimSuffix(strings.TrimPrefix(path, before), after); !strings.HasPrefix(path, before) || !strings.HasSuffix(path, after) || len(digest) != 10 {
			t.Errorf("%s is lasting, not %s", path, want[i])
		}
	}
	moves := []host.Move{{From: "fr/ancien-nom/index.html", To: "fr/a-propos/index.html"}, {From: "fr/vieux.html", To: "fr/a-propos/index.html"}}
	if diff := cmp.Diff(moves, s.hosting.Moves); diff != "" {
		t.Errorf("moves (-want +got):\n%s", diff)
	}
}

// TestPacked holds that each text of a site lies beside itself in packed forms, which have its bytes.
func TestPacked(t *testing.T) {
	s := sample(t, subPath, files{
		"config.toml":           config(t, "[hosting]\ncompress = [\"gz\", \"br\"]"),
		"static/data.json":      strings.Repeat("[\"été\"]", 200),
		"static/data.json.gz":   "le mien",
		"static/small.json":     "[\"été\"]",
		"static/just.txt":       strings.Repeat("é", host.WorthPacking/2),
		"static/just-not.txt":   strings.Repeat("é", host.WorthPacking/2-1) + "e",
		"static/police.woff2":   strings.Repeat("wOF2", 1000),
		"static/données fr.txt": strings.Repeat("été ", 1000),
	})
	built, problems := all(t, s)
	if len(problems) > 0 {
		t.Fatalf("problems: %q", told(problems))
	}
	for path, text := range built {
		base, form := path, ""
		for _, p := range host.Packings() {
			if before, packed := strings.CutSuffix(path, p.Ending()); packed {
				base, form = before, string(p)
			}
		}
		if form != "" && path != "data.json.gz" && unpack(t, form, text) != built[base] {
			t.Errorf("%s is not what %s is", path, base)
		}
	}
	for path, want := range map[string]bool{
		"fr/annonce/index.html": true, "fr-en/announcement/index.html": false, "index.html": true, "404.html": true, "sitemap.xml": true,
		"fr/feed.xml": true, "fr/calendar.ics": true, "data.json": true, "just.txt": true, "données fr.txt": true,
		"just-not.txt": false, "small.json": false, "robots.txt": false, "fr/event.ics": false, "fr/vieux.html": false, "_headers": false,
		"documents/note conceptuelle.pdf": false,
	} {
		if _, packed := built[path+".br"]; packed != want {
			t.Errorf("%s has a packed form: %t", path, packed)
		}
	}
	if built["data.json.gz"] != "le mien" {
		t.Errorf("the author's own data.json.gz is %q", built["data.json.gz"])
	}
}

func unpack(t *testing.T, form, text string) string {
	t.Helper()
	var from io.Reader = brotli.NewReader(strings.NewReader(text))
	if form == "gz" {
		var err error
		if from, err = gzip.NewReader(strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
	}
	plain, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return string(plain)
}

// TestPackedTogether holds that a page and its packed forms are written together, and that what is wrong with it is told once.
func TestPackedTogether(t *testing.T) {
	s := sample(t, ownHost, files{"config.toml": config(t, "[hosting]\ncompress = [\"gz\", \"br\"]")})
	for _, batch := range s.batches {
		if slices.Contains(batch, "fr/annonce/index.html") {
			for _, path := range []string{"fr/annonce/index.html.br", "fr/annonce/index.html.gz", "en/announcement/index.html.gz"} {
				if !slices.Contains(batch, path) {
					t.Errorf("%s is written apart from its page", path)
				}
			}
		}
	}
	broken := files{"config.toml": config(t, "[hosting]\ncompress = [\"gz\", \"br\"]"),
		"content/extra.fr.md": half("Supplément", "slug = \"supplement\"", "Voir [rien](page:introuvable)."), "content/extra.en.md": half("Extra", "", "Nothing.")}
	wrong := Assemble(sampleTree(t, broken), site.Options{Day: today})
	built, problems := all(t, wrong)
	if len(problems) != 1 || len(built["fr/supplement/index.html.gz"])+len(built["fr/supplement/index.html"]) > 0 {
		t.Errorf("problems %q; %d bytes are packed", told(problems), len(built["fr/supplement/index.html.gz"]))
	}
	var out bytes.Buffer
	if problems, err := wrong.Output("fr/supplement/index.html.br", &out); err != nil || out.Len() > 0 || len(problems) > 0 {
		t.Errorf("a page that is wrong is packed to %d bytes, with %q, %v", out.Len(), told(problems), err)
	}
}

// TestPackedForNobody holds that nothing is packed for those who look at no bytes, and of a site that is not published: it would
// make an editor wait for nothing.
func TestPackedForNobody(t *testing.T) {
	made := 0
	outputs := map[string]output{"a.txt": {write: func(_ *Site, to *sheet) error {
		made++
		_, err := io.WriteString(to, "été")
		return err
	}}}
	sound := &Site{claims: &claims{outputs: outputs}}
	faulty := &Site{claims: &claims{outputs: outputs}, problems: []source.Problem{source.Errorf("", source.Pos{}, "")}}
	write := writePacked("a.txt", host.Gzip)
	for _, test := range []struct {
		site *Site
		w    io.Writer
		want int
	}{{sound, Unread{}, 0}, {faulty, &bytes.Buffer{}, 0}, {sound, &bytes.Buffer{}, 1}} {
		made = 0
		if err := write(test.site, &sheet{Writer: test.w}); err != nil || made != test.want {
			t.Errorf("made %d times, not %d (%v)", made, test.want, err)
		}
	}
}

// TestHostLimits holds that it is told what Cloudflare would not read, where the site is for Cloudflare and has no file of its own.
func TestHostLimits(t *testing.T) {
	many := func(hosting string) files {
		changes := files{}
		for i := range 120 {
			changes[fmt.Sprintf("static/d%d/a.css", i)] = "body { margin: 0 }"
			changes[fmt.Sprintf("static/d%d/a.txt", i)] = "été"
		}
		aliases := make([]string, 2100)
		for i := range aliases {
			aliases[i] = fmt.Sprintf("%q", fmt.Sprintf("/fr/ancien-%d/", i))
		}
		changes["content/extra.fr.md"] = half("Supplément", "slug = \"supplement\"\naliases = ["+strings.Join(aliases, ", ")+"]", "Rien.")
		changes["content/extra.en.md"] = half("Extra", "", "Nothing.")
		changes["config.toml"] = config(t, hosting)
		return changes
	}
	const hint = `name the hosts of the site under [hosting], without "cloudflare" if it is not one of them, or write static/%s yourself)`
	headers := "host-limit: Cloudflare reads 100 rules of _headers, and the site needs more: those about how long browsers keep files are left out (" + fmt.Sprintf(hint, "_headers")
	redirects := "host-limit: Cloudflare does not read so much of _redirects: some former addresses stand in none of its lines, and redirect by their pages (" + fmt.Sprintf(hint, "_redirects")
	if diff := cmp.Diff([]string{"config.toml " + redirects, "config.toml " + headers}, wrong(t, many(""))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	line := strings.Count(config(t, ""), "\n") + 1
	at := fmt.Sprintf("config.toml:%d:1 ", line)
	if diff := cmp.Diff([]string{at + redirects, at + headers}, wrong(t, many("[hosting]\nhsts = 0"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := wrong(t, many("[hosting]\nfor = [\"netlify\", \"nginx\"]")); len(got) > 0 {
		t.Errorf("without Cloudflare: %q", got)
	}
	own := many("")
	own["static/_headers"], own["static/_redirects"] = "/*\n  X-Été: oui\n", "/a /b\n"
	if got := wrong(t, own); len(got) > 0 {
		t.Errorf("with files of its own: %q", got)
	}
	warned := Assemble(sampleTree(t, many("")), site.Options{Day: today})
	if text := read(t, warned, "_headers"); strings.Contains(text, "immutable") || !strings.Contains(text, "Content-Security-Policy") {
		t.Errorf("what is written all the same:\n%s", text)
	}
}

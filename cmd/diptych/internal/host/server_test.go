package host

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
)

// words splits a line of nginx's configuration as nginx does.
func words(line string) []string {
	var all []string
	for _, found := range regexp.MustCompile(`"((?:[^"\\]|\\.)*)"|([^\s;{}"]+)`).FindAllStringSubmatch(line, -1) {
		all = append(all, regexp.MustCompile(`\\([\\"])`).ReplaceAllString(found[1], "$1")+found[2])
	}
	return all
}

// block is a block of nginx's configuration: what opens it, and what stands in it.
type block struct {
	opens  []string
	lines  [][]string
	inside []*block
}

// readNginx reads a fragment. Whatever is not closed, or has no semicolon, is an error.
func readNginx(t *testing.T, text string) *block {
	t.Helper()
	open := []*block{{}}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		last := open[len(open)-1]
		switch {
		case line == "" || strings.HasPrefix(line, "#") || line == "types { }":
		case strings.HasSuffix(line, "{"):
			b := &block{opens: words(line)}
			last.inside = append(last.inside, b)
			open = append(open, b)
		case line == "}":
			open = open[:len(open)-1]
		case strings.HasSuffix(line, ";"):
			last.lines = append(last.lines, words(line))
		default:
			t.Fatalf("the line has no end: %s", line)
		}
	}
	if len(open) != 1 {
		t.Fatalf("%d blocks are not closed", len(open)-1)
	}
	return open[0]
}

// headers gives the headers that a block adds; nil if it adds none, and so has those around it.
func (b *block) headers() []Header {
	var all []Header
	for _, line := range b.lines {
		if line[0] == "add_header" {
			all = append(all, Header{line[1], line[2]})
		}
	}
	return all
}

// TestNginxHeaders holds that a block either sends all policies, on errors too, or leaves it to the block around it.
func TestNginxHeaders(t *testing.T) {
	for _, base := range []string{"/", "/conf%C3%A9rence/"} {
		s := sample(func(s *Site) { s.Base, s.Packed = base, Packings() })
		var check func(*block)
		check = func(b *block) {
			if got := b.headers(); got != nil {
				policies := Headers("x")
				if strings.Contains(get(got, policyHeader), "sandbox") {
					policies = Headers("x.svg")
				}
				for _, h := range policies {
					if get(got, h.Name) != h.Value {
						t.Errorf("%s: %q sends %s: %q", base, b.opens, h.Name, get(got, h.Name))
					}
				}
				if get(got, cacheHeader) == "" {
					t.Errorf("%s: %q says nothing of how long it is kept", base, b.opens)
				}
			}
			for _, line := range b.lines {
				if line[0] == "add_header" && line[len(line)-1] != "always" {
					t.Errorf("%s: %q sends %s with no error", base, b.opens, line[1])
				}
			}
			for _, inner := range b.inside {
				check(inner)
			}
		}
		whole := readNginx(t, written(t, func(w *strings.Builder) error { return s.WriteNginx(w) }))
		if len(whole.inside) != 1 || whole.inside[0].headers() == nil || len(whole.lines) > 0 {
			t.Fatalf("%s: there is not one location that sends headers: %+v", base, whole)
		}
		if diff := cmp.Diff([]string{"location", "^~", s.root()}, whole.inside[0].opens); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		check(whole)
	}
}

// TestNginxLasting holds that exactly the lasting files are kept for ever, also where there are more than one pattern takes.
func TestNginxLasting(t *testing.T) {
	files := []File{{Path: "d/index.html"}, {Path: "d/note.0123456789.pdf"}, {Path: "fr/a.0123456789.pdf", Lasting: true}, {Path: "fr/index.html"}}
	for i := range 900 {
		files = append(files, File{Path: fmt.Sprintf("d/note n° %d.0123456789.pdf", i), Lasting: true})
	}
	s := sample(func(s *Site) { s.Base, s.Files = "/a.b/", files })
	text := written(t, func(w *strings.Builder) error { return s.WriteNginx(w) })
	for line := range strings.Lines(text) {
		if len(line) > 4000 {
			t.Fatalf("a line has %d bytes, and nginx takes words of 4095", len(line))
		}
	}
	root := readNginx(t, text).inside[0]
	fits := fitting()
	for _, f := range files {
		area := root
		if strings.HasPrefix(f.Path, "fr/") {
			area = root.inside[slices.IndexFunc(root.inside, func(b *block) bool { return b.opens[len(b.opens)-1] == "/a.b/fr/" })]
		}
		kept := 0
		for _, b := range area.inside {
			if b.opens[1] == "~" && get(b.headers(), cacheHeader) == forEver && !strings.Contains(b.opens[2], "(?!") &&
				fits(b.opens[2], "/a.b/"+f.Path) {
				kept++
			}
		}
		if want := map[bool]int{true: 1}[f.Lasting]; kept != want {
			t.Errorf("%s is kept for ever by %d locations", f.Path, kept)
		}
	}
	if n := len(root.inside); n > 40 {
		t.Errorf("there are %d locations", n)
	}
}

// fitting tells whether a pattern fits an address. Each is compiled once.
func fitting() func(pattern, address string) bool {
	known := map[string]*regexp.Regexp{}
	return func(pattern, address string) bool {
		if known[pattern] == nil {
			known[pattern] = regexp.MustCompile(pattern)
		}
		return known[pattern].MatchString(address)
	}
}

// TestQuoted holds that a word comes out of nginx as it went in.
func TestQuoted(t *testing.T) {
	for _, text := range []string{"/", `/l’été "à" Accra/`, `^/a\.b\\c$`, `;{}`, `\`} {
		if got := words("location " + quoted(text) + " {"); len(got) != 2 || got[1] != text {
			t.Errorf("%s becomes %q", text, got)
		}
	}
	if got := word(`^/a\.b "c"$`); got != `"^/a\.b \"c\"$"` {
		t.Errorf("Apache is given %s", got)
	}
}

// TestApacheSections holds that each section is closed, and that a module that may be missing stands in one of its own.
func TestApacheSections(t *testing.T) {
	needs := map[string]string{"Header": "mod_headers.c", "RewriteRule": "mod_rewrite.c", "RewriteEngine": "mod_rewrite.c", "RedirectMatch": "mod_alias.c", "AddType": "mod_mime.c", "AddEncoding": "mod_mime.c"}
	s := sample(func(s *Site) { s.Packed = Packings() })
	var open []string
	seen := map[string]bool{}
	for line := range strings.Lines(written(t, func(w *strings.Builder) error { return s.WriteApache(w) })) {
		line = strings.TrimSpace(line)
		name, rest, _ := strings.Cut(strings.Trim(line, "<>"), " ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "</"):
			if len(open) == 0 || !strings.HasPrefix(open[len(open)-1], strings.TrimPrefix(name, "/")) {
				t.Fatalf("%s closes %q", line, open)
			}
			open = open[:len(open)-1]
		case strings.HasPrefix(line, "<"):
			open = append(open, name+" "+rest)
		default:
			seen[name] = true
			if needs[name] != "" && !slices.Contains(open, "IfModule "+needs[name]) {
				t.Errorf("without %s the site is down: %s", needs[name], line)
			}
		}
	}
	for name := range needs {
		if !seen[name] {
			t.Errorf("no line has %s", name)
		}
	}
	if len(open) > 0 {
		t.Errorf("not closed: %q", open)
	}
}

func TestPack(t *testing.T) {
	readers := map[Packing]func(io.Reader) (io.Reader, error){
		Gzip:   func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		Brotli: func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
	}
	texts := map[string]string{"empty": "", "short": "L’été à Accra", "long": strings.Repeat("L’été à Accra, « ensemble ». ", 60_000)}
	for form, read := range readers {
		for name, text := range texts {
			var first, second bytes.Buffer
			if err := Pack(&first, form, []byte(text)); err != nil {
				t.Fatal(err)
			}
			if err := Pack(&second, form, []byte(text)); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Errorf("%s, %s: other bytes the second time (%v)", form, name, err)
			}
			if name == "long" && (first.Len() > len(text)/50 || len(text) <= small) {
				t.Errorf("%s: %d bytes become %d", form, len(text), first.Len())
			}
			if form == Gzip && !bytes.Equal(first.Bytes()[3:8], []byte{0, 0, 0, 0, 0}) {
				t.Errorf("%s says a name or a time: % x", name, first.Bytes()[:10])
			}
			from, err := read(&first)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(from); err != nil || string(got) != text {
				t.Errorf("%s, %s: it comes back as %d bytes, %v", form, name, len(got), err)
			}
		}
		if err := Pack(full{}, form, []byte("été")); err == nil {
			t.Errorf("%s: a full disk is no error", form)
		}
	}
}

// full is a disk that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestIsText(t *testing.T) {
	for path, want := range map[string]bool{
		"fr/index.html": true, "css/a.css": true, "CSS/A.CSS": true, "a.svg": true, "fr/feed.xml": true, "search.json": true, "event.ics": true,
		"a.woff2": false, "a.png": false, "a.pdf": false, "a": false, "a.gz": false,
		"_headers": false, "_nginx.conf": false, ".htaccess": false, "CNAME": false,
	} {
		if IsText(path) != want {
			t.Errorf("%s is worth packing: %t", path, !want)
		}
	}
}

func TestTypes(t *testing.T) {
	for path, want := range map[string]string{
		"fr/feed.xml": "application/atom+xml; charset=utf-8", "sitemap.xml": "", "a.ics": "text/calendar; charset=utf-8",
		"a.mjs": "text/javascript; charset=utf-8", "a.webmanifest": "application/manifest+json", "a.avif": "image/avif", "a.html": "", "": "",
	} {
		if got := typeOf(path); got != "" && withCharset(got) != want || got == "" && want != "" {
			t.Errorf("%s: %s", path, got)
		}
	}
	if !slices.IsSortedFunc(types, func(a, b struct{ ending, name string }) int { return strings.Compare(a.ending, b.ending) }) {
		t.Error("the types are not sorted")
	}
}

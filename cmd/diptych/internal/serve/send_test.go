package serve

import (
	"net/http"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/host"
)

func TestContentTypes(t *testing.T) {
	p := run(t, Options{}, atelier().with(func(f *fake) {
		for _, name := range []string{
			"fr/feed.xml", "robots.txt", "a.ics", "logo.svg", "PHOTO.JPG", "x.unknown", "_headers", "site.webmanifest",
		} {
			f.texts[name] = "é"
		}
	}))
	tests := map[string]string{
		"/":                    "text/html; charset=utf-8",
		"/404.html":            "text/html; charset=utf-8",
		"/css/site.0a1b.css":   "text/css; charset=utf-8",
		"/fr/feed.xml":         "application/xml; charset=utf-8",
		"/robots.txt":          "text/plain; charset=utf-8",
		"/a.ics":               "text/calendar; charset=utf-8",
		"/logo.svg":            "image/svg+xml; charset=utf-8",
		"/PHOTO.JPG":           "image/jpeg",
		"/%C3%A9t%C3%A9.pdf":   "application/pdf",
		"/x.unknown":           "application/octet-stream",
		"/_headers":            "application/octet-stream",
		"/site.webmanifest":    "application/manifest+json",
		"/_diptych/live.js":    "text/javascript; charset=utf-8",
		"/_diptych/live.css":   "text/css; charset=utf-8",
		"/_diptych/spaces.css": "text/css; charset=utf-8",
		"/_diptych/icon.svg":   "image/svg+xml; charset=utf-8",
		"/_diptych/problems":   "application/json",
		"/_diptych/nothing.js": "text/plain; charset=utf-8",
	}
	for path, want := range tests {
		got := p.get(t, path)
		if got.header.Get("Content-Type") != want {
			t.Errorf("the type of %s is %q, want %q", path, got.header.Get("Content-Type"), want)
		}
		checkIsolated(t, path, got.header)
	}
}

// TestETag asks again with the ETag: nothing is sent for as long as nothing differs.
func TestETag(t *testing.T) {
	p := run(t, Options{}, atelier())
	for _, path := range []string{summer, "/css/site.0a1b.css", "/%C3%A9t%C3%A9.pdf", "/_diptych/live.js"} {
		first := p.get(t, path)
		tag := first.header.Get("ETag")
		if len(tag) < 20 || tag[0] != '"' || first.header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: ETag %q, Cache-Control %q", path, tag, first.header.Get("Cache-Control"))
		}
		p.show(atelier())
		again := p.ask(t, http.MethodGet, path, "If-None-Match", tag)
		if again.status != 304 || again.body != "" || again.header.Get("ETag") != tag {
			t.Errorf("%s: asked again it is answered with %d, %q", path, again.status, again.body)
		}
		checkIsolated(t, path+" again", again.header)
		if other := p.ask(t, http.MethodGet, path, "If-None-Match", `"autre"`); other.status != 200 || other.body != first.body {
			t.Errorf("%s: with another ETag it is answered with %d", path, other.status)
		}
	}
	first := p.get(t, summer)
	p.show(rewritten(atelier(), "autre"))
	if got := p.ask(t, http.MethodGet, summer, "If-None-Match", first.header.Get("ETag")); got.status != 200 {
		t.Errorf("a page that differs is answered with %d", got.status)
	}
}

// TestETagInPage compares the ETag that the script is given with that of the answer.
func TestETagInPage(t *testing.T) {
	p := run(t, Options{}, atelier())
	got := p.get(t, summer)
	_, rest, _ := strings.Cut(got.body, `data-etag="`)
	tag, _, _ := strings.Cut(rest, `">`)
	if want := strings.ReplaceAll(got.header.Get("ETag"), `"`, "&#34;"); tag != want {
		t.Errorf("the script is given %q, want %q", tag, want)
	}
	if !strings.Contains(got.body, `<script src="/_diptych/live.js" defer data-base="/" data-page="fr/visites/ete/index.html" `) {
		t.Errorf("the script is not as it should be in %q", got.body)
	}
}

func TestHEAD(t *testing.T) {
	p := run(t, Options{}, atelier())
	for path, status := range map[string]int{
		summer: 200, "/css/site.0a1b.css": 200, "/rien/": 404, "/fr": 302, "/_diptych/live.js": 200, "/_diptych/events": 200,
		"/_diptych/problems": 200,
	} {
		head := p.ask(t, http.MethodHead, path)
		if head.status != status || head.body != "" {
			t.Errorf("HEAD %s is answered with %d and %q", path, head.status, head.body)
		}
		if path == "/_diptych/events" {
			continue // its body never ends
		}
		get := p.get(t, path)
		for _, name := range []string{"ETag", "Content-Type", "Content-Length", "Location"} {
			if status != 302 && head.header.Get(name) != get.header.Get(name) {
				t.Errorf("%s of %s is %q with HEAD and %q with GET", name, path, head.header.Get(name), get.header.Get(name))
			}
		}
	}
}

// TestRange asks for a part of a file, as players of films do.
func TestRange(t *testing.T) {
	p := run(t, Options{}, atelier())
	got := p.ask(t, http.MethodGet, "/%C3%A9t%C3%A9.pdf", "Range", "bytes=1-3")
	if got.status != 206 || got.body != "PDF" {
		t.Errorf("it is answered with %d and %q", got.status, got.body)
	}
}

// TestLargeFile sends a file of many pieces whole.
func TestLargeFile(t *testing.T) {
	text := strings.Repeat("L’été à Accra. ", 200_000)
	p := run(t, Options{}, atelier().with(func(f *fake) { f.texts["grand.txt"] = text }))
	if got := p.get(t, "/grand.txt"); got.body != text {
		t.Errorf("%d bytes have arrived, want %d", len(got.body), len(text))
	}
}

// TestHeaders sends what the published site's host will send, save what would open the preview to others.
func TestHeaders(t *testing.T) {
	options := Options{Headers: func(path string) []host.Header {
		return []host.Header{
			{Name: "Content-Security-Policy", Value: "default-src 'self'"},
			{Name: "X-Path", Value: path},
			{Name: "access-control-allow-origin", Value: "*"},
			{Name: "Cache-Control", Value: "max-age=31536000"},
			{Name: "Cross-Origin-Resource-Policy", Value: "cross-origin"},
		}
	}}
	p := run(t, options, atelier())
	for path, output := range map[string]string{
		summer: summerFr, "/": "index.html", "/fr/rien": "fr/404.html", "/css/site.0a1b.css": "css/site.0a1b.css",
	} {
		got := p.get(t, path)
		if got.header.Get("Content-Security-Policy") != "default-src 'self'" || got.header.Get("X-Path") != output {
			t.Errorf("the headers of %s are %v", path, got.header)
		}
		if got.header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s may be kept: %q", path, got.header.Get("Cache-Control"))
		}
		checkIsolated(t, path, got.header)
	}
}

func TestEndOfHead(t *testing.T) {
	tests := []struct{ before, after string }{
		{"<head><title>Été</title>", "</head><body></head>"},
		{"<HEAD>", "</HEAD>"},
		{"<head>", "</head\n>"},
		{"<head><!-- </head> -->", "</head>"},
		{"<head></header>", "</head>"},
		{"<!doctype html>\n<p>sans tête</p>\n", ""},
		{"<!-- </head>", ""},
		{"</head", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := endOfHead([]byte(test.before + test.after)); got != len(test.before) {
			t.Errorf("the head of %q ends at %d, want %d", test.before+test.after, got, len(test.before))
		}
	}
}

// FuzzWithScript takes the script out again, which must leave the page as it was.
func FuzzWithScript(f *testing.F) {
	for _, seed := range []string{"", "<head></head>", "<!-- </head>", "é</HEAD\t>", "</head"} {
		f.Add(seed, "/accra/", "fr/l’été/index.html")
	}
	f.Fuzz(func(t *testing.T, page, base, path string) {
		body, tag := withScript([]byte(page), base, path)
		at := endOfHead([]byte(page))
		element := string(body[at : len(body)-(len(page)-at)])
		if string(body[:at])+string(body[at+len(element):]) != page {
			t.Fatalf("%q became %q", page, body)
		}
		if strings.Count(element, "<") != 2 || strings.Count(element, ">") != 2 || strings.Count(element, `"`) != 8 {
			t.Fatalf("a name breaks out of the element %q", element)
		}
		if other, otherTag := withScript([]byte(page+" "), base, path); string(other) == string(body) || otherTag == tag {
			t.Fatalf("another page has the same ETag %s", tag)
		}
	})
}

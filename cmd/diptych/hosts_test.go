package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/rogpeppe/go-internal/txtar"

	"diptych/cmd/diptych/internal/host"
)

// hostedSite is what the sites of these tests have beside that of testdata/site.txtar: one of everything that servers treat
// apart.
var hostedSite = map[string]string{
	"content/about.fr.md": "+++\ntitle = \"À propos\"\nslug = \"a-propos\"\naliases = [\"/fr/ancien-nom/\", \"/fr/été dernier.html\"]\n+++\n\n" +
		strings.Repeat("Nous écrivons « en double ». ", 60) + "\n",
	"content/about.en.md":              "+++\ntitle = \"About us\"\naliases = [\"/who-we-are/\"]\n+++\n\nWe write “in double”.\n",
	"content/visits/accra.toml":        "news = true\ndate = 2023-10-01\n[event]\nstart = 2023-12-05\n",
	"static/css/atelier.css":           "/* été */ body { color: black }\n" + strings.Repeat("p { margin: 0 }\n", 90),
	"static/js/atelier.mjs":            "export default 'été'\n",
	"static/js/atelier.js":             "'use strict'\n",
	"static/mixed/a.css":               "body { color: red }\n" + strings.Repeat("p { margin: 0 }\n", 90),
	"static/mixed/note.4f1c2d3e5a.txt": "Ce nom semble porter une empreinte.\n",
	"static/favicon.svg":               drawing,
	"static/fr/plan.svg":               drawing,
	"static/archive.tar":               "une archive, « été »\n",
	"static/archive.tar.gz":            "une archive comprimée\n",
	"static/app.webmanifest":           "{}\n",
	"static/données été.json":          `{"été": "` + strings.Repeat("chaud ", 300) + `"}`,
	"static/.well-known/security.txt":  "Contact: mailto:équipe@example.org\n",
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>` + "\n"

// withoutHost ends a test for which a server is not installed. With DIPTYCH_HOSTS=required in the environment it fails, so that
// nobody takes a test that never ran for one that passed.
func withoutHost(t *testing.T, missing string) {
	t.Helper()
	if os.Getenv("DIPTYCH_HOSTS") == "required" {
		t.Fatal("nothing was asked of a server: " + missing)
	}
	t.Skip("nothing was asked of a server: " + missing)
}

// publishHosted builds the site of these tests for an address, below a folder by the address's path, and gives the path of the
// published folder.
func publishHosted(t *testing.T, root string, base *url.URL) string {
	t.Helper()
	source := t.TempDir()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "site.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, file := range archive.Files {
		files[file.Name] = string(file.Data)
	}
	for name, text := range hostedSite {
		files[name] = text
	}
	files["config.toml"] += "\n[hosting]\nfor = [\"nginx\", \"apache\", \"netlify\", \"cloudflare\"]\nhsts = 31536000\ncompress = [\"gz\", \"br\"]\n"
	for name, text := range files {
		path := filepath.Join(source, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	output := filepath.Join(root, filepath.FromSlash(base.Path))
	if err := os.MkdirAll(filepath.Dir(output), 0o755); err != nil {
		t.Fatal(err)
	}
	publishSource(t, source, output, base.String())
	return output
}

// exchange is one request, and what every server is to answer.
type exchange struct {
	path     string // from the site's root, as browsers ask for it; {…} stands for what a pattern finds among the files
	accept   string // the header Accept-Language
	encoding string // the header Accept-Encoding

	status   int
	location string            // from the site's root; empty if nobody is led anywhere
	sent     map[string]string // headers; an empty one must not be there
	page     string            // the published file that is answered, if it is not the one that was asked for
}

// What answers have in common.
var (
	asking  = map[string]string{"Cache-Control": "no-cache"}
	lasting = map[string]string{"Cache-Control": "public, max-age=31536000, immutable"}
)

// sends adds headers to others: name, value, name, value…
func sends(others map[string]string, more ...string) map[string]string {
	all := map[string]string{}
	for name, value := range others {
		all[name] = value
	}
	for i := 0; i < len(more); i += 2 {
		all[more[i]] = more[i+1]
	}
	return all
}

// exchanges are what all servers are asked.
func exchanges(s serving) []exchange {
	const html = "text/html; charset=utf-8"
	french := sends(asking, "Content-Type", html, "Content-Language", "fr")
	english := sends(asking, "Content-Type", html, "Content-Language", "en-GB")
	both := sends(asking, "Content-Type", html, "Content-Language", "fr, en-GB")
	chooser := sends(both, "Vary", "Accept-Language")
	led := sends(asking, "Vary", "Accept-Language")
	return []exchange{
		{path: "fr/", status: 200, sent: french},
		{path: "en/visits/", status: 200, sent: english},
		{path: "fr/a-propos/", accept: "en", status: 200, sent: french}, // an address is an answer
		{path: "en/visits", status: 301, location: "en/visits/", sent: english},
		{path: "sitemap.xml", status: 200, sent: sends(asking, "Content-Language", "")},

		// The first visit.
		{path: "", status: 200, sent: chooser},
		{path: "", accept: "de-CH,de;q=0.9,fr;q=0.5", status: 200, sent: chooser},
		{path: "", accept: "frr, en", status: 200, sent: chooser}, // North Frisian
		{path: "", accept: "fr", status: 302, location: "fr/", sent: led},
		{path: "", accept: "fr-CA,fr;q=0.9,en;q=0.5", status: 302, location: "fr/", sent: led},
		{path: "", accept: "EN-gb,en;q=0.9,fr;q=0.5", status: 302, location: "en/", sent: led},
		{path: "", accept: "en;q=0.8", status: 302, location: "en/", sent: led},

		// What is not found.
		{path: "fr/absente/", status: 404, sent: french, page: "fr/404.html"},
		{path: "fr/absente.svg", status: 404, sent: french, page: "fr/404.html"},
		{path: "en/missing.ics", status: 404, sent: english, page: "en/404.html"},
		{path: "en/missing.webmanifest", status: 404, sent: english, page: "en/404.html"},
		{path: "missing/", status: 404, sent: both, page: "404.html"},
		{path: "css/missing.css", status: 404, sent: both, page: "404.html"},
		{path: "css/", status: 404, sent: both, page: "404.html"},
		{path: ".diptych", status: 404, sent: both, page: "404.html"},
		{path: "_headers", status: 404, sent: both, page: "404.html"},
		{path: "_redirects", status: 404, sent: both, page: "404.html"},
		{path: "_nginx.conf", status: 404, sent: both, page: "404.html"},
		{path: ".git/config", status: 404, sent: both, page: "404.html"},
		{path: "fr/.cache", status: 404, sent: french, page: "fr/404.html"},
		{path: ".well-known/security.txt", status: 200, sent: sends(asking, "Content-Type", "text/plain; charset=utf-8")},

		// Former addresses.
		{path: "fr/ancien-nom/", status: 301, location: "fr/a-propos/", sent: sends(asking, "Content-Language", "fr")},
		{path: "fr/%C3%A9t%C3%A9%20dernier.html", status: 301, location: "fr/a-propos/", sent: asking},
		{path: "who-we-are/", status: 301, location: "en/about/", sent: asking},

		// What browsers keep, and what they only seem to be able to.
		{path: "{css/atelier.*.css}", status: 200, sent: sends(lasting, "Content-Type", "text/css; charset=utf-8")},
		{path: "{js/atelier.*.mjs}", status: 200, sent: sends(lasting, "Content-Type", "text/javascript; charset=utf-8")},
		{path: "{js/atelier.*.js}", status: 200, sent: sends(lasting, "Content-Type", "text/javascript; charset=utf-8")},
		{path: "{mixed/a.*.css}", status: 200, sent: sends(lasting, "Content-Type", "text/css; charset=utf-8")},
		{path: "mixed/note.4f1c2d3e5a.txt", status: 200, sent: sends(asking, "Content-Type", "text/plain; charset=utf-8")},

		// Types and policies.
		{path: "favicon.svg", status: 200, sent: sends(asking, "Content-Type", "image/svg+xml; charset=utf-8")},
		{path: "fr/plan.svg", status: 200, sent: sends(asking, "Content-Type", "image/svg+xml; charset=utf-8", "Content-Language", "fr")},
		{path: "app.webmanifest", status: 200, sent: sends(asking, "Content-Type", "application/manifest+json")},
		{path: "fr/feed.xml", status: 200, sent: sends(asking, "Content-Type", "application/atom+xml; charset=utf-8", "Content-Language", "fr")},
		{path: "fr/visites/accra/event.ics", status: 200, sent: sends(asking, "Content-Type", "text/calendar; charset=utf-8", "Content-Language", "fr")},
		{path: "en/calendar.ics", status: 200, sent: sends(asking, "Content-Type", "text/calendar; charset=utf-8", "Content-Language", "en-GB")},

		// Packed forms.
		{path: "fr/a-propos/", encoding: "gzip", status: 200, sent: sends(french, "Content-Encoding", "gzip", "Vary", "Accept-Encoding")},
		{path: "fr/a-propos/", encoding: "identity", status: 200, sent: sends(french, "Content-Encoding", "")},
		{path: "{css/atelier.*.css}", encoding: "gzip", status: 200, sent: sends(lasting, "Content-Type", "text/css; charset=utf-8", "Content-Encoding", "gzip")},
		{path: "{mixed/a.*.css}", encoding: "gzip", status: 200, sent: sends(lasting, "Content-Encoding", "gzip")},
		{path: "donn%C3%A9es%20%C3%A9t%C3%A9.json", encoding: "gzip", status: 200, sent: sends(asking, "Content-Type", "application/json", "Content-Encoding", "gzip")},
		{path: "fr/feed.xml", encoding: "gzip", status: 200, sent: sends(asking, "Content-Type", "application/atom+xml; charset=utf-8", "Content-Encoding", "gzip")},
		{path: "fr/a-propos/", encoding: "gzip, br", status: 200, sent: sends(french, "Content-Encoding", s.packing, "Vary", "Accept-Encoding")},
		{path: "{css/atelier.*.css}", encoding: "br, gzip", status: 200, sent: sends(lasting, "Content-Type", "text/css; charset=utf-8", "Content-Encoding", s.packing)},
		{path: "archive.tar", encoding: "gzip", status: 200, sent: asking},
		{path: "archive.tar.gz", encoding: "gzip", status: 200, sent: sends(asking, "Content-Encoding", "")},
		{path: "favicon.svg", encoding: "gzip", status: 200, sent: sends(asking, "Content-Encoding", "")}, // smaller than what is packed
		{path: "fr/absente/", encoding: "gzip", status: 404, sent: french, page: "fr/404.html"},
	}
}

// serving is what servers do each in its way.
type serving struct {
	relative bool   // whether it leads readers on without naming itself
	packing  string // the form in which it sends texts to a browser that takes both
}

// tryHost asks a server for everything. output is the published site, and base its address.
func tryHost(t *testing.T, server *url.URL, output string, base *url.URL, s serving) {
	client := &http.Client{
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport:     &http.Transport{DisableCompression: true, DisableKeepAlives: true},
	}
	for _, e := range exchanges(s) {
		t.Run(e.path+" "+e.accept+e.encoding, func(t *testing.T) {
			e.path = matched(t, output, e.path)
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.String()+base.EscapedPath()+e.path, nil)
			if err != nil {
				t.Fatal(err)
			}
			for name, value := range map[string]string{"Accept-Language": e.accept, "Accept-Encoding": e.encoding} {
				if value != "" {
					request.Header.Set(name, value)
				}
			}
			answer, err := client.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			defer answer.Body.Close()
			e.judge(t, answer, base, s)
			if e.status < 300 || e.status >= 400 {
				e.compare(t, unpacked(t, answer), output)
			}
		})
	}
}

// matched puts what a pattern finds among the published files in its place.
func matched(t *testing.T, output, path string) string {
	pattern, isPattern := strings.CutPrefix(path, "{")
	if !isPattern {
		return path
	}
	found, err := filepath.Glob(filepath.Join(output, filepath.FromSlash(strings.TrimSuffix(pattern, "}"))))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: %q, %v", path, found, err)
	}
	name, err := filepath.Rel(output, found[0])
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(name)
}

// judge compares an answer with what is to be sent.
func (e exchange) judge(t *testing.T, answer *http.Response, base *url.URL, s serving) {
	t.Helper()
	if answer.StatusCode != e.status {
		t.Errorf("the status is %d, not %d", answer.StatusCode, e.status)
	}
	location := ""
	if to, err := answer.Location(); err == nil {
		location = to.Path
	}
	if to := answer.Header.Get("Location"); to != "" && s.relative && !strings.HasPrefix(to, "/") {
		t.Errorf("it leads to %q, and behind a proxy nobody knows that host", to)
	}
	if want := base.Path + e.location; e.location != "" && location != want || e.location == "" && location != "" {
		t.Errorf("it leads to %q, not %q", location, e.location)
	}
	for _, policy := range host.Headers(e.served()) {
		if got := answer.Header.Values(policy.Name); len(got) != 1 || got[0] != policy.Value {
			t.Errorf("%s is %q, not %q", policy.Name, got, policy.Value)
		}
	}
	if got := answer.Header.Values("Strict-Transport-Security"); len(got) != 1 || got[0] != "max-age=31536000" {
		t.Errorf("Strict-Transport-Security is %q", got)
	}
	for name, want := range e.sent {
		got := strings.Join(answer.Header.Values(name), ", ")
		if name == "Vary" && strings.Contains(got, want) || name == "Content-Type" && e.status < 400 && e.status >= 300 {
			continue
		}
		if !strings.EqualFold(got, want) {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
}

// compare holds that a body has the bytes of the file that was to be answered.
func (e exchange) compare(t *testing.T, body, output string) {
	t.Helper()
	if e.page == "" {
		name, err := url.PathUnescape(e.path)
		if err != nil {
			t.Fatal(err)
		}
		if e.page = name; name == "" || strings.HasSuffix(name, "/") {
			e.page += "index.html"
		}
	}
	want, err := os.ReadFile(filepath.Join(output, filepath.FromSlash(e.page)))
	if err != nil || body != string(want) {
		t.Errorf("the body is not %s (%v):\n%s", e.page, err, body)
	}
}

// served is the file whose policies are sent: a page where the answer is an error.
func (e exchange) served() string {
	if e.status >= 400 {
		return "404.html"
	}
	return e.path
}

// unpacked reads the body of an answer.
func unpacked(t *testing.T, answer *http.Response) string {
	t.Helper()
	var from io.Reader = answer.Body
	switch answer.Header.Get("Content-Encoding") {
	case "br":
		from = brotli.NewReader(answer.Body)
	case "gzip":
		packed, err := gzip.NewReader(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		from = packed
	}
	body, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

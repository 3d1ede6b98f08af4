package main

import (
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/host"
)

// TestHostFiles reads _headers and _redirects back as Netlify and Cloudflare Pages do, and holds that each file of a site gets
// what it is to get on both.
func TestHostFiles(t *testing.T) {
	for _, address := range []string{"https://example.org/", "https://example.org/conf%C3%A9rence/"} {
		base, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		root := t.TempDir()
		checkHostFiles(t, publishHosted(t, root, base), base)
	}
	folder := filepath.Join(t.TempDir(), "public")
	publishSite(t, folder, "https://example.org/")
	checkHostFiles(t, folder, &url.URL{Path: "/"})
}

func checkHostFiles(t *testing.T, folder string, base *url.URL) {
	t.Helper()
	rules := readHeaders(t, folder)
	moves := readRedirects(t, folder)
	for _, name := range filesOf(t, folder) {
		want := owed(folder, name)
		for _, address := range addressesOf(base, name) {
			for how, got := range map[string]map[string]string{"Cloudflare": rules.cloudflare(address), "Netlify": rules.netlify(t, address)} {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s sends with %s (-want +got):\n%s", how, address, diff)
				}
			}
		}
		moves.check(t, folder, base, name)
	}
}

// filesOf gives all published files but those that no host shows.
func filesOf(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && name != ".diptych" && !host.IsHostFile(name) {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) < 10 {
		t.Fatalf("the files are %q, %v", names, err)
	}
	return names
}

// addressesOf gives the address of a file as browsers ask for it: pages that stand for a folder, by that.
func addressesOf(base *url.URL, name string) []string {
	return []string{base.EscapedPath() + (&url.URL{Path: address(name)}).EscapedPath()}
}

// stamp is a fingerprint before the ending of a name.
var stamp = regexp.MustCompile(`\.[0-9a-f]{10}(\.[a-z0-9]+)(?:\.(?:gz|br))?$`)

// owed gives what is to be sent with a file, by what is known of the sources: a fingerprinted name is one that no source has,
// and without its fingerprint one that a source has.
func owed(folder, name string) map[string]string {
	want := map[string]string{}
	plain := strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br")
	for _, h := range host.Headers(name) {
		want[h.Name] = h.Value
	}
	if strings.HasSuffix(folder, "public") { // the conference site, which has no [hosting]
		plain = name
	} else {
		want["Strict-Transport-Security"] = "max-age=31536000"
	}
	switch first, _, _ := strings.Cut(name, "/"); {
	case first == "fr-en" || name == "index.html" || name == "404.html":
		want["Content-Language"] = "fr, en-GB"
	case first == "fr":
		want["Content-Language"] = "fr"
	case first == "en":
		want["Content-Language"] = "en-GB"
	}
	source := "static/" + stamp.ReplaceAllString(plain, "$1")
	_, authored := hostedSite["static/"+plain]
	_, stamped := hostedSite[source]
	_, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(source)))
	if strings.HasPrefix(name, "pictures/") || stamp.MatchString(plain) && !authored && (stamped || err == nil || source == "static/site.css") {
		want["Cache-Control"] = "public, max-age=31536000, immutable"
	}
	switch {
	case path.Base(name) == "feed.xml":
		want["Content-Type"] = "application/atom+xml; charset=utf-8"
	case path.Ext(name) == ".ics":
		want["Content-Type"] = "text/calendar; charset=utf-8"
	}
	return want
}

// headerRule is a rule of _headers.
type headerRule struct {
	pattern string
	detach  []string
	set     []host.Header
}

type headerRules []headerRule

// readHeaders reads _headers. What one of the two hosts would not understand is an error.
func readHeaders(t *testing.T, folder string) headerRules {
	t.Helper()
	var rules headerRules
	for _, line := range linesOf(t, folder, "_headers", 2000) {
		name, value, isHeader := strings.Cut(line, ": ")
		switch {
		case strings.HasPrefix(line, "/"):
			if strings.Count(line, "*") > 1 || strings.ContainsAny(line, ": \t") || !isASCII(line) {
				t.Errorf("_headers: the pattern %q", line)
			}
			if slices.ContainsFunc(rules, func(r headerRule) bool { return r.pattern == line }) {
				t.Errorf("_headers: %s stands twice, and Cloudflare keeps the last", line)
			}
			rules = append(rules, headerRule{pattern: line})
		case strings.HasPrefix(line, "! "):
			rules[len(rules)-1].detach = append(rules[len(rules)-1].detach, strings.TrimPrefix(line, "! "))
		case isHeader && !strings.Contains(name, " ") && value != "":
			rules[len(rules)-1].set = append(rules[len(rules)-1].set, host.Header{Name: name, Value: value})
		default:
			t.Errorf("_headers: %q", line)
		}
	}
	if len(rules) == 0 || len(rules) > 100 {
		t.Errorf("_headers has %d rules", len(rules))
	}
	return rules
}

// linesOf gives the lines of a file for hosts that say something, which none may be longer than hosts read.
func linesOf(t *testing.T, folder, name string, longest int) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); len(line) > longest {
			t.Errorf("%s has a line of %d characters", name, len(line))
		}
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' })
}

// cloudflare gives what Cloudflare Pages sends with an address: in the order of the rules, a value joins those that rules before
// it have set, unless these are detached.
func (rules headerRules) cloudflare(address string) map[string]string {
	sent := map[string]string{}
	for _, r := range rules {
		before, after, splat := strings.Cut(r.pattern, "*")
		if fits := splat && len(address) >= len(before)+len(after) && strings.HasPrefix(address, before) && strings.HasSuffix(address, after); !fits && address != r.pattern {
			continue
		}
		for _, name := range r.detach {
			delete(sent, name)
		}
		for _, h := range r.set {
			if sent[h.Name] != "" {
				sent[h.Name] += ", "
			}
			sent[h.Name] += h.Value
		}
	}
	return sent
}

// netlify gives what Netlify sends with an address, in the widest sense of its patterns: in letters of any size, with or without a
// slash at the end, a star at the end of a folder also for what begins with the folder's name, and a dot beside a star for any
// character. The last rule stands.
func (rules headerRules) netlify(t *testing.T, address string) map[string]string {
	t.Helper()
	sent := map[string]string{}
	for _, r := range rules {
		pattern := regexp.QuoteMeta(r.pattern)
		if strings.Contains(r.pattern, "*") {
			pattern = strings.NewReplacer(`/\*`, `/?(.*)`, `\*`, `(.*)`, `\.`, `.`).Replace(pattern)
			if after, isEnding := strings.CutPrefix(r.pattern[strings.LastIndex(r.pattern, "/")+1:], "*"); isEnding && after != "" {
				pattern = regexp.QuoteMeta(r.pattern[:strings.LastIndex(r.pattern, "/")+1]) + "(.*)" + after
			}
		}
		fits, err := regexp.MatchString("(?i)^"+strings.TrimSuffix(pattern, "/")+"/?$", address)
		if err != nil {
			t.Fatal(err)
		}
		if fits {
			for _, h := range r.set {
				sent[h.Name] = h.Value
			}
		}
	}
	return sent
}

// redirect is a line of _redirects.
type redirect struct {
	from, to, status string
	condition        string
}

type redirects []redirect

// readRedirects reads _redirects. What Netlify would not understand is an error.
func readRedirects(t *testing.T, folder string) redirects {
	t.Helper()
	var all redirects
	splats := false
	for _, line := range linesOf(t, folder, "_redirects", 1000) {
		words := append(strings.Fields(line), "", "")
		r := redirect{words[0], words[1], words[2], words[3]}
		if len(words) > 6 || !isASCII(line) || !strings.HasPrefix(r.from, "/") || !strings.HasPrefix(r.to, "/") || strings.Contains(r.from, ":") ||
			!slices.Contains([]string{"301", "301!", "302!", "404"}, r.status) || r.condition != "" && !strings.HasPrefix(r.condition, "Language=") {
			t.Errorf("_redirects: %q", line)
		}
		if splats && !strings.Contains(r.from, "*") {
			t.Errorf("_redirects: %q stands below a pattern, where Cloudflare reads 100 lines", line)
		}
		splats = splats || strings.Contains(r.from, "*")
		all = append(all, r)
	}
	return all
}

// cloudflare gives where Cloudflare Pages leads from an address: the first line that it understands, before it looks for files.
func (all redirects) cloudflare(address string) (to, status string) {
	for _, r := range all {
		if r.condition == "" && r.status == "301" && r.from == address {
			return r.to, r.status
		}
	}
	return "", ""
}

// netlify gives where Netlify leads from an address: the first line that fits, unless there is a file and the line is not forced.
func (all redirects) netlify(address, language string, exists bool) (to, status string) {
	for _, r := range all {
		before, _, splat := strings.Cut(r.from, "*")
		if fits := r.from == address || splat && strings.HasPrefix(address, before); !fits || r.condition != "" && r.condition != "Language="+language {
			continue
		}
		if status, forced := strings.CutSuffix(r.status, "!"); forced || !exists {
			return r.to, status
		}
		return "", ""
	}
	return "", ""
}

// check holds that a file is shown at its address on both hosts, a former address leads to where its page does, and only the site's
// root asks for a language.
func (all redirects) check(t *testing.T, folder string, base *url.URL, name string) {
	t.Helper()
	root, at := base.EscapedPath(), addressesOf(base, name)[0]
	want := ""
	if page, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name))); err == nil && path.Ext(name) == ".html" {
		if found := regexp.MustCompile(`http-equiv="refresh" content="0; url=([^"]*)"`).FindSubmatch(page); found != nil {
			want = string(found[1])
		}
	}
	status := map[bool]string{true: "301"}[want != ""]
	for _, language := range []string{"fr", "en", "de"} {
		to, code := all.netlify(at, language, true)
		switch led := root + language + "/"; {
		case at == root && language == "de" && (to != "" || code != ""), at == root && language != "de" && (to != led || code != "302"):
			t.Errorf("Netlify leads from %s to %q (%s) in %s", at, to, code, language)
		case at != root && (to != want || code != status):
			t.Errorf("Netlify leads from %s to %q (%s), not %q, in %s", at, to, code, want, language)
		}
	}
	if to, code := all.cloudflare(at); to != want || code != status {
		t.Errorf("Cloudflare leads from %s to %q (%s), not %q", at, to, code, want)
	}
	for folder, page := range map[string]string{"fr/": "fr/404.html", "en/": "en/404.html"} {
		if to, code := all.netlify(root+folder+"absente/", "de", false); to != root+page || code != "404" {
			t.Errorf("Netlify answers what is not found below %s by %q (%s)", folder, to, code)
		}
	}
}

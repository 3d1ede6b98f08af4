package serve

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

func TestRoutes(t *testing.T) {
	tests := []struct {
		base, path string
		status     int
		want       string // where it leads, or what is in the page
	}{
		{"/", "/", 200, "Choisir"},
		{"/", "/index.html", 200, "Choisir"},
		{"/", "/fr", 302, "/fr/"},
		{"/", "/fr?a=b", 302, "/fr/?a=b"},
		{"/", "/fr/", 200, "L’atelier"},
		{"/", "/fr/index.html", 200, "L’atelier"},
		{"/", "/fr/visites/ete", 302, "/fr/visites/ete/"},
		{"/", "/fr/visites/", 404, "<title>Introuvable</title>"},
		{"/", "/en/nothing", 404, "<title>Not found</title>"},
		{"/", "/en/a/b/c/", 404, "<title>Not found</title>"},
		{"/", "/de/", 404, "Introuvable – Not found"},
		{"/", "/robots.txt/", 404, "Introuvable – Not found"},
		{"/", "/accra/", 404, "Introuvable – Not found"},

		{"/accra/", "/", 302, "/accra/"},
		{"/accra/", "/accra", 302, "/accra/"},
		{"/accra/", "/accra/", 200, "Choisir"},
		{"/accra/", "/accra/fr", 302, "/accra/fr/"},
		{"/accra/", "/accra/fr/", 200, "L’atelier"},
		{"/accra/", "/accra/en/x", 404, "<title>Not found</title>"},
		{"/accra/", "/fr/", 404, "Introuvable – Not found"},
		{"/accra/", "/_diptych/live.js", 404, "Introuvable – Not found"},
		{"/accra/", "/accra/_diptych/live.js", 200, "EventSource"},
		{"/accra/", "/accrafr/", 404, "Introuvable – Not found"},

		{"/%C3%A9t%C3%A9/", "/", 302, "/%C3%A9t%C3%A9/"},
		{"/%C3%A9t%C3%A9/", "/%C3%A9t%C3%A9/fr", 302, "/%C3%A9t%C3%A9/fr/"},
		{"/%C3%A9t%C3%A9/", "/%c3%a9t%c3%a9/fr/", 200, `data-base="/%C3%A9t%C3%A9/"`},
	}
	for _, test := range tests {
		p := run(t, Options{}, atelier().with(func(f *fake) { f.base = test.base }))
		got := p.get(t, test.path)
		if got.status != test.status || !strings.Contains(got.header.Get("Location")+got.body, test.want) {
			t.Errorf("below %s, %s is answered with %d, %q and %q", test.base, test.path, got.status,
				got.header.Get("Location"), got.body)
		}
		if test.status == 302 && got.header.Get("Location") != test.want {
			t.Errorf("below %s, %s leads to %q", test.base, test.path, got.header.Get("Location"))
		}
	}
}

// TestNoPageForNotFound asks a site that has none.
func TestNoPageForNotFound(t *testing.T) {
	p := run(t, Options{}, atelier().with(func(f *fake) {
		for _, path := range []string{"404.html", "fr/404.html", "en/404.html"} {
			delete(f.texts, path)
		}
	}))
	if got := p.get(t, "/fr/rien"); got.status != 404 || got.header.Get("Content-Type") != "text/plain; charset=utf-8" {
		t.Errorf("it is answered with %d and %q", got.status, got.body)
	}
}

// TestNotFoundTells what the page says of itself, so that the browser knows when there is another one.
func TestNotFoundTells(t *testing.T) {
	p := run(t, Options{}, atelier())
	got := p.get(t, "/fr/bient%C3%B4t/")
	if !strings.Contains(got.body, `data-page="fr/404.html"`) || without(t, got.body) != document("Introuvable") {
		t.Errorf("the page is %q", got.body)
	}
	if again := p.ask(t, "GET", "/fr/bient%C3%B4t/", "If-None-Match", got.header.Get("ETag")); again.status != 404 {
		t.Errorf("asked again, it is answered with %d", again.status)
	}
}

// TestBaseChanges moves the site below another path, on purpose and by mistake.
func TestBaseChanges(t *testing.T) {
	below := func(base string) *fake { return atelier().with(func(f *fake) { f.base = base }) }
	p := run(t, Options{}, below("/accra/"))
	steps := []struct {
		name     string
		site     *fake
		path     string
		status   int
		location string
	}{
		{"at first", below("/accra/"), "/accra/fr/", 200, ""},
		{"a mistake in config.toml", wrongIn(below("/"), "config.toml"), "/accra/fr/", 200, ""},
		{"mended", below("/accra/"), "/accra/fr/", 200, ""},
		{"moved aside", below("/dhaka/"), "/accra/fr/?a=b", 302, "/dhaka/fr/?a=b"},
		{"the same again", below("/dhaka/"), "/accra/_diptych/problems", 302, "/dhaka/_diptych/problems"},
		{"moved up", below("/"), "/dhaka/fr/", 302, "/fr/"},
		{"there", below("/"), "/fr/", 200, ""},
		{"no such page there", below("/"), "/dhaka/rien/", 302, "/rien/"},
		{"nor there", below("/"), "/rien/", 404, ""},
		{"moved down", below("/accra/"), "/fr/", 302, "/accra/fr/"},
		{"no such page down there", below("/accra/"), "/accra/rien/", 404, ""},
	}
	for _, step := range steps {
		p.show(step.site)
		if got := p.get(t, step.path); got.status != step.status || got.header.Get("Location") != step.location {
			t.Errorf("%s: %s is answered with %d and %q", step.name, step.path, got.status, got.header.Get("Location"))
		}
	}
}

func TestScope(t *testing.T) {
	page := half{"a/b/c", source.French}
	tests := []struct {
		file         string
		narrow, wide bool
	}{
		{"content/a/b/c.fr.md", true, true},
		{"content/a/b/c.toml", true, true},
		{"content/a/b/index.fr.md", false, true},
		{"content/a/index.en.md", false, true},
		{"content/index.fr.md", false, false},
		{"content/a/b/d.fr.md", false, false},
		{"content/a/b/c/index.fr.md", false, false},
		{"config.toml", true, true},
		{"i18n/fr.toml", true, true},
		{"", true, true},
	}
	for _, test := range tests {
		if got := scopeOf(page).covers(test.file); got != test.narrow {
			t.Errorf("%s concerns the page: %v", test.file, got)
		}
		if got := wideScopeOf(page).covers(test.file); got != test.wide {
			t.Errorf("%s concerns the page's address: %v", test.file, got)
		}
	}
}

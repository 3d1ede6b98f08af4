package serve

import (
	"errors"
	"html"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// The addresses of the page that the tests break.
const (
	summer   = "/fr/visites/ete/"
	summerFr = "fr/visites/ete/index.html"
	summerEn = "en/visits/summer/index.html"
)

// rewritten gives the site with another text in the French page.
func rewritten(site *fake, text string) *fake {
	return site.with(func(f *fake) { f.texts[summerFr] = document(text) })
}

// wrongIn gives the site with a mistake in a file, found while the site was put together.
func wrongIn(site *fake, file string) *fake {
	return site.with(func(f *fake) { f.wrong = append(f.wrong, at(file, 3, "fautif : "+file)) })
}

// TestLastGood breaks and mends: while an error concerns a page, its last good state is shown.
func TestLastGood(t *testing.T) {
	good, later := rewritten(atelier(), "avant"), rewritten(atelier(), "après")
	tests := []struct {
		name   string
		broken *fake
		want   string // what the French page shows while the site is broken
	}{
		{"its own half", wrongIn(later, "content/visits/summer.fr.md"), "avant"},
		{"its other half", wrongIn(later, "content/visits/summer.en.md"), "avant"},
		{"its facts", wrongIn(later, "content/visits/summer.toml"), "avant"},
		{"a layout", wrongIn(later, "layouts/page.html"), "avant"},
		{"a catalogue", wrongIn(later, "i18n/fr.toml"), "avant"},
		{"config.toml", wrongIn(later, "config.toml"), "avant"},
		{"a style", wrongIn(later, "static/css/site.css"), "avant"},
		{"while it is made", later.with(func(f *fake) {
			f.within[summerFr] = []source.Problem{at("content/visits/summer.fr.md", 9, "lien rompu")}
		}), "avant"},
		{"another page", wrongIn(later, "content/visits/winter.fr.md"), "après"},
		{"a page whose name begins alike", wrongIn(later, "content/visits/summer-2.fr.md"), "après"},
		{"a folder of the same name", wrongIn(later, "content/visits/summer./x.fr.md"), "après"},
		{"its section", wrongIn(later, "content/visits/index.fr.md"), "après"},
		{"the other half, while that is made", later.with(func(f *fake) {
			f.within[summerEn] = []source.Problem{at("content/visits/summer.en.md", 9, "broken link")}
		}), "après"},
		{"only a warning", later.with(func(f *fake) {
			f.wrong = []source.Problem{source.Warnf("test", source.Pos{File: "content/visits/summer.fr.md"}, "long")}
		}), "après"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := run(t, Options{}, good)
			before := p.get(t, summer)
			p.show(test.broken)
			broken := p.get(t, summer)
			if broken.status != 200 || without(t, broken.body) != document(test.want) {
				t.Errorf("broken, the page is answered with %d and %q", broken.status, broken.body)
			}
			if same := broken.header.Get("ETag") == before.header.Get("ETag"); same != (test.want == "avant") {
				t.Errorf("the ETag is the same: %v", same)
			}
			p.show(later)
			if mended := p.get(t, summer); without(t, mended.body) != document("après") {
				t.Errorf("mended, the page is %q", mended.body)
			}
		})
	}
}

// TestStartBroken asks for pages that were never good, and mends the site.
func TestStartBroken(t *testing.T) {
	p := run(t, Options{}, wrongIn(atelier(), "layouts/base.html"))
	for path, lang := range map[string]source.Lang{
		summer: source.French, "/en/visits/summer/": source.English, "/": source.French,
	} {
		got := p.get(t, path)
		if got.status != 200 || !strings.Contains(got.body, `<html lang="`+string(lang)+`">`) ||
			!strings.Contains(got.body, `<p lang="fr">`) || !strings.Contains(got.body, `<p lang="en">`) {
			t.Errorf("%s is answered with %d and %q", path, got.status, got.body)
		}
		if without(t, got.body) != string(standIn(lang, "/")) {
			t.Errorf("%s shows %q", path, got.body)
		}
	}
	broken := p.get(t, summer).header.Get("ETag")
	p.show(atelier())
	mended := p.get(t, summer)
	if without(t, mended.body) != atelier().texts[summerFr] || mended.header.Get("ETag") == broken {
		t.Errorf("mended, the page is %q", mended.body)
	}
}

// TestIcon asks for the icon that a page names which stands in for another.
func TestIcon(t *testing.T) {
	p := run(t, Options{}, wrongIn(atelier().with(func(f *fake) { f.base = "/l'%C3%A9t%C3%A9/" }), "layouts/base.html"))
	_, rest, _ := strings.Cut(p.get(t, "/l'%C3%A9t%C3%A9/fr/").body, `<link rel="icon" href="`)
	address, _, _ := strings.Cut(rest, `"`)
	if got := p.get(t, html.UnescapeString(address)); got.status != 200 || !strings.HasPrefix(got.body, "<svg ") {
		t.Errorf("%q is answered with %d and %q", address, got.status, got.body)
	}
}

// TestSlugLost breaks the half that says its slug: the page falls back to the name of its file, and its old address,
// which the browser still shows, is no output any more.
func TestSlugLost(t *testing.T) {
	moved := func(f *fake) {
		delete(f.texts, summerFr)
		delete(f.pages, summerFr)
		f.texts["fr/visites/summer/index.html"] = document("sans slug")
		f.pages["fr/visites/summer/index.html"] = half{"visits/summer", source.French}
	}
	for _, file := range []string{"content/visits/summer.fr.md", "content/visits/index.fr.md"} {
		p := run(t, Options{}, atelier())
		before := p.get(t, summer)
		p.show(wrongIn(atelier().with(moved), file))
		if broken := p.get(t, summer); broken.status != 200 || broken.body != before.body {
			t.Errorf("%s broken: the page is answered with %d and %q", file, broken.status, broken.body)
		}
		p.show(atelier())
		if mended := p.get(t, summer); mended.status != 200 || mended.body != before.body {
			t.Errorf("%s mended: the page is answered with %d and %q", file, mended.status, mended.body)
		}
	}
}

// TestAddressChanges gives a page another address on purpose, and takes it away.
func TestAddressChanges(t *testing.T) {
	moved := atelier().with(func(f *fake) {
		delete(f.texts, summerFr)
		delete(f.pages, summerFr)
		f.texts["fr/visites/été/index.html"] = document("L’été")
		f.pages["fr/visites/été/index.html"] = half{"visits/summer", source.French}
	})
	p := run(t, Options{}, atelier())
	p.get(t, summer)
	p.show(moved)
	got := p.get(t, summer+"?a=b")
	if want := "/fr/visites/%C3%A9t%C3%A9/?a=b"; got.status != 302 || got.header.Get("Location") != want {
		t.Errorf("the old address is answered with %d and %q", got.status, got.header.Get("Location"))
	}
	if got := p.get(t, "/fr/visites/%C3%A9t%C3%A9/"); got.status != 200 {
		t.Errorf("the new address is answered with %d", got.status)
	}
	p.show(wrongIn(moved, "layouts/page.html"))
	if got := p.get(t, summer); got.status != 302 {
		t.Errorf("with a mistake elsewhere the old address is answered with %d", got.status)
	}
	p.show(moved.with(func(f *fake) {
		delete(f.texts, "fr/visites/été/index.html")
		delete(f.pages, "fr/visites/été/index.html")
	}))
	for _, path := range []string{summer, "/fr/visites/%C3%A9t%C3%A9/"} {
		if got := p.get(t, path); got.status != 404 || without(t, got.body) != document("Introuvable") {
			t.Errorf("%s of a page that is gone is answered with %d and %q", path, got.status, got.body)
		}
	}
}

// TestNeverVisited has a page lose its address that nobody has looked at.
func TestNeverVisited(t *testing.T) {
	p := run(t, Options{}, atelier())
	p.show(atelier().with(func(f *fake) {
		delete(f.texts, summerFr)
		delete(f.pages, summerFr)
		f.texts["fr/ete/index.html"] = document("L’été")
		f.pages["fr/ete/index.html"] = half{"visits/summer", source.French}
	}))
	if got := p.get(t, summer); got.status != 404 {
		t.Errorf("it is answered with %d", got.status)
	}
}

// TestStyleOfLastGood asks for a style that only the last good pages load.
func TestStyleOfLastGood(t *testing.T) {
	restyled := atelier().with(func(f *fake) {
		delete(f.texts, "css/site.0a1b.css")
		f.texts["css/site.2c3d.css"] = "main { color: #456 }"
	})
	p := run(t, Options{}, atelier())
	before := p.get(t, "/css/site.0a1b.css")
	p.show(wrongIn(restyled, "layouts/base.html"))
	if got := p.get(t, "/css/site.0a1b.css"); got.status != 200 || got.body != before.body {
		t.Errorf("while a layout is broken the old style is answered with %d and %q", got.status, got.body)
	}
	p.show(restyled)
	if got := p.get(t, "/css/site.0a1b.css"); got.status != 404 {
		t.Errorf("afterwards it is answered with %d", got.status)
	}
}

// TestMachineFails has the disk fail below a page and a file.
func TestMachineFails(t *testing.T) {
	d := &diary{}
	p := run(t, d.options(), atelier().with(func(f *fake) {
		f.fails[summerFr], f.fails["été.pdf"] = errors.New("disk on fire"), errors.New("disk on fire")
		f.within["css/site.0a1b.css"] = []source.Problem{at("static/css/site.css", 1, "disk on fire")}
	}))
	for _, path := range []string{summer, "/%C3%A9t%C3%A9.pdf", "/css/site.0a1b.css"} {
		if got := p.get(t, path); got.status != 500 || strings.Contains(got.body, "fire") {
			t.Errorf("%s is answered with %d and %q", path, got.status, got.body)
		}
	}
	if len(d.logs) != 3 || !strings.Contains(d.logs[0], "disk on fire") {
		t.Errorf("the log is %q", d.logs)
	}
}

// TestMadeOnce asks twice for a page in one generation, and once in the next.
func TestMadeOnce(t *testing.T) {
	site := atelier()
	p := run(t, Options{}, site)
	p.get(t, summer)
	p.get(t, summer)
	if n := site.rendered.Load(); n != 1 {
		t.Errorf("in one generation the page was made %d times", n)
	}
	next := rewritten(site, "nouveau")
	p.show(next)
	if got := p.get(t, summer); without(t, got.body) != document("nouveau") || next.rendered.Load() != 1 {
		t.Errorf("in the next it is %q, made %d times", got.body, next.rendered.Load())
	}
}

// TestLateAnswer makes a page of an old generation after one of the new, which must stay the last good one.
func TestLateAnswer(t *testing.T) {
	s := New(Options{})
	defer s.Close()
	old, later := next(nil, rewritten(atelier(), "avant"), nil), (*generation)(nil)
	later = next(old, rewritten(atelier(), "après"), nil)
	for _, g := range []*generation{later, old} {
		if _, err := s.page(g, summerFr); err != nil {
			t.Fatal(err)
		}
	}
	if got := string(s.lastGood(later, summerFr)); got != document("après") {
		t.Errorf("the last good page is %q", got)
	}
}

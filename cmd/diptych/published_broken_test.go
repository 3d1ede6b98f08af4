package main

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPublishedJudges holds that the judges of published files tell of each thing that they are there for, and of nothing
// else: a judge that can't fail judges nothing.
func TestPublishedJudges(t *testing.T) {
	const french = `<link rel="alternate" hreflang="fr" href="https://example.org/fr/">` +
		`<link rel="alternate" hreflang="en" href="https://example.org/en/">`
	const sound = french + `<a class="switch" href="/en/">English</a><p id="here"><a href="#here">`
	const english = french + `<a class="switch" href="/fr/">Français</a>`
	for name, broken := range map[string]struct{ page, other, want string }{
		"nothing":          {sound, english, ""},
		"another site":     {sound + `<a href="https://example.com/gone/">`, english, ""},
		"a dead link":      {sound + `<a href="../gone/">`, english, "../gone/ leads to gone/index.html, which is no file"},
		"a folder":         {sound + `<a href="/en">`, english, "/en leads to en, which is no file"},
		"a dead picture":   {sound + `<img srcset="/a.png 1x, /b.png 2x">`, english, "/b.png leads to b.png, which is no file"},
		"a shared picture": {sound + `<meta content="https://example.org/c.png">`, english, "which is no file"},
		"a dead anchor":    {sound + `<a href="/en/#there">`, english, "/en/#there leads to an id that en/index.html does not have"},
		"an alternate":     {sound, strings.Replace(english, `hreflang="fr"`, `hreflang="de"`, 1), "but those of en/index.html are"},
		"not itself": {strings.Replace(sound, `org/fr/`, `org/en/`, 1), english,
			"do not name the page itself"},
		"no switch":     {french, english, "the page has no switch, and no link to en/index.html"},
		"a policy":      {`<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`, "", "the page has no switch"},
		"a redirect":    {`<meta http-equiv="refresh" content="0; url=/en/">`, "", ""},
		"a lost one":    {`<meta http-equiv="refresh" content="0; url=/de/">`, "", "/de/ leads to de/index.html, which is no file"},
		"switch twice":  {sound + `<a class="my switch" href="/en/">`, english, `from "en/index.html" to "en/index.html", which is no other page`},
		"three times":   {sound + `<a class="switch" href="/en/"><a class="switch" href="/en/">`, english, "the page has 3 switches"},
		"both halves":   {sound + `<a href="/both.html">`, english, ""},
		"not halves":    {sound, french + `<a class="switch" href="/both.html">`, "and those of en/index.html to [both.html]"},
		"a one-way":     {sound, french, "and those of en/index.html to []"},
		"to itself":     {french + `<a class="switch" href="/fr/">`, english, `from "fr/index.html" to "fr/index.html", which is no other page`},
		"a style":       {sound + `<p style="color: red">`, english, `<p> has style="color: red"`},
		"a style sheet": {sound + `<style>p{}</style>`, english, "the page has a <style>"},
		"a handler":     {sound + `<p onclick="go()">`, english, `<p> has onclick="go()"`},
		"a script":      {sound + `<script>go()</script>`, english, "the page has a script of its own"},
		"data":          {sound + `<script type="application/ld+json">{}</script>`, english, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var files fs.FS = fstest.MapFS{
				"fr/index.html": {Data: []byte("<!doctype html>" + broken.page)},
				"en/index.html": {Data: []byte("<!doctype html>" + broken.other)},
				"both.html":     {Data: []byte(`<a class="switch" href="/fr/"><a class="switch" href="/en/">`)},
				"a.png":         {},
			}
			o := readOutput(t, files, "https://example.org/")
			const page = "fr/index.html"
			findings := append(append(o.deadLinks(page), o.lonelyAlternates(page)...), append(o.brokenSwitch(page), o.inlineCode(page)...)...)
			told := strings.Join(findings, "\n")
			if (broken.want == "") != (told == "") || !strings.Contains(told, broken.want) {
				t.Errorf("want %q, got %q", broken.want, told)
			}
		})
	}
}

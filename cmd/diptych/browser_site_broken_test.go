package main

import (
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// soundPage is a page with which every judge is content; flaws replace {flaw}, or come from its styles and script.
const soundPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<link rel="stylesheet" href="/site.css">
<link rel="icon" href="/icon.png">
<script src="/site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><nav aria-label="Menu"><a href="/">Home</a></nav></header>
<main id="main"><article><h1>A page</h1><p>A text with <a href="#main">a link</a>.</p>
{flaw}
</article></main>
</body>
</html>
`

// soundStyle names the colours of the paper, for axe takes it for white where nobody does.
const soundStyle = `:root { color-scheme: light dark; } body { background: Canvas; color: CanvasText; } nav a, .skip { display: inline-block; padding: 1rem; }
@media print { nav, .skip { display: none; } }
`

// flaws are pages that differ from the sound one in one point, and what a judge is to say of them.
var flaws = []struct {
	name, body, style, script string
	judge                     func(v *visit) []string
	want                      string
}{
	{"a log", "", "", `console.log("left in")`, quiet, `the console says log "left in"`},
	{"a broken script", "", "", `gone()`, quiet, "a script failed: "},
	{"another origin", `<img src="http://example.com/a.png" alt="">`, "", "", quiet, "example.com"},
	{"a missing picture", `<img src="/gone.png" alt="">`, "", "", quiet, "/gone.png answers 404"},
	{"an inline style", `<p style="color: red">A text</p>`, "", "", quiet, "Content Security Policy"},
	{"a shift", "", "", `onload = () => requestAnimationFrame(() => requestAnimationFrame(() =>
		document.querySelector("main").prepend(document.createElement("hr"))))`, stable, "desktop: 0."},
	{"a heavy page", noise(20_000), "", "", light, "the first view without fonts and pictures: "},
	{"a heavy script", "", "", "//" + noise(10_000), light, "its scripts: "},
	{"a heavy font", "", `@font-face { font-family: X; src: url(/x.woff2); } body { font-family: X; }`, "", light, "the first view: "},
	{"no alternative text", `<img src="/icon.png">`, "", "", accessible, "light: image-alt at img"},
	{"a skipped level", `<h3>A part</h3>`, "", "", accessible, "light: heading-order at h3"},
	{"small targets", `<div><a class="small" href="/">a</a><a class="small" href="/b">b</a></div>`,
		`.small { display: inline-block; inline-size: 9px; block-size: 9px; }`, "", accessible, "light: target-size at "},
	{"pale in light", "", `p { color: #bbb; background: #fff; }`, "", accessible, "light: color-contrast at p"},
	{"pale in dark", "", `@media (prefers-color-scheme: dark) { p { color: #444; background: #000; } }`, "", accessible,
		"dark: color-contrast at p"},
	{"pale in forced colours", "", `@media (forced-colors: active) { p { forced-color-adjust: none; color: #bbb; background: #fff; } }`, "",
		accessible, "forced colours: color-contrast at p"},
	{"pale when narrow", "", `@media (max-width: 400px) { p { color: #bbb; background: #fff; } }`, "", accessible,
		"320 pixels: color-contrast at p"},
	{"too wide", `<p class="wide">A text</p>`, `.wide { inline-size: 400px; }`, "", reflowing, "p.wide “A text” ends at 408"},
	{"a transition", "", `a { transition: color .2s; }`, "", motionless, "has a transition of 0.2s"},
	{"an animation", "", `@keyframes x { to { opacity: 0; } } h1::before { content: "x"; animation: x 1s infinite; }`, "", motionless,
		"h1 “A page”::before is animated"},
	{"a script that moves", "", "", `document.querySelector("h1").animate({opacity: [0, 1]}, 1e6)`, motionless, "an animation runs: h1"},
	{"a smooth scroll", "", `html { scroll-behavior: smooth; }`, "", motionless, "scrolls smoothly"},
	{"no skip link", "", `.skip { display: none; }`, "", focusable, "the first Tab leads neither"},
	{"no focus", "", `p a:focus { outline: none; }`, "", focusable, "the focus does not show at a “a link”"},
	{"a covered focus", "", `header { position: fixed; inset: 0; background: Canvas; }`, "", focusable, " lies over the focus at a “a link”"},
	{"a focus out of sight", "", `p a { position: fixed; inset-inline-start: -99px; }`, "", focusable, "the focus is out of sight at a “a link”"},
	{"out of reach", `<a href="/" tabindex="-1">B</a>`, "", "", focusable, "the keyboard does not reach a “B”"},
	{"a printed menu", "", `@media print { nav { display: block; } }`, "", printable, "the NAV is printed"},
	{"an unprinted text", "", `@media print { article { display: none; } }`, "", printable, "the ARTICLE is not printed"},
	{"many sheets", "", `@media print { p { block-size: 9000px; } }`, "", printable, "sheets of paper"},
}

// noise is a text that can't be packed much, the same at each call.
func noise(length int) string {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	var text strings.Builder
	for random := rand.New(rand.NewPCG(1, 2)); text.Len() < length; {
		text.WriteByte(letters[random.IntN(len(letters))])
	}
	return text.String()
}

// seesFlaws holds that each judge tells of the flaws that it is there for, and of nothing on a sound page: a judge that
// can't fail judges nothing.
func seesFlaws(t *testing.T, windows *windows) {
	t.Run("none", func(t *testing.T) {
		t.Parallel()
		v := openFlawed(t, windows, "", "", "")
		for _, judge := range judges {
			for _, finding := range judge.look(v) {
				t.Errorf("%s: %s", judge.name, finding)
			}
		}
	})
	for _, flaw := range flaws {
		t.Run(flaw.name, func(t *testing.T) {
			t.Parallel()
			v := openFlawed(t, windows, flaw.body, flaw.style, flaw.script)
			findings := strings.Join(flaw.judge(v), "\n")
			if !strings.Contains(findings, flaw.want) {
				t.Errorf("want %q, got %q", flaw.want, findings)
			}
		})
	}
}

func openFlawed(t *testing.T, windows *windows, body, style, script string) *visit {
	t.Helper()
	server := httptest.NewServer(hosted(fstest.MapFS{
		"index.html": {Data: []byte(strings.Replace(soundPage, "{flaw}", body, 1))},
		"site.css":   {Data: []byte(soundStyle + style)},
		"site.js":    {Data: []byte(script)},
		"icon.png":   {},
		"x.woff2":    {Data: []byte(noise(60_000))},
	}))
	t.Cleanup(server.Close)
	return windows.open(t, server.URL+"/", "index.html")
}

// seesInvalid holds that the HTML checker is heard.
func seesInvalid(t *testing.T, java string) {
	t.Parallel()
	folder := t.TempDir()
	page := strings.Replace(soundPage, "{flaw}", `<p><div id="main"></div></p>`, 1)
	if err := os.WriteFile(filepath.Join(folder, "index.html"), []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	told := strings.Join(valid(t, java, folder), "\n")
	for _, want := range []string{"Duplicate ID", "No “p” element in scope"} {
		if !strings.Contains(told, want) {
			t.Errorf("want %q, got %q", want, told)
		}
	}
}

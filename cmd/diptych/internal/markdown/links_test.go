package markdown

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestLinks(t *testing.T) {
	const body = "Voir [la page](page:dhaka#dates), [*le plan*](<doc:plan> \"Titre « x »\") et\n" +
		"« [autre](dhaka.fr.md#a%20b) » [ici](#frag) [pdf](/docs/a%23b%C3%A9.pdf?x=1&amp;y=2).\n\n" +
		"> ![Été \\*](été&nbsp;1.jpg) [r]\n\n[r]: ../a\\_b.html\n\n<page:accra> [vide]()\n"
	got := frenchRenderer().Render(bodyPos(), body)
	at := func(line, column int) source.Pos { return source.Pos{File: bodyPos().File, Line: line, Column: column} }
	want := []Link{
		{Destination: "page:dhaka#dates", Pos: at(6, 6)},
		{Destination: "doc:plan", Document: &DocumentLink{}, Pos: at(6, 35)},
		{Destination: "dhaka.fr.md#a b", Pos: at(7, 3)},
		{Destination: "#frag", Pos: at(7, 32)},
		{Destination: "/docs/a%23bé.pdf?x=1&y=2", Pos: at(7, 45)},
		{Destination: "été\u00a01.jpg", Image: true, Pos: at(9, 3)},
		{Destination: "../a_b.html", Pos: at(9, 29)},
		{Destination: "page:accra", Pos: at(13, 1)},
		{Destination: "", Pos: at(13, 14)},
	}
	for i, at := range offsets(got) {
		if !isHoleOf(got.Links[i], got.HTML[:at], got.HTML[at:]) {
			t.Errorf("link %d: no hole at its offset in %s", i, got.HTML)
		}
		if open := got.Links[i].Document; open != nil {
			open.Note = 0
		}
	}
	if diff := cmp.Diff(want, got.Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if len(got.Problems) > 0 {
		t.Errorf("problems: %q", told(got.Problems))
	}
}

func TestSplice(t *testing.T) {
	d := frenchRenderer().Render(bodyPos(), "[a](page:a) ![b](b.png) [c](page:c) <https://un.org/>")
	var asked []string
	out := d.Splice(Filling{Link: func(l Link) Target {
		asked = append(asked, l.Destination)
		return Target{Address: "/fr/" + l.Destination + `?a="<b>"&c`}
	}})
	want := `<p><a href="/fr/page:a?a=&quot;&lt;b&gt;&quot;&amp;c">a</a> ` +
		`<img src="/fr/b.png?a=&quot;&lt;b&gt;&quot;&amp;c" alt="b"> ` +
		`<a href="/fr/page:c?a=&quot;&lt;b&gt;&quot;&amp;c">c</a> <a href="https://un.org/">https://un.org/</a></p>` + "\n"
	if diff := cmp.Diff(want, out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"page:a", "b.png", "page:c"}, asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
}

// TestAnchors holds that no link stands inside a link, which browsers would tear apart.
func TestAnchors(t *testing.T) {
	const body = "[a <https://b.org> ![c](c.png) [d](e)](f) ![g [h](i)](j.png)"
	want := `<p>[a <a href="https://b.org">https://b.org</a> <img src="c.png" alt="c"> <a href="e">d</a>](f) ` +
		`<img src="j.png" alt="g h"></p>` + "\n"
	if diff := cmp.Diff(want, spliced(frenchRenderer().Render(bodyPos(), body))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	want = `<p><a href="f">a https://b.org c</a></p>` + "\n"
	inner := frenchRenderer().Render(bodyPos(), "[a <https://b.org> c](f)")
	if diff := cmp.Diff(want, spliced(inner)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAddressesInText(t *testing.T) {
	const body = "Voir https://un.org/été, (www.example.ca/a_b), info@un.org ou <a.b@un.org>; ftp://un.org non. <tel:+33-1>"
	want := `<p>Voir <a href="https://un.org/été">https://un.org/été</a>, ` +
		`(<a href="http://www.example.ca/a_b">www.example.ca/a_b</a>), ` +
		`<a href="mailto:info@un.org">info@un.org</a> ou <a href="mailto:a.b@un.org">a.b@un.org</a>; ftp://un.org non. ` +
		`<a href="tel:+33-1">tel:+33-1</a></p>` + "\n"
	got := frenchRenderer().Render(bodyPos(), body)
	if diff := cmp.Diff(want, spliced(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(got.Links)+len(got.Problems) > 0 {
		t.Errorf("links %v, problems %q", got.Links, told(got.Problems))
	}
}

func TestFigures(t *testing.T) {
	tests := []struct{ name, markdown, want string }{
		{"an image with a title", `![La salle](salle.jpg "À Dacca, en «&nbsp;juin&nbsp;»")`,
			lines("<figure>", `<img src="salle.jpg" alt="La salle">`,
				"<figcaption>À Dacca, en «\u00a0juin\u00a0»</figcaption>", "</figure>")},
		{"with a language", `![Hall](a.jpg "Dhaka"){lang=en}`,
			lines("<figure>", `<img src="a.jpg" alt="Hall" lang="en">`, "<figcaption>Dhaka</figcaption>", "</figure>")},
		{"without a title", `![](a.jpg)`, lines(`<p><img src="a.jpg" alt=""></p>`)},
		{"in a text", `Voir ![b](b.jpg "t")`, lines(`<p>Voir <img src="b.jpg" alt="b" title="t"></p>`)},
		{"two", `![b](b.jpg "t")![c](c.jpg "t")`,
			lines(`<p><img src="b.jpg" alt="b" title="t"><img src="c.jpg" alt="c" title="t"></p>`)},
		{"that only adorns", `![](a.jpg "t"){decorative}`,
			lines("<figure>", `<img src="a.jpg" alt="">`, "<figcaption>t</figcaption>", "</figure>")},
		{"that only adorns, with a language", `![](a.jpg){lang=en}{decorative} b`, lines(`<p><img src="a.jpg" alt="" lang="en"> b</p>`)},
		{"a mark on the next line", "![](a.jpg)\n{decorative}", lines(`<p><img src="a.jpg" alt="">`, `{decorative}</p>`)},
		{"a mark that is not closed", "![](a.jpg){decorative", lines(`<p><img src="a.jpg" alt="">{decorative</p>`)},
		{"a link is marked", "[a](b){decorative}", lines(`<p><a href="b">a</a>{decorative}</p>`)},
		{"refused", `![une *photo*](data:image/png,x "t")`, lines("<p>une photo</p>")},
	}
	r := frenchRenderer()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, spliced(r.Render(bodyPos(), tt.markdown))); diff != "" {
				t.Errorf("Render(%q) (-want +got):\n%s", tt.markdown, diff)
			}
		})
	}
}

// TestMisreadMarks holds that a mark which is meant and not read is told of, and that other braces are text.
func TestMisreadMarks(t *testing.T) {
	for body, marks := range map[string]int{
		"![](a.png) {decorative}": 1, "![](a.png){ decorative }": 1, "![](a.png){Decoratif}": 1, "![](a.png){decorative} {decorative}": 1,
		"![](a.png){decorative}": 0, "![](a.png){lang=en}{decorative}": 0, "![](a.png){decorative}{lang=en}": 0, "![](a.png) {x}": 0,
		"![](a.png) (decorative)": 0, "![](a.png){decorative": 0,
	} {
		told := frenchRenderer().Render(bodyPos(), body).Problems
		if len(told) != marks || marks > 0 && told[0].Rule != "decorative" {
			t.Errorf("%s: %v", body, told)
		}
	}
}

// TestImageAttributes fills the holes of images with all that may be known of them.
func TestImageAttributes(t *testing.T) {
	known := Image{Width: 1200, Height: 800, Sizes: "100vw", Srcset: "a-400.jpg 400w, a.jpg 1200w", Lazy: true}
	out := frenchRenderer().Render(bodyPos(), `![L’été](a.jpg "b")`+"\n![c](d.svg)").Splice(Filling{Link: func(l Link) Target {
		if l.Destination == "d.svg" {
			return Target{Address: "d.svg", Image: Image{Width: 3}}
		}
		return Target{Address: l.Destination + "?\"", Image: known}
	}})
	want := lines(`<p><img loading="lazy" width="1200" height="800" sizes="100vw" srcset="a-400.jpg 400w, a.jpg 1200w" `+
		`src="a.jpg?&quot;" alt="L’été" title="b">`, `<img src="d.svg" alt="c"></p>`)
	if diff := cmp.Diff(want, out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestHostile writes each address in all the ways in which Markdown has links, and asks that none gets through.
func TestHostile(t *testing.T) {
	addresses := []string{
		"javascript:alert(1)", "JaVaScRiPt:x", "java&#115;cript:x", "java&#x73;cript&colon;x",
		"%6aavascript:x", "java%0ascript:x", "%20javascript:x", "java&#9;script:x", "java&Tab;script:x", "&#1;javascript:x",
		"javascript&#58;x", "vbscript:x", "data:text/html,x", "file:///etc/passwd", "blob:x", "about:x",
		"view-source:x", "//evil.org", "/&#9;/evil.org", "\\\\\\\\evil.org", "/\\\\evil.org", "%2f%2fevil.org", "&sol;/evil.org",
		"https:evil.org", "http:/evil.org", "https:///evil.org", "%68ttps://evil.org", "evil.org:80", "C:\\docs", "ftp://x.org",
	}
	r := frenchRenderer()
	for _, address := range addresses {
		for _, form := range []string{"[a](@)", "[a](<@>)", "![a](@)", "[a][r]\n\n[r]: @", "![a][r]\n\n[r]: <@>"} {
			body := strings.ReplaceAll(form, "@", address)
			got := r.Render(bodyPos(), body)
			if bytes.Contains(got.HTML, []byte("href")) || bytes.Contains(got.HTML, []byte("src")) || len(got.Links) > 0 {
				t.Errorf("%q gets through: %s", body, got.HTML)
			}
			if len(got.Problems) != 1 || got.Problems[0].Rule != "link-scheme" || got.Problems[0].Severity != source.Error {
				t.Errorf("%q: problems %q", body, told(got.Problems))
			}
		}
	}
	for _, address := range []string{" javascript:x", "java\tscript:x", "javascript:x y", "\u00a0javascript:x"} {
		got := r.Render(bodyPos(), "[a](<"+address+">)")
		if len(got.Links) > 0 || len(got.Problems) != 1 || bytes.Contains(got.HTML, []byte("href")) {
			t.Errorf("%q: %s %q", address, got.HTML, told(got.Problems))
		}
	}
}

func TestJudge(t *testing.T) {
	tests := []struct {
		destination string
		image       bool
		want        address
	}{
		{"https://un.org/a b?c=\"d\"#é", false, address{external: "https://un.org/a%20b?c=%22d%22#é"}},
		{"HTTPS://un.org", false, address{external: "HTTPS://un.org"}},
		{"https://un.org/100%/%41[1]", false, address{external: "https://un.org/100%25/%41%5B1%5D"}},
		{"http://[::1]/", true, address{external: "http://[::1]/"}},
		{"https://un.org/\tx", false, address{external: "https://un.org/x"}},
		{"mailto:a@un.org?subject=Été", false, address{external: "mailto:a@un.org?subject=Été"}},
		{"mailto:a@un.org", true, refuse("has the scheme `%s:`", "mailto")},
		{"tel:+33 1", false, address{external: "tel:+33%201"}},
		{"page:dhaka#12:30", false, address{symbolic: "page:dhaka#12:30"}},
		{"a/b:c", false, address{symbolic: "a/b:c"}},
		{"12:30", false, address{symbolic: "12:30"}},
		{"\\javascript:x", false, address{symbolic: "\\javascript:x"}},     // a path: no scheme has a backslash
		{"&#106avascript:x", false, address{symbolic: "&#106avascript:x"}}, // no reference without a semicolon
		{":a", false, address{symbolic: ":a"}},
		{"#a:b", false, address{symbolic: "#a:b"}},
		{" plan d’accès.pdf ", false, address{symbolic: "plan d’accès.pdf"}},
		{"a%2Fb%3F%25%zz%E9", false, address{symbolic: "a%2Fb%3F%25%zz%E9"}},
		{"%C3%A9t%C3%A9%20%3f", false, address{symbolic: "été %3f"}},
		{"javascript%3ax%ff", false, refuse("hides its scheme, `%s:`", "javascript")},
		{"https://", false, refuse("names no host")},
	}
	for _, tt := range tests {
		got := judge([]byte(tt.destination), tt.image)
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(address{})); diff != "" {
			t.Errorf("judge(%q) (-want +got):\n%s", tt.destination, diff)
		}
	}
}

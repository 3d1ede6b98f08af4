package markdown

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/source"
)

// seeds are bodies with all that the renderer knows, and with what has broken renderers before.
func seeds() []string {
	return []string{
		frenchPage(),
		"# L’été {#a}\n\n[x](page:a#b){lang=en} ![é](a.png \"t\") <https://un.org> www.un.org [y]{lang=fr}\n",
		"> [!NOTE] *t*\n> a\n\n- [x] b\n\n|a|b|\n|-|:-:|\n|`c\\|d`|e|\n\na[^1]\n\n[^1]: é\n\nT\n: D\n",
		"[a](java&#115;cript:x) <javascript:x> ![a](data:x) [r]\n\n[r]: //x\n<script>x</script>\n<!-- c -->\n",
		"[[a]{lang=en} [b]{lang=de}]{lang=fr} [*c]{lang=en}* [d]{lang=e_n_}",
		"## a {#b}\n## {#\n## {#*x*} ##\n===\na {#c}\n---\n",
		"> [!NO\n> [!NOTE\n> [!NOTE]\n>> [!TIP] [a\n> b](c)",
		"\u00a0\t- a\r\n\r\n\t- b\n  1) c\n\n```\"><img src=x onerror=y>\n`\n```\n~~~\n",
		"![![a](b)](c \"<b onclick=x>\") [a](<b> \"c\nd\") [a]: b 'c\n[^\n[^]: \n[^a]:[^b]: x\n",
		"<a href=\"x\" onclick='y'>\n<style>\n</style>\n<![CDATA[x]]><?x?><!X>\n<!-->",
		"[](doc:a) <doc:b>(PDF)\n[ ](doc:c \"t\"){lang=en} [![i](j.png)](doc:d) [![](k.png)](doc:e#f)\n(en anglais) [a [](DOC:g)]{lang=en}",
		"# []( <doc:x> )\n[a <doc:y> b](c) ![d [](doc:z)](doc:w) [*_`` _*](doc:) [<!-- -->](doc:v) | [~~ ~~](doc:u)\n",
		"![](a.png){decorative}{lang=fr} ![b](b.png \"c\"){decorative}\n\n![](a.png)\n{decorative} [a](b){decorative} ![](c){decorative",
		"*a **b*** ~~c~ d~~ `e `` f` \\`g` &lt;&#60;&#x3c;<b \\<i>",
	}
}

// FuzzRender holds that no body makes the renderer fail, differ from itself, or write HTML that it doesn't know.
func FuzzRender(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	plain, typeset := frenchRenderer(), setting(false)
	f.Fuzz(func(t *testing.T, body string) {
		d := checkRender(t, plain, body)
		if set := checkRender(t, typeset, body); !slices.Equal(ids(d), ids(set)) || len(d.Links) != len(set.Links) {
			t.Errorf("typography changes ids or links:\n%s\n%s", d.HTML, set.HTML)
		}
	})
}

// slowly gives a renderer that looks for bare addresses in all bodies.
func slowly(r *Renderer) *Renderer {
	slow := New(r.lang, r.words, r.options)
	slow.brisk = slow.parser
	return slow
}

// checkRender renders a body and holds the document to all that is promised of it.
func checkRender(t *testing.T, r *Renderer, body string) *Document {
	t.Helper()
	d := r.Render(bodyPos(), body)
	if again := r.Render(bodyPos(), body); !reflect.DeepEqual(d, again) {
		t.Fatalf("two renderings differ:\n%s\n%s", d.HTML, again.HTML)
	}
	if slow := slowly(r).Render(bodyPos(), body); !reflect.DeepEqual(d, slow) {
		t.Fatalf("without looking for bare addresses it is not the same:\n%s\n%s\n%v\n%v", d.HTML, slow.HTML, d, slow)
	}
	checkDocument(t, d)
	checkElements(t, spliced(d))
	checkElements(t, noted(d, "/documents/plan.pdf"))
	checkElements(t, noted(d, ""))
	checkElements(t, turnedRound(d))
	for _, piece := range d.Cut(Filling{ID: "fr-", Link: func(l Link) Target { return Target{Address: l.Destination} }}) {
		checkElements(t, piece.HTML)
	}
	checkPlaces(t, d, strings.Count(normalise(body), "\n")+1)
	return d
}

// turnedRound writes a document each heading of which leads to the other half.
func turnedRound(d *Document) string {
	return d.Splice(Filling{
		Link: func(l Link) Target { return Target{Address: l.Destination} },
		Turn: func(heading int) Turn {
			return Turn{Alias: d.Headings[heading].ID + "-en", Address: "/en/", Lang: "en", Tag: "en", Name: "English", Title: d.Headings[heading].Text}
		},
	})
}

func ids(d *Document) []string {
	ids := make([]string, len(d.Headings))
	for i, h := range d.Headings {
		ids[i] = h.ID
	}
	return ids
}

// isHoleOf tells whether a link belongs between two stretches of HTML: in an empty attribute, or in the tag of an element.
func isHoleOf(l Link, before, after []byte) bool {
	switch {
	case l.Document != nil:
		return bytes.HasSuffix(before, []byte("<a"))
	case l.Image:
		return bytes.HasSuffix(before, []byte("<img")) && bytes.HasPrefix(after, []byte(` alt="`))
	default:
		return bytes.HasSuffix(before, []byte(`="`)) && after[0] == '"'
	}
}

// checkDocument holds a document to what its fields promise.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	last, note, holes := 1, 0, offsets(d)
	for i, l := range d.Links {
		at := holes[i]
		if at <= last || at >= len(d.HTML) || !isHoleOf(l, d.HTML[:at], d.HTML[at:]) {
			t.Fatalf("link %q has offset %d in %s", l.Destination, at, d.HTML)
		}
		last = at
		if l.Document != nil {
			checkHoles(t, d, l, at, note)
			note = l.Document.Note
		}
	}
	if !utf8.Valid(d.HTML) {
		t.Errorf("the HTML is not UTF-8: %q", d.HTML)
	}
	ids := map[string]bool{}
	for _, h := range d.Headings {
		if h.ID == "" || ids[h.ID] || h.Key != "" && h.Key != h.ID || h.Level < 1 || h.Level > 6 {
			t.Errorf("heading %+v among %+v", h, d.Headings)
		}
		ids[h.ID] = true
		if !bytes.Contains(d.HTML, fmt.Appendf(nil, `<h%d id="%s">`, h.Level, h.ID)) {
			t.Errorf("heading %+v is not in %s", h, d.HTML)
		}
	}
}

// offsets gives where the holes of the links are, in bytes.
func offsets(d *Document) []int {
	var at []int
	for _, h := range d.holes {
		if h.kind == linkHole {
			at = append(at, h.offset)
		}
	}
	return at
}

// checkHoles holds a link to a document at an offset to what its holes promise. The note of the link before stands at another.
func checkHoles(t *testing.T, d *Document, l Link, at, before int) {
	t.Helper()
	open := l.Document
	start, behind := string(d.HTML[:at]), string(d.HTML[:open.Note])
	if !strings.HasSuffix(start, "<a") || before > at || open.Note <= at ||
		!strings.HasSuffix(strings.TrimSuffix(behind, `<span lang="fr">`), "</a>") {
		t.Fatalf("link %q has the holes %d and %+v in %s", l.Destination, at, open, d.HTML)
	}
	if open.Text > 0 && (open.Text <= at || string(d.HTML[open.Text-1:open.Text+4]) != "></a>") {
		t.Fatalf("link %q has no place for a title at %d in %s", l.Destination, open.Text, d.HTML)
	}
}

// checkPlaces holds that every place is in the body, which has so many lines.
func checkPlaces(t *testing.T, d *Document, count int) {
	t.Helper()
	inside := func(line int) bool { return bodyPos().Line <= line && line < bodyPos().Line+count }
	for _, l := range d.Links {
		if !inside(l.Pos.Line) || l.Pos.Column < 1 {
			t.Errorf("link %q is at %v", l.Destination, l.Pos)
		}
	}
	for _, h := range d.Headings {
		if !inside(h.Line) {
			t.Errorf("heading %q is on line %d", h.Text, h.Line)
		}
	}
	for _, p := range d.Problems {
		if !inside(p.Pos.Line) || p.Message.English == "" || p.Hint.English == "" {
			t.Errorf("problem %+v", p)
		}
	}
}

// allowed are the elements that the renderer writes, with their attributes.
func allowed() map[string][]string {
	return map[string][]string{
		"html": {}, "head": {}, "body": {}, "p": {"class"}, "br": {}, "hr": {}, "em": {}, "strong": {}, "del": {}, "sup": {"id"},
		"code": {"class"}, "pre": {"tabindex"}, "blockquote": {}, "ul": {}, "ol": {"start"}, "dl": {}, "dt": {}, "dd": {},
		"li": {"class", "id"}, "span": {"lang"}, "abbr": {"title"}, "aside": {"class", "data-kind"}, "figure": {}, "figcaption": {},
		"h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
		"a":     {"class", "href", "title", "lang", "hreflang", "type", "role", "aria-label", "translate"},
		"img":   {"src", "alt", "title", "lang", "width", "height", "sizes", "srcset", "loading"},
		"input": {"type", "disabled", "checked", "aria-label"},
		"div":   {"class", "id", "role", "tabindex", "aria-label", "aria-labelledby"},
		"table": {}, "thead": {}, "tbody": {}, "tr": {}, "th": {"scope", "class"}, "td": {"class"},
		"section": {"class", "role", "aria-label"},
	}
}

// checkElements reads HTML as a browser does and holds that it has nothing but what the renderer means to write.
func checkElements(t *testing.T, text string) {
	t.Helper()
	known := allowed()
	for tokens := html.NewTokenizer(strings.NewReader(text)); ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			break
		}
		token := tokens.Token()
		switch kind {
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("%s in %s", token, text)
		case html.StartTagToken, html.SelfClosingTagToken:
			checkTag(t, known, token, text)
		}
	}
	checkNesting(t, text)
}

func checkTag(t *testing.T, known map[string][]string, token html.Token, text string) {
	t.Helper()
	attributes, found := known[token.Data]
	if !found {
		t.Errorf("<%s> in %s", token.Data, text)
	}
	for _, a := range token.Attr {
		if !slices.Contains(attributes, a.Key) {
			t.Errorf("<%s %s> in %s", token.Data, a.Key, text)
		}
		address := strings.ToLower(strip(a.Val))
		hostile := strings.HasPrefix(address, "javascript:") || strings.HasPrefix(address, "//")
		if (a.Key == "href" || a.Key == "src") && hostile {
			t.Errorf("%s=%q in %s", a.Key, a.Val, text)
		}
	}
}

// checkNesting holds that each element is closed where it was opened.
func checkNesting(t *testing.T, text string) {
	t.Helper()
	var open []string
	for tokens := html.NewTokenizer(strings.NewReader(text)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("%q open at the end of %s", open, text)
			}
			return
		case html.StartTagToken:
			name := tokens.Token().Data
			if name == "a" && slices.Contains(open, "a") {
				t.Errorf("a link in a link in %s", text)
			}
			if !slices.Contains([]string{"br", "hr", "img", "input"}, name) {
				open = append(open, name)
			}
		case html.EndTagToken:
			name := tokens.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> closes %q in %s", name, open, text)
			}
			open = open[:len(open)-1]
		}
	}
}

// TestConcurrent renders different bodies with one renderer at once; each must come out as it does alone.
func TestConcurrent(t *testing.T) {
	r := frenchRenderer()
	bodies := seeds()
	want := make([]*Document, len(bodies))
	for i, body := range bodies {
		want[i] = frenchRenderer().Render(bodyPos(), body)
	}
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for i := range 20 * len(bodies) {
				i = (i + worker) % len(bodies)
				if got := r.Render(bodyPos(), bodies[i]); !reflect.DeepEqual(want[i], got) {
					t.Errorf("body %d comes out as %s", i, got.HTML)
					return
				}
			}
		})
	}
	group.Wait()
}

// TestDocumentIsItsOwn holds that a document keeps nothing of what the renderer has for the next body.
func TestDocumentIsItsOwn(t *testing.T) {
	r := frenchRenderer()
	for _, seed := range seeds() {
		d := r.Render(bodyPos(), seed)
		want := fmt.Sprintf("%s %v %v %v", d.HTML, d.Links, d.Headings, d.Problems)
		r.Render(source.Pos{}, strings.Repeat("z", len(seed)))
		if got := fmt.Sprintf("%s %v %v %v", d.HTML, d.Links, d.Headings, d.Problems); got != want {
			t.Errorf("a document changed with the next one:\n%s\n%s", want, got)
		}
	}
}

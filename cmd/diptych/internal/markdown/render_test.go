package markdown

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func frenchWords() Words {
	return Words{
		"callout.note": "Remarque", "callout.tip": "Conseil", "callout.important": "Important",
		"callout.warning": "Attention", "callout.caution": "Prudence",
		"footnotes.title": "Notes", "footnotes.return": "Retour à l’appel de note",
		"table.name": "Tableau", "task.done": "fait", "task.open": "à faire",
	}
}

func frenchRenderer() *Renderer { return New(source.French, frenchWords(), Options{}) }

// bodyPos is a body that begins on the sixth line of its file, after its front matter.
func bodyPos() source.Pos { return source.Pos{File: "content/dhaka.fr.md", Line: 6} }

// spliced writes a document with each destination as the author meant it, and with its headings bare: what goes around
// them is seen in TestSpliceParts.
func spliced(d *Document) string {
	var out strings.Builder
	for _, piece := range d.Cut(Filling{Link: func(l Link) Target { return Target{Address: l.Destination} }}) {
		out.WriteString(piece.HTML)
	}
	return aroundHeading.ReplaceAllString(out.String(), "$1")
}

var aroundHeading = regexp.MustCompile(`<div class="heading">(<h[1-6] id="[^"]+">.*</h[1-6]>)</div>`)

// noted writes a document with all that a register can say of the documents at an address. Without an address they can't
// be linked yet.
func noted(d *Document, address string) string {
	return d.Splice(Filling{Link: func(l Link) Target {
		if l.Document == nil {
			return Target{Address: l.Destination}
		}
		return Target{
			Address: address, Hreflang: "en", Type: "application/pdf", Title: "Plan <2>", Lang: "en-GB",
			Note: "en anglais seulement, PDF, 214\u00a0Ko",
		}
	}})
}

// lines joins lines, each with its end.
func lines(parts ...string) string { return strings.Join(parts, "\n") + "\n" }

// told writes problems as an editor sees them, without the hint.
func told(problems []source.Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Pos.String()+" "+string(p.Severity)+" "+p.Rule+": "+p.Message.English)
	}
	return out
}

func TestHTML(t *testing.T) {
	tests := []struct{ name, markdown, want string }{
		{"paragraphs and breaks", "L’été,\n« à Paris »  \nou *l’hiver* à **Dacca**.\\\nFin.",
			lines("<p>L’été,\n« à Paris »<br>", "ou <em>l’hiver</em> à <strong>Dacca</strong>.<br>", "Fin.</p>")},
		{"references and escapes, each once", `&eacute; &#233; &#xE9; &amp;eacute; \&eacute; \*non\* & < > " &nbsp;!`,
			lines("<p>é é é &amp;eacute; &amp;eacute; *non* &amp; &lt; &gt; &quot; \u00a0!</p>")},
		{"what HTML may not contain", "a\x01b\x7fc\u0085d&#x0;e&#xD800;f&#1;g",
			lines("<p>a�b�c�d�e�f�g</p>")},
		{"lists", "- un\n- deux\n  1. a\n\n3) trois\n\n   suite",
			lines("<ul>", "<li>un</li>", "<li>deux", "<ol>", "<li>a</li>", "</ol>", "</li>", "</ul>",
				`<ol start="3">`, "<li>", "<p>trois</p>", "<p>suite</p>", "</li>", "</ol>")},
		{"an empty item", "-\n- b", lines("<ul>", "<li></li>", "<li>b</li>", "</ul>")},
		{"tasks", "- [x] **Réunion** de Dacca\n- [ ] Accra",
			lines("<ul>",
				`<li class="task"><input type="checkbox" disabled checked aria-label="fait"> <strong>Réunion</strong> de Dacca</li>`,
				`<li class="task"><input type="checkbox" disabled aria-label="à faire"> Accra</li>`, "</ul>")},
		{"struck out", "~~rayé~~ et ~un~", lines("<p><del>rayé</del> et <del>un</del></p>")},
		{"quotation and rule", "> « Oui »\n\n***", lines("<blockquote>", "<p>« Oui »</p>", "</blockquote>", "<hr>")},
		{"code", "`a < b` et `` l'`x` ``\n\n    a & b\n\n```toml \"x\"\nclé = \"é\"\n```",
			lines("<p><code>a &lt; b</code> et <code>l'`x`</code></p>", `<pre tabindex="0"><code>a &amp; b`, "</code></pre>",
				`<pre tabindex="0"><code class="language-toml">clé = &quot;é&quot;`, "</code></pre>")},
		{"a language that would break out", "```\"><script>\nx\n```",
			lines(`<pre tabindex="0"><code class="language-&quot;&gt;&lt;script&gt;">x`, "</code></pre>")},
		{"code over a line end", "`a\nb`", lines("<p><code>a b</code></p>")},
		{"definitions", "Dacca\n: La capitale\n: Une ville\n\nAccra\n\n: Lieu de la *réunion*",
			lines("<dl>", "<dt>Dacca</dt>", "<dd>La capitale</dd>", "<dd>Une ville</dd>", "<dt>Accra</dt>",
				"<dd>", "<p>Lieu de la <em>réunion</em></p>", "</dd>", "</dl>")},
		{"a definition of a link is nothing itself", "[a]: b.pdf \"c\"\n", ""},
		{"an empty body", "", ""},
		{"spaces at both ends of a line", "  à  \n  b  ", lines("<p>à<br>", "b</p>")},
	}
	r := frenchRenderer()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := r.Render(bodyPos(), tt.markdown)
			if diff := cmp.Diff(tt.want, spliced(got)); diff != "" {
				t.Errorf("Render(%q) (-want +got):\n%s", tt.markdown, diff)
			}
			if len(got.Problems) > 0 {
				t.Errorf("problems: %q", told(got.Problems))
			}
		})
	}
}

func TestTables(t *testing.T) {
	const body = "# Réunions\n\n| | Lieu | Prix |\n|---|:-:|--:|\n| 2023 | Dacca | `a\\|b` |\n| 2024 |"
	want := lines(`<h1 id="reunions">Réunions</h1>`,
		`<div class="table" role="group" tabindex="0" aria-labelledby="reunions">`, "<table>",
		"<thead>", "<tr>", "<td></td>", `<th scope="col" class="align-center">Lieu</th>`,
		`<th scope="col" class="align-right">Prix</th>`, "</tr>", "</thead>",
		"<tbody>", "<tr>", "<td>2023</td>", `<td class="align-center">Dacca</td>`,
		`<td class="align-right"><code>a|b</code></td>`, "</tr>",
		"<tr>", "<td>2024</td>", "<td></td>", "<td></td>", "</tr>", "</tbody>", "</table>", "</div>")
	if diff := cmp.Diff(want, spliced(frenchRenderer().Render(bodyPos(), body))); diff != "" {
		t.Errorf("a table below a heading (-want +got):\n%s", diff)
	}
	want = lines(`<div class="table" role="group" tabindex="0" aria-label="Tableau">`, "<table>",
		"<thead>", "<tr>", `<th scope="col" class="align-left">a</th>`, "</tr>", "</thead>", "</table>", "</div>")
	if diff := cmp.Diff(want, spliced(frenchRenderer().Render(bodyPos(), "|a|\n|:-|"))); diff != "" {
		t.Errorf("a table without heading and rows (-want +got):\n%s", diff)
	}
}

func TestFootnotes(t *testing.T) {
	const body = "Un[^b] et [deux[^a]](page:accra), encore[^b].\n\n[^a]: Note *a*.\n\n[^b]: Note.\n\n    - liste\n"
	want := lines(
		`<p>Un<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup> et <a href="page:accra">deux`+
			`<sup id="fnref:2">2</sup></a>, encore<sup id="fnref:1:2"><a href="#fn:1" role="doc-noteref">1</a></sup>.</p>`,
		`<section class="footnotes" role="doc-endnotes" aria-label="Notes">`, "<ol>",
		`<li id="fn:1">`, "<p>Note.</p>", "<ul>", "<li>liste</li>", "</ul>",
		"\u00a0"+`<a href="#fnref:1" role="doc-backlink" aria-label="Retour à l’appel de note 1">↩︎</a>`+
			"\u00a0"+`<a href="#fnref:1:2" role="doc-backlink" aria-label="Retour à l’appel de note 1-2">↩︎</a></li>`,
		`<li id="fn:2">`,
		"<p>Note <em>a</em>.\u00a0"+
			`<a href="#fnref:2" role="doc-backlink" aria-label="Retour à l’appel de note 2">↩︎</a></p>`, "</li>",
		"</ol>", "</section>")
	if diff := cmp.Diff(want, spliced(frenchRenderer().Render(bodyPos(), body))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCallouts(t *testing.T) {
	tests := []struct{ name, markdown, want string }{
		{"its own title", "> [!NOTE] Un *titre* à part\n> Le texte\n> suit.\n>\n> - liste",
			lines(`<aside class="callout" data-kind="note">`, `<p class="callout-title">Un <em>titre</em> à part</p>`,
				"<p>Le texte\nsuit.</p>", "<ul>", "<li>liste</li>", "</ul>", "</aside>")},
		{"the title of the language, any case, space after the mark", "> [!warning]  \n> Fermé.",
			lines(`<aside class="callout" data-kind="warning">`, `<p class="callout-title">Attention</p>`,
				"<p>Fermé.</p>", "</aside>")},
		{"a mark alone", "> [!TIP]\n>\n> Venez à pied.",
			lines(`<aside class="callout" data-kind="tip">`, `<p class="callout-title">Conseil</p>`,
				"<p>Venez à pied.</p>", "</aside>")},
		{"a link and a span in the title", "> [!CAUTION] [Voir](page:accra) [peace]{lang=en}",
			lines(`<aside class="callout" data-kind="caution">`,
				`<p class="callout-title"><a href="page:accra">Voir</a> <span lang="en">peace</span></p>`, "</aside>")},
		{"inside a list", "- > [!IMPORTANT]\n  > Ici.",
			lines("<ul>", "<li>", `<aside class="callout" data-kind="important">`,
				`<p class="callout-title">Important</p>`, "<p>Ici.</p>", "</aside>", "</li>", "</ul>")},
		{"text that only looks like it", "> [!NOTE]x\n\n> a [!NOTE]\n\n> \\[!NOTE]\n\n[!NOTE]",
			lines("<blockquote>", "<p>[!NOTE]x</p>", "</blockquote>", "<blockquote>", "<p>a [!NOTE]</p>", "</blockquote>",
				"<blockquote>", "<p>[!NOTE]</p>", "</blockquote>", "<p>[!NOTE]</p>")},
	}
	r := frenchRenderer()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := r.Render(bodyPos(), tt.markdown)
			if diff := cmp.Diff(tt.want, spliced(got)); diff != "" {
				t.Errorf("Render(%q) (-want +got):\n%s", tt.markdown, diff)
			}
			if len(got.Problems) > 0 {
				t.Errorf("problems: %q", told(got.Problems))
			}
		})
	}
}

func TestSpans(t *testing.T) {
	tests := []struct{ name, markdown, want string }{
		{"a span", "« [Action *for* Peacekeeping]{lang=en} »",
			`« <span lang="en">Action <em>for</em> Peacekeeping</span> »`},
		{"quotes, and two in a row", `[a]{lang="en-GB"}[b]{lang=de}.`, `<span lang="en-GB">a</span><span lang="de">b</span>.`},
		{"one inside another", "x [a [b]{lang=fr} c]{lang=en} y",
			`x <span lang="en">a <span lang="fr">b</span> c</span> y`},
		{"brackets inside", "[a [b] c]{lang=en}", `<span lang="en">a [b] c</span>`},
		{"over a line end", "[Women\nin peacekeeping]{lang=en}\nfin", "<span lang=\"en\">Women\nin peacekeeping</span>\nfin"},
		{"a link inside, code and an address inside", "[a [b](page:b) `]{lang=en}` www.un.org]{lang=en}",
			`<span lang="en">a <a href="page:b">b</a> <code>]{lang=en}</code> www.un.org</span>`},
		{"inside emphasis", "**[peace]{lang=en}**", `<strong><span lang="en">peace</span></strong>`},
		{"a link with a language", "[Charter](https://un.org/en){lang=en}",
			`<a href="https://un.org/en" lang="en" hreflang="en">Charter</a>`},
		{"a symbolic one, a reference, a shortcut", "[a](page:a){lang=en} [b][r]{lang=en} [r]{lang=en}\n\n[r]: page:r",
			`<a href="page:a" lang="en" hreflang="en">a</a> <a href="page:r" lang="en" hreflang="en">b</a> ` +
				`<a href="page:r" lang="en" hreflang="en">r</a>`},
		{"an image, an address", "![Peace](a.png){lang=en} <https://un.org>{lang=en}",
			`<img src="a.png" alt="Peace" lang="en"> <a href="https://un.org" lang="en" hreflang="en">https://un.org</a>`},
		{"other braces are text", "[a]{x} [b]{.c} [d] {lang=en} [e]{lang=en [f]{ lang=en}",
			"[a]{x} [b]{.c} [d] {lang=en} [e]{lang=en [f]{ lang=en}"},
		{"escapes", `\[a]{lang=en} [b\]{lang=en} [c]\{lang=en}`, "[a]{lang=en} [b]{lang=en} [c]{lang=en}"},
		{"no opening bracket on the same level", "a]{lang=en} [*b]{lang=en}*", "a]{lang=en} [<em>b]{lang=en}</em>"},
		{"brackets and references stay what they are", "[x] [y][] [z][r]\n\n[r]: page:r\n[y]: page:y",
			`[x] <a href="page:y">y</a> <a href="page:r">z</a>`},
	}
	r := frenchRenderer()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := r.Render(bodyPos(), tt.markdown)
			if diff := cmp.Diff("<p>"+tt.want+"</p>\n", spliced(got)); diff != "" {
				t.Errorf("Render(%q) (-want +got):\n%s", tt.markdown, diff)
			}
			if len(got.Problems) > 0 {
				t.Errorf("problems: %q", told(got.Problems))
			}
		})
	}
}

func TestRawHTML(t *testing.T) {
	tests := []struct{ name, markdown, off, on string }{
		{"in a text", "un <b class=\"x\">mot</b> <!-- note -->fin", "<p>un &lt;b class=&quot;x&quot;&gt;mot&lt;/b&gt; fin</p>\n",
			"<p>un <b class=\"x\">mot</b> fin</p>\n"},
		{"a block", "<div>\nÉté\n</div>\n\nx", "<p>&lt;div&gt;\nÉté\n&lt;/div&gt;</p>\n<p>x</p>\n",
			"<div>\nÉté\n</div>\n<p>x</p>\n"},
		{"a script, which ends with its line", "<script>alert('é')</script>\nx",
			"<p>&lt;script&gt;alert('é')&lt;/script&gt;</p>\n<p>x</p>\n", "<script>alert('é')</script>\n<p>x</p>\n"},
		{"comments", "<!-- a\n\nb -->\n\n<!-- c --><!-- d -->\n\n<!---->\n\nx", "<p>x</p>\n", "<p>x</p>\n"},
		{"text after a comment", "<!-- a --> *b*", "<p>*b*</p>\n", "*b*\n"},
		{"a comment without end", "<!-- a\n\nb", "<p>&lt;!-- a\n\nb</p>\n", "<!-- a\n\nb\n"},
	}
	off, on := frenchRenderer(), New(source.French, frenchWords(), Options{RawHTML: true})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.off, spliced(off.Render(bodyPos(), tt.markdown))); diff != "" {
				t.Errorf("off (-want +got):\n%s", diff)
			}
			got := on.Render(bodyPos(), tt.markdown)
			if diff := cmp.Diff(tt.on, spliced(got)); diff != "" {
				t.Errorf("on (-want +got):\n%s", diff)
			}
			if len(got.Problems) > 0 {
				t.Errorf("problems with raw HTML on: %q", told(got.Problems))
			}
		})
	}
}

func TestSameInEveryForm(t *testing.T) {
	const body = "# Été\n\n> [!NOTE]\n> a\\\n> b\n\n- [x](y)\n\n```\ncode\n```\n\n<!-- a\nb -->\n\n[z]{lang=en}\n"
	r := frenchRenderer()
	want := r.Render(bodyPos(), body)
	for name, form := range map[string]string{
		"CRLF": strings.ReplaceAll(body, "\n", "\r\n"),
		"CR":   strings.ReplaceAll(body, "\n", "\r"),
	} {
		if diff := cmp.Diff(want, r.Render(bodyPos(), form), cmp.AllowUnexported(Document{}, hole{})); diff != "" {
			t.Errorf("%s (-LF +%s):\n%s", name, name, diff)
		}
	}
	for _, body := range []string{"a\x00b", "a\xe9b", "a\ufffdb"} {
		if got := spliced(r.Render(bodyPos(), body)); got != "<p>a\ufffdb</p>\n" {
			t.Errorf("Render(%q) = %q", body, got)
		}
	}
}

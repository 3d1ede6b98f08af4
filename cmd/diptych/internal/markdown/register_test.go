package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDocumentLinks has the register fill its holes, for a document that can be linked and for one that can't.
func TestDocumentLinks(t *testing.T) {
	const (
		attributes = ` href="/plan.pdf" hreflang="en" type="application/pdf"`
		note       = " (en anglais seulement, PDF, 214\u00a0Ko)"
	)
	tests := []struct{ name, markdown, linked, unlinked string }{
		{"the author's words", "Voir [le *plan*](doc:plan).",
			"Voir <a" + attributes + ">le <em>plan</em></a>" + note + ".", "Voir <a>le <em>plan</em></a>" + note + "."},
		{"the document's title", "Voir [](doc:plan).",
			"Voir <a" + attributes + ` lang="en-GB">Plan &lt;2&gt;</a>` + note + ".", `Voir <a lang="en-GB">Plan &lt;2&gt;</a>` + note + "."},
		{"a bare id", "<doc:plan>, oui",
			"<a" + attributes + ` lang="en-GB">Plan &lt;2&gt;</a>` + note + ", oui", `<a lang="en-GB">Plan &lt;2&gt;</a>` + note + ", oui"},
		{"white space for a text", "[ ](doc:plan){lang=de}",
			"<a" + attributes + ` lang="en-GB">Plan &lt;2&gt;</a>` + note, `<a lang="en-GB">Plan &lt;2&gt;</a>` + note},
		{"a comment for a text", "[<!-- à voir -->](doc:plan)",
			"<a" + attributes + ` lang="en-GB">Plan &lt;2&gt;</a>` + note, `<a lang="en-GB">Plan &lt;2&gt;</a>` + note},
		{"a title and a language", `[Plan](doc:plan "L’été"){lang=en}`,
			"<a" + attributes + ` lang="en" title="L’été">Plan</a>` + note, `<a lang="en" title="L’été">Plan</a>` + note},
		{"a picture in the text", "[![Plan](plan.png)](doc:plan) [a](b)",
			"<a" + attributes + `><img src="plan.png" alt="Plan"></a>` + note + ` <a href="b">a</a>`,
			`<a><img src="plan.png" alt="Plan"></a>` + note + ` <a href="b">a</a>`},
		{"one behind the other", "[a](doc:a)[](doc:b)",
			"<a" + attributes + ">a</a>" + note + "<a" + attributes + ` lang="en-GB">Plan &lt;2&gt;</a>` + note,
			"<a>a</a>" + note + `<a lang="en-GB">Plan &lt;2&gt;</a>` + note},
		{"in a passage of the other language", "[see [the plan](doc:plan)]{lang=en}",
			`<span lang="en">see <a` + attributes + `>the plan</a><span lang="fr">` + note + "</span></span>",
			`<span lang="en">see <a>the plan</a><span lang="fr">` + note + "</span></span>"},
		{"a picture is no such link", "![Plan](doc:plan)", `<img src="doc:plan" alt="Plan">`, `<img src="doc:plan" alt="Plan">`},
		{"inside another link", "[a <doc:plan> b](c)", `<a href="c">a doc:plan b</a>`, `<a href="c">a doc:plan b</a>`},
	}
	r := frenchRenderer()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := r.Render(bodyPos(), tt.markdown)
			for address, want := range map[string]string{"/plan.pdf": tt.linked, "": tt.unlinked} {
				if diff := cmp.Diff("<p>"+want+"</p>\n", noted(d, address)); diff != "" {
					t.Errorf("at %q (-want +got):\n%s", address, diff)
				}
			}
			if len(d.Problems) > 0 {
				t.Errorf("problems: %q", told(d.Problems))
			}
		})
	}
}

// TestDocumentLinksWithoutANote holds that no empty brackets are left where there is nothing to say.
func TestDocumentLinksWithoutANote(t *testing.T) {
	d := frenchRenderer().Render(bodyPos(), "[a](doc:a) et [](doc:b)")
	if diff := cmp.Diff("<p><a href=\"doc:a\">a</a> et <a href=\"doc:b\"></a></p>\n", spliced(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAsides finds what authors put between brackets behind a link to a document, and nothing else.
func TestAsides(t *testing.T) {
	tests := []struct {
		markdown, want string
		line, column   int
	}{
		{"[a](doc:a) (PDF en anglais), oui", "(PDF en anglais)", 6, 12},
		{"Été : [a](doc:a)[PDF]", "[PDF]", 6, 17},
		{"[a](doc:a)\u00a0(en anglais)", "(en anglais)", 6, 12},
		{"[a](doc:a){lang=en} (PDF)", "(PDF)", 6, 21},
		{"[a](doc:a)\n(PDF, 214 Ko)", "(PDF, 214 Ko)", 7, 1},
		{"<doc:a> (PDF)", "(PDF)", 6, 9},
		{"- [a](doc:a) (PDF)", "(PDF)", 6, 14},
		{"[a](doc:a), (PDF)", "", 0, 0},
		{"[a](doc:a) et (PDF)", "", 0, 0},
		{"[a](doc:a) [PDF](b.pdf)", "", 0, 0},
		{"[a](doc:a) (PDF\nen anglais)", "", 0, 0},
		{"[a](doc:a) (un (PDF) là)", "", 0, 0},
		{"[a](doc:a) (PDF", "", 0, 0},
		{"[a](doc:a)\n\n(PDF)", "", 0, 0},
		{"[a](doc:a) `(PDF)`", "", 0, 0},
		{"[a](doc:a) *(PDF)*", "", 0, 0},
		{"| [a](doc:a) | (PDF) |\n|-|-|", "", 0, 0},
		{"[a](doc:a)", "", 0, 0},
	}
	r := frenchRenderer()
	for _, tt := range tests {
		links := r.Render(bodyPos(), tt.markdown).Links
		if len(links) == 0 || links[0].Document == nil {
			t.Fatalf("%q has the links %+v", tt.markdown, links)
		}
		got := links[0].Document
		if got.Aside != tt.want || got.AsidePos.Line != tt.line || got.AsidePos.Column != tt.column {
			t.Errorf("%q: %q at %v, want %q at %d:%d", tt.markdown, got.Aside, got.AsidePos, tt.want, tt.line, tt.column)
		}
	}
}

// TestTitlesAreWords holds that typography takes a title which is not known yet for a word.
func TestTitlesAreWords(t *testing.T) {
	d := set().Render(bodyPos(), "Voir [](doc:plan) : c'est « [](doc:note) »")
	want := "<p>Voir <a href=\"doc:plan\"></a>\u00a0: c’est «\u00a0<a href=\"doc:note\"></a>\u00a0»</p>\n"
	if diff := cmp.Diff(want, spliced(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDocumentAsTitle holds that a link without a text of its own is not lost where it is all the text there is.
func TestDocumentAsTitle(t *testing.T) {
	got := set().Render(bodyPos(), "> [!NOTE] [](doc:plan)\n> Oui.\n\n## Voir [](doc:note) : là\n")
	if len(got.Links) != 2 || got.Links[0].Destination != "doc:plan" || got.Links[1].Destination != "doc:note" {
		t.Errorf("links %+v", got.Links)
	}
	if text := got.Headings[0].Text; text != "Voir \u00a0: là" {
		t.Errorf("the contents say %q", text)
	}
}

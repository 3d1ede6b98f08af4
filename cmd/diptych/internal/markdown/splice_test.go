package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

const partsOfBody = `Avant.[^1]

## Dates {#dates}

Les [dates](#dates).

### Juin

> # Cité

## Suite

Fin.

[^1]: Note.
`

// turned leads from each heading to a part that the other half calls by its number.
func turned(heading int) Turn {
	return Turn{
		Alias: []string{"", "june", "", "more"}[heading], Address: "/en/#" + []string{"dates", "june", "", "more"}[heading],
		Lang: "en", Tag: "en-GB", Name: "English", Title: "A & B",
	}
}

// TestSpliceParts shows what goes around a heading: a section down to the next heading that is not below it, an element that
// bears the id of the other half, and the link there.
func TestSpliceParts(t *testing.T) {
	d := New(source.French, frenchWords(), Options{}).Render(bodyPos(), partsOfBody)
	out := d.Splice(Filling{
		Link: func(l Link) Target { return Target{Address: l.Destination} },
		Turn: func(heading int) Turn {
			if heading == 2 { // a heading that nothing answers
				return Turn{}
			}
			return turned(heading)
		},
	})
	const link = `" hreflang="en" lang="en-GB" translate="no"><span>English</span> <span>A &amp; B</span></a></div>`
	want := lines(
		`<p>Avant.<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">1</a></sup></p>`,
		`<section>`,
		`<div class="heading"><h2 id="dates">Dates</h2> <a class="turn" href="/en/#dates`+link,
		`<p>Les <a href="#dates">dates</a>.</p>`,
		`<section>`,
		`<div class="heading" id="june"><h3 id="juin">Juin</h3> <a class="turn" href="/en/#june`+link,
		`<blockquote>`,
		`<div class="heading"><h1 id="cite">Cité</h1></div>`,
		`</blockquote>`,
		`</section>`,
		`</section>`,
		`<section>`,
		`<div class="heading" id="more"><h2 id="suite">Suite</h2> <a class="turn" href="/en/#more`+link,
		`<p>Fin.</p>`,
		`</section>`,
		`<section class="footnotes" role="doc-endnotes" aria-label="Notes">`,
		`<ol>`,
		`<li id="fn:1">`,
		"<p>Note.\u00a0<a href=\"#fnref:1\" role=\"doc-backlink\" aria-label=\"Retour à l’appel de note 1\">↩\ufe0e</a></p>",
		`</li>`,
		`</ol>`,
		`</section>`,
	)
	if diff := cmp.Diff(want, out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestCut shows a body in pieces, for a page on which the other half stands beside it: each id has its language in front.
func TestCut(t *testing.T) {
	body := partsOfBody + "\n| a |\n| - |\n| b |\n"
	d := New(source.French, frenchWords(), Options{}).Render(bodyPos(), body)
	pieces := d.Cut(Filling{ID: "fr-", Link: func(l Link) Target { return Target{Address: l.Destination} }})
	var headings []int
	var whole strings.Builder
	for _, piece := range pieces {
		headings = append(headings, piece.Heading)
		whole.WriteString(piece.HTML)
	}
	if diff := cmp.Diff([]int{Lead, 0, 1, 3, Notes}, headings); diff != "" {
		t.Errorf("pieces (-want +got):\n%s", diff)
	}
	if start := pieces[3].HTML; !strings.HasPrefix(start, `<div class="heading"><h2 id="fr-suite">Suite</h2></div>`) ||
		!strings.Contains(start, `aria-labelledby="fr-suite"`) {
		t.Errorf("a piece is\n%s", start)
	}
	for _, id := range []string{`id="fr-fn:1"`, `href="#fr-fn:1"`, `id="fr-fnref:1"`, `href="#fr-fnref:1"`, `id="fr-cite"`} {
		if !strings.Contains(whole.String(), id) {
			t.Errorf("there is no %s in\n%s", id, whole.String())
		}
	}
	if strings.Contains(whole.String(), "<section>") {
		t.Errorf("sections are open over pieces:\n%s", whole.String())
	}
}

// TestCutWithoutHeadings: a body without a heading is one piece, and one without a text is none.
func TestCutWithoutHeadings(t *testing.T) {
	for body, want := range map[string]int{"": 0, "Été.\n": 1, "# Été\n": 1} {
		if got := len(frenchRenderer().Render(bodyPos(), body).Cut(Filling{})); got != want {
			t.Errorf("%q: %d pieces, want %d", body, got, want)
		}
	}
}

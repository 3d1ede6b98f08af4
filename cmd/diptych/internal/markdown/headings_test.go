package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHeadings(t *testing.T) {
	tests := []struct {
		name, markdown string
		want           []Heading
	}{
		{"slugs", "# L’été à Paris\n\n## `x` &amp; **œuvres** [ici](page:a)\n\nTitre\nsuite\n=====\n\n###### 日本\n\n#\n", []Heading{
			{1, "l-ete-a-paris", "", "L’été à Paris", 6},
			{2, "x-oeuvres-ici", "", "x & œuvres ici", 8},
			{1, "titre-suite", "", "Titre suite", 10},
			{6, "section", "", "日本", 14},
			{1, "section-2", "", "", 16},
		}},
		{"keys", "# Réunions {#meetings}\n## *Dates* {#dates-2} ##\nLieu\n{#place}\n---\n# {#top}", []Heading{
			{1, "meetings", "meetings", "Réunions", 6},
			{2, "dates-2", "dates-2", "Dates", 7},
			{2, "place", "place", "Lieu", 8},
			{1, "top", "top", "", 11},
		}},
		{"repeats, and a key that comes later", "# Dates\n# Dates\n# Dates\n# Autre {#dates}\n# Dates 2\n# x {#dates-3}", []Heading{
			{1, "dates-2", "", "Dates", 6},
			{1, "dates-4", "", "Dates", 7},
			{1, "dates-5", "", "Dates", 8},
			{1, "dates", "dates", "Autre", 9},
			{1, "dates-2-2", "", "Dates 2", 10},
			{1, "dates-3", "dates-3", "x", 11},
		}},
		{"no key", "# a `{#b}`\n# c \\{#d}\n# {#e} f\n# g {h}\n# [i {#j}](k)", []Heading{
			{1, "a-b", "", "a {#b}", 6},
			{1, "c-d", "", "c {#d}", 7},
			{1, "e-f", "", "{#e} f", 8},
			{1, "g-h", "", "g {h}", 9},
			{1, "i-j", "", "i {#j}", 10},
		}},
		{"what a text is made of", "# a[^1] ![b *c*](d) https://un.org <i>e</i> <!-- f --> [g]{lang=en}\n\n[^1]: x", []Heading{
			{1, "a-b-c-https-un-org-i-e-i-g", "", "a b c https://un.org <i>e</i>  g", 6},
		}},
		{"in quotations, lists and footnotes", "> # a\n\n- # a\n\nx[^1]\n\n[^1]: # a\n", []Heading{
			{1, "a", "", "a", 6}, {1, "a-2", "", "a", 8}, {1, "a-3", "", "a", 12},
		}},
	}
	r := frenchRenderer()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := r.Render(bodyPos(), tt.markdown).Headings
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("Render(%q) (-want +got):\n%s", tt.markdown, diff)
			}
		})
	}
}

func TestHeadingHTML(t *testing.T) {
	const body = "# L’*été* [here]{lang=en} {#summer}\n## &lt;x"
	want := lines(`<h1 id="summer">L’<em>été</em> <span lang="en">here</span></h1>`, `<h2 id="x">&lt;x</h2>`)
	if diff := cmp.Diff(want, spliced(frenchRenderer().Render(bodyPos(), body))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

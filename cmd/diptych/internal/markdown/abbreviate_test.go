package markdown

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// sampleAbbreviations are short forms in both languages, of all kinds.
func sampleAbbreviations() map[source.Lang]map[string]string {
	return map[source.Lang]map[string]string{
		source.French: {
			"A4P": "Action pour le maintien de la paix", "A4P+": "Action pour le maintien de la paix Plus",
			"ONU": "Organisation des Nations Unies", "ONU-Femmes": "Entité des Nations Unies pour l'égalité des sexes",
			"N.U.": "Nations Unies", "É.-U.": "États-Unis d'Amérique", "R&D": "recherche & développement",
		},
		source.English: {
			"A4P": "Action for Peacekeeping", "A4P+": "Action for Peacekeeping Plus", "UN": "United Nations",
			"DPO": "the Secretariat's \"Department of Peace Operations\"",
		},
	}
}

// renderers gives a renderer that leaves the text of a language as it was typed, and one that sets it. Both explain
// abbreviations.
func renderers(lang source.Lang, rawHTML bool) (asTyped, set *Renderer) {
	french, english := typography.For("fr"), typography.For("en-GB")
	options := Options{RawHTML: rawHTML, Abbreviations: sampleAbbreviations()}
	asTyped = New(lang, frenchWords(), options)
	options.Typography = map[source.Lang]*typography.Rules{source.French: &french, source.English: &english}
	return asTyped, New(lang, frenchWords(), options)
}

// abbrTag is the start of an element that explains an abbreviation.
var abbrTag = regexp.MustCompile(`<abbr title="([^"]*)">(.*?)</abbr>`)

// short writes the elements of HTML so that a table stays readable: <abbr title="long">A4P</abbr> as {A4P=long}.
func short(html string) string { return abbrTag.ReplaceAllString(html, "{$2=$1}") }

// TestAbbreviations shows what is a use of an abbreviation, and which of them explains it. All holds with typography and
// without.
func TestAbbreviations(t *testing.T) {
	const (
		a4p   = "{A4P=Action pour le maintien de la paix}"
		plus  = "{A4P+=Action pour le maintien de la paix Plus}"
		un    = "{ONU=Organisation des Nations Unies}"
		enA4P = "{A4P=Action for Peacekeeping}"
		enUN  = "{UN=United Nations}"
	)
	tests := map[string]struct {
		lang           source.Lang
		markdown, want string
	}{
		"the first use":                {"fr", "A4P, A4P et\n\nA4P", "<p>" + a4p + ", A4P et</p>\n<p>A4P</p>\n"},
		"the first use in English":     {"en", "The A4P is A4P.", "<p>The " + enA4P + " is A4P.</p>\n"},
		"each by itself":               {"fr", "A4P+, A4P et A4P+", "<p>" + plus + ", " + a4p + " et A4P+</p>\n"},
		"two in a row":                 {"fr", "ONU A4P", "<p>" + un + " " + a4p + "</p>\n"},
		"after an apostrophe":          {"fr", "l’ONU, d’A4P", "<p>l’" + un + ", d’" + a4p + "</p>\n"},
		"before an apostrophe":         {"en", "the UN’s role", "<p>the " + enUN + "’s role</p>\n"},
		"at the end of a sentence":     {"fr", "l’ONU. (A4P), A4P+.", "<p>l’" + un + ". (" + a4p + "), " + plus + ".</p>\n"},
		"within brackets and slashes":  {"fr", "(ONU/A4P)", "<p>(" + un + "/" + a4p + ")</p>\n"},
		"part of a word":               {"fr", "MONU, ONUSIEN, A4PX, xA4P, A4P2, ONU_x, OnuONU", "<p>MONU, ONUSIEN, A4PX, xA4P, A4P2, ONU_x, OnuONU</p>\n"},
		"another case":                 {"fr", "a4p, Onu", "<p>a4p, Onu</p>\n"},
		"a plus more":                  {"fr", "A4P++, ONU+", "<p>A4P++, ONU+</p>\n"},
		"a hyphen before and behind":   {"fr", "l’après-ONU, A4P-II", "<p>l’après-" + un + ", " + a4p + "-II</p>\n"},
		"a hyphen of its own":          {"fr", "ONU-Femmes", "<p>{ONU-Femmes=Entité des Nations Unies pour l’égalité des sexes}</p>\n"},
		"a hyphen more":                {"fr", "ONU-Femmes-x", "<p>" + un + "-Femmes-x</p>\n"},
		"full stops of its own":        {"fr", "les N.U. et l’O.N.U.", "<p>les {N.U.=Nations Unies} et l’O.N.U.</p>\n"},
		"a full stop behind its own":   {"fr", "aux N.U.. N.U.A", "<p>aux {N.U.=Nations Unies}. N.U.A</p>\n"},
		"a name with a full stop":      {"fr", "ONU.pdf, A4P.2", "<p>ONU.pdf, A4P.2</p>\n"},
		"accents and a hyphen":         {"fr", "aux É.-U.", "<p>aux {É.-U.=États-Unis d’Amérique}</p>\n"},
		"emphasis, links and lists":    {"fr", "- **A4P**\n- [l’*ONU*](https://un.org)", "<ul>\n<li><strong>" + a4p + "</strong></li>\n<li><a href=\"https://un.org\">l’<em>" + un + "</em></a></li>\n</ul>\n"},
		"a word across emphasis":       {"fr", "*A4P*+, x*ONU* et O*NU*", "<p><em>A4P</em>+, x<em>ONU</em> et O<em>NU</em></p>\n"},
		"not in headings":              {"fr", "## A4P {#x}\n\nA4P", "<h2 id=\"x\">A4P</h2>\n<p>" + a4p + "</p>\n"},
		"not in code":                  {"fr", "`A4P`\n\n    A4P\n\nA4P", "<p><code>A4P</code></p>\n<pre tabindex=\"0\"><code>A4P\n</code></pre>\n<p>" + a4p + "</p>\n"},
		"not in addresses":             {"fr", "<https://un.org/A4P> www.un.org/ONU A4P", "<p><a href=\"https://un.org/A4P\">https://un.org/A4P</a> <a href=\"http://www.un.org/ONU\">www.un.org/ONU</a> " + a4p + "</p>\n"},
		"not in titles and pictures":   {"fr", "![A4P](https://un.org/A4P.png) [l’A4P](https://un.org/A4P \"A4P\")", "<p><img src=\"https://un.org/A4P.png\" alt=\"A4P\"> <a href=\"https://un.org/A4P\" title=\"A4P\">l’" + a4p + "</a></p>\n"},
		"cells":                        {"fr", "| A4P |\n| --- |\n| A4P ONU |", `<th scope="col">` + a4p + "</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>A4P " + un + "</td>"},
		"definitions":                  {"fr", "A4P\n: ONU, A4P", "<dl>\n<dt>" + a4p + "</dt>\n<dd>" + un + ", A4P</dd>\n</dl>\n"},
		"a callout's title":            {"fr", "> [!NOTE] L’A4P\n> A4P", "<p class=\"callout-title\">L’" + a4p + "</p>\n<p>A4P</p>"},
		"a footnote comes last":        {"fr", "[^1]: A4P, ONU\n\nA4P[^1].", "<p>A4P, " + un},
		"an escape":                    {"fr", `A4P\+ et A4P\+, \A4P, \(ONU\)`, "<p>" + plus + ` et A4P+, \` + a4p + ", (" + un + ")</p>\n"},
		"a reference":                  {"fr", "A4P&#43;&nbsp;; &Eacute;.-U., R&amp;D, R&D", "<p>" + plus + "\u00a0; {É.-U.=États-Unis d’Amérique}, {R&amp;D=recherche &amp; développement}, R&amp;D</p>\n"},
		"a reference beside it":        {"fr", "&eacute;ONU ONU&eacute; &#65;4P &quot;ONU&quot;", "<p>éONU ONUé " + a4p + " "},
		"over a line end":              {"fr", "la\nA4P\nx  \nONU", "<p>la\n" + a4p + "\nx<br>\n" + un + "</p>\n"},
		"the other language":           {"fr", "[A4P, UN, ONU]{lang=en} A4P, UN", `<p><span lang="en">` + enA4P + ", " + enUN + ", ONU</span> " + a4p + ", UN</p>\n"},
		"the other language's region":  {"en", "[l’ONU]{lang=fr-CA} ONU", `<p><span lang="fr-CA">l’` + un + "</span> ONU</p>\n"},
		"a link in the other language": {"fr", "[A4P](https://un.org){lang=en}", `<p><a href="https://un.org" lang="en" hreflang="en">` + enA4P + "</a></p>\n"},
		"back in the page's language":  {"fr", "[A4P [A4P]{lang=fr} UN]{lang=en}", `<p><span lang="en">` + enA4P + ` <span lang="fr">` + a4p + "</span> " + enUN + "</span></p>\n"},
		"a third language":             {"fr", "[A4P]{lang=es} A4P", `<p><span lang="es">A4P</span> ` + a4p + "</p>\n"},

		"explained":                     {"fr", "Action pour le maintien de la paix (A4P), A4P", "<p>Action pour le maintien de la paix (A4P), A4P</p>\n"},
		"explained in English":          {"en", "Action for Peacekeeping (A4P) is A4P", "<p>Action for Peacekeeping (A4P) is A4P</p>\n"},
		"explained over emphasis":       {"fr", "l’« *action pour le maintien de la* paix » (**A4P**), A4P", "<p>l’«\u00a0<em>action pour le maintien de la</em> paix\u00a0» (<strong>A4P</strong>), A4P</p>\n"},
		"explained over a line end":     {"fr", "L’Action pour le maintien\nde la paix\n(A4P). A4P", "<p>L’Action pour le maintien\nde la paix\n(A4P). A4P</p>\n"},
		"explained with another spirit": {"fr", "l’entité des Nations Unies pour l’égalité des sexes (ONU-Femmes) ONU-Femmes", "<p>l’entité des Nations Unies pour l’égalité des sexes (ONU-Femmes) ONU-Femmes</p>\n"},
		"explained by another":          {"fr", "Action pour le maintien de la paix (A4P+)", "<p>Action pour le maintien de la paix (" + plus + ")</p>\n"},
		"explained elsewhere":           {"fr", "Action pour le maintien de la paix, ou (A4P)", "<p>Action pour le maintien de la paix, ou (" + a4p + ")</p>\n"},
		"the end of another word":       {"fr", "Réaction pour le maintien de la paix (A4P)", "<p>Réaction pour le maintien de la paix (" + a4p + ")</p>\n"},
		"explained without brackets":    {"fr", "Action pour le maintien de la paix A4P", "<p>Action pour le maintien de la paix " + a4p + "</p>\n"},
		"explained in the other":        {"fr", "[Action for Peacekeeping]{lang=en} (A4P)", `<p><span lang="en">Action for Peacekeeping</span> (` + a4p + ")</p>\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			asTyped, set := renderers(test.lang, false)
			for _, r := range []*Renderer{asTyped, set} {
				got := plainer(short(spliced(r.Render(bodyPos(), test.markdown))))
				if want := plainer(test.want); !strings.Contains(got, want) {
					t.Errorf("set: %t (-want +got):\n%s", r == set, cmp.Diff(want, got))
				}
			}
		})
	}
}

// plainer writes a text with the spaces and apostrophes of a keyboard, in which typography may differ.
var plainer = strings.NewReplacer("\u202f", " ", "\u00a0", " ", "’", "'").Replace

// TestAbbreviationTitle: what an abbreviation stands for is set in its own language, or not at all.
func TestAbbreviationTitle(t *testing.T) {
	const body = "L'É.-U. et le [DPO]{lang=en}."
	asTyped, set := renderers(source.French, false)
	tests := map[string]struct {
		renderer *Renderer
		want     string
	}{
		"set": {set, `<p>L’<abbr title="États-Unis d’Amérique">É.-U.</abbr> et le <span lang="en">` +
			`<abbr title="the Secretariat’s “Department of Peace Operations”">DPO</abbr></span>.</p>` + "\n"},
		"as typed": {asTyped, `<p>L'<abbr title="États-Unis d'Amérique">É.-U.</abbr> et le <span lang="en">` +
			`<abbr title="the Secretariat's &quot;Department of Peace Operations&quot;">DPO</abbr></span>.</p>` + "\n"},
	}
	for name, test := range tests {
		if got := string(test.renderer.Render(bodyPos(), body).HTML); got != test.want {
			t.Errorf("%s (-want +got):\n%s", name, cmp.Diff(test.want, got))
		}
	}
}

// TestAbbreviationInRawHTML: where HTML passes, the author may mark an abbreviation, and that is its first use.
func TestAbbreviationInRawHTML(t *testing.T) {
	_, set := renderers(source.French, true)
	tests := map[string]string{
		"<abbr title=\"x\">A4P</abbr>, A4P":  "<p><abbr title=\"x\">A4P</abbr>, A4P</p>\n",
		"<ABBR>A4P</ABBR> et ONU":            "<p><ABBR>A4P</ABBR> et <abbr title=\"Organisation des Nations Unies\">ONU</abbr></p>\n",
		"<abbr>A4P\n\nONU":                   "<p><abbr>A4P</p>\n<p><abbr title=\"Organisation des Nations Unies\">ONU</abbr></p>\n",
		"oui<br>ONU":                         "<p>oui<br><abbr title=\"Organisation des Nations Unies\">ONU</abbr></p>\n",
		"<b>ONU</b>SIEN, <!-- ONU --><i>ONU": "<p><b>ONU</b>SIEN, <i><abbr title=\"Organisation des Nations Unies\">ONU</abbr></p>\n",
	}
	for body, want := range tests {
		if got := string(set.Render(bodyPos(), body).HTML); got != want {
			t.Errorf("%s (-want +got):\n%s", body, cmp.Diff(want, got))
		}
	}
}

// TestAbbreviationsInText holds that headings, contents, alternative texts and labels never say what an abbreviation
// stands for, and that places stay those of the file.
func TestAbbreviationsInText(t *testing.T) {
	_, set := renderers(source.French, false)
	got := set.Render(bodyPos(), "A4P, la 2ème [x](page:accra).\n\n# L'A4P+\n\n![A4P](a.png)\n")
	if want := []Heading{{Level: 1, ID: "l-a4p", Text: "L’A4P+", Line: 8}}; !cmp.Equal(want, got.Headings) {
		t.Errorf("headings (-want +got):\n%s", cmp.Diff(want, got.Headings))
	}
	if len(got.Links) != 2 || got.Links[0].Pos.String() != "content/dhaka.fr.md:6:14" {
		t.Errorf("links %+v", got.Links)
	}
	if want := []string{"content/dhaka.fr.md:6:9 warning typography: \"2ème\" is not how an ordinal number is written"}; !cmp.Equal(want, told(got.Problems)) {
		t.Errorf("problems (-want +got):\n%s", cmp.Diff(want, told(got.Problems)))
	}
}

// FuzzAbbreviations holds that an abbreviation is explained at most once in each language, and that its element is all
// that it adds to a page.
func FuzzAbbreviations(f *testing.F) {
	for _, seed := range seeds() {
		f.Add(seed)
	}
	f.Add("A4P+ \\A4P\\+ A4P&#43;é*ONU*-Femmes N.U. [UN [ONU]{lang=fr} DPO]{lang=en} R&amp;D R&D\n\n## ONU\n\n> [!NOTE] ONU\n> `ONU`")
	f.Add("Nations Unies (N.U.) N.U.\n| ONU |\n| --- |\n| **ONU**-Femmes[^1] |\n\n[^1]: É.-U.\\\nA4P")
	f.Add("\tONU\n-\tONU &fjlig;ONU &ONU; [](doc:ONU) ![ONU](ONU)")
	asTyped, set := renderers(source.French, false)
	french, english := typography.For("fr"), typography.For("en-GB")
	plainTyped := New(source.French, frenchWords(), Options{})
	plainSet := New(source.French, frenchWords(), Options{
		Typography: map[source.Lang]*typography.Rules{source.French: &french, source.English: &english},
	})
	f.Fuzz(func(t *testing.T, body string) {
		for _, r := range [][2]*Renderer{{plainTyped, asTyped}, {plainSet, set}} {
			plain, marked := r[0].Render(bodyPos(), body), r[1].Render(bodyPos(), body)
			html := string(marked.HTML)
			if diff := cmp.Diff(string(plain.HTML), abbrTag.ReplaceAllString(html, "$2")); diff != "" {
				t.Errorf("abbreviations change more than themselves (-without +with):\n%s", diff)
			}
			seen := map[string]bool{}
			for _, found := range abbrTag.FindAllString(html, -1) {
				if seen[found] {
					t.Errorf("%s stands twice in %s", found, html)
				}
				seen[found] = true
			}
			checkDocument(t, marked)
			checkElements(t, spliced(marked))
			if diff := cmp.Diff(told(plain.Problems), told(marked.Problems)); diff != "" {
				t.Errorf("the problems differ (-without +with):\n%s", diff)
			}
		}
	})
}

package markdown

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// set renders bodies with the typography of both languages, and lets HTML through.
func set() *Renderer { return setting(true) }

func setting(rawHTML bool) *Renderer {
	french, english := typography.For("fr"), typography.For("en-GB")
	return New(source.French, frenchWords(), Options{RawHTML: rawHTML, Typography: map[source.Lang]*typography.Rules{
		source.French: &french, source.English: &english,
	}})
}

// visible writes the no-break spaces of a text so that they can be told apart: ~ for U+00A0, _ for U+202F.
var visible = strings.NewReplacer("\u00a0", "~", "\u202f", "_")

// TestTypeset shows where the rules of typography reach in a body, and where they don't: what they are is tested beside them.
func TestTypeset(t *testing.T) {
	tests := map[string]struct{ markdown, want string }{
		"paragraph":          {"L'été : oui !", "<p>L’été~: oui_!</p>\n"},
		"across emphasis":    {"**mot** : l'*été*", "<p><strong>mot</strong>~: l’<em>été</em></p>\n"},
		"across a quotation": {"\"**oui**, *non*\"", "<p>«~<strong>oui</strong>, <em>non</em>~»</p>\n"},
		"across lines":       {"le 1\njanvier : oui\nou non", "<p>le 1<sup>er</sup>~janvier~: oui\nou non</p>\n"},
		"hard break":         {"oui\\\n; non", "<p>oui<br>\n; non</p>\n"},
		"superior":           {"le 21e siècle", "<p>le 21<sup>e</sup> siècle</p>\n"},
		"escape":             {`5\'10\" et l'été`, "<p>5'10&quot; et l’été</p>\n"},
		"reference":          {"a&nbsp;: b&#39;c", "<p>a~: b’c</p>\n"},
		"code":               {"`a'b : c` ;", "<p><code>a'b : c</code>_;</p>\n"},
		"code block":         {"    l'été : oui", "<pre tabindex=\"0\"><code>l'été : oui\n</code></pre>\n"},
		"address":            {"<https://un.org/l'x:y> : là", "<p><a href=\"https://un.org/l'x:y\">https://un.org/l'x:y</a>~: là</p>\n"},
		"raw line break":     {"oui<br>\\; 1<br> janvier", "<p>oui<br>; 1<br> janvier</p>\n"},
		"raw HTML":           {"<b title=\"l'x : y\">l'été</b> : oui", "<p><b title=\"l'x : y\">l’été</b>~: oui</p>\n"},
		"link":               {"[l'été](https://un.org \"l'hiver : non\") ;", "<p><a href=\"https://un.org\" title=\"l’hiver~: non\">l’été</a>_;</p>\n"},
		"image":              {"![l'été : oui](https://un.org/a.png) !", "<p><img src=\"https://un.org/a.png\" alt=\"l’été~: oui\">_!</p>\n"},
		"figure":             {"![l'été](https://un.org/a.png \"L'été : oui\")", "<figure>\n<img src=\"https://un.org/a.png\" alt=\"l’été\">\n<figcaption>L’été~: oui</figcaption>\n</figure>\n"},
		"English span":       {"« [it's: \"so\"]{lang=en} » !", "<p>«~<span lang=\"en\">it’s: “so”</span>~»_!</p>\n"},
		"Spanish span":       {"[l'x \"y\" z]{lang=es} : l'été", "<p><span lang=\"es\">l'x &quot;y&quot; z</span>~: l’été</p>\n"},
		"cell":               {"| l'été : |\n| --- |\n| 12 % |", "<th scope=\"col\">l’été~:</th>"},
		"definition":         {"L'été :\n: oui !", "<dl>\n<dt>L’été~:</dt>\n<dd>oui_!</dd>\n</dl>\n"},
		"list":               {"- l'été ;\n- l'hiver.", "<ul>\n<li>l’été_;</li>\n<li>l’hiver.</li>\n</ul>\n"},
		"comment":            {"mot<!-- l'x : y --> : oui", "<p>mot~: oui</p>\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := visible.Replace(string(set().Render(bodyPos(), test.markdown).HTML))
			if !strings.Contains(got, test.want) {
				t.Errorf("(-want +got):\n%s", cmp.Diff(test.want, got))
			}
		})
	}
}

// TestTypesetHeading: the id is made of what was typed, the text of the contents is what readers see.
func TestTypesetHeading(t *testing.T) {
	got := set().Render(bodyPos(), "## L'été à *Paris* : le 1er `l'x`\n")
	want := []Heading{{Level: 2, ID: "l-ete-a-paris-le-1er-l-x", Text: "L’été à Paris\u00a0: le 1er l'x", Line: bodyPos().Line}}
	if diff := cmp.Diff(want, got.Headings); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if want := "<h2 id=\"l-ete-a-paris-le-1er-l-x\">L’été à <em>Paris</em>\u00a0: le 1<sup>er</sup> <code>l'x</code></h2>\n"; spliced(got) != want {
		t.Errorf("HTML %q, want %q", spliced(got), want)
	}
}

// TestRemarks tells of what letters would have to change for, where it stands, and once.
func TestRemarks(t *testing.T) {
	body := "Un texte.\n\nLa 2ème *réunion* des Etats Membres, `2ème`, [the Etat]{lang=en}.\n\nA l'issue, le 5 Juin.\n"
	var got []string
	for _, p := range set().Render(bodyPos(), body).Problems {
		got = append(got, p.Pos.String()+" "+p.Message.French+" ("+p.Hint.French+")")
	}
	want := []string{
		"content/dhaka.fr.md:8:4 un nombre ordinal ne s’écrit pas «\u00a02ème\u00a0» (écrivez 2e)",
		"content/dhaka.fr.md:8:23 il manque son accent à «\u00a0Etats\u00a0» (en français, les majuscules gardent leurs accents\u00a0: écrivez États)",
	}
	want = append(want,
		"content/dhaka.fr.md:10:1 il manque son accent à «\u00a0A\u00a0» (en français, les majuscules gardent leurs accents\u00a0: écrivez À)",
		"content/dhaka.fr.md:10:17 «\u00a0Juin\u00a0» a une majuscule (écrivez le nom d’un mois avec une minuscule\u00a0: juin)")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestTypesetKeepsTheRest holds that typography changes no element and no address: without the text, a body that is set
// is the same as one that is not.
func TestTypesetKeepsTheRest(t *testing.T) {
	body := frenchPage()
	plain, typeset := New(source.French, frenchWords(), Options{}).Render(bodyPos(), body), set().Render(bodyPos(), body)
	if diff := cmp.Diff(tags(plain.HTML), tags(typeset.HTML)); diff != "" {
		t.Errorf("elements (-plain +set):\n%s", diff)
	}
	for i := range plain.Links {
		if plain.Links[i].Destination != typeset.Links[i].Destination {
			t.Errorf("link %d leads to %q", i, typeset.Links[i].Destination)
		}
	}
}

// tags gives the tags of a text but for those of superiors, which typography adds, without the attributes that it sets.
func tags(text []byte) []string {
	var found []string
	for tokens := html.NewTokenizer(bytes.NewReader(text)); tokens.Next() != html.ErrorToken; {
		token := tokens.Token()
		if token.Type == html.TextToken || token.Data == "sup" && len(token.Attr) == 0 {
			continue
		}
		token.Attr = slices.DeleteFunc(token.Attr, func(a html.Attribute) bool { return a.Key == "title" || a.Key == "alt" })
		found = append(found, token.String())
	}
	return found
}

package check

import (
	"strings"

	"diptych/cmd/diptych/internal/source"
)

var outputHreflang = Rule{
	ID: "output-hreflang", Severity: source.Error,
	Summary: "a page does not say its language, or not where it stands in each language",
	Reason:  "A screen reader takes the voice of the language that <html lang> names (WCAG 2.2, criterion 3.1.1). A search engine shows readers the half in their language only where both halves name each other and themselves (Google, “Tell Google about localized versions of your page”).",
	page:    checkHreflang,
}

func checkHreflang(p *outputPage, f *pageFinder) {
	if p.kind == ofStatic {
		return
	}
	switch tag := primary(p.tag); {
	case p.tag == "":
		f.find(mark{element: "html"}, "the page does not say its language").to("write <html lang=\"{{.Tag}}\"> in the layout")
	case p.lang != "" && tag != p.lang:
		f.find(mark{element: "html"}, "a page in %s says that its language is %q", p.lang.Name(), p.tag).to("write <html lang=\"{{.Tag}}\"> in the layout")
	case !tag.Valid():
		f.find(mark{element: "html"}, "a page in both languages says that its language is %q", p.tag).to("write <html lang=\"{{.Tag}}\"> in the layout")
	}
	if p.half != nil && p.half.Half != nil && p.outputs.site.HasAddress() {
		p.checkAlternates(f)
	}
}

// everyAlternate is what to do about wrong alternates.
const everyAlternate = "write <link rel=\"alternate\" hreflang=\"{{.Hreflang}}\" href=\"{{.URL}}\"> for each of .Alternates"

// checkAlternates compares what the page says of its halves with where they are. If each page of a pair is right, they name
// each other.
func (p *outputPage) checkAlternates(f *pageFinder) {
	var missing []string
	for _, lang := range source.Langs() {
		if !p.checkAlternatesIn(lang, f) && p.half.Half != nil && p.half.Other().Half != nil {
			missing = append(missing, string(lang))
		}
	}
	if len(missing) > 0 {
		f.find(mark{element: "/head"}, "the page does not name its addresses by language: hreflang %s is missing", strings.Join(missing, ", ")).
			to(everyAlternate)
	}
}

// checkAlternatesIn looks at the addresses that the page names in a language, and tells whether there are any.
func (p *outputPage) checkAlternatesIn(lang source.Lang, f *pageFinder) (named bool) {
	there := p.half.Pair.Page(lang)
	for _, l := range p.alternates {
		tag, _ := attribute(l.node, "hreflang")
		if primary(tag) != lang {
			continue
		}
		named = true
		switch {
		case there.Half == nil:
			f.find(mark{address: l.address}, "hreflang %q names a page that stands in %s only: %s", tag, lang.Other().Name(), l.address).
				to(everyAlternate)
		case l.target.output != there.Output && (l.target.reach == toOutput || l.target.reach == toElsewhere):
			f.find(mark{address: l.address}, "hreflang %q does not name the page's own address in %s: %s", tag, lang.Name(), l.address).
				to(everyAlternate)
		}
	}
	return named
}

package check

import (
	"path"
	"strings"

	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/source"
)

var outputLanguage = Rule{
	ID: "output-language", Severity: source.Error,
	Summary: "a link in a layout, or in HTML, leads to a page of the site in the other language",
	Reason:  "Readers lose their language, though the page exists in theirs. The switch to the other half, and a link that says by its text, lang or hreflang where it leads, are left alone. Links in Markdown are looked at by `url-language`.",
	page:    checkOutputLanguage,
}

func checkOutputLanguage(p *outputPage, f *pageFinder) {
	if p.lang == "" || p.kind == ofStatic {
		return
	}
	for _, l := range p.links {
		if l.node.Data != "a" && l.node.Data != "area" || l.target.reach != toOutput || path.Ext(l.target.output) != ".html" ||
			langOf(l.target.output) != p.lang.Other() {
			continue
		}
		if l.target.output == p.otherHalf() || l.says(p.lang.Other()) || p.isOfMarkdown(l) {
			continue
		}
		f.find(mark{address: l.address}, "the link on a page in %s leads to a page in %s: %s", p.lang.Name(), p.lang.Other().Name(), l.address).
			to("take the address in the language of the page, or say where it leads: hreflang=\"%s\"", p.lang.Other())
	}
}

// otherHalf gives the path of the same page in the other language.
func (p *outputPage) otherHalf() string {
	if p.half != nil {
		return p.half.Other().Output
	}
	return string(p.lang.Other()) + strings.TrimPrefix(p.path, string(p.lang))
}

// says tells whether a link tells readers, or their programs, that it leads to a language.
func (l outputLink) says(lang source.Lang) bool {
	if marked, _ := attribute(l.node, "hreflang"); primary(marked) == lang || primary(l.lang) == lang || namesLanguage(textIn(l.node)) {
		return true
	}
	for inside := range l.node.Descendants() {
		if inside.Type == html.ElementNode {
			if own, _ := attribute(inside, "lang"); primary(own) == lang {
				return true
			}
		}
	}
	return false
}

// isOfMarkdown tells whether a link of the page's Markdown leads to the same place: these are looked at where they are
// written.
func (p *outputPage) isOfMarkdown(l outputLink) bool {
	if p.half == nil || p.half.Half == nil {
		return false
	}
	model := p.outputs.site.Model()
	pair, _ := model.Source(p.half.Key)
	for _, b := range model.Outline(pair, p.lang).Blocks {
		for _, written := range b.Links {
			address := written.Destination
			if below, rooted := strings.CutPrefix(address, "/"); rooted {
				address = p.outputs.addresses.of("").String() + below // Markdown is rooted in the site
			}
			if p.outputs.addresses.resolve(p.path, "", address).output == l.target.output {
				return true
			}
		}
	}
	return false
}

package check

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// outputKind is what a page comes from.
type outputKind uint8

const (
	ofPair     outputKind = iota
	ofBoth                // both halves of a pair, side by side
	standalone            // a layout alone: the chooser, or what is shown where nothing is
	ofStatic              // a file below static, whose author has his own ways
	redirect              // made by the tool
)

// outputPage is one page as it is published, while rules look at it.
type outputPage struct {
	outputs *outputs
	path    string
	kind    outputKind
	half    *site.Page  // nil unless it comes from a pair
	lang    source.Lang // by its address; "" for pages in both languages

	tag        string // of the whole page, as the element html has it
	base       string // what its relative addresses are relative to, where it says so
	ids        []string
	links      []outputLink
	alternates []outputLink
	headings   []outputHeading
	bare       []string // the addresses of the pictures without alt
}

// outputLink is an address in an element.
type outputLink struct {
	node    *html.Node
	address string
	lang    string // the language of the element, by itself or what is around it
	target  target
}

// outputHeading is a heading as readers see it.
type outputHeading struct {
	node  *html.Node
	level int
	id    string
}

// begin makes the page ready to be read.
func (p *outputPage) begin(o *outputs, path string) {
	*p = outputPage{
		outputs: o, path: path, lang: langOf(path), ids: p.ids[:0], links: p.links[:0], alternates: p.alternates[:0],
		headings: p.headings[:0], bare: p.bare[:0],
	}
	half, isPage := o.site.Model().PageAt(path)
	_, isBoth := o.site.Model().BilingualAt(path)
	origin := o.site.Origin(path).File
	switch {
	case isPage:
		p.half = half
	case isBoth && strings.HasPrefix(origin, "content/"):
		p.kind = ofBoth
	case strings.HasPrefix(origin, "layouts/"):
		p.kind = standalone
	case strings.HasPrefix(origin, "static/"):
		p.kind = ofStatic
	default:
		p.kind = redirect
	}
}

// sortedIDs gives the page's ids in one piece of memory of their own.
func (p *outputPage) sortedIDs() []string {
	ids := strings.Split(strings.Join(p.ids, " "), " ")
	slices.Sort(ids)
	return ids
}

// forget lets go of the page's elements, which the pool would otherwise hold.
func (p *outputPage) forget() {
	clear(p.ids)
	clear(p.links)
	clear(p.alternates)
	clear(p.headings)
	clear(p.bare)
}

// read takes in an element and what is in it. lang is the language of what is around it, below the whole page.
func (p *outputPage) read(node *html.Node, lang string) {
	if node.Type == html.ElementNode {
		if node.Data == "template" {
			return // nobody sees it before a script takes it out
		}
		if own, ok := attribute(node, "lang"); ok && node.Data != "html" {
			lang = own
		}
		p.element(node, lang)
	}
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		p.read(child, lang)
	}
}

func (p *outputPage) element(node *html.Node, lang string) {
	if id, ok := attribute(node, "id"); ok && id != "" {
		p.ids = append(p.ids, id)
	}
	switch node.Data {
	case "html":
		p.tag, _ = attribute(node, "lang")
	case "base":
		if href, ok := attribute(node, "href"); ok && p.base == "" {
			p.base = href
		}
		return
	case "a":
		if name, ok := attribute(node, "name"); ok { // a place on the page, as before HTML 5
			if id, _ := attribute(node, "id"); id != name {
				p.ids = append(p.ids, name)
			}
		}
	case "img":
		if _, ok := attribute(node, "alt"); !ok {
			address, _ := attribute(node, "src")
			p.bare = append(p.bare, address)
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		id, _ := attribute(node, "id")
		p.headings = append(p.headings, outputHeading{node, int(node.Data[1] - '0'), id})
	}
	p.addresses(node, lang)
}

// addresses takes in what an element leads to or takes in.
func (p *outputPage) addresses(node *html.Node, lang string) {
	for i := range node.Attr {
		switch a := &node.Attr[i]; {
		case a.Key == "href", a.Key == "src", a.Key == "poster", a.Key == "action", a.Key == "data" && node.Data == "object":
			p.link(node, strings.TrimSpace(a.Val), lang)
		case a.Key == "srcset" && !strings.Contains(a.Val, "data:"): // a comma in there separates nothing
			for candidate := range strings.SplitSeq(a.Val, ",") {
				if fields := strings.Fields(candidate); len(fields) > 0 {
					p.link(node, fields[0], lang)
				}
			}
		}
	}
}

func (p *outputPage) link(node *html.Node, address, lang string) {
	link := outputLink{node: node, address: address, lang: lang, target: p.outputs.addresses.resolve(p.path, p.base, address)}
	p.links = append(p.links, link)
	if node.Data == "link" && isAlternate(node) {
		p.alternates = append(p.alternates, link)
	}
}

// isAlternate tells whether an element <link> names the page in another language, and not a feed or calendar of it.
func isAlternate(node *html.Node) bool {
	rel, _ := attribute(node, "rel")
	_, typed := attribute(node, "type")
	_, marked := attribute(node, "hreflang")
	return strings.EqualFold(rel, "alternate") && marked && !typed
}

// attribute gives an attribute of an element.
func attribute(node *html.Node, key string) (value string, ok bool) {
	for i := range node.Attr {
		if a := &node.Attr[i]; a.Key == key && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}

// textIn gives the text in an element, with the alternative texts of its pictures.
func textIn(node *html.Node) string {
	var text strings.Builder
	for inside := range node.Descendants() {
		switch {
		case inside.Type == html.TextNode:
			text.WriteString(inside.Data)
		case inside.Data == "img":
			alt, _ := attribute(inside, "alt")
			text.WriteString(alt)
		}
	}
	return text.String()
}

// primary gives the language of a tag, without its region.
func primary(tag string) source.Lang {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return source.Lang(language)
}

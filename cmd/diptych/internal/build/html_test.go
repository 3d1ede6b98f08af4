package build

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// crawl is a finished site as a browser sees it.
type crawl struct {
	root    string // the address of the site's root, as a browser would have it
	outputs map[string]string
	pages   map[string]*crawled // by output path
}

// crawled is one HTML page.
type crawled struct {
	output, lang string
	headings     int // of the first level
	ids          map[string]int
	links        []crawledLink
	redirects    bool
	hollow       []string // attributes of a link on elements that lead nowhere
}

// crawledLink is what an element leads to or takes in.
type crawledLink struct{ element, rel, kind, hreflang, address string }

// TestEveryPageOfOurSites reads each page of the sample and of this site's own content, for each sort of address.
func TestEveryPageOfOurSites(t *testing.T) {
	own, err := source.Read("../../../..")
	if err != nil {
		t.Fatal(err)
	}
	for name, tree := range map[string]*source.Tree{"sample": sampleTree(t, nil), "own": own, "generated": sampleTree(t, generated(60))} {
		for _, base := range []string{ownHost, subPath, folder} {
			t.Run(name+" "+base, func(t *testing.T) {
				s := Assemble(tree, site.Options{Day: today, BaseURL: &base})
				outputs, problems := all(t, s)
				if source.HasErrors(problems) {
					t.Fatalf("problems:\n%s", strings.Join(told(problems), "\n"))
				}
				c := newCrawl(t, base, outputs)
				for _, page := range c.pages {
					c.check(t, page)
				}
			})
		}
	}
}

func newCrawl(t *testing.T, base string, outputs map[string]string) *crawl {
	c := &crawl{root: base, outputs: outputs, pages: map[string]*crawled{}}
	if base == folder {
		c.root = "file:///site/"
	}
	for output, text := range outputs {
		if !strings.HasSuffix(output, ".html") {
			continue
		}
		document, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%s: %v", output, err)
		}
		page := &crawled{output: output, ids: map[string]int{}}
		for node := range document.Descendants() {
			page.read(node)
		}
		c.pages[output] = page
	}
	return c
}

// read takes in one node of a page.
func (p *crawled) read(node *html.Node) {
	if node.Type != html.ElementNode {
		return
	}
	attributes := map[string]string{}
	for _, a := range node.Attr {
		attributes[a.Key] = a.Val
	}
	if id, ok := attributes["id"]; ok {
		p.ids[id]++
	}
	switch node.Data {
	case "html":
		p.lang = attributes["lang"]
	case "h1":
		p.headings++
	case "a":
		p.readPlaceholder(attributes)
	case "meta":
		p.redirects = p.redirects || attributes["http-equiv"] == "refresh"
	}
	for _, key := range []string{"href", "src"} {
		if address, ok := attributes[key]; ok {
			p.links = append(p.links,
				crawledLink{node.Data, attributes["rel"], attributes["type"], attributes["hreflang"], address})
		}
	}
}

// readPlaceholder takes in an element that stands for a link without an address, as for a document on request. It has no
// attribute of a link (HTML, 4.5.1).
func (p *crawled) readPlaceholder(attributes map[string]string) {
	if _, leads := attributes["href"]; leads {
		return
	}
	for _, key := range []string{"hreflang", "type", "rel", "target", "download"} {
		if _, ok := attributes[key]; ok {
			p.hollow = append(p.hollow, key)
		}
	}
}

func (c *crawl) check(t *testing.T, page *crawled) {
	if len(page.hollow) > 0 {
		t.Errorf("%s: elements without an address have the attributes %q", page.output, page.hollow)
	}
	tags := map[string]string{"fr": "fr", "en": "en-GB"}
	lang, below, _ := strings.Cut(page.output, "/")
	bilingual := lang == "fr-en"
	single := below != "" && !bilingual
	if want := tags[lang]; single && page.lang != want || !single && page.lang != "fr" {
		t.Errorf("%s: the language is %q, want %q", page.output, page.lang, want)
	}
	if want := map[bool]int{true: 1, false: 2}[single]; page.headings != want && !page.redirects {
		t.Errorf("%s: %d headings of the first level, want %d", page.output, page.headings, want)
	}
	for id, n := range page.ids {
		if n > 1 || id == "" || strings.ContainsAny(id, " \t\n") {
			t.Errorf("%s: %d elements have the id %q", page.output, n, id)
		}
	}
	for _, link := range page.links {
		c.checkLink(t, page, link)
		if strings.HasSuffix(link.address, ".pdf") && link.hreflang != "" && link.kind != "application/pdf" {
			t.Errorf("%s: the document %q has the type %q", page.output, link.address, link.kind)
		}
	}
	c.checkAlternates(t, page)
	if single && !page.redirects && !slices.ContainsFunc(c.otherHalves(page), func(other *crawled) bool {
		return slices.Contains(c.otherHalves(other), page)
	}) {
		t.Errorf("%s: no link to the other half that leads back", page.output)
	}
	if bilingual {
		c.checkHalves(t, page)
	}
}

// checkHalves sees to it that a page with both halves leads to the pages of both, and that these lead to it.
func (c *crawl) checkHalves(t *testing.T, page *crawled) {
	t.Helper()
	from := map[string]bool{}
	for output, half := range c.pages {
		lang, _, _ := strings.Cut(output, "/")
		if c.leads(page, half) && c.leads(half, page) {
			from[lang] = true
		}
	}
	if !from["fr"] || !from["en"] {
		t.Errorf("%s is not joined to its halves, only to those in %v", page.output, from)
	}
}

// leads tells whether a link of a page leads to another.
func (c *crawl) leads(page, to *crawled) bool {
	return slices.ContainsFunc(page.links, func(link crawledLink) bool {
		output, _, ok := c.target(page, link.address)
		return ok && link.element == "a" && output == to.output
	})
}

// target gives the output path and the fragment that a link of a page leads to; it is not ok if it leads elsewhere.
func (c *crawl) target(page *crawled, address string) (output, fragment string, ok bool) {
	here, _ := url.Parse(c.root + page.output)
	to, err := here.Parse(address)
	if err != nil {
		return "", "", false
	}
	fragment, to.Fragment, to.RawQuery = to.Fragment, "", ""
	path, ok := strings.CutPrefix(to.String(), c.root)
	path, err = url.PathUnescape(path)
	if ok && err == nil && c.root != "file:///site/" && (path == "" || strings.HasSuffix(path, "/")) {
		path += "index.html"
	}
	return path, fragment, ok && err == nil
}

func (c *crawl) checkLink(t *testing.T, page *crawled, link crawledLink) {
	output, fragment, ok := c.target(page, link.address)
	if !ok {
		u, err := url.Parse(link.address)
		if err != nil || u.Scheme == "" || u.Scheme == "file" || strings.HasPrefix(link.address, ownHost) {
			t.Errorf("%s: %s %q leads out of the site's own tree", page.output, link.element, link.address)
		}
		return
	}
	if _, there := c.outputs[output]; !there {
		t.Errorf("%s: %s %q leads to no output", page.output, link.element, link.address)
		return
	}
	if to := c.pages[output]; fragment != "" && to != nil && to.ids[fragment] != 1 {
		t.Errorf("%s: %q leads to no element of %s", page.output, link.address, output)
	}
	if c.root == "file:///site/" && strings.Contains(link.address, "://") {
		t.Errorf("%s: %q is absolute", page.output, link.address)
	}
}

// alternates gives a page's set of languages and addresses, sorted.
func (p *crawled) alternates() []string {
	var set []string
	for _, link := range p.links {
		if link.element == "link" && link.rel == "alternate" && link.kind == "" {
			set = append(set, link.hreflang+" "+link.address)
		}
	}
	slices.Sort(set)
	return set
}

// checkAlternates sees to it that each page of a set has the same set.
func (c *crawl) checkAlternates(t *testing.T, page *crawled) {
	set := page.alternates()
	bilingual := strings.HasPrefix(page.output, "fr-en/") // stands for both, and is no other version of either
	published := c.root != "file:///site/" && !strings.HasSuffix(page.output, "404.html") && !page.redirects && !bilingual
	if published != (len(set) > 0) {
		t.Errorf("%s: the set of alternates is %q", page.output, set)
	}
	for _, alternate := range set {
		_, address, _ := strings.Cut(alternate, " ")
		output, _, _ := c.target(page, address)
		if other := c.pages[output]; other == nil || !slices.Equal(other.alternates(), set) {
			t.Errorf("%s names the alternate %s, which has another set", page.output, alternate)
		}
	}
}

// otherHalves gives the pages in the other language that a page's links, which say so, lead to.
func (c *crawl) otherHalves(page *crawled) []*crawled {
	other := map[bool]string{true: "en", false: "fr"}[strings.HasPrefix(page.output, "fr/")]
	var halves []*crawled
	for _, link := range page.links {
		if link.element != "a" || link.hreflang != other {
			continue
		}
		if output, _, ok := c.target(page, link.address); ok && strings.HasPrefix(output, other+"/") && c.pages[output] != nil {
			halves = append(halves, c.pages[output])
		}
	}
	return halves
}

// TestNeighboursSayTheirLanguage has, in this site's own layouts, a neighbour whose half is missing: its title is in the
// other language, and says so.
func TestNeighboursSayTheirLanguage(t *testing.T) {
	own, err := source.Read("../../../..")
	if err != nil {
		t.Fatal(err)
	}
	base := ownHost
	changes := files{"content/suite/index.fr.md": half("La suite", "", ""), "content/suite/index.en.md": half("The sequel", "", ""),
		"content/suite/b.fr.md": half("Les suites de l’été", "", "Voilà."), "content/suite/b.en.md": half("After the summer", "", "So."),
		"content/suite/b.toml": "weight = 2\n"}
	for key, weight := range map[string]string{"a": "1", "c": "3"} {
		changes["content/suite/"+key+".en.md"] = half("Report "+key, "", "In English.")
		changes["content/suite/"+key+".toml"] = "weight = " + weight + "\n[exempt]\nlanguage = \"fr\"\nreason = \"En cours\"\n" +
			"owner = \"Bureau des langues\"\nuntil = 2024-01-31\n"
	}
	s := Assemble(own.With(changes), site.Options{Day: today, BaseURL: &base})
	french, english := read(t, s, "fr/suite/b/index.html"), read(t, s, "en/suite/b/index.html")
	for _, title := range []string{"Report a", "Report c"} {
		if !strings.Contains(french, `<span lang="en-GB">`+title+`</span>`) {
			t.Errorf("the French page does not say that %q is English:\n%s", title, french)
		}
		if !strings.Contains(english, "<span>"+title+"</span>") {
			t.Errorf("on the English page %q is not a neighbour as any other:\n%s", title, english)
		}
	}
}

package check

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/source"
)

// outputs are the pages of a site as they are published. Each is made, read and looked at by itself, many at a time, and
// forgotten: what is kept of it are its ids and its links into other pages.
type outputs struct {
	context   *siteContext
	site      *build.Site
	addresses addresses
	pages     []keptPage // as the site's paths
	readers   sync.Pool  // of *pageReader
}

// keptPage is what is kept of a page until all are made.
type keptPage struct {
	made    bool     // whether it is a page, and nothing was wrong with it, so that its ids are known
	ids     []string // sorted
	anchors []anchor
	found   []pageFinding
}

// anchor is a link to a place in another page.
type anchor struct {
	output   string // the path of the other page
	fragment string
}

// hasID tells whether an element of the page bears an id.
func (k *keptPage) hasID(id string) bool {
	_, found := slices.BinarySearch(k.ids, id)
	return found
}

// hasLayouts tells whether the site has pages as they are published.
func (c *siteChecker) hasLayouts() bool { return !c.site.Layouts().IsEmpty() }

// checkOutputs makes all outputs, as a build does, and has the rules look at the pages among them.
func (c *siteChecker) checkOutputs(ctx context.Context) (err error) {
	o := newOutputs(c.pairs.context, c.site)
	if c.told, err = c.site.Every(ctx, o, func() {}); err != nil {
		return err
	}
	f := &pageFinder{outputs: o}
	for i := range rules {
		if f.rule = &rules[i]; f.rule.pages != nil {
			f.rule.pages(o, f)
		}
	}
	for i := range o.pages {
		f.found = append(f.found, o.pages[i].found...)
	}
	c.found = append(c.found, o.settle(f.found)...)
	return nil
}

func newOutputs(c *siteContext, s *build.Site) *outputs {
	o := &outputs{context: c, site: s, addresses: newAddresses(s), pages: make([]keptPage, len(s.Paths()))}
	o.readers.New = func() any { return &pageReader{outputs: o} }
	return o
}

// at gives what is kept of an output; nil if there is no such path.
func (o *outputs) at(path string) *keptPage {
	if i, found := slices.BinarySearch(o.site.Paths(), path); found {
		return &o.pages[i]
	}
	return nil
}

// Create implements build.Target. What is no page is made for its problems alone.
func (o *outputs) Create(path string) (io.WriteCloser, error) {
	if !strings.HasSuffix(path, ".html") {
		return build.Unread{}, nil
	}
	r := o.readers.Get().(*pageReader)
	r.path = path
	r.text.Reset()
	return r, nil
}

// pageReader takes the bytes of one page after the other.
type pageReader struct {
	outputs *outputs
	path    string
	text    bytes.Buffer
	page    outputPage
}

func (r *pageReader) Write(p []byte) (int, error) { return r.text.Write(p) }

// Close looks at the page once it is whole. Nothing was written of one in which something is wrong.
func (r *pageReader) Close() error {
	o := r.outputs
	defer o.readers.Put(r)
	if r.text.Len() == 0 {
		return nil
	}
	root, err := html.ParseWithOptions(bytes.NewReader(r.text.Bytes()), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil // it only fails where reading fails, or at a depth that no layout reaches
	}
	p := &r.page
	defer p.forget()
	p.begin(o, r.path)
	p.read(root, "")
	kept := o.at(r.path)
	kept.made, kept.ids = true, p.sortedIDs()
	if p.kind == redirect {
		return nil
	}
	f := &pageFinder{outputs: o, path: r.path, anchors: kept.anchors}
	for i := range rules {
		if f.rule = &rules[i]; f.rule.page != nil {
			f.rule.page(p, f)
		}
	}
	kept.found, kept.anchors = f.found, f.anchors
	return nil
}

// langOf gives the language of an output by its address, or "" if that is of both.
func langOf(output string) source.Lang {
	folder, _, below := strings.Cut(output, "/")
	if lang := source.Lang(folder); below && lang.Valid() {
		return lang
	}
	return ""
}

package markdown

import (
	"bytes"

	"diptych/cmd/diptych/internal/source"
)

// Document is a rendered body. It is immutable.
type Document struct {
	HTML     []byte           // with a hole for each link
	Links    []Link           // in the order of their holes
	Headings []Heading        // in the order of the HTML
	Problems []source.Problem // sorted
}

// Link is a link or an image whose address other files decide on.
type Link struct {
	// Offset is where the address belongs in the HTML, in bytes: between the quotes of an empty attribute.
	Offset int
	// Destination is what the author wrote, with its fragment: `page:dhaka#dates`, `plan.pdf`, `#dates`. Backslashes,
	// character references and percent-encoding are decoded, save for %23, %25, %2F and %3F, which differ from the
	// characters that they stand for.
	Destination string
	Image       bool
	Pos         source.Pos
}

// Heading is a heading, on any depth: one in a quotation or a callout is among them.
type Heading struct {
	Level int    // 1 to 6
	ID    string // unique in the document
	Key   string // the key that the author gave, by which both halves know the heading, or ""; it is the ID then
	Text  string // plain text
	Line  int    // in the file
}

// Splice writes the HTML with an address in each hole. It asks resolve once for each link, in order, for an address
// that is a URL and not yet HTML.
func (d *Document) Splice(w *bytes.Buffer, resolve func(Link) string) {
	w.Grow(len(d.HTML) + 32*len(d.Links))
	from := 0
	for _, link := range d.Links {
		w.Write(d.HTML[from:link.Offset])
		from = link.Offset
		w.Write(escape(w.AvailableBuffer(), []byte(resolve(link))))
	}
	w.Write(d.HTML[from:])
}

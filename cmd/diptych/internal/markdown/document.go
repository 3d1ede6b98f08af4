package markdown

import (
	"bytes"

	"diptych/cmd/diptych/internal/source"
)

// Document is a rendered body. It is immutable.
type Document struct {
	HTML     []byte           // with a hole for each link
	Links    []Link           // in the order of their offsets
	Headings []Heading        // in the order of the HTML
	Problems []source.Problem // sorted
}

// Link is a link or an image whose address other files decide on.
type Link struct {
	// Offset is where the address belongs in the HTML, in bytes: between the quotes of an empty attribute. Of a link to a
	// document it is where all attributes belong that the register decides on: behind the name of the element.
	Offset int
	// Destination is what the author wrote, with its fragment: `page:dhaka#dates`, `plan.pdf`, `#dates`. Backslashes,
	// character references and percent-encoding are decoded, save for %23, %25, %2F and %3F, which differ from the
	// characters that they stand for.
	Destination string
	Image       bool
	Document    *DocumentLink // of a link to a document, else nil
	Pos         source.Pos
}

// Target is what a link comes to, as plain text. All but the address belongs to links to documents.
type Target struct {
	Address  string // a URL; of a link to a document that can't be linked yet, ""
	Hreflang string // a tag; may be empty
	Type     string // a MIME type; may be empty
	Title    string // what stands in a link without text
	Lang     string // the tag of the title's language, where it is not the page's
	Note     string // what stands between brackets behind the link; may be empty
}

// Heading is a heading, on any depth: one in a quotation or a callout is among them.
type Heading struct {
	Level int    // 1 to 6
	ID    string // unique in the document
	Key   string // the key that the author gave, by which both halves know the heading, or ""; it is the ID then
	Text  string // plain text
	Line  int    // in the file
}

// Splice writes the HTML with all its holes filled. It asks resolve once for each link, in order.
func (d *Document) Splice(w *bytes.Buffer, resolve func(Link) Target) {
	w.Grow(len(d.HTML) + 32*len(d.Links))
	s := splicer{html: d.HTML, out: w}
	for _, link := range d.Links {
		target := resolve(link)
		s.upTo(link.Offset)
		if link.Document == nil {
			s.text(target.Address)
			continue
		}
		s.document(link.Document, target)
	}
	s.upTo(len(d.HTML))
}

// splicer copies HTML and fills its holes. A link may hold pictures and no other link, so that at most one note is waiting
// for its place.
type splicer struct {
	html []byte
	out  *bytes.Buffer
	from int    // how much of the HTML is written
	at   int    // where the note belongs; 0 if none is waiting
	note string // not empty if one is waiting
}

// upTo writes the HTML up to an offset, with the note that belongs before it.
func (s *splicer) upTo(offset int) {
	if s.at > 0 && s.at <= offset {
		s.out.Write(s.html[s.from:s.at])
		s.from, s.at = s.at, 0
		s.out.WriteString(" (")
		s.text(s.note)
		s.out.WriteString(")")
	}
	s.out.Write(s.html[s.from:offset])
	s.from = offset
}

// document writes what belongs to the start of a link to a document. Without an address the element is a placeholder for
// a link, which has no attributes of one (HTML, 4.5.1).
func (s *splicer) document(open *DocumentLink, target Target) {
	if target.Address != "" {
		s.attribute("href", target.Address)
		s.attribute("hreflang", target.Hreflang)
		s.attribute("type", target.Type)
	}
	if open.Text > 0 {
		s.attribute("lang", target.Lang)
		s.upTo(open.Text)
		s.text(target.Title)
	}
	if target.Note != "" {
		s.at, s.note = open.Note, target.Note
	}
}

// attribute writes an attribute, unless its value is empty.
func (s *splicer) attribute(name, value string) {
	if value == "" {
		return
	}
	s.out.WriteString(" ")
	s.out.WriteString(name)
	s.out.WriteString(`="`)
	s.text(value)
	s.out.WriteByte('"')
}

func (s *splicer) text(text string) { s.out.Write(escape(s.out.AvailableBuffer(), []byte(text))) }

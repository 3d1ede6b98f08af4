package markdown

import (
	"diptych/cmd/diptych/internal/source"
)

// Document is a rendered body. It is immutable.
type Document struct {
	HTML     []byte           // with a hole for all that is not the same wherever the body is shown
	Links    []Link           // in the order of the HTML
	Headings []Heading        // in the order of the HTML
	Problems []source.Problem // sorted

	Elsewhere []source.Pos // of the images that are on other sites

	holes []hole // sorted by their offsets
}

// hole is a place in the HTML at which something is written when the body is shown.
type hole struct {
	offset int // in bytes
	kind   holeKind
	index  int // of the link or the heading
}

type holeKind uint8

const (
	linkHole  holeKind = iota // an address, and what is said of a document
	idHole                    // in front of an id: what tells it from that of another body on the page
	partHole                  // before a heading that stands in no other block: a part begins
	aliasHole                 // in the tag around a heading: the id by which the other half knows it
	turnHole                  // behind a heading: the link to the other half
	endHole                   // behind the last part
)

// Link is a link or an image whose address other files decide on. Its hole is between the quotes of an empty attribute; that of
// an image or of a link to a document, behind the name of the element, takes all attributes that others decide on.
type Link struct {
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

	Image Image // of an image
}

// Image is what is known of an image beside its address. Its size is that of the whole picture in CSS pixels, so that a
// browser keeps the place for it; where the size is not known, both are 0.
type Image struct {
	Width, Height int
	Srcset        string // versions of other widths, as HTML writes them; may be empty
	Sizes         string // how wide the picture is shown; empty where Srcset is
	Lazy          bool   // whether it may wait until the reader comes near
}

// Heading is a heading, on any depth: one in a quotation or a callout is among them.
type Heading struct {
	Level int    // 1 to 6
	ID    string // unique in the document
	Key   string // the key that the author gave, by which both halves know the heading, or ""; it is the ID then
	Text  string // plain text
	Line  int    // in the file
}

package markdown

import (
	"slices"
	"strconv"
	"strings"
)

// Filling is what a page puts into the holes of a body.
type Filling struct {
	Link func(Link) Target      // what a link comes to; asked once for each, in order
	Turn func(heading int) Turn // what leads from a heading to the other half; nil if nothing does
	ID   string                 // what stands in front of each id
}

// Turn is what leads from a heading to the same part in the other language, as plain text.
type Turn struct {
	Alias   string // the id by which the other half knows the part; empty if it needs none here
	Address string // a URL; without one there is no link
	Lang    string // the code of the other language
	Tag     string // its BCP 47 tag
	Name    string // its own name
	Title   string // what the other half calls the part
}

// Splice gives the HTML with all its holes filled. Each heading opens a section, which ends before the next heading that
// is not below it.
func (d *Document) Splice(filling Filling) string {
	s := splicer{document: d, filling: filling}
	s.begin, s.end = s.openSection, s.closeSections
	s.out.Grow(len(d.HTML) + 32*len(d.Links) + 256*len(d.Headings))
	s.run()
	return s.out.String()
}

// Piece is a stretch of a body: what stands before its first heading, or a heading with what is below it up to the next.
type Piece struct {
	Heading int // its number in Headings, or Lead or Notes
	HTML    string
}

// The pieces that begin with no heading.
const (
	Lead  = -1 // what stands before the first heading
	Notes = -2 // the footnotes, which belong to all
)

// Cut gives the HTML with all its holes filled, in pieces and without sections. A piece begins with a heading that stands
// in no other block.
func (d *Document) Cut(filling Filling) []Piece {
	pieces, starts := make([]Piece, 1, len(d.Headings)+2), make([]int, 1, len(d.Headings)+3)
	pieces[0].Heading = Lead
	s := splicer{document: d, filling: filling}
	s.begin = func(heading int) {
		pieces, starts = append(pieces, Piece{Heading: heading}), append(starts, s.out.Len())
	}
	s.end = func() { s.begin(Notes) }
	s.out.Grow(len(d.HTML) + 32*len(d.Links) + len(filling.ID)*len(d.holes))
	s.run()
	all := s.out.String()
	starts = append(starts, len(all))
	for i := range pieces {
		pieces[i].HTML = all[starts[i]:starts[i+1]]
	}
	return slices.DeleteFunc(pieces, func(p Piece) bool { return len(p.HTML) == 0 })
}

// splicer copies HTML and fills its holes. A link may hold pictures and no other link, so that at most one note is waiting
// for its place.
type splicer struct {
	document *Document
	filling  Filling
	out      strings.Builder
	begin    func(heading int) // a part begins
	end      func()            // the last part ends
	turn     Turn              // of the heading that is open
	levels   []int             // of the headings whose sections are open
	from     int               // how much of the HTML is written
	at       int               // where the note belongs; 0 if none is waiting
	note     string            // not empty if one is waiting
	scratch  []byte            // for texts on their way into out
}

func (s *splicer) run() {
	for _, hole := range s.document.holes {
		s.upTo(hole.offset)
		s.fill(hole)
	}
	s.upTo(len(s.document.HTML))
}

// fill writes what belongs into a hole.
func (s *splicer) fill(h hole) {
	switch h.kind {
	case linkHole:
		s.link(s.document.Links[h.index])
	case idHole:
		s.text(s.filling.ID)
	case partHole:
		s.begin(h.index)
	case aliasHole:
		if s.filling.Turn != nil {
			s.turn = s.filling.Turn(h.index)
		}
		s.attribute("id", s.turn.Alias)
	case turnHole:
		s.leadOver()
	case endHole:
		s.end()
	}
}

// upTo writes the HTML up to an offset, with the note that belongs before it.
func (s *splicer) upTo(offset int) {
	html := s.document.HTML
	if s.at > 0 && s.at <= offset {
		s.out.Write(html[s.from:s.at])
		s.from, s.at = s.at, 0
		s.out.WriteString(" (")
		s.text(s.note)
		s.out.WriteString(")")
	}
	s.out.Write(html[s.from:offset])
	s.from = offset
}

// openSection ends the sections that a heading is not below, and opens its own.
func (s *splicer) openSection(heading int) {
	level := s.document.Headings[heading].Level
	s.closeDownTo(level)
	s.levels = append(s.levels, level)
	s.out.WriteString("<section>\n")
}

func (s *splicer) closeSections() { s.closeDownTo(0) }

// closeDownTo ends the open sections whose headings have at least a level.
func (s *splicer) closeDownTo(level int) {
	for len(s.levels) > 0 && s.levels[len(s.levels)-1] >= level {
		s.levels = s.levels[:len(s.levels)-1]
		s.out.WriteString("</section>\n")
	}
}

// link fills the hole of a link.
func (s *splicer) link(link Link) {
	switch target := s.filling.Link(link); {
	case link.Document != nil:
		s.documentLink(link.Document, target)
	case link.Image:
		s.image(target)
	default:
		s.text(target.Address)
	}
}

// image writes what an image has beside its text. The address comes last: a browser that reads on the way would otherwise
// ask for it before it knows that a smaller version will do, or that none is needed yet.
func (s *splicer) image(target Target) {
	image := target.Image
	if image.Lazy {
		s.attribute("loading", "lazy")
	}
	if image.Width > 0 && image.Height > 0 {
		s.attribute("width", strconv.Itoa(image.Width))
		s.attribute("height", strconv.Itoa(image.Height))
	}
	s.attribute("sizes", image.Sizes)
	s.attribute("srcset", image.Srcset)
	s.attribute("src", target.Address)
}

// documentLink writes what belongs to the start of a link to a document. Without an address the element is a placeholder
// for a link, which has no attributes of one (HTML, 4.5.1).
func (s *splicer) documentLink(open *DocumentLink, target Target) {
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

// leadOver writes the link from a heading to the other half: the language's name, and what the part is called there, for
// those who hear the link by itself.
func (s *splicer) leadOver() {
	if s.turn.Address == "" {
		return
	}
	s.out.WriteString(` <a class="turn"`)
	s.attribute("href", s.turn.Address)
	s.attribute("hreflang", s.turn.Lang)
	s.attribute("lang", s.turn.Tag)
	s.out.WriteString(` translate="no"><span>`)
	s.text(s.turn.Name)
	s.out.WriteString("</span> <span>")
	s.text(s.turn.Title)
	s.out.WriteString("</span></a>")
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

func (s *splicer) text(text string) {
	s.scratch = escape(s.scratch[:0], text)
	s.out.Write(s.scratch)
}

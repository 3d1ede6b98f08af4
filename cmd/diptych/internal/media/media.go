// Package media tells what kind of file a document is, as a link tells its reader: (PDF, 214 KB).
//
// The bytes decide and not the name, since a name is easily wrong: a page of HTML that says "not found" was saved as
// note.pdf, a draft in ODF was renamed to .docx. The name chooses only where the bytes leave a choice: what separates a
// table in CSV from a plain text is what it is meant for.
package media

import (
	"path"
	"slices"
	"strings"
)

// HeadSize is how many of a file's first bytes Sniff looks at.
const HeadSize = 8 << 10

// Type is a kind of file. The zero Type means "not known". Types can be compared.
type Type struct {
	MIME  string // for a link's attribute type: "application/pdf"
	Label string // what a reader is told, the same in both languages: "PDF"

	endings string // of names, in small letters, each between spaces; the usual one first
}

// The types that are told apart. A label is the usual ending in capitals, or as its makers write it: that is what readers
// see on their own machine and in both languages. It is no product's name, since a DOCX need not come from Word.
var (
	pdf  = Type{"application/pdf", "PDF", " pdf "}
	docx = Type{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX", " docx "}
	xlsx = Type{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", " xlsx "}
	pptx = Type{"application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX", " pptx "}
	odt  = Type{"application/vnd.oasis.opendocument.text", "ODT", " odt "}
	ods  = Type{"application/vnd.oasis.opendocument.spreadsheet", "ODS", " ods "}
	odp  = Type{"application/vnd.oasis.opendocument.presentation", "ODP", " odp "}
	epub = Type{"application/epub+zip", "EPUB", " epub "}
	zip  = Type{"application/zip", "ZIP", " zip "}
	doc  = Type{"application/msword", "DOC", " doc "}
	xls  = Type{"application/vnd.ms-excel", "XLS", " xls "}
	ppt  = Type{"application/vnd.ms-powerpoint", "PPT", " ppt "}
	rtf  = Type{"application/rtf", "RTF", " rtf "}
	txt  = Type{"text/plain", "TXT", " txt "}
	csv  = Type{"text/csv", "CSV", " csv "}
	html = Type{"text/html", "HTML", " html htm "}
	xml  = Type{"application/xml", "XML", " xml "}
	json = Type{"application/json", "JSON", " json "}
	ics  = Type{"text/calendar", "ICS", " ics "}
	png  = Type{"image/png", "PNG", " png "}
	jpeg = Type{"image/jpeg", "JPEG", " jpg jpeg "}
	gif  = Type{"image/gif", "GIF", " gif "}
	webp = Type{"image/webp", "WebP", " webp "}
	avif = Type{"image/avif", "AVIF", " avif "}
	svg  = Type{"image/svg+xml", "SVG", " svg "}
	mp3  = Type{"audio/mpeg", "MP3", " mp3 "}
	m4a  = Type{"audio/mp4", "M4A", " m4a "}
	ogg  = Type{"audio/ogg", "OGG", " ogg oga opus "}
	ogv  = Type{"video/ogg", "OGG", " ogv ogg "}
	mp4  = Type{"video/mp4", "MP4", " mp4 m4v "}
	webm = Type{"video/webm", "WebM", " webm "}
)

// types has each type; of two that share an ending, the first is meant by a name alone.
var types = [...]Type{
	pdf, docx, xlsx, pptx, odt, ods, odp, epub, zip, doc, xls, ppt, rtf, txt, csv, html, xml, json, ics,
	png, jpeg, gif, webp, avif, svg, mp3, m4a, ogg, ogv, mp4, webm,
}

// Sniff tells a file's type by its first bytes, up to HeadSize of them, and by its name where the bytes leave a choice. It
// is false if the bytes are of no type known here, and for an empty file.
//
// What comes out may be another type than the name says: see Suits.
func Sniff(name string, head []byte) (Type, bool) {
	possible := sniff(head[:min(len(head), HeadSize)])
	if named := slices.IndexFunc(possible, func(t Type) bool { return t.endsIn(ending(name)) }); named >= 0 {
		return possible[named], true
	}
	if len(possible) == 0 || possible[0] == (Type{}) {
		return Type{}, false
	}
	return possible[0], true
}

// ByName tells a type by the ending of a file's name or an address's path, in whichever case. It is false for an ending
// that isn't known here, and for none.
func ByName(name string) (Type, bool) {
	i := slices.IndexFunc(types[:], func(t Type) bool { return t.endsIn(ending(name)) })
	if i < 0 {
		return Type{}, false
	}
	return types[i], true
}

// Suits tells whether a file of this type may have that name. Only an ending that stands for another type does not suit:
// one that isn't known here promises nothing.
func (t Type) Suits(name string) bool {
	_, known := ByName(name)
	return !known || t.endsIn(ending(name))
}

func (t Type) endsIn(ending string) bool {
	return ending != "" && strings.Contains(t.endings, " "+ending+" ")
}

// ending gives what follows the last full stop of a name, in small letters, or "".
func ending(name string) string {
	return strings.TrimPrefix(strings.ToLower(path.Ext(name)), ".")
}

package build

import (
	"crypto/sha1"
	"encoding/xml"
	"fmt"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// The shapes of an Atom feed (RFC 4287).
type (
	atomFeed struct {
		XMLName  xml.Name    `xml:"feed"`
		NS       string      `xml:"xmlns,attr"`
		Lang     string      `xml:"xml:lang,attr"`
		ID       string      `xml:"id"`
		Title    string      `xml:"title"`
		Subtitle string      `xml:"subtitle,omitempty"`
		Updated  string      `xml:"updated"`
		Author   string      `xml:"author>name"`
		Links    []atomLink  `xml:"link"`
		Entries  []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID        string   `xml:"id"`
		Title     string   `xml:"title"`
		Link      atomLink `xml:"link"`
		Published string   `xml:"published"`
		Updated   string   `xml:"updated"`
		Summary   string   `xml:"summary,omitempty"`
	}
	atomLink struct {
		Rel      string `xml:"rel,attr"`
		Type     string `xml:"type,attr"`
		Hreflang string `xml:"hreflang,attr"`
		Href     string `xml:"href,attr"`
	}
)

// addFeed claims the path of a language's feed.
func (c *collector) addFeed(lang source.Lang, from source.Pos) {
	path := site.FeedPath(lang)
	c.add(path, from, func(s *Site, to *sheet) error { return writeXML(to, s.feed(lang, path)) })
}

// feed makes the feed of a language: its own news and no other's.
func (s *Site) feed(lang source.Lang, path string) atomFeed {
	language, news := s.model.Language(lang), s.model.News(lang, site.FeedLength)
	tag := language.Locale.Tag()
	home := path
	if page := s.model.Home(lang); page != nil {
		home = page.Output
	}
	f := atomFeed{
		NS: "http://www.w3.org/2005/Atom", Lang: tag, ID: uuid(s.model.URL(path)),
		Title: language.Title, Subtitle: language.Description, Author: language.Title,
		Links: []atomLink{
			{"self", "application/atom+xml", tag, s.model.URL(path)},
			{"alternate", "text/html", tag, s.model.URL(home)},
		},
	}
	var newest civil.Date
	for _, page := range news {
		f.Entries = append(f.Entries, s.feedEntry(page, tag))
		if modified := page.LastModified(); modified.After(newest) {
			newest = modified
		}
	}
	f.Updated = timestamp(newest)
	return f
}

func (s *Site) feedEntry(page *site.Page, tag string) atomEntry {
	return atomEntry{
		// The key and not the slug: an address may change, the entry stays the same.
		ID:    uuid(s.model.URL(string(page.Lang)+"/") + "#" + page.Key),
		Title: page.Title(), Summary: page.Description(),
		Link:      atomLink{"alternate", "text/html", tag, s.model.URL(page.Output)},
		Published: timestamp(page.Facts.Date), Updated: timestamp(page.LastModified()),
	}
}

// timestamp writes a day as the instant that Atom asks for (RFC 3339): its first, in UTC.
func timestamp(d civil.Date) string { return d.String() + "T00:00:00Z" }

// urlNamespace is the name space for names that are addresses (RFC 9562, 6.6).
var urlNamespace = [16]byte{
	0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
}

// uuid gives the name of an address as a URN, the same at each build.
func uuid(address string) string { return "urn:uuid:" + named(urlNamespace, address) }

// named gives the UUID of version 5 of a name in a name space (RFC 9562, 5.5).
func named(space [16]byte, name string) string {
	sum := sha1.Sum(append(space[:], name...))
	u := sum[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

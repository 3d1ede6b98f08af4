package build

import (
	"encoding/xml"
	"io"

	"diptych/cmd/diptych/internal/source"
)

// addGenerated claims the paths of what the tool writes for machines: sitemap, feeds, calendars, the indexes of the search and robots.txt.
func (c *collector) addGenerated() {
	generated := source.Pos{File: source.ConfigFile}
	if _, own := c.model.Assets.Get("robots.txt"); !own {
		c.add("robots.txt", generated, writeRobots)
		c.mark("robots.txt", small)
	}
	if c.model.HasSearch() {
		c.addIndexes(generated)
	}
	if c.model.Config.BaseURL.IsFolder() {
		return // sitemaps, feeds and calendars are made of addresses
	}
	c.add("sitemap.xml", generated, writeSitemap)
	for _, language := range c.model.Config.Languages {
		if c.model.HasFeed(language.Lang) {
			c.addFeed(language.Lang, generated)
		}
		if c.model.HasCalendar(language.Lang) {
			c.addCalendar(language.Lang, generated)
		}
	}
}

// writeRobots writes robots.txt (RFC 9309): everything may be read, and the sitemap is there.
func writeRobots(s *Site, to *sheet) error {
	text := "User-agent: *\nAllow: /\n"
	if address := s.model.URL("sitemap.xml"); address != "" {
		text += "\nSitemap: " + address + "\n"
	}
	_, err := io.WriteString(to, text)
	return err
}

// writeXML writes a document with its declaration.
func writeXML(w io.Writer, document any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

package build

import (
	"encoding/xml"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// The shapes of a sitemap (sitemaps.org, protocol 0.9) with the alternates of Google's extension to it.
type (
	urlset struct {
		XMLName xml.Name     `xml:"urlset"`
		NS      string       `xml:"xmlns,attr"`
		XHTML   string       `xml:"xmlns:xhtml,attr"`
		URLs    []sitemapURL `xml:"url"`
	}
	sitemapURL struct {
		Location   string      `xml:"loc"`
		Modified   string      `xml:"lastmod,omitempty"`
		Alternates []alternate `xml:"xhtml:link"`
	}
	alternate struct {
		Rel      string `xml:"rel,attr"`
		Hreflang string `xml:"hreflang,attr"`
		Href     string `xml:"href,attr"`
	}
)

// writeSitemap lists every page with its other half. Notices for missing halves and drafts are not for search engines.
func writeSitemap(s *Site, to *sheet) error {
	set := urlset{NS: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	chooser := s.model.Standalone(s.model.Config.Languages[0].Lang, "index.html", "chooser", "", ignore)
	set.URLs = append(set.URLs, entry(chooser.Canonical, civil.Date{}, chooser.Alternates))
	for _, pair := range s.model.Pairs {
		if pair.Facts.Draft {
			continue
		}
		for _, language := range s.model.Config.Languages {
			page := pair.Page(language.Lang)
			if page.Half != nil {
				set.URLs = append(set.URLs, entry(s.model.URL(page.Output), page.LastModified(), s.model.Alternates(page)))
			}
		}
	}
	return writeXML(to, set)
}

func entry(location string, modified civil.Date, alternates []site.Alternate) sitemapURL {
	u := sitemapURL{Location: location}
	if !modified.IsZero() {
		u.Modified = modified.String()
	}
	for _, a := range alternates {
		u.Alternates = append(u.Alternates, alternate{Rel: "alternate", Hreflang: a.Hreflang, Href: a.URL})
	}
	return u
}

// ignore is for views whose pages tell of the same problems.
func ignore(source.Problem) {}

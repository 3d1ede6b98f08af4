package build

import (
	"diptych/cmd/diptych/internal/search"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// addIndexes claims a path for the index of each language, in which readers search.
func (c *collector) addIndexes(from source.Pos) {
	for _, language := range c.model.Config.Languages {
		path := site.SearchIndex(language.Lang)
		if c.add(path, from, writeIndex(language.Lang)) {
			c.mark(path, ofAll)
		}
	}
}

// ofAll says of an output that it shows something of all pages.
func ofAll(out *output) { out.ofAll = true }

// writeIndex writes the index of a language.
func writeIndex(lang source.Lang) writeFunc {
	return func(s *Site, to *sheet) error { return search.Encode(to, lang, s.model.Found(lang)) }
}

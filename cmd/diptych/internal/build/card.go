package build

import (
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// addCard claims the path of the card that is shown where a page is shared. A card is shown by its address, so that a site
// without one needs none.
func (c *collector) addCard(page *site.Page) {
	switch {
	case c.model.HasCard(page) && !c.model.Config.BaseURL.IsFolder():
		c.add(site.CardPath(page), pageFile(page), writeCard(page.Key, page.Lang))
	case page.Facts.Card && !c.model.Config.Carded:
		c.report(source.Warnf("card", page.Facts.Pos("card"), "the page asks for a card, and the site has none").
			WithHint("say in config.toml under [card] which font and colours cards have"))
	}
}

// writeCard writes the card of a page.
func writeCard(key string, lang source.Lang) writeFunc {
	return func(s *Site, to *sheet) error { return to.took(s.model.WriteCard(to, s.page(key, lang))) }
}

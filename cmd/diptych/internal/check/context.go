package check

import (
	"diptych/cmd/diptych/internal/config"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/term"
)

// siteContext is what all pages have in common. It is immutable.
type siteContext struct {
	model   *site.Model
	config  *config.Config
	terms   *term.Base
	options Options
}

func newContext(model *site.Model, options Options) *siteContext {
	return &siteContext{model: model, config: model.Config, terms: model.Terms, options: options}
}

// same tells whether nothing that pages are looked at by changed.
func (c *siteContext) same(other *siteContext) bool {
	return c.config == other.config && c.terms == other.terms && c.options.Day == other.options.Day &&
		c.options.Release == other.options.Release && c.options.Drafts == other.options.Drafts
}

// isOwnHost tells whether a host is that of the published site.
func (c *siteContext) isOwnHost(host string) bool {
	own, ok := readLink(c.config.BaseURL.Origin)
	return ok && own.host == host
}

package check

import (
	"context"
	"slices"

	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/source"
)

// checkBodies looks at the texts of a site that has no layouts, so that it has no pages as they are published: it tells
// what is wrong with each text by itself.
func (c *siteChecker) checkBodies(ctx context.Context) error {
	c.leaveOut("the site has no layouts: pages as they are published, their addresses, and links to pages were not looked at")
	model := c.site.Model()
	told := make([][]source.Problem, len(model.Pairs))
	parallel.For(len(model.Pairs), func(i int) {
		pair := model.Pairs[i]
		for _, lang := range source.Langs() {
			if page := pair.Page(lang); page.Half != nil && ctx.Err() == nil {
				told[i] = append(told[i], model.Document(page).Problems...)
			}
		}
		model.Release(pair)
	})
	c.told = slices.DeleteFunc(slices.Concat(c.site.Problems(), slices.Concat(told...)), c.concernsOutputs)
	return ctx.Err()
}

// concernsOutputs tells whether a problem is none for a site of which only the texts are looked at.
func (c *siteChecker) concernsOutputs(p source.Problem) bool {
	switch p.Rule {
	case "layout-missing", "index-missing", "duplicate-address", "slug", "alias", "base-url":
		return true
	case catalogueMissing.ID:
		return !c.hasMessages()
	}
	return false
}

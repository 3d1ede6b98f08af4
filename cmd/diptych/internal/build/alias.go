package build

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// addAliases claims a path for each former address of a page.
func (c *collector) addAliases() {
	for _, pair := range c.model.Pairs {
		for _, lang := range source.Langs() {
			page := pair.Page(lang)
			if page.Half == nil {
				continue
			}
			for _, alias := range page.Half.Words.Aliases {
				c.addAlias(page, alias)
			}
		}
	}
}

// addAlias claims the path of one former address.
func (c *collector) addAlias(page *site.Page, alias string) {
	pos := page.Half.Pos("aliases")
	clean, ok := cleanAlias(alias)
	if !ok {
		c.report(source.Errorf("alias", pos, "%q can't be a former address", alias).
			WithHint(`write its path from the site's root: aliases = ["/fr/ancien-nom/"]`))
		return
	}
	if ext := path.Ext(clean); ext == "" || strings.HasSuffix(alias, "/") {
		clean += "/index.html"
	} else if ext != ".html" && ext != ".htm" {
		c.report(source.Errorf("alias", pos, "%q can't be the address of a page", alias).
			WithHint("an alias ends in a slash or in .html"))
		return
	}
	if c.add(clean, pos, redirect(page.Key, page.Lang, clean)) {
		c.mark(clean, func(out *output) { out.leadsTo, out.small = page.Output, true })
	}
}

// cleanAlias gives the path that a former address stands for, below the site's root. It may be written in letters, or
// escaped as browsers give it; a host looks for the file in letters. It is not ok if a file can't stand there.
func cleanAlias(alias string) (clean string, ok bool) {
	plain, err := url.PathUnescape(alias)
	clean = strings.TrimPrefix(path.Clean(plain), "/")
	bad := err != nil || !strings.HasPrefix(plain, "/") || clean == "" || strings.ContainsAny(plain, "\\?#:*\"<>|") ||
		strings.Contains(plain+"/", "/../") || strings.Contains(plain+"/", "/./") || strings.Contains(plain, "//") ||
		!utf8.ValidString(plain) || strings.ContainsFunc(plain, unicode.IsControl) ||
		slices.ContainsFunc(strings.Split(clean, "/"), hiddenOrLong)
	return clean, !bad
}

// hiddenOrLong tells whether a step of a path is the name of a hidden file, or longer than a file's name may be.
func hiddenOrLong(step string) bool {
	return strings.HasPrefix(step, ".") && step != ".well-known" || len(step) > longestStep
}

package serve

import (
	"net/url"
	"path"
	"strings"
)

// half finds the page that is shown at an output path.
func (g *generation) half(path string) (half, bool) {
	key, lang, ok := g.shown.PageAt(path)
	return half{key, lang}, ok
}

// path finds the output path at which a page is shown, if it is an output.
func (g *generation) path(page half) (string, bool) {
	path, ok := g.shown.PathOf(page.key, page.lang)
	return path, ok && g.has(path)
}

// address writes the address of an output path: below the base, without index.html.
func (g *generation) address(output string) string {
	if path.Base(output) == indexFile {
		output = strings.TrimSuffix(output, indexFile)
	}
	return g.base + escape(output)
}

// indexFile is the file that stands at the address of a folder.
const indexFile = "index.html"

func escape(path string) string { return (&url.URL{Path: path}).EscapedPath() }

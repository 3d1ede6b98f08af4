package serve

import (
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// sound is a site without an error, and what it is made of.
type sound struct {
	Site
	tree *source.Tree
}

// fallBack shows the last sound site in the place of this one, if nothing but mistakes sets the two apart. A page whose
// front matter can't be read has lost its title and its address, which menus, lists and links all over the site show;
// nobody asked for that. As soon as anything else is changed, pages are shown as they are now, each as far as it is good.
func (g *generation) fallBack(last *sound) {
	g.sound = last
	if last == nil || !source.HasErrors(g.Problems()) {
		return
	}
	if changed := g.tree.Changed(last.tree); len(changed) > 0 && !g.isNewWork(changed, last.tree) {
		g.shown, g.base = last.Site, last.BasePath()
	}
}

// isNewWork tells whether more than mistakes changed since a tree: a file that was not there before, which is the begin of
// a page, or one without an error.
func (g *generation) isNewWork(changed []string, before *source.Tree) bool {
	blamed := g.blamed()
	return slices.ContainsFunc(changed, func(file string) bool {
		_, known := before.File(file)
		return !known || strings.HasPrefix(file, "static/") || !blamed[unitOf(file)]
	})
}

// fellBack tells whether a sound site is shown in the place of this one.
func (g *generation) fellBack() bool { return g.shown != g.Site }

// blamed gives what the site's errors lie in, by unit. Files below static are not to blame: a site reads these when it is
// asked for them, so that no earlier site has what they were.
func (g *generation) blamed() map[string]bool {
	units := map[string]bool{}
	for _, p := range g.Problems() {
		if p.Severity == source.Error {
			units[unitOf(p.Pos.File)], units[unitOf(p.Peer.File)] = true, true
		}
	}
	return units
}

// unitOf names what is read together with a file: the files of its pair, all layouts, both catalogues.
func unitOf(file string) string {
	folder, _, _ := strings.Cut(file, "/")
	if folder != "content" {
		return folder
	}
	name := strings.TrimSuffix(strings.TrimSuffix(file, ".toml"), ".md")
	for _, lang := range source.Langs() {
		name = strings.TrimSuffix(name, "."+string(lang))
	}
	return name
}

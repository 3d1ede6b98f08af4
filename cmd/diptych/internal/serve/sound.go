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
	changed := g.tree.Changed(last.tree)
	if len(changed) > 0 && !slices.ContainsFunc(changed, func(file string) bool { return !g.blames(file) }) {
		g.shown, g.base = last.Site, last.BasePath()
	}
}

// fellBack tells whether a sound site is shown in the place of this one.
func (g *generation) fellBack() bool { return g.shown != g.Site }

// blames tells whether one of the site's errors lies in a file, or in one that is read together with it. Files below
// static are not blamed: a site reads these when it is asked for them, so that no earlier site has what they were.
func (g *generation) blames(file string) bool {
	unit := unitOf(file)
	return !strings.HasPrefix(file, "static/") && slices.ContainsFunc(g.Problems(), func(p source.Problem) bool {
		return p.Severity == source.Error && (unitOf(p.Pos.File) == unit || unitOf(p.Peer.File) == unit)
	})
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

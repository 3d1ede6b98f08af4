package site

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/picture"
	"diptych/cmd/diptych/internal/source"
)

// toPicture gives what an image shows: a picture beside the page, one below static, or a document that is one.
func (l *linker) toPicture(link markdown.Link) markdown.Target {
	target, _, _ := strings.Cut(link.Destination, "#")
	target, _, _ = strings.Cut(target, "?")
	switch {
	case target == "":
		return markdown.Target{Address: l.lost(link, "the image has no address").to("write the picture's name between the round brackets")}
	case isDocument(target):
		return markdown.Target{Address: l.showDocument(link)}
	}
	name := l.sourceOf(target)
	p, found := l.model.Pictures.Find(name, l.page.Lang)
	switch {
	case !found:
		return markdown.Target{Address: l.noPicture(link, name)}
	case !p.IsShown():
		return markdown.Target{Address: l.notShown(link, p)}
	case !l.view.shows(p):
		return markdown.Target{Address: l.lost(link, "the name of the picture is written in codes").to("write it as it is: %s", l.written(p.Path))}
	}
	l.checkEdition(link, target)
	l.shown++
	shown := l.model.target(p, l.from, l.shown > 1)
	if fragment := strings.IndexByte(link.Destination, '#'); fragment >= 0 && p.Info.Format == picture.SVG { // it may name a view
		shown.Address += inAddress.Replace(link.Destination[fragment:])
	}
	return shown
}

// notShown tells why a picture is not shown. What is wrong with it is told of the file as well, and concerns this page.
func (l *linker) notShown(link markdown.Link, p *gallery.Picture) string {
	if problem := p.Problem(); problem.Severity == source.Error {
		l.report(problem)
		return "#"
	}
	return l.lost(link, "the picture %q can't be shown", p.Path).to("mend it: what is wrong with it is told of the file itself")
}

// checkEdition finds a picture that is named as the edition in the other language.
func (l *linker) checkEdition(link markdown.Link, target string) {
	other := l.page.Lang.Other()
	neutral, is := gallery.Neutral(target, other)
	if !is || !l.model.hasPicture(gallery.Edition(l.sourceOf(neutral), l.page.Lang)) {
		return
	}
	l.report(source.Warnf("picture", link.Pos, "%q is the picture for the other language, %s", target, other.Name()).
		WithHint("write %s: each half then shows its own", neutral))
}

// toWhole leads to the largest version of a picture beside the page, which a reader may look at by itself.
func (l *linker) toWhole(target string) (href string, found bool) {
	if strings.HasPrefix(target, "/") {
		return "", false // the file below static is published as it is
	}
	p, found := l.model.Pictures.Find(l.sourceOf(target), l.page.Lang)
	if !found || !l.view.shows(p) || len(p.Versions) == 0 {
		return "", false
	}
	return l.model.Href(l.from, p.Versions[len(p.Versions)-1].Output), true
}

// sourceOf gives the path in the source that an image's address stands for: from static where it begins with a slash, else
// from the page's own folder.
func (l *linker) sourceOf(target string) string {
	if plain, err := url.PathUnescape(target); err == nil { // "%25" in an address is "%" in the name of a file
		target = plain
	}
	if strings.HasPrefix(target, "/") {
		return path.Join("static", path.Clean(target))
	}
	return path.Join(contentFolder, l.page.folder(), target)
}

// noPicture tells that there is no picture of a name, and why.
func (l *linker) noPicture(link markdown.Link, name string) string {
	loss := l.lost(link, "there is no picture %q", name)
	if other := gallery.Edition(name, l.page.Lang.Other()); l.model.hasPicture(other) {
		return loss.to("its edition in %s is there: add that in %s, %q",
			l.page.Lang.Other().Name(), l.page.Lang.Name(), gallery.Edition(name, l.page.Lang))
	}
	below := "static/" + strings.TrimPrefix(link.Destination, "/")
	switch _, there := l.model.File(name); {
	case there:
		return loss.to("the file is there, and is of another format than JPEG, PNG, SVG or WebP")
	case !strings.HasPrefix(link.Destination, "/") && l.model.hasPicture(below):
		return loss.to("pictures below static/ are named from there: /%s", link.Destination)
	}
	if near := l.model.Pictures.Nearest(name); near != "" {
		return loss.to("did you mean %s?", l.written(near))
	}
	if strings.HasPrefix(link.Destination, "/") {
		return loss.to("put the picture there")
	}
	return loss.to("put the picture there; a picture below static/ is named from there, with a slash in front")
}

// written gives the path of a picture as an author writes it on the page.
func (l *linker) written(name string) string {
	if below, static := strings.CutPrefix(name, "static/"); static {
		return "/" + below
	}
	return asset.Relative(path.Join(contentFolder, l.page.folder()), name)
}

func (m *Model) hasPicture(name string) bool {
	_, found := m.Pictures.Get(name)
	return found
}

// fallbackWidth is the width in pixels up to which a browser that knows no versions gets one.
const fallbackWidth = 1200

// target gives what an image has on a page, at an output path, that shows a picture.
func (m *Model) target(p *gallery.Picture, from string, lazy bool) markdown.Target {
	target := markdown.Target{Image: markdown.Image{Width: p.Info.Width, Height: p.Info.Height, Lazy: lazy}}
	if name, static := p.IsStatic(); static && len(p.Versions) == 0 {
		a, _ := m.Assets.Get(name)
		target.Address = m.Href(from, a.Path)
		return target
	}
	var candidates []string
	for _, v := range p.Versions {
		candidates = append(candidates, fmt.Sprintf("%s %dw", m.Href(from, v.Output), v.Width))
	}
	target.Address = m.Href(from, p.UpTo(fallbackWidth).Output)
	if len(candidates) > 1 {
		target.Image.Srcset, target.Image.Sizes = strings.Join(candidates, ", "), m.sizes(lazy)
	}
	return target
}

// sizes says how wide a picture is shown. Of one that is not loaded yet, a browser that can knows it better by itself (HTML,
// 4.8.3: sizes=auto).
func (m *Model) sizes(lazy bool) string {
	if lazy {
		return "auto, " + m.Config.Sizes
	}
	return m.Config.Sizes
}

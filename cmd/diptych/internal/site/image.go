package site

import (
	"path"
	"strings"

	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/card"
	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/media"
	"diptych/cmd/diptych/internal/picture"
	"diptych/cmd/diptych/internal/source"
)

// ImageView is the picture that is shown where the page is shared.
type ImageView struct {
	URL    string // absolute
	Type   string // MIME type
	Width  int    // pixels
	Height int
	Text   string // what stands in its place for those who don't see it: of a card what it says, else empty
}

// Image is the picture that is shown where the page is shared: the one that its facts name, else its card or that of its
// section. It is nil if there is none, and in a site without an address.
func (v *View) Image() *ImageView {
	page := v.page
	switch {
	case v.model.Config.BaseURL.IsFolder():
		return nil
	case v.pair != nil: // in both languages
		page = v.pair.Page(v.model.Config.Languages[0].Lang)
	case page == nil:
		page = v.model.Home(v.Lang)
	}
	if page == nil || page.Half == nil {
		return nil
	}
	for ; page != nil; page = page.above() {
		if p, found := v.model.ownImage(page); found && p.IsShown() && p.Info.Format != picture.SVG {
			return v.model.shared(p)
		}
		if v.model.HasCard(page) {
			return v.model.cardImage(page)
		}
	}
	return nil
}

// cardImage gives the card of a page. Networks keep a picture by its address, which therefore says what is in it.
func (m *Model) cardImage(page *Page) *ImageView {
	text := m.cardText(page)
	return &ImageView{
		URL: m.URL(CardPath(page)) + "?v=" + m.cardName(text), Type: "image/png",
		Width: card.Width, Height: card.Height, Text: text.Title,
	}
}

// ownImage gives the picture that a page's facts name: one beside the page, or below static.
func (m *Model) ownImage(page *Page) (p *gallery.Picture, found bool) {
	name := page.Facts.Image
	if name == "" {
		return nil, false
	}
	if p, found = m.Pictures.Find(path.Join(contentFolder, page.folder(), name), page.Lang); found {
		return p, true
	}
	return m.Pictures.Find(path.Join("static", name), page.Lang)
}

// shared gives the version of a picture that is shown where a page is shared.
func (m *Model) shared(p *gallery.Picture) *ImageView {
	v := p.UpTo(fallbackWidth)
	kind, _ := media.ByName(v.Output)
	return &ImageView{URL: m.URL(v.Output), Type: kind.MIME, Width: v.Width, Height: v.Height}
}

// checkImage tells of a picture that a page's facts name and that is not there.
func (v *View) checkImage(page *Page) {
	facts := page.Facts
	p, found := v.model.ownImage(page)
	switch {
	case found && p.Info.Format == picture.SVG:
		v.report(source.Warnf("picture", facts.Pos("image"), "networks show no SVG where a page is shared").
			WithHint("name a JPEG or PNG of at least 1200 by 630 pixels, or take `image` out: then the page has a card"))
		return
	case found || facts.Image == "":
		return
	}
	problem := source.Errorf("asset-missing", facts.Pos("image"), "there is no picture %q, neither beside the page nor below static/", facts.Image)
	beside := path.Join(contentFolder, page.folder(), facts.Image)
	if near := v.model.Pictures.Nearest(beside); near != "" {
		written, static := strings.CutPrefix(near, "static/")
		if !static {
			written = asset.Relative(path.Dir(beside), near)
		}
		v.report(problem.WithHint("did you mean %q?", written))
		return
	}
	v.report(problem.WithHint("put the picture there, or take `image` out"))
}

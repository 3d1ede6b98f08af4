package site

import (
	"html/template"

	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// Body is the page's text as HTML, with its links resolved.
func (v *View) Body() template.HTML {
	v.asked = true
	if v.page == nil || v.page.Half == nil {
		return ""
	}
	document := v.model.Document(v.page)
	for _, problem := range document.Problems {
		v.report(problem)
	}
	for _, pos := range document.Elsewhere {
		v.report(source.Warnf("picture", pos, "the picture is on another site, and pages load nothing from elsewhere").
			WithHint("put it beside the page, and write its name"))
	}
	links := &linker{model: v.model, page: v.page, view: v, from: v.output, report: v.report}
	html := document.Splice(markdown.Filling{Link: links.target, Turn: v.turns(document.Headings)})
	return template.HTML(html) // made by markdown, which lets no markup of the author's through
}

// CheckBody tells of a body that the layout did not ask for, so that its text is in no page, and of what is wrong in it.
func (v *View) CheckBody(layout string) {
	if v.asked || v.page == nil || v.page.Half == nil || !v.model.hasBody(v.page) {
		return
	}
	v.Body()
	v.report(source.Warnf("body-unused", v.page.Half.BodyPos, "the layout %q does not show the page's text", layout).
		WithHint("write {{.Body}} in layouts/%s.html, or take the text out", layout))
}

// Contents are the headings of the page's body, in order.
func (v *View) Contents() []HeadingView {
	if v.page == nil {
		return nil
	}
	return headingViews(v.model.headingsOfPair(v.page))
}

func headingViews(headings []markdown.Heading) []HeadingView {
	views := make([]HeadingView, len(headings))
	for i, h := range headings {
		views[i] = HeadingView{Level: h.Level, ID: h.ID, Text: h.Text}
	}
	return views
}

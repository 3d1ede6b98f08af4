package build

import (
	"bytes"
	"html/template"
	"sync"

	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// buffers are reused from page to page: a page is rendered whole before its first byte leaves, so that a mistake in it
// never leaves half of it behind.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// writePage writes the page of a half with its layout.
func writePage(key string, lang source.Lang) writeFunc {
	return func(s *Site, to *sheet) error {
		page := s.page(key, lang)
		return s.render(page.Layout(), page.Output, to, func(report func(source.Problem)) *site.View {
			return s.model.View(page, report)
		})
	}
}

// writeBilingual writes the page that has both halves of a pair.
func writeBilingual(key string) writeFunc {
	return func(s *Site, to *sheet) error {
		pair, _ := s.model.Pair(key)
		return s.render(site.BilingualLayout, s.model.BilingualPath(pair), to, func(report func(source.Problem)) *site.View {
			return s.model.Bilingual(pair, report)
		})
	}
}

// page finds a page that an output was claimed for.
func (s *Site) page(key string, lang source.Lang) *site.Page {
	pair, _ := s.model.Pair(key)
	return pair.Page(lang)
}

// standalone is a page that comes from no pair.
type standalone struct {
	lang   source.Lang
	output string
	layout string
	other  string // output path of its counterpart; "" if it speaks both languages
}

func (p standalone) write(s *Site, to *sheet) error {
	return s.render(p.layout, p.output, to, func(report func(source.Problem)) *site.View {
		return s.model.Standalone(p.lang, p.output, p.layout, p.other, report)
	})
}

// render shows a view with a layout, whole or not at all.
func (s *Site) render(name, output string, to *sheet, view func(report func(source.Problem)) *site.View) error {
	v := view(func(p source.Problem) { to.report(p) })
	site.Show(v, s.layouts)
	if !s.layouts.Has(name) { // told when the site was assembled; what is wrong with the body is told all the same
		v.Body()
		return nil
	}
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	found, err := s.layouts.Execute(buffer, name, v, s.model.Root(output))
	to.report(found...)
	v.CheckBody(name)
	to.reads = site.ReadBy(v)
	if err != nil || source.HasErrors(to.problems) {
		return err
	}
	_, err = to.Write(buffer.Bytes())
	return err
}

// redirection is the page at a former address. It is made here and not by a layout, since an address inside a refresh
// is a place where html/template's escaping has failed before.
var redirection = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("redirect").Parse(`<!doctype html>
<html lang="{{.Tag}}">
<meta charset="utf-8">
<title>{{.Title}}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={{.Href}}">
{{with .Canonical}}<link rel="canonical" href="{{.}}">
{{end}}<p><a href="{{.Href}}">{{.Title}}</a></p>
</html>
`))
})

// redirect writes the page at a former address of a page.
func redirect(key string, lang source.Lang, from string) writeFunc {
	return func(s *Site, to *sheet) error {
		page := s.page(key, lang)
		return redirection().Execute(to, struct{ Tag, Title, Href, Canonical string }{
			Tag: s.model.Language(page.Lang).Locale.Tag(), Title: page.Title(),
			Href: s.model.Href(from, page.Output), Canonical: s.model.URL(page.Output),
		})
	}
}

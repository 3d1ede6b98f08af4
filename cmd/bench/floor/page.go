package main

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// layout shows a page.
var layout = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<title>{{.Title}}</title>
</head>
<body>
<p><a href="{{.Other.Address}}" hreflang="{{.Other.Lang}}" lang="{{.Other.Lang}}">{{.Other.Title}}</a></p>
<h1>{{.Title}}</h1>
{{.Body}}</body>
</html>
`))

// front is what is read of a half's front matter.
type front struct{ Title, Slug string }

// page is what the layout shows.
type page struct {
	front
	Lang    string
	Address string // from the root of the site
	Body    template.HTML
	Other   *page  // the other half
	text    []byte // the body as it was written
}

// writer writes pairs, one after the other.
type writer struct {
	content, output string
	folders         *folders
	markdown        goldmark.Markdown
	body, whole     bytes.Buffer // of one page
}

func newWriter(content, output string, folders *folders) *writer {
	return &writer{content: content, output: output, folders: folders, markdown: goldmark.New(
		goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithAutoHeadingID()))}
}

// pair writes the two pages of a pair, whose files have its key and their language in their names.
func (w *writer) pair(key string) error {
	var halves [len(langs)]page
	for i, lang := range langs {
		if err := halves[i].read(w.content, key, lang); err != nil {
			return err
		}
		halves[i].Other = &halves[1-i]
	}
	for i := range halves {
		if err := w.write(&halves[i]); err != nil {
			return fmt.Errorf("%s.%s.md: %w", key, langs[i], err)
		}
	}
	return nil
}

// read reads a half, and finds its address: that of its folder, and its slug or the name of its files.
func (p *page) read(content, key, lang string) error {
	text, err := os.ReadFile(filepath.Join(content, key+"."+lang+".md"))
	if err != nil {
		return err
	}
	words, body, ok := bytes.Cut(bytes.TrimPrefix(text, []byte("+++\n")), []byte("\n+++\n"))
	if !ok {
		return fmt.Errorf("%s.%s.md has no front matter", key, lang)
	}
	if _, err := toml.Decode(string(words), &p.front); err != nil {
		return fmt.Errorf("%s.%s.md: %w", key, lang, err)
	}
	folder, name := path.Split(filepath.ToSlash(key))
	switch {
	case name == "index":
		name = ""
	case p.Slug != "":
		name = p.Slug
	}
	p.Lang, p.text = lang, body
	p.Address = strings.TrimSuffix(path.Join("/", lang, folder, name), "/") + "/"
	return nil
}

// write renders a page and writes its file.
func (w *writer) write(p *page) error {
	w.body.Reset()
	if err := w.markdown.Convert(p.text, &w.body); err != nil {
		return err
	}
	p.Body = template.HTML(w.body.String())
	w.whole.Reset()
	if err := layout.Execute(&w.whole, p); err != nil {
		return err
	}
	folder := filepath.Join(w.output, filepath.FromSlash(p.Address))
	if err := w.folders.make(folder); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "index.html"), w.whole.Bytes(), 0o644)
}

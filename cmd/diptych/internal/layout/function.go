package layout

import (
	"fmt"
	"html/template"
	"net/url"

	"diptych/cmd/diptych/internal/source"
)

// Asset is what a layout learns of a file below static.
type Asset struct {
	URL       string // href from the page, with the fingerprinted name
	Integrity string // of styles and scripts; empty in a site that opens from a folder, where browsers refuse it
}

// functions are what layouts may call, in one language and from one depth of the tree.
func (s *Set) functions(lang source.Lang, root string) template.FuncMap {
	language := s.frame.Language(lang)
	return template.FuncMap{
		"T": func(id string, args ...any) (string, error) { return language.T(id, args...) },
		"asset": func(name string) (Asset, error) {
			a, ok := s.frame.Assets.Get(name)
			if !ok {
				return Asset{}, fmt.Errorf("there is no file %q", "static/"+name)
			}
			found := Asset{URL: root + (&url.URL{Path: a.Path}).EscapedPath()}
			if !s.frame.Config.BaseURL.IsFolder() {
				found.Integrity = a.Integrity
			}
			return found, nil
		},
	}
}

// constant looks at the names that a layout writes out: a message must be in both languages, an asset below static.
func (s *Set) constant(function, argument string) (problem, hint string) {
	switch function {
	case "T":
		return s.messageConstant(argument)
	case "asset":
		if _, ok := s.frame.Assets.Get(argument); ok {
			return "", ""
		}
		if near := s.frame.Assets.Nearest(argument); near != "" {
			return fmt.Sprintf("there is no file %q", "static/"+argument), fmt.Sprintf("did you mean %q?", near)
		}
		return fmt.Sprintf("there is no file %q", "static/"+argument), "write the path below static"
	}
	return "", ""
}

func (s *Set) messageConstant(id string) (problem, hint string) {
	for _, lang := range source.Langs() {
		catalogue := s.frame.Language(lang).Catalogue
		if catalogue.Has(id) || catalogue.Broken() {
			continue
		}
		problem = fmt.Sprintf("there is no message %q in %s", id, catalogue.File())
		if near := catalogue.Nearest(id); near != "" {
			return problem, fmt.Sprintf("did you mean %q?", near)
		}
		if other := s.frame.Language(lang.Other()).Catalogue; other.Has(id) {
			return problem, fmt.Sprintf("add it to %s: it is in %s", catalogue.File(), other.File())
		}
		return problem, "add it to the catalogues of both languages"
	}
	return "", ""
}

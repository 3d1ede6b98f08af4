package layout

import (
	"html/template"
	"net/url"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// Asset is what a layout learns of a file below static.
type Asset struct {
	URL       string // href from the page, with the fingerprinted name
	Integrity string // of styles and scripts; empty in a site that opens from a folder, where browsers refuse it
}

// functions are what layouts may call.
func (v *voice) functions() template.FuncMap {
	return template.FuncMap{"T": v.message, "asset": v.asset}
}

// message gives a message in the language of the page.
func (v *voice) message(id string, args ...any) (string, error) {
	return v.frame.Language(v.lang).T(id, args...)
}

// asset gives a file below static as the page refers to it.
func (v *voice) asset(name string) (Asset, error) {
	a, ok := v.frame.Assets.Get(name)
	if !ok {
		return Asset{}, wording.Errorf("there is no file %q", "static/"+name)
	}
	found := Asset{URL: v.root + (&url.URL{Path: a.Path}).EscapedPath()}
	if !v.frame.Config.BaseURL.IsFolder() {
		found.Integrity = a.Integrity
	}
	return found, nil
}

// constant looks at the names that a layout writes out: a message must be in both languages, an asset below static.
func (s *Set) constant(function, argument string) (rule string, problem, hint wording.Sentence) {
	switch function {
	case "T":
		problem, hint = s.messageConstant(argument)
		return ruleMessage, problem, hint
	case "asset":
		problem, hint = s.assetConstant(argument)
	}
	return ruleTemplate, problem, hint
}

func (s *Set) assetConstant(name string) (problem, hint wording.Sentence) {
	if _, ok := s.frame.Assets.Get(name); ok {
		return problem, hint
	}
	problem = wording.Sprintf("there is no file %q", "static/"+name)
	if near := s.frame.Assets.Nearest(name); near != "" {
		return problem, wording.Sprintf("did you mean %q?", near)
	}
	return problem, wording.Sprintf("write the path below static")
}

func (s *Set) messageConstant(id string) (problem, hint wording.Sentence) {
	for _, lang := range source.Langs() {
		catalogue := s.frame.Language(lang).Catalogue
		if catalogue.Has(id) || catalogue.Broken() {
			continue
		}
		problem = wording.Sprintf("there is no message %q in %s", id, catalogue.File())
		if near := catalogue.Nearest(id); near != "" {
			return problem, wording.Sprintf("did you mean %q?", near)
		}
		if other := s.frame.Language(lang.Other()).Catalogue; other.Has(id) {
			return problem, wording.Sprintf("add it to %s: it is in %s", catalogue.File(), other.File())
		}
		return problem, wording.Sprintf("add it to the catalogues of both languages")
	}
	return problem, hint
}

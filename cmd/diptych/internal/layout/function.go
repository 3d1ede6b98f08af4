package layout

import (
	"errors"
	"fmt"
	"html/template"
	"regexp"
	"strconv"

	"diptych/cmd/diptych/internal/source"
)

// Asset is what a layout learns of a file below static.
type Asset struct {
	URL       string // href from the page, with the fingerprinted name
	Integrity string // of styles and scripts; empty in a site that opens from a folder, where browsers refuse it
}

// functions are what layouts may call, in one language and from one depth of the tree.
func (s *Set) functions(lang source.Lang, root string) template.FuncMap {
	language := s.model.Language(lang)
	return template.FuncMap{
		"T": func(id string, args ...any) (string, error) { return language.T(id, args...) },
		"asset": func(name string) (Asset, error) {
			a, ok := s.model.Assets.Get(name)
			if !ok {
				return Asset{}, fmt.Errorf("there is no file %q", "static/"+name)
			}
			found := Asset{URL: root + a.Path}
			if !s.model.Config.BaseURL.IsFolder() {
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
		if _, ok := s.model.Assets.Get(argument); ok {
			return "", ""
		}
		if near := s.model.Assets.Nearest(argument); near != "" {
			return fmt.Sprintf("there is no file %q", "static/"+argument), fmt.Sprintf("did you mean %q?", near)
		}
		return fmt.Sprintf("there is no file %q", "static/"+argument), "write the path below static"
	}
	return "", ""
}

func (s *Set) messageConstant(id string) (problem, hint string) {
	for _, lang := range source.Langs() {
		catalogue := s.model.Language(lang).Catalogue
		if catalogue.Has(id) {
			continue
		}
		problem = fmt.Sprintf("there is no message %q in %s", id, catalogue.File())
		if near := catalogue.Nearest(id); near != "" {
			return problem, fmt.Sprintf("did you mean %q?", near)
		}
		return problem, "add it to the catalogues of both languages"
	}
	return "", ""
}

// place finds where an error of html/template happened: "template: page:3:14: executing …".
var place = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?:executing "[^"]*" )?(?:at )?(.*)$`)

// problem gives an error of html/template its file, line and column.
func (s *Set) problem(err error, name string) source.Problem {
	message, pos := err.Error(), source.Pos{File: "layouts/" + name + ".html"}
	var escaping *template.Error
	if errors.As(err, &escaping) {
		pos.Line, message = escaping.Line, escaping.Description
		if s.files[escaping.Name] != nil {
			pos.File = s.files[escaping.Name].Path
		}
	} else if found := place.FindStringSubmatch(message); found != nil {
		if file := s.files[found[1]]; file != nil {
			pos.File = file.Path
		}
		pos.Line, _ = strconv.Atoi(found[2])
		pos.Column, _ = strconv.Atoi(found[3])
		message = found[4]
	}
	return source.Errorf(ruleTemplate, pos, "%s", message).
		WithHint("layouts are Go templates: see ARCHITECTURE.md for the fields and functions they may use")
}

// Package config reads config.toml into a strict, immutable value: the address, the two languages in the order in which
// readers see them, and the values that layouts may use.
package config

import (
	"slices"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/host"
	"diptych/cmd/diptych/internal/policy"
	"diptych/cmd/diptych/internal/register"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// Config is what config.toml says.
type Config struct {
	BaseURL   Base
	Languages []Language          // both, in the order in which readers see them
	Params    map[string]any      // values for layouts; texts, numbers, true or false, lists and tables of these
	Sizes     string              // how wide pictures are shown, as HTML's attribute of that name says it
	Card      *Card               // nil without cards, or if [card] is wrong
	Carded    bool                // whether there is a [card]
	RawHTML   bool                // whether HTML in Markdown passes; off unless `[markdown] rawHTML = true`
	Documents []register.Document // those of the whole site
	Check     policy.Policy       // how severe the rules of `diptych check` are
	Hosting   Hosting             // who serves the site
	Stamped   bool                // whether documents' files get a digest in their names, by `[documents] fingerprint = true`
}

// Language is what config.toml says of one language.
type Language struct {
	Lang        source.Lang
	Locale      string // one of locale.Tags
	Title       string // the site's name
	Description string // one sentence on the site; may be empty
	Notice      string // a site-wide notice; may be empty
	Typography  typography.Rules
}

// Language gives the part of one language.
func (c *Config) Language(lang source.Lang) Language {
	for _, language := range c.Languages {
		if language.Lang == lang {
			return language
		}
	}
	return Language{Lang: lang, Locale: string(lang), Typography: typography.For(string(lang))}
}

// Options are what the command line says over config.toml.
type Options struct {
	BaseURL *string // replaces baseURL unless nil; "" makes a site that opens from a folder
}

// Load reads config.toml. On a problem the value has the defaults in place of what is wrong, so that the rest of the
// site is still checked.
func Load(tree *source.Tree, options Options) (*Config, []source.Problem) {
	file, ok := tree.File(source.ConfigFile)
	if !ok {
		return defaults(), nil // its problem is among the tree's
	}
	l := &loader{}
	table, problems := decode.Parse(source.Pos{File: file.Path, Line: 1, Column: 1}, file.Text())
	if len(problems) > 0 {
		return defaults(), problems
	}
	return l.config(decode.Read(table, l.report), options), l.problems
}

func defaults() *Config {
	return &Config{Sizes: wholeWindow, Hosting: Hosting{For: host.Common(), Pos: source.Pos{File: source.ConfigFile}}, Languages: []Language{
		{Lang: source.French, Locale: "fr", Typography: typography.For("fr")},
		{Lang: source.English, Locale: "en-GB", Typography: typography.For("en-GB")},
	}}
}

// loader collects problems while it reads.
type loader struct {
	problems []source.Problem
	stated   string // baseURL, as config.toml has it
}

func (l *loader) report(p source.Problem) { l.problems = append(l.problems, p) }

func (l *loader) config(r *decode.Reader, options Options) *Config {
	c := &Config{BaseURL: l.base(r, options), Params: r.Raw("params")}
	order := l.order(r)
	languages, _ := r.Table("language")
	c.Languages = l.languages(languages, order)
	languages.Rest("[language]")
	markdown, _ := r.Table("markdown")
	c.RawHTML = markdown.Bool("rawHTML")
	markdown.Rest("[markdown]")
	pictures, _ := r.Table("pictures")
	c.Sizes = l.sizes(pictures)
	pictures.Rest("[pictures]")
	c.Card = l.card(r)
	c.Carded = r.Has("card")
	c.Documents = register.Read(r, l.report)
	documents, _ := r.Table("documents")
	c.Stamped = documents.Bool("fingerprint")
	documents.Rest("[documents]")
	c.Hosting = l.hosting(r)
	c.Check = policy.Read(r, false, l.report)
	r.Rest(source.ConfigFile)
	return c
}

// base reads the address; the command line goes first, but what config.toml says is still checked.
func (l *loader) base(r *decode.Reader, options Options) Base {
	l.stated = r.Text("baseURL")
	stated := l.address(l.stated, r.Pos("baseURL"))
	if options.BaseURL != nil {
		return l.address(*options.BaseURL, source.Pos{File: "--base-url"})
	}
	if !r.Has("baseURL") {
		l.report(source.Errorf("base-url", r.Pos("baseURL"), "there is no `baseURL`").
			WithHint(`write the address of the published site: baseURL = "https://example.org/"`))
	}
	return stated
}

func (l *loader) address(text string, pos source.Pos) Base {
	base, ok := ParseBase(text)
	if !ok {
		l.report(source.Errorf("base-url", pos, "%q is not the address of a site", text).
			WithHint(`write http:// or https://, a host and perhaps a path, without ? or #: "https://example.org/"`))
	}
	return base
}

// order reads which language comes first.
func (l *loader) order(r *decode.Reader) []source.Lang {
	both := []source.Lang{source.French, source.English}
	var order []source.Lang
	for _, code := range r.Texts("languages") {
		order = append(order, source.Lang(code))
	}
	if !r.Has("languages") {
		return both
	}
	sorted := slices.Sorted(slices.Values(order))
	if !slices.Equal(sorted, []source.Lang{source.English, source.French}) {
		l.report(source.Errorf("languages", r.Pos("languages"), "a diptych has exactly two languages, fr and en").
			WithHint(`write them in the order to show them: languages = ["fr", "en"]`))
		return both
	}
	return order
}

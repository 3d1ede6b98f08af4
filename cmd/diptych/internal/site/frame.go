package site

import (
	"slices"

	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/config"
	"diptych/cmd/diptych/internal/gallery"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/parallel"
	"diptych/cmd/diptych/internal/register"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/term"
	"diptych/cmd/diptych/internal/typography"
)

// Frame is what surrounds all pages: the configuration, the languages, the files below static. It is immutable, and
// stays the same value for as long as its files do.
type Frame struct {
	Config *config.Config
	Assets *asset.Set

	Pictures *gallery.Set

	press *press // nil if the site has no cards
	Terms *term.Base

	languages        map[source.Lang]*Language
	configProblems   []source.Problem
	languageProblems []source.Problem // also of the terms, which the renderers of the languages explain
	assetProblems    []source.Problem
}

// Language is all that belongs to one language of the site.
type Language struct {
	config.Language
	Locale    *locale.Locale
	Catalogue *locale.Catalogue

	renderer *markdown.Renderer
	asTyped  *markdown.Renderer // of pages that state `typography = false`
}

// Language gives one of the site's languages.
func (f *Frame) Language(lang source.Lang) *Language { return f.languages[lang] }

// frame gives the frame of the site in a tree. What did not change since an earlier model is taken from there; before
// may be nil.
func frame(tree *source.Tree, drafts drafts, options Options, before *Model) *Frame {
	settled := before != nil && sameFiles(tree, before.tree, source.ConfigFile) && sameFiles(tree, before.tree, before.Config.Files()...)
	settings := settled && sameFiles(tree, before.tree, languageFiles()...)
	f := &Frame{}
	if settled {
		f.Config, f.configProblems, f.press = before.Config, before.configProblems, before.press
	} else {
		f.Config, f.configProblems = config.Load(tree, config.Options{BaseURL: options.BaseURL})
	}
	stamped := f.stamped(drafts)
	assets := before != nil && slices.Equal(tree.Below("static"), before.tree.Below("static")) &&
		slices.Equal(stamped, before.Assets.Stamped())
	f.Pictures = pictures(tree, options, before)
	if settings && assets && f.Pictures == before.Pictures {
		return before.Frame
	}
	parallel.Do(
		func() {
			if !settled {
				f.readPress(tree)
			}
		},
		func() {
			if settings {
				f.Terms, f.languages, f.languageProblems = before.Terms, before.languages, before.languageProblems
			} else {
				f.readLanguages(tree)
			}
		},
		func() {
			switch {
			case assets:
				f.Assets, f.assetProblems = before.Assets, before.assetProblems
			case before != nil:
				f.Assets, f.assetProblems = before.Assets.Again(tree, stamped)
			default:
				f.Assets, f.assetProblems = asset.Read(tree, stamped)
			}
		},
	)
	return f
}

// readPress makes what config.toml says of cards, with the file that it names.
func (f *Frame) readPress(tree *source.Tree) {
	made, problems := readPress(tree, f.Config.Card)
	f.press, f.configProblems = made, append(f.configProblems, problems...)
}

// pictures gives the pictures of a tree.
func pictures(tree *source.Tree, options Options, before *Model) *gallery.Set {
	switch {
	case before == nil:
		return gallery.Read(tree, options.Cache)
	case !slices.ContainsFunc(tree.Changed(before.tree), gallery.Concerns):
		return before.Pictures
	}
	return before.Pictures.Again(tree)
}

// stamped gives the files of documents that are to have a digest in their names, sorted.
func (f *Frame) stamped(drafts drafts) []string {
	if !f.Config.Stamped {
		return nil
	}
	files := register.Files(f.Config.Documents)
	for _, d := range drafts.all {
		files = append(files, register.Files(d.joined.Documents)...)
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// languageFiles gives the files that the languages are made of, beside config.toml.
func languageFiles() []string {
	return []string{locale.CatalogueFile(source.French), locale.CatalogueFile(source.English), term.File}
}

// sameFiles tells whether two trees have the same files at some paths.
func sameFiles(a, b *source.Tree, paths ...string) bool {
	return !slices.ContainsFunc(paths, func(path string) bool {
		one, _ := a.File(path)
		other, _ := b.File(path)
		return one != other
	})
}

// readLanguages reads the terms and what each language brings, and compares the catalogues.
func (f *Frame) readLanguages(tree *source.Tree) {
	f.Terms, f.languageProblems = term.Read(tree)
	languages, problems := make([]*Language, len(f.Config.Languages)), make([][]source.Problem, len(f.Config.Languages))
	parallel.For(len(languages), func(i int) { languages[i], problems[i] = f.readLanguage(tree, f.Config.Languages[i]) })
	f.languages = map[source.Lang]*Language{}
	for i, language := range languages {
		f.languages[language.Lang] = language
		f.languageProblems = append(f.languageProblems, problems[i]...)
	}
	for _, lang := range source.Langs() {
		f.languageProblems = append(f.languageProblems, checkMessages(f.languages[lang].Catalogue)...)
	}
	french, english := f.languages[source.French], f.languages[source.English]
	f.languageProblems = append(f.languageProblems, locale.CompareCatalogues(french.Catalogue, english.Catalogue)...)
}

// readLanguage reads what one language brings.
func (f *Frame) readLanguage(tree *source.Tree, language config.Language) (*Language, []source.Problem) {
	writing, _ := locale.New(language.Locale)
	catalogue, problems := locale.ReadCatalogue(tree, writing, language.Typography)
	return &Language{
		Language: typeset(language), Locale: writing, Catalogue: catalogue,
		renderer: markdown.New(language.Lang, words(catalogue), f.bodies(f.typography())),
		asTyped:  markdown.New(language.Lang, words(catalogue), f.bodies(nil)),
	}, problems
}

// bodies gives what the site says of all bodies whose text is set by some rules.
func (f *Frame) bodies(rules map[source.Lang]*typography.Rules) markdown.Options {
	abbreviations := map[source.Lang]map[string]string{}
	for _, lang := range source.Langs() {
		abbreviations[lang] = f.Terms.Abbreviations(lang)
	}
	return markdown.Options{RawHTML: f.Config.RawHTML, Typography: rules, Abbreviations: abbreviations}
}

// typography gives how text in each language is set.
func (f *Frame) typography() map[source.Lang]*typography.Rules {
	rules := map[source.Lang]*typography.Rules{}
	for _, language := range f.Config.Languages {
		rules[language.Lang] = &language.Typography
	}
	return rules
}

// typeset sets the site's own words in a language.
func typeset(language config.Language) config.Language {
	set := language.Typography.Text
	language.Title, language.Description, language.Notice = set(language.Title), set(language.Description), set(language.Notice)
	return language
}

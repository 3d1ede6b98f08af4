package site

import (
	"slices"

	"diptych/cmd/diptych/internal/asset"
	"diptych/cmd/diptych/internal/config"
	"diptych/cmd/diptych/internal/locale"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/source"
)

// Frame is what surrounds all pages: the configuration, the languages, the files below static. It is immutable, and
// stays the same value for as long as its files do.
type Frame struct {
	Config *config.Config
	Assets *asset.Set

	languages        map[source.Lang]*Language
	configProblems   []source.Problem
	languageProblems []source.Problem
	assetProblems    []source.Problem
}

// Language is all that belongs to one language of the site.
type Language struct {
	config.Language
	Locale    *locale.Locale
	Catalogue *locale.Catalogue

	renderer *markdown.Renderer
}

// Language gives one of the site's languages.
func (f *Frame) Language(lang source.Lang) *Language { return f.languages[lang] }

// frame gives the frame of the site in a tree. What did not change since an earlier model is taken from there; before
// may be nil.
func frame(tree *source.Tree, options Options, before *Model) *Frame {
	settled := before != nil && sameFiles(tree, before.tree, source.ConfigFile)
	settings := settled && sameFiles(tree, before.tree, locale.CatalogueFile(source.French), locale.CatalogueFile(source.English))
	assets := before != nil && slices.Equal(tree.Below("static"), before.tree.Below("static"))
	if settings && assets {
		return before.Frame
	}
	f := &Frame{}
	if settled {
		f.Config, f.configProblems = before.Config, before.configProblems
	} else {
		f.Config, f.configProblems = config.Load(tree, config.Options{BaseURL: options.BaseURL})
	}
	if settings {
		f.languages, f.languageProblems = before.languages, before.languageProblems
	} else {
		f.readLanguages(tree)
	}
	if assets {
		f.Assets, f.assetProblems = before.Assets, before.assetProblems
	} else {
		f.Assets, f.assetProblems = asset.Read(tree)
	}
	return f
}

// sameFiles tells whether two trees have the same files at some paths.
func sameFiles(a, b *source.Tree, paths ...string) bool {
	return !slices.ContainsFunc(paths, func(path string) bool {
		one, _ := a.File(path)
		other, _ := b.File(path)
		return one != other
	})
}

// readLanguages reads what each language brings, and compares the catalogues.
func (f *Frame) readLanguages(tree *source.Tree) {
	f.languages = map[source.Lang]*Language{}
	for _, language := range f.Config.Languages {
		writing, _ := locale.New(language.Locale)
		catalogue, found := locale.ReadCatalogue(tree, writing)
		f.languageProblems = append(f.languageProblems, found...)
		f.languages[language.Lang] = &Language{
			Language: language, Locale: writing, Catalogue: catalogue,
			renderer: markdown.New(language.Lang, words(catalogue), markdown.Options{RawHTML: f.Config.RawHTML}),
		}
	}
	for _, lang := range source.Langs() {
		f.languageProblems = append(f.languageProblems, checkMessages(f.languages[lang].Catalogue)...)
	}
	french, english := f.languages[source.French], f.languages[source.English]
	f.languageProblems = append(f.languageProblems, locale.CompareCatalogues(french.Catalogue, english.Catalogue)...)
}

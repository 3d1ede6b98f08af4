package check

import (
	"maps"
	"slices"
	"strings"

	"diptych/cmd/diptych/internal/source"
)

// tree makes the site of the example.
func (e Example) tree() *source.Tree {
	texts := map[string]string{source.ConfigFile: exampleConfig}
	if e.hasLayouts() {
		maps.Copy(texts, exampleSite())
	}
	for _, file := range e.Files {
		switch file.Name {
		case wanted:
		case string(source.French), string(source.English):
			texts["content/page."+file.Name+".md"] = withFront(file)
		default:
			texts[file.Name] = file.Text
		}
	}
	return source.NewTree(texts)
}

const exampleConfig = `baseURL = "https://example.org/"
languages = ["fr", "en"]

[language.fr]
locale = "fr"
title = "Exemple"

[language.en]
locale = "en-GB"
title = "Example"
`

// withFront gives a half its front matter where it has none. It is on one line more than the text, so that the lines of an
// example are easily counted: the first is line 4.
func withFront(file ExampleFile) string {
	if strings.HasPrefix(file.Text, "+++") {
		return file.Text
	}
	title := map[string]string{"fr": "Exemple", "en": "Example"}[file.Name]
	return "+++\ntitle = \"" + title + "\"\n+++\n" + file.Text
}

// hasLayouts tells whether the example is about pages as they are published.
func (e Example) hasLayouts() bool {
	return slices.ContainsFunc(e.Files, func(f ExampleFile) bool { return strings.HasPrefix(f.Name, "layouts/") })
}

// exampleSite gives what an example with a layout has beside its own files: the least that a site needs.
func exampleSite() map[string]string {
	const main = `{{define "main"}}<h1>{{.Title}}</h1>{{.Body}}{{end}}`
	return map[string]string{
		"content/index.fr.md": "+++\ntitle = \"Accueil\"\n+++\n",
		"content/index.en.md": "+++\ntitle = \"Home\"\n+++\n",
		"i18n/fr.toml":        "[language]\nname = \"Français\"\n",
		"i18n/en.toml":        "[language]\nname = \"English\"\n",
		"layouts/base.html": `<!doctype html>
<html lang="{{.Tag}}">
<head><title>{{.Title}}</title>
{{range .Alternates}}<link rel="alternate" hreflang="{{.Hreflang}}" href="{{.URL}}">
{{end}}</head>
<body>{{with .Other}}<a href="{{.Href}}">{{.Name}}</a>{{end}}
{{block "main" .}}{{end}}</body>
</html>
`,
		"layouts/home.html":    main,
		"layouts/page.html":    main,
		"layouts/404.html":     main,
		"layouts/chooser.html": main,
	}
}

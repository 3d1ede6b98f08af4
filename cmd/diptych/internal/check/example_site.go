package check

import (
	"slices"
	"strings"
)

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

package layout

import (
	"regexp"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// The oracle of folding is the layout as it was: each page must have the same bytes, or the same problems.

// comparison shows pages as layouts are read, and folded for the first page with which they have the same in common.
type comparison struct {
	set    *Set
	model  *site.Model
	folded map[foldedFor]*instance

	shown, failed int
}

func newComparison(set *Set, model *site.Model) *comparison {
	return &comparison{set: set, model: model, folded: map[foldedFor]*instance{}}
}

// compare shows a page both ways. It takes two views, since a view remembers what was asked of it.
func (c *comparison) compare(t *testing.T, name, output string, view func() *site.View) {
	t.Helper()
	l, root := c.set.layouts[name], c.model.Root(output)
	if l == nil {
		return
	}
	var plain, folded strings.Builder
	shown, err := l.take()
	if err != nil {
		t.Fatal(err)
	}
	*shown.voice = voice{frame: c.set.frame, lang: view().Lang, root: root}
	want, _ := c.set.show(&plain, shown, name, view())
	pages := foldedFor{l, site.CommonOf(view()), root}
	if c.folded[pages] == nil { // also for a page that fails: another may not
		shown.fold(view(), l.dots())
		c.folded[pages] = shown
	}
	got, _ := c.set.show(&folded, c.folded[pages], name, view())
	if withoutPointers(strings.Join(lines(got), "\n")) != withoutPointers(strings.Join(lines(want), "\n")) {
		t.Errorf("%s in %s: folded, the problems are %q, want %q", output, name, lines(got), lines(want))
	}
	if len(want) > 0 {
		c.failed++
		return
	}
	c.shown++
	if withoutPointers(plain.String()) != withoutPointers(folded.String()) {
		t.Errorf("%s in %s, folded:\n%s\nwant:\n%s", output, name, folded.String(), plain.String())
	}
}

// pointer is how what is no text looks in one.
var pointer = regexp.MustCompile(`0x[0-9a-f]+`)

func withoutPointers(text string) string { return pointer.ReplaceAllString(text, "0x") }

// all compares all pages of the site, each in its layout, or in one that is named.
func (c *comparison) all(t *testing.T, named string) {
	t.Helper()
	in := func(layout string) string {
		if named != "" {
			return named
		}
		return layout
	}
	none := func(source.Problem) {}
	for _, lang := range source.Langs() {
		for _, page := range c.model.Pages(lang) {
			c.compare(t, in(page.Layout()), page.Output, func() *site.View {
				view := c.model.View(page, none)
				site.Show(view, c.set)
				return view
			})
		}
		output, other := string(lang)+"/404.html", string(lang.Other())+"/404.html"
		c.compare(t, in("404"), output, func() *site.View { return c.model.Standalone(lang, output, "404", other, none) })
	}
	for _, pair := range c.model.Pairs {
		if pair.IsPrinted() {
			c.compare(t, in(site.BilingualLayout), c.model.BilingualPath(pair), func() *site.View { return c.model.Bilingual(pair, none) })
		}
	}
	for kind, output := range map[string]string{"404": "404.html", "chooser": "index.html"} {
		c.compare(t, in(kind), output, func() *site.View { return c.model.Standalone(source.French, output, kind, "", none) })
	}
}

// addresses are those of a site at a host's root, below a path, and in a folder.
func addresses() []string { return []string{address, "https://un.org/accra", ""} }

func TestFoldedLayoutsOfTheSample(t *testing.T) {
	for _, base := range addresses() {
		set, model, _ := readSite(t, base, files{"layouts/bilingual.html": `{{range $i, $half := .Halves}}{{$i}} {{$half.T "nav.menu"}} ` +
			`{{with .Event}}{{$half.T "event.by" "Hosts" .Hosts}} {{end}}{{.Site.Title}}{{end}}{{range .Rows}}{{range .Cells}}{{.HTML}}{{end}}{{end}}`})
		c := newComparison(set, model)
		c.all(t, "")
		if c.shown < 30 || c.failed > 0 {
			t.Errorf("%d pages were shown, %d failed", c.shown, c.failed)
		}
	}
}

// TestFoldedLayoutsOfTheRepository compares the pages of the conference site.
func TestFoldedLayoutsOfTheRepository(t *testing.T) {
	tree, err := source.Read("../../../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, base := range addresses() {
		model, _ := site.Assemble(tree, site.Options{Day: civil.Date{Year: 2023, Month: 11, Day: 1}, BaseURL: &base, Drafts: true})
		c := newComparison(Read(tree, model.Frame), model)
		c.all(t, "")
		if c.shown < 30 || c.failed > 0 {
			t.Errorf("%d pages were shown, %d failed", c.shown, c.failed)
		}
	}
}

// TestWhatIsFolded holds what is left of templates, beside that it says the same.
func TestWhatIsFolded(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"constants":                {`a{{"b"}}{{print 1 "c"}}<i title="{{"<"}}">`, `ab1c<i title="&lt;">`},
		"messages and files":       {`{{T "nav.menu"}} {{with asset "img/fond.svg"}}{{.URL}}{{end}}`, "Menu «\u00a0principal\u00a0» /img/fond.svg"},
		"the language":             {`{{.Lang}}{{$.Tag}}{{range .Menu}}{{$.Lang}}{{.Title}}{{end}}`, `frfr{{range .Menu}}fr{{.Title}}{{end}}`},
		"the site":                 {`{{.Site.Title}}{{with .Site.Notice}}{{.}}{{end}}`, `Conférence d’AccraLe programme a changé.`},
		"a way that all go":        {`{{if eq .Kind "page"}}{{.Title}}{{else}}{{.Body}}{{end}}{{if not .Lang}}x{{else}}y{{end}}`, `{{.Title}}y`},
		"the other half":           {`{{with .Other}}{{.Name}} {{.Href}} {{$.Kind}}{{.T "nav.menu"}}{{end}}`, `{{with .Other}}English {{.Href}} pageMain menu{{end}}`},
		"what no page has":         {`{{with .Event}}{{.When}}{{else}}-{{end}}{{range .Halves}}{{with .Documents}}x{{end}}{{end}}`, `-`},
		"variables":                {`{{$a := .Lang}}{{$b := .Title}}{{$a}}{{$b}}{{with $b}}{{$a}}{{end}}`, `{{$a := .Lang}}{{$b := .Title}}fr{{$b}}{{with $b}}fr{{end}}`},
		"a variable that changes":  {`{{$a := .Lang}}{{$a}}{{$a = .Title}}{{$a}}`, `{{$a := .Lang}}{{$a}}{{$a = .Title}}{{$a}}`},
		"a scope of its own":       {`{{if .Lang}}{{$a := .Title}}{{$a}}{{end}}`, `{{if .Lang}}{{$a := .Title}}{{$a}}{{end}}`},
		"another dollar":           {`{{$ := .Other}}{{$.Lang}}{{.Lang}}`, `{{$ := .Other}}enfr`},
		"what fails":               {`{{T (printf "nav.%s" .Kind)}}{{slice .Lang 9}}`, `{{T (printf "nav.%s" .Kind)}}{{slice .Lang 9}}`},
		"what takes long":          {`{{if .Exempt}}{{range 1000000000}}{{end}}{{end}}`, `{{if .Exempt}}{{range 1000000000}}{{end}}{{end}}`},
		"a template with the view": {`{{template "y" .}}{{define "y"}}{{.Lang}}{{end}}`, `{{template "y" .}}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			set, model, found := readSite(t, address, files{"layouts/page.html": test.text})
			if source.HasErrors(found) {
				t.Fatal(found)
			}
			pair, _ := model.Pair("about")
			c := newComparison(set, model)
			c.compare(t, "page", "fr/a-propos/index.html", func() *site.View {
				return model.View(pair.Page(source.French), func(source.Problem) {})
			})
			for _, i := range c.folded {
				if got := withoutEscapers(i.template.Tree.Root.String()); got != test.want {
					t.Errorf("folded to %s\nwant     %s", got, test.want)
				}
			}
		})
	}
}

// withoutEscapers leaves out what html/template puts into pipelines.
func withoutEscapers(text string) string {
	for before, rest, found := strings.Cut(text, " | _html_template_"); found; before, rest, found = strings.Cut(text, " | _html_template_") {
		text = before + strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz")
	}
	return text
}

package layout

import (
	"diptych/cmd/diptych/internal/site"
	"strings"
	"testing"
)

func TestWhatReadFinds(t *testing.T) {
	tests := map[string]struct {
		changes files
		want    []string // how the problems begin
	}{
		"no layouts at all": {
			files{"layouts/base.html": "", "layouts/partials/head.html": "", "layouts/partials/event.html": "",
				"layouts/home.html": "", "layouts/section.html": "", "layouts/page.html": "", "layouts/exempt.html": "",
				"layouts/404.html": "", "layouts/chooser.html": ""},
			[]string{"layouts layout-missing: the site has no layouts (the tool carries none of its own"},
		},
		"an action that is not closed": {
			files{"layouts/page.html": "<p>\n{{.Title</p>"},
			[]string{`layouts/page.html:2 template: bad character U+003C '<' (`},
		},
		"a field that is misspelt, in a branch that seldom runs": {
			files{"layouts/page.html": "<p>\n{{if .Draft}}{{.Titel}}{{end}}"},
			[]string{`layouts/page.html:2:16 template: `},
		},
		"a message that is not there": {
			files{"layouts/page.html": `é {{T "nav.menus"}}`},
			[]string{`layouts/page.html:1:7 catalogue-missing: there is no message "nav.menus" in i18n/fr.toml (did you mean "nav.menu"?)`},
		},
		"a message of one half": {
			files{"layouts/404.html": "{{range .Halves}}\n{{.T \"notfound.titel\"}}{{end}}"},
			[]string{`layouts/404.html:2:6 catalogue-missing: there is no message "notfound.titel" in i18n/fr.toml (did you mean "notfound.title"?)`},
		},
		"a parameter that is misspelt, and one that is not there": {
			files{"layouts/page.html": "é {{.Site.Params.phome}}{{if .Draft}}{{.Site.Params.adresse}}{{end}}{{.Site.Params.phone}}"},
			[]string{
				"layouts/page.html:1:17 template: config.toml has no `phome` under [params] (did you mean `.phone`?)",
				"layouts/page.html:1:52 template: config.toml has no `adresse` under [params] " +
					"(write it there; one that may be empty is written too: adresse = \"\")",
			},
		},
		"a parameter of a site that has none": {
			files{"config.toml": settings, "layouts/page.html": "{{with .Site.Params}}{{.phone}}{{end}}"},
			[]string{"layouts/page.html:1:24 template: config.toml has no `phone` under [params] (write it there"},
		},
		"parameters of a parameter, which are not counted": {
			files{"config.toml": settings + "bureau = { rue = \"été\" }\n", "layouts/page.html": "{{.Site.Params.bureau.rue}}"},
			nil,
		},
		"a mistake in what layouts share, told alone": {
			files{"layouts/base.html": "<p>{{.Title</p>", "layouts/partials/head.html": "é {{end}}",
				"layouts/page.html": "{{.Titel}}", "layouts/home.html": "{{"},
			[]string{
				`layouts/base.html:1 template: bad character U+003C '<' (`,
				`layouts/partials/head.html:1 template: unexpected {{end}} (`,
			},
		},
		"an asset that is not there": {
			files{"layouts/page.html": `{{(asset "css/site.cs").URL}}{{(asset "rien.js").URL}}`},
			[]string{
				`layouts/page.html:1:10 template: there is no file "static/css/site.cs" (did you mean "css/site.css"?)`,
				`layouts/page.html:1:39 template: there is no file "static/rien.js" (write the path below static)`,
			},
		},
		"a template that no layout uses": {
			files{"layouts/partials/vieux.html": "\n{{.Title}}"},
			[]string{"layouts/partials/vieux.html"},
		},
		"a template that one layout uses": {
			files{"layouts/partials/neuf.html": "neuf", "layouts/page.html": `{{template "partials/neuf"}}`},
			nil,
		},
		"branches that end in different contexts": {
			files{"layouts/page.html": "<p>\n  {{if .Draft}}<a href=\"{{end}}\">"},
			[]string{"layouts/page.html:2:8 template: {{if}} branches end in different contexts"},
		},
		"a page that ends inside an attribute": {
			files{"layouts/page.html": "<p title=\"{{.Title}}\n"},
			[]string{"layouts/page.html template: ends in a non-text context"},
		},
		"a block whose context is wrong, in the file that has it": {
			files{"layouts/page.html": "\n{{define \"main\"}}\n{{range .Menu}}<a title='{{else}}<b>{{end}}{{end}}"},
			[]string{"layouts/page.html:3:9 template: on range loop re-entry: {{range}} branches end in different contexts"},
		},
		"a partial whose context is wrong, told once for all layouts": {
			files{"layouts/partials/event.html": "{{if .Event}}<a href='{{end}}"},
			[]string{"layouts/partials/event.html:1:6 template: {{if}} branches end in different contexts"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := misread(t, test.changes)
			if len(got) != len(test.want) {
				t.Fatalf("problems %q\nwant %q", got, test.want)
			}
			for i, want := range test.want {
				if !strings.HasPrefix(got[i], want) {
					t.Errorf("problem %q\nwant    %q", got[i], want)
				}
			}
		})
	}
}

func TestABrokenLayoutIsNotThere(t *testing.T) {
	for name, text := range map[string]string{
		"parameter": "{{.Site.Params.phome}}", "syntax": "{{", "field": "{{.Titel}}", "context": `<a href="{{if .Draft}}'{{else}}">{{end}}`,
	} {
		set, _, found := readSite(t, address, files{"layouts/page.html": text})
		if set.Has("page") || !set.IsBroken("page") || !set.Has("home") || len(found) == 0 {
			t.Errorf("%s: has page %v, broken %v, has home %v, problems %v", name, set.Has("page"), set.IsBroken("page"),
				set.Has("home"), found)
		}
	}
}

// TestWithoutWhatIsSharedAllAreBroken holds that no layout is told to be missing, for the reason why none could be read.
func TestWithoutWhatIsSharedAllAreBroken(t *testing.T) {
	set, _, _ := readSite(t, address, files{"layouts/base.html": "{{if}}"})
	for _, name := range []string{"page", "home", "404", "chooser", "exempt"} {
		if set.Has(name) || !set.IsBroken(name) {
			t.Errorf("%s: there %v, broken %v", name, set.Has(name), set.IsBroken(name))
		}
	}
}

// TestAgainVerifiesWithoutReading: after an edit of a message the layouts are what they were, and are verified again.
func TestAgainVerifiesWithoutReading(t *testing.T) {
	tree := mustTree(t, nil)
	model, _ := site.Assemble(tree, site.Options{})
	before := Read(tree, model.Frame)
	french, _ := tree.File("i18n/fr.toml")
	for _, step := range []struct {
		text string
		told bool
	}{
		{strings.Replace(french.Text(), "menu = ", "menus = ", 1), true},
		{french.Text(), false},
	} {
		tree = tree.With(files{french.Path: step.text})
		model, _ = model.Again(tree)
		after := before.Again(tree, model.Frame)
		if after == before || after.shelf != before.shelf {
			t.Errorf("the layouts were read again, or not verified")
		}
		if told := len(after.Problems()) > 0; told != step.told {
			t.Errorf("problems %v, want some: %t", after.Problems(), step.told)
		}
		before = after
	}
}

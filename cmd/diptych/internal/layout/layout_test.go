package layout

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

const address = "https://example.org/"

func TestLayoutsOfTheSample(t *testing.T) {
	set, _, found := readSite(t, address, files{"layouts/notes.txt": "{{", "layouts/about.html": `{{define "main"}}à{{end}}`})
	if len(found) > 0 {
		t.Fatalf("problems: %v", found)
	}
	want := []string{"404", "about", "chooser", "exempt", "home", "page", "section"}
	if diff := cmp.Diff(want, set.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	for name, has := range map[string]bool{"page": true, "base": false, "partials/head": false, "notes": false, "": false} {
		if set.Has(name) != has || set.IsBroken(name) != (name == "base" || name == "partials/head") {
			t.Errorf("%q: has %v, broken %v", name, set.Has(name), set.IsBroken(name))
		}
	}
}

func TestHowALayoutIsShown(t *testing.T) {
	const base = `<b>{{block "main" .}}rien{{end}}</b>`
	tests := map[string]struct{ page, want string }{
		"a block through base":        {`{{define "main"}}« {{.Title}} »{{end}}`, "<b>« À propos de l’équipe »</b>"},
		"no block, so that of base":   {"{{/* vide */}}\n", "<b>rien</b>"},
		"a whole document":            {`<i>{{.Title}}</i>`, "<i>À propos de l’équipe</i>"},
		"a document that asks for it": {`<i>{{template "base" .}}</i>{{define "main"}}x{{end}}`, "<i><b>x</b></i>"},
		"text escaped by its context": {`<a title="{{.Lang}}" href="?q={{.Title}}">{{"<&>"}}</a>`,
			`<a title="fr" href="?q=%c3%80%20propos%20de%20l%e2%80%99%c3%a9quipe">&lt;&amp;&gt;</a>`},
		"a message with its arguments": {`{{T "event.where" "Place" "Dacca" "Country" "Bangladesh"}}`, "Dacca (Bangladesh)"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			changes := files{"layouts/base.html": base, "layouts/other.html": `{{define "main"}}{{end}}`,
				"layouts/page.html": test.page, "layouts/partials/head.html": "",
				"layouts/partials/event.html": ""}
			for _, other := range []string{"home", "section", "exempt", "404", "chooser"} {
				changes["layouts/"+other+".html"] = "{{.Title}}"
			}
			if got := strings.TrimSpace(shown(t, address, "about", source.French, changes)); got != test.want {
				t.Errorf("shown: %s\nwant:  %s", got, test.want)
			}
		})
	}
}

func TestNotFoundInOneLanguageAndInBoth(t *testing.T) {
	set, model, _ := readSite(t, address, nil)
	show := func(lang source.Lang, output, other string) string {
		var out strings.Builder
		view := model.Standalone(lang, output, "404", other, func(p source.Problem) { t.Error(p) })
		if problems, err := set.Execute(&out, "404", view, "/"); len(problems) > 0 || err != nil {
			t.Fatal(problems, err)
		}
		return out.String()
	}
	both := show(source.French, "404.html", "")
	for _, part := range []string{`<section lang="fr"><h1>Page introuvable`, `<section lang="en-GB"><h1>Page not found`} {
		if !strings.Contains(both, part) {
			t.Errorf("the page in both languages lacks %s:\n%s", part, both)
		}
	}
	english := show(source.English, "en/404.html", "fr/404.html")
	if !strings.Contains(english, `<h1>Page not found`) || strings.Contains(english, "introuvable") ||
		!strings.Contains(english, `class="switch" href="/fr/404.html"`) {
		t.Errorf("the English page is not English alone:\n%s", english)
	}
}

func TestFunctionsSpeakTheLanguageAndKnowTheDepth(t *testing.T) {
	page := files{"layouts/page.html": `{{T "nav.menu"}}|{{with asset "css/site.css"}}{{.URL}}|{{.Integrity}}{{end}}|` +
		`{{(asset "img/à #1%.svg").URL}}`,
		"static/img/à #1%.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`}
	tests := []struct {
		base, key string
		lang      source.Lang
		want      []string
	}{
		{address, "about", source.French, []string{"Menu «\u00a0principal\u00a0»", "/css/site.", "sha384-", "/img/%C3%A0%20%231%25.svg"}},
		{address, "about", source.English, []string{"Main menu", "/css/site.", "sha384-", "/img/%C3%A0%20%231%25.svg"}},
		{"https://un.org/accra", "about", source.French,
			[]string{"Menu «\u00a0principal\u00a0»", "/accra/css/site.", "sha384-", "/accra/img/%C3%A0%20%231%25.svg"}},
		{"", "about", source.French, []string{"Menu «\u00a0principal\u00a0»", "../../css/site.", "", "../../img/%C3%A0%20%231%25.svg"}},
		{"", "meetings/groups/leaders", source.English,
			[]string{"Main menu", "../../../../css/site.", "", "../../../../img/%C3%A0%20%231%25.svg"}},
	}
	for _, test := range tests {
		got := strings.Split(strings.TrimSpace(shown(t, test.base, test.key, test.lang, page)), "|")
		for i, want := range test.want {
			if !strings.HasPrefix(got[i], want) || want == "" && got[i] != "" {
				t.Errorf("base %q, %s %s: part %d is %q, want %q", test.base, test.lang, test.key, i, got[i], want)
			}
		}
	}
}

// TestConcurrentUse shows every page on many goroutines at once, from the first execution on; it needs -race to bite.
func TestConcurrentUse(t *testing.T) {
	want := map[string]string{} // by output path
	set, model, _ := readSite(t, "", nil)
	for _, lang := range source.Langs() {
		for _, page := range model.Pages(lang) {
			want[page.Output] = show(t, set, model, page)
		}
	}
	fresh, model, _ := readSite(t, "", nil)
	var group sync.WaitGroup
	for range 4 {
		for _, lang := range source.Langs() {
			for _, page := range model.Pages(lang) {
				group.Go(func() {
					if got := show(t, fresh, model, page); got != want[page.Output] {
						t.Errorf("%s differs when many are shown at once", page.Output)
					}
				})
			}
		}
	}
	group.Wait()
}

// full is a writer that fails after some bytes.
type full struct{ left int }

var errFull = errors.New("no space left")

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestErrorOfTheWriter(t *testing.T) {
	set, model, _ := readSite(t, address, nil)
	for _, left := range []int{0, 40, 200} {
		view := model.View(model.Home(source.French), func(source.Problem) {})
		problems, err := set.Execute(&full{left}, "home", view, "/")
		if !errors.Is(err, errFull) || len(problems) > 0 {
			t.Errorf("room for %d bytes: error %v, problems %v; want the writer's error alone", left, err, problems)
		}
	}
}

func TestRunTimeErrorsHaveTheirPlace(t *testing.T) {
	tests := map[string]struct {
		changes files
		want    string
	}{
		"in a layout": {
			files{"layouts/page.html": "{{define \"main\"}}\n  {{slice .Title 400}}{{end}}"},
			"layouts/page.html:2:5 template: <slice .Title 400>: error calling slice: index out of range: 400",
		},
		"in a partial": {
			files{"layouts/partials/event.html": "\n\n{{index .Halves 7 | print}}"},
			"layouts/partials/event.html:3:3 template: <index .Halves 7>: error calling index: index out of range: 7",
		},
		"a parameter that is not there": {
			files{"layouts/page.html": "é {{.Site.Params.bureau.telephone}}", "config.toml": settings + "bureau = { rue = \"été\" }\n"},
			`layouts/page.html:1:10 template: <.Site.Params.bureau.telephone>: map has no entry for key "telephone"`,
		},
		"a message whose name is made": {
			files{"layouts/page.html": `{{T (printf "nav.%s" .Kind)}}`},
			`layouts/page.html:1:3 template: <T (printf "nav.%s" .Kind)>: error calling T: no message "nav.page" in i18n/fr.toml`,
		},
		"an asset whose name is made": {
			files{"layouts/page.html": `{{(asset (print "css/" .Lang ".css")).URL}}`},
			`layouts/page.html:1:4 template: <asset (print "css/" .Lang ".css")>: error calling asset: there is no file "static/css/fr.css"`,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			set, model, found := readSite(t, address, test.changes)
			if len(found) > 0 {
				t.Fatalf("found when the layouts were read: %v", found)
			}
			pair, _ := model.Pair("about")
			page := pair.Page(source.French)
			problems, err := set.Execute(new(strings.Builder), "page", model.View(page, func(source.Problem) {}), "/")
			if err != nil {
				t.Fatal(err)
			}
			got := lines(problems)
			if len(got) != 1 || !strings.HasPrefix(got[0], test.want) {
				t.Errorf("problems %q\nwant %q", got, test.want)
			}
		})
	}
}

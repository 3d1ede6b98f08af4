package serve

import (
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// workshop is the source of the atelier, as far as these tests change it.
var workshop = map[string]string{
	"config.toml": "languages", "layouts/page.html": "page", "layouts/base.html": "base", "i18n/fr.toml": "oui", "i18n/en.toml": "yes",
	"content/visits/summer.fr.md": "été", "content/visits/summer.en.md": "summer", "content/visits/summer.toml": "dates",
	"content/index.fr.md": "accueil", "static/css/site.css": "css",
}

// disfigured gives the atelier as it is with a page that can't be read: it has lost its address, and the home page, which
// lists it, its title.
func disfigured(wrong ...source.Problem) *fake {
	return atelier().with(func(f *fake) {
		delete(f.texts, summerFr)
		delete(f.pages, summerFr)
		f.texts["fr/visites/summer/index.html"] = document("summer")
		f.pages["fr/visites/summer/index.html"] = half{"visits/summer", source.French}
		f.texts["fr/index.html"] = document("L’atelier : summer")
		f.wrong = wrong
	})
}

// TestSoundSite breaks files and has others changed beside them: while nothing but mistakes sets the site apart from the
// last one without any, that one is shown, also where nobody has looked before.
func TestSoundSite(t *testing.T) {
	summer, index := "content/visits/summer.fr.md", "content/index.fr.md"
	lost := at(summer, 1, "illisible")
	tests := []struct {
		name    string
		changed map[string]string
		wrong   []source.Problem
		sound   bool
	}{
		{"a half", map[string]string{summer: "?"}, []source.Problem{lost}, true},
		{"the facts, told in a half", map[string]string{"content/visits/summer.toml": "?"}, []source.Problem{lost}, true},
		{"a half that is gone", map[string]string{summer: ""}, []source.Problem{at("content/visits/summer.en.md", 0, "seule")}, true},
		{"a half, told elsewhere", map[string]string{summer: "?"},
			[]source.Problem{at(index, 1, "adresse prise").WithPeer(source.Pos{File: summer, Line: 2})}, true},
		{"two pages", map[string]string{summer: "?", index: "?"}, []source.Problem{lost, at(index, 2, "illisible")}, true},
		{"a layout, told in another", map[string]string{"layouts/page.html": "?"},
			[]source.Problem{at("layouts/base.html", 1, "introuvable")}, true},
		{"a catalogue, told in the other", map[string]string{"i18n/fr.toml": "?"},
			[]source.Problem{at("i18n/en.toml", 1, "manque en français")}, true},
		{"a page, and a good one", map[string]string{summer: "?", index: "bon"}, []source.Problem{lost}, false},
		{"a page, and a new one", map[string]string{summer: "?", "content/winter.fr.md": "hiver"}, []source.Problem{lost}, false},
		{"the first half of a new page", map[string]string{"content/winter.fr.md": "hiver"},
			[]source.Problem{at("content/winter.fr.md", 0, "seule")}, false},
		{"a style", map[string]string{"static/css/site.css": "?"}, []source.Problem{at("static/css/site.css", 1, "import")}, false},
		{"only a warning", map[string]string{summer: "?"}, []source.Problem{source.Warnf("test", lost.Pos, "long")}, false},
		{"a page whose name begins alike", map[string]string{"content/visits/summer-2.fr.md": "?"}, []source.Problem{lost}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tree := source.NewTree(workshop)
			p := run(t, Options{}, nil)
			p.Publish(atelier(), tree)
			p.Publish(disfigured(test.wrong...), tree.With(test.changed))
			broken := tree.With(test.changed)
			p.Publish(disfigured(test.wrong...), broken) // as after a save that changes nothing about it
			for path, want := range map[string]int{"/fr/visites/ete/": 200, "/fr/visites/summer/": 404} {
				if got := p.get(t, path); (got.status == want) != test.sound {
					t.Errorf("%s is answered with %d", path, got.status)
				}
			}
			got := p.get(t, "/fr/")
			if sound := without(t, got.body) == atelier().texts["fr/index.html"]; sound != test.sound {
				t.Errorf("the home page is %q", got.body)
			}
			if told := p.problemsOf(t, "fr/index.html"); told.Errors.Count+told.Warnings.Count+told.Others.Count != len(test.wrong) {
				t.Errorf("the problems are %+v", told)
			}
			p.Publish(disfigured(), broken)
			if got := p.get(t, "/fr/"); without(t, got.body) != document("L’atelier : summer") {
				t.Errorf("without a mistake the home page is %q", got.body)
			}
		})
	}
}

// TestSoundSiteTellsProblems looks for mistakes in pages as they are, not as they are shown.
func TestSoundSiteTellsProblems(t *testing.T) {
	tree := source.NewTree(workshop)
	summer := "content/visits/summer.fr.md"
	p := run(t, Options{}, nil)
	p.Publish(brokenLink(atelier(), "ancien"), tree)
	p.Publish(brokenLink(disfigured(at(summer, 1, "illisible")), "nouveau"), tree.With(map[string]string{summer: "?"}))
	if got := p.get(t, "/en/visits/summer/"); got.status != 200 || got.body == "" {
		t.Errorf("the page is answered with %d", got.status)
	}
	if got := p.problemsOf(t, summerFr).brief(); got != "nouveau, illisible |  | " {
		t.Errorf("the problems of the page are %q", got)
	}
}

// TestSoundBase breaks config.toml, which moves the site: all stays where it was.
func TestSoundBase(t *testing.T) {
	tree := source.NewTree(workshop)
	p := run(t, Options{}, nil)
	p.Publish(atelier().with(func(f *fake) { f.base = "/accra/" }), tree)
	broken := wrongIn(rewritten(atelier(), "faux"), "config.toml")
	p.Publish(broken, tree.With(map[string]string{"config.toml": "?"}))
	got := p.get(t, "/accra"+summer)
	if got.status != 200 || without(t, got.body) != document("L’été à Accra") {
		t.Errorf("the page is answered with %d and %q", got.status, got.body)
	}
}

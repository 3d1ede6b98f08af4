package site

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

// typed is a half as a keyboard types it.
const typed = `+++
title = "L'été : \"enfin\" !"
menuTitle = "L'été !"
description = "Du 25-26 juin..."
slug = "ete"
+++

L'**été** : "enfin" !

## L'hiver ?
`

// unanswered writes the part of a heading that leads to the English page as a whole.
func unanswered(id, text string) string {
	return "<section>\n<div class=\"heading\"><h2 id=\"" + id + "\">" + text + "</h2> " + toPage("/en/about/", "About the team") + "</div>\n</section>\n"
}

// TestTypeset shows that the words of a page are set wherever they are shown, and that nothing else is.
func TestTypeset(t *testing.T) {
	m := model(t, files{"content/about.fr.md": typed, "content/index.fr.md": "+++\ntitle = \"L'accueil\"\nplace = \"L'Accra\"\n+++\n\n[été](page:about)\n"})
	v := m.View(page(t, m, "about", source.French), func(p source.Problem) { t.Error(p) })
	for what, got := range map[string][2]string{
		"title":       {v.Title, "L’été\u00a0: «\u00a0enfin\u00a0»\u202f!"},
		"description": {v.Description, "Du 25–26\u00a0juin…"},
		"body":        {string(v.Body()), "<p>L’<strong>été</strong>\u00a0: «\u00a0enfin\u00a0»\u202f!</p>\n" + unanswered("l-hiver", "L’hiver\u202f?")},
		"contents":    {v.Contents()[0].Text, "L’hiver\u202f?"},
		"home":        {v.Breadcrumbs()[0].Title, "L’accueil"},
		"address":     {v.page.Output, "fr/ete/index.html"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s is %q, want %q", what, got[0], got[1])
		}
	}
	other := m.View(page(t, m, "about", source.English), func(p source.Problem) { t.Error(p) })
	if want := "L’été\u00a0: «\u00a0enfin\u00a0»\u202f!"; other.Other.Title != want {
		t.Errorf("the English half calls the other %q, want %q", other.Other.Title, want)
	}
}

// TestAsTyped holds that a page can leave its text as it was typed, and that its neighbours are set all the same.
func TestAsTyped(t *testing.T) {
	m := model(t, files{"content/about.fr.md": typed, "content/about.toml": "typography = false\nmenu = 30\nweight = 30\n"})
	v := m.View(page(t, m, "about", source.French), func(p source.Problem) { t.Error(p) })
	if want := `L'été : "enfin" !`; v.Title != want || !strings.Contains(string(v.Body()), "<p>L'<strong>été</strong> : &quot;enfin&quot; !</p>") {
		t.Errorf("the title is %q, and the body\n%s", v.Title, v.Body())
	}
}

// TestTypographyOfConfig holds that a rule which config.toml changes holds in titles, bodies and messages, and that a site
// made again follows.
func TestTypographyOfConfig(t *testing.T) {
	tree := sample(t, files{"content/about.fr.md": typed})
	before, _ := Assemble(tree, Options{Day: today})
	file, _ := tree.File(source.ConfigFile)
	m, problems := before.Again(tree.With(files{source.ConfigFile: file.Text() + "\n[language.fr.typography]\nguillemets = \"none\"\npunctuation = \"keep\"\n"}))
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	v := m.View(page(t, m, "about", source.French), func(p source.Problem) { t.Error(p) })
	menu, _ := m.Language(source.French).T("nav.menu")
	for what, got := range map[string][2]string{
		"title":   {v.Title, "L’été\u00a0: «enfin» !"},
		"body":    {string(v.Body()), "<p>L’<strong>été</strong>\u00a0: «enfin» !</p>\n" + unanswered("l-hiver", "L’hiver ?")},
		"message": {menu, "Menu «principal»"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s is %q, want %q", what, got[0], got[1])
		}
	}
}

package config

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

func TestLoadWrong(t *testing.T) {
	const titles = "language.fr.title = \"Été\"\nlanguage.en.title = \"Summer\"\n"
	const base = "baseURL = \"https://example.org/\"\n"
	const both = "a diptych has exactly two languages, fr and en; " +
		`write them in the order to show them: languages = ["fr", "en"]`
	tests := []struct {
		name, text string
		want       []string
	}{
		{"an empty file", "", []string{
			"1:1 base-url: there is no `baseURL`; write the address of the published site: baseURL = \"https://example.org/\"",
			"1:1 language-title: the site has no title in French; write a `title` under [language.fr]",
			"1:1 language-title: the site has no title in English; write a `title` under [language.en]"}},
		{"an unknown key", base + "langages = [\"fr\", \"en\"]\n" + titles, []string{
			"2:1 unknown-key: unknown key `langages` in config.toml; did you mean `languages`?"}},
		{"a key with a hyphen", "base-URL = \"https://example.org/\"\n" + titles, []string{
			"1:1 base-url: there is no `baseURL`; write the address of the published site: baseURL = \"https://example.org/\"",
			"1:1 unknown-key: unknown key `base-URL` in config.toml; did you mean `baseURL`?"}},
		{"a key that is like no other", base + "\"thème\" = \"clair\"\n" + titles, []string{
			"2:1 unknown-key: unknown key `thème` in config.toml; known here: baseURL, params, languages, language, markdown, pictures, card, document, documents, hosting, check"}},
		{"baseURL as a list", "baseURL = [\"https://example.org/\"]\n" + titles, []string{
			"1:11 wrong-type: `baseURL` can't be a list; write a text in quotes: baseURL = \"…\""}},
		{"one language", base + "languages = [\"fr\"]\n" + titles, []string{"2:13 languages: " + both}},
		{"a language twice", base + "languages = [\"fr\", \"fr\"]\n" + titles, []string{"2:13 languages: " + both}},
		{"three languages", base + "languages = [\"fr\", \"en\", \"es\"]\n" + titles, []string{"2:13 languages: " + both}},
		{"languages by their locales", base + "languages = [\"fr-CA\", \"en-CA\"]\n" + titles,
			[]string{"2:13 languages: " + both}},
		{"no languages", base + "languages = []\n" + titles, []string{"2:13 languages: " + both}},
		{"a number among them", base + "languages = [\"fr\", \"en\", 3]\n" + titles, []string{
			"2:26 wrong-type: `languages` can't be the number 3; write a list of texts: languages = [\"…\", \"…\"]"}},
		{"a third table", base + titles + "[language.de]\ntitle = \"Sommer\"\n", []string{
			"4:11 unknown-key: unknown key `de` in [language]; known here: fr, en"}},
		{"one title", base + "[language.en]\ntitle = \"Summer\"\n[language.fr]\nlocale = \"fr\"\n", []string{
			"4:1 language-title: the site has no title in French; write a `title` under [language.fr]"}},
		{"a title of spaces", base + "[language.fr]\ntitle = \"Été\"\n[language.en]\ntitle = \"  \"\n", []string{
			"5:9 language-title: the site has no title in English; write a `title` under [language.en]"}},
		{"a key of a language", base + titles + "language.fr.titre = \"Été\"\n", []string{
			"4:13 unknown-key: unknown key `titre` in [language.fr]; did you mean `title`?"}},
		{"an English locale of French", base + titles + "language.fr.locale = \"en-GB\"\n", []string{
			"4:22 locale: \"en-GB\" is not a locale of French; write one of fr, fr-CA, fr-EU"}},
		{"a locale that is none", base + titles + "language.en.locale = \"en_CA\"\n", []string{
			"4:22 locale: \"en_CA\" is not a locale of English; write one of en-GB, en-CA, en-US"}},
		{"a locale that is no text", base + titles + "language.en.locale = true\n", []string{
			"4:22 wrong-type: `locale` can't be true; write a text in quotes: locale = \"…\""}},
		{"a notice that is no text", base + titles + "language.fr.notice = 1\nlanguage.en.notice = \"Summer\"\n", []string{
			"4:22 wrong-type: `notice` can't be the number 1; write a text in quotes: notice = \"…\""}},
		{"a notice in one language", base + titles + "language.fr.notice = \"Été\"\n", []string{
			"4:22 language-said: the site has a `notice` in French, and none in English; write it under [language.en] too, or take it out"}},
		{"an empty notice in one language", base + titles + "language.fr.notice = \"Été\"\nlanguage.en.notice = \" \"\n", []string{
			"4:22 language-said: the site has a `notice` in French, and none in English; write it under [language.en] too, or take it out"}},
		{"a description in one language", base + titles + "language.en.description = \"Summer\"\n", []string{
			"4:27 language-said: the site has a `description` in English, and none in French; write it under [language.fr] too, or take it out"}},
		{"a description that is no text", base + titles + "language.fr.description = [\"Été\"]\nlanguage.en.description = \"Summer\"\n", []string{
			"4:27 wrong-type: `description` can't be a list; write a text in quotes: description = \"…\""}},
		{"rawHTML as a text", base + titles + "[markdown]\nrawHTML = \"oui\"\n", []string{
			"5:11 wrong-type: `rawHTML` can't be the text \"oui\"; write true or false, without quotes: rawHTML = true"}},
		{"a key of markdown", base + titles + "[markdown]\nrawHTLM = true\n", []string{
			"5:1 unknown-key: unknown key `rawHTLM` in [markdown]; did you mean `rawHTML`?"}},
		{"markdown as a text", base + "markdown = \"html\"\n" + titles, []string{
			"2:12 wrong-type: `markdown` can't be the text \"html\"; write a table: [markdown]"}},
		{"a card without anything", base + titles + "[card]\n", []string{
			"4:1 card: cards need a colour `deep`; write it as # and six digits: deep = \"#0b2c42\"",
			"4:1 card: cards need a colour `onDeep`; write it as # and six digits: onDeep = \"#0b2c42\"",
			"4:1 card: cards need a colour `panel`; write it as # and six digits: panel = \"#0b2c42\"",
			"4:1 card: cards need a colour `ink`; write it as # and six digits: ink = \"#0b2c42\"",
			"4:1 card: cards need a colour `hinge`; write it as # and six digits: hinge = \"#0b2c42\"",
			"4:1 card: cards need a `font`; name a TTF or OTF file of the site: font = \"layouts/card/title.ttf\""}},
		{"a colour by its name", base + titles + "[card]\nfont = \"a.ttf\"\ndeep = \"blue\"\nonDeep = \"#fff\"\npanel = \"#ffffff\"\nink = \"#000000\"\nhinge = \"#a67a20\"\n", []string{
			"6:8 card: \"blue\" is not a colour in the form #rrggbb; write it as # and six digits: deep = \"#0b2c42\"",
			"7:10 card: \"#fff\" is not a colour in the form #rrggbb; write it as # and six digits: onDeep = \"#0b2c42\""}},
		{"words that can't be read", base + titles + "[card]\nfont = \"a.ttf\"\ndeep = \"#0b2c42\"\nonDeep = \"#0b2c43\"\npanel = \"#ffffff\"\nink = \"#000000\"\nhinge = \"#a67a20\"\n", []string{
			"4:1 card: words in #0b2c43 can hardly be read on #0b2c42; choose a lighter and a darker colour"}},
		{"sizes that say nothing", base + titles + "[pictures]\nsizes = \" \"\n", []string{
			"5:9 pictures: \"\" does not say how wide pictures are shown; write widths after the windows that they hold for, " +
				"the last without one: sizes = \"(min-width: 60em) 40em, 100vw\""}},
		{"sizes that end the attribute", base + titles + "[pictures]\nsizes = '50vw\" x'\nsize = 3\n", []string{
			"5:9 pictures: \"50vw\\\" x\" does not say how wide pictures are shown; write widths after the windows that they hold for, " +
				"the last without one: sizes = \"(min-width: 60em) 40em, 100vw\"",
			"6:1 unknown-key: unknown key `size` in [pictures]; did you mean `sizes`?"}},
		{"params as a list", base + "params = [1]\n" + titles, []string{
			"2:10 wrong-type: `params` can't be a list; write a table: [params]"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			config, problems := load(t, test.text, Options{})
			if diff := cmp.Diff(test.want, problems); diff != "" {
				t.Errorf("problems differ (-want +got):\n%s", diff)
			}
			wantUsable(t, config)
		})
	}
}

// wantUsable holds that the rest of the site can be checked with what was read, whatever is wrong with it.
func wantUsable(t *testing.T, c *Config) {
	t.Helper()
	if len(c.Languages) != 2 || c.Languages[0].Lang.Other() != c.Languages[1].Lang {
		t.Fatalf("the languages are %+v", c.Languages)
	}
	for _, language := range c.Languages {
		if !language.Lang.Valid() || language.Locale == "" {
			t.Errorf("a language is %+v", language)
		}
	}
	if c.BaseURL.IsFolder() != (c.BaseURL == Base{}) {
		t.Errorf("the address is %+v", c.BaseURL)
	}
}

// TestWrongValuesFallBack shows what stands in place of what is wrong.
func TestWrongValuesFallBack(t *testing.T) {
	config, problems := load(t, `baseURL = "ftp://example.org/"
languages = ["en"]
language.fr = { title = "Été", locale = "fr-FR" }
language.en = { title = "Summer", locale = "en" }
`, Options{})
	want := &Config{Sizes: "100vw", Hosting: common, Languages: []Language{
		{Lang: source.French, Locale: "fr", Title: "Été", Typography: typography.For("fr")},
		{Lang: source.English, Locale: "en-GB", Title: "Summer", Typography: typography.For("en-GB")},
	}}
	if diff := cmp.Diff(want, config, byRules); diff != "" || len(problems) != 4 {
		t.Errorf("problems %q, differences (-want +got):\n%s", problems, diff)
	}
}

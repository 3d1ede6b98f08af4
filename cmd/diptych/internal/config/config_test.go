package config

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

// good is a config.toml with everything in it.
const good = `baseURL = "https://example.org/conférence"
languages = ["en", "fr"]

[language.fr]
locale = "fr-CA"
title = "  Conférence d’Accra "
description = "Le maintien de la paix, « ensemble »."
notice = "Le site ferme le 1er janvier."

[language.en]
locale = "en-US"
title = "The Accra Ministerial"
description = "Peacekeeping, “together”."
notice = "The site closes on 1 January."

[pictures]
sizes = "(min-width: 60em) 40em, 100vw"

[markdown]
rawHTML = true

[params]
contact = "équipe@example.org"
year = 2023
ratio = 0.5
open = true
day = 2023-12-05
partners = ["Ghana", "République de Corée"]

[params.menu]
label = "Aller à…"
items = [{ key = "à-propos" }]
`

// load reads a config.toml, and gives its problems as a terminal writes them, the place without the file's name.
func load(t testing.TB, text string, options Options) (*Config, []string) {
	t.Helper()
	config, problems := Load(source.NewTree(map[string]string{source.ConfigFile: text}), options)
	var lines []string
	for _, p := range problems {
		if p.Severity != source.Error || p.Hint.English == "" || strings.HasSuffix(p.Message.English, ".") || strings.HasSuffix(p.Hint.English, ".") {
			t.Errorf("%q with the hint %q: want an error, a hint, and no full stops", p.Message.English, p.Hint.English)
		}
		place := strings.TrimPrefix(p.Pos.String(), source.ConfigFile+":")
		lines = append(lines, fmt.Sprintf("%s %s: %s; %s", place, p.Rule, p.Message.English, p.Hint.English))
	}
	return config, lines
}

// byRules compares rules as the values that they are.
var byRules = cmp.Comparer(func(a, b typography.Rules) bool { return a == b })

func TestLoad(t *testing.T) {
	got, problems := load(t, good, Options{})
	want := &Config{
		BaseURL: Base{Origin: "https://example.org", Path: "/conf%C3%A9rence/"},
		RawHTML: true, Sizes: "(min-width: 60em) 40em, 100vw", Hosting: common,
		Languages: []Language{{
			Lang: source.English, Locale: "en-US", Title: "The Accra Ministerial",
			Description: "Peacekeeping, “together”.", Notice: "The site closes on 1 January.", Typography: typography.For("en-US"),
		}, {
			Lang: source.French, Locale: "fr-CA", Title: "Conférence d’Accra",
			Description: "Le maintien de la paix, « ensemble ».", Notice: "Le site ferme le 1er janvier.", Typography: typography.For("fr-CA"),
		}},
		Params: map[string]any{
			"contact": "équipe@example.org", "year": int64(2023), "ratio": 0.5, "open": true,
			"day":      civil.Moment{Date: civil.Date{Year: 2023, Month: time.December, Day: 5}},
			"partners": []any{"Ghana", "République de Corée"},
			"menu":     map[string]any{"label": "Aller à…", "items": []any{map[string]any{"key": "à-propos"}}},
		},
	}
	if diff := cmp.Diff(want, got, byRules); diff != "" || len(problems) > 0 {
		t.Errorf("problems %q, differences (-want +got):\n%s", problems, diff)
	}
}

// small is the least that a site needs.
const small = `baseURL = ""
language.fr.title = "Été"
language.en.title = "Summer"
`

func TestDefaults(t *testing.T) {
	got, problems := load(t, small, Options{})
	want := &Config{Sizes: "100vw", Hosting: common, Languages: []Language{
		{Lang: source.French, Locale: "fr", Title: "Été", Typography: typography.For("fr")},
		{Lang: source.English, Locale: "en-GB", Title: "Summer", Typography: typography.For("en-GB")},
	}}
	if diff := cmp.Diff(want, got, byRules); diff != "" || len(problems) > 0 {
		t.Errorf("problems %q, differences (-want +got):\n%s", problems, diff)
	}
}

// TestLanguage finds the part of a language whatever the order, and gives usable defaults where there is none.
func TestLanguage(t *testing.T) {
	config, _ := load(t, good, Options{})
	titles := map[source.Lang]string{source.French: "Conférence d’Accra", source.English: "The Accra Ministerial"}
	for lang, want := range titles {
		if got := config.Language(lang); got.Lang != lang || got.Title != want {
			t.Errorf("%s is %+v", lang, got)
		}
	}
}

func TestWithoutAFile(t *testing.T) {
	got, problems := Load(source.NewTree(nil), Options{})
	want := &Config{Sizes: "100vw", Hosting: common, Languages: []Language{
		{Lang: source.French, Locale: "fr", Typography: typography.For("fr")},
		{Lang: source.English, Locale: "en-GB", Typography: typography.For("en-GB")},
	}}
	if diff := cmp.Diff(want, got, byRules); diff != "" || len(problems) > 0 {
		t.Errorf("problems %v, differences (-want +got):\n%s", problems, diff)
	}
}

// TestNotTOML holds that a file that can't be read is told of once, and that both languages are still there.
func TestNotTOML(t *testing.T) {
	got, problems := load(t, "baseURL = \"https://example.org/\"\nlanguages: [fr, en]\n", Options{})
	if len(problems) != 1 || !strings.HasPrefix(problems[0], "2:") || !strings.Contains(problems[0], " toml: ") {
		t.Errorf("got %q, want a mistake in the TOML at line 2", problems)
	}
	if len(got.Languages) != 2 || got.Languages[0].Locale != "fr" {
		t.Errorf("got the languages %+v", got.Languages)
	}
}

// TestTypography overrides rules of a language, and tells what is wrong with an override.
func TestTypography(t *testing.T) {
	const head = small + "[language.fr.typography]\n"
	guillemets, _ := typography.For("fr").With("guillemets", "none")
	tests := map[string]struct {
		text string
		want typography.Rules
		told []string
	}{
		"none":    {head, typography.For("fr"), nil},
		"one":     {head + "guillemets = \"none\"\n", guillemets, nil},
		"a value": {head + "guillemets = \"large\"\n", typography.For("fr"), []string{"5:14 typography: \"large\" is not a value of the typographic rule `guillemets`; the values of `guillemets` are: narrow, full, none, keep"}},
		"a name":  {head + "guillemet = \"none\"\n", typography.For("fr"), []string{"5:1 unknown-key: unknown key `guillemet` in [language.fr.typography]; did you mean `guillemets`?"}},
		"a type":  {head + "guillemets = true\n", typography.For("fr"), []string{"5:14 wrong-type: `guillemets` can't be true; write a text in quotes: guillemets = \"…\""}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, told := load(t, test.text, Options{})
			if diff := cmp.Diff(test.told, told); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if rules := got.Language(source.French).Typography; rules != test.want {
				t.Errorf("the rules are %+v, want %+v", rules, test.want)
			}
			if rules := got.Language(source.English).Typography; rules != typography.For("en-GB") {
				t.Error("the rules of English changed too")
			}
		})
	}
}

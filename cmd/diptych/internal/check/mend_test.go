package check

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// mendedText gives the French half of a page as it is after mending, by its body.
func mendedText(t *testing.T, body, config string) string {
	t.Helper()
	const front = "+++\ntitle = \"L'été\"\n+++\n"
	tree := source.NewTree(map[string]string{
		source.ConfigFile: exampleConfig + config, "content/page.fr.md": front + body,
		"content/page.en.md": "+++\ntitle = \"Summer\"\n+++\nIt’s so.\n",
	})
	model, _ := site.Assemble(tree, site.Options{})
	mendings := Mendings(context.Background(), model, Options{Day: civil.Date{Year: 2023, Month: 12, Day: 5}})
	if len(mendings) == 0 {
		return body
	}
	if m := mendings[0]; len(mendings) > 1 || m.Path != "content/page.fr.md" || m.Old != front+body {
		t.Fatalf("%d files are mended, %s of\n%s", len(mendings), m.Path, m.Old)
	}
	return mendings[0].New[len(front):]
}

func TestMendings(t *testing.T) {
	tests := map[string]struct{ body, want string }{
		"what is mended":                   {"L'été du 25-26 juin , enfin .\n", "L’été du 25–26 juin, enfin.\n"},
		"twice in a word":                  {"Qu'aujourd'hui et d'l'a.\n", "Qu’aujourd’hui et d’l’a.\n"},
		"on several lines":                 {"L'été\nqu'il vient , là.\n\n- l'un\n- l'autre\n", "L’été\nqu’il vient, là.\n\n- l’un\n- l’autre\n"},
		"in a link's text":                 {"Voir [l'été](/l'été) .\n", "Voir [l’été](/l'été).\n"},
		"code":                             {"Tapez `l'été , là .` et `foo `. Voilà.\n\n    l'été .\n\n```\nl'été ,\n```\n", ""},
		"addresses":                        {"Voir <https://example.org/l'été> et https://example.org/d'ici là.\n", ""},
		"what is escaped":                  {"L\\'été &#39;a l&apos;eau\n", ""},
		"the label of a reference":         {"Voir [l'accord].\n\n[l'accord]: https://example.org/\n", ""},
		"a number that would begin a list": {"1 . Suite\n", ""},
		"what an exception covers":         {"<!-- check-ignore: range-hyphen la source le dit ainsi -->\nDu 25-26 juin.\n", ""},
		"one block of two can't be mended": {"1 . Suite\n\nL'été .\n", "1 . Suite\n\nL’été.\n"},
		"beside a picture":                 {"Un logo ![](/a.png) , et [](doc:note) .\n", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if test.want == "" {
				test.want = test.body
			}
			if diff := cmp.Diff(test.want, mendedText(t, test.body, "")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestMendingsFollowSeverities holds that a rule which is off mends nothing.
func TestMendingsFollowSeverities(t *testing.T) {
	const off = "\n[check.severity]\nrange-hyphen = \"off\"\n"
	if got := mendedText(t, "L'été du 25-26 juin .\n", off); got != "L’été du 25-26 juin.\n" {
		t.Error(got)
	}
}

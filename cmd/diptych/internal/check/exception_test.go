package check

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/markdown"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// reported checks the site of an example and gives what is found, a line each, and how many findings are excepted.
func reported(t *testing.T, files ...ExampleFile) (lines []string, ignored int) {
	t.Helper()
	day := civil.Date{Year: 2023, Month: 12, Day: 5}
	report, err := Site(context.Background(), build.Assemble(Example{Files: files}.tree(), site.Options{Day: day}), Options{Day: day})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Findings {
		lines = append(lines, fmt.Sprintf("%s %s %s", p.Rule, p.Severity, shortPlace(p.Pos, 0)))
	}
	return lines, report.Ignored
}

// TestExceptions plays exceptions in comments and among the facts of a page. The English half doubles a word in line 4 or
// below, where nothing else is said.
func TestExceptions(t *testing.T) {
	const (
		french  = "Ouvert le lundi.\n"
		english = "Open on on Mondays.\n"
	)
	doubled := "doubled-word warning en:4:6"
	for _, test := range []struct {
		name    string
		files   []ExampleFile
		want    []string
		ignored int
	}{
		{"none", []ExampleFile{{"fr", french}, {"en", english}}, []string{doubled}, 0},
		{"above", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore: doubled-word so said on the sign -->\n" + english}}, nil, 1},
		{"above, apart", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore: doubled-word so said on the sign -->\n\n" + english}}, nil, 1},
		{"without a colon", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore doubled-word so said on the sign -->\n" + english}}, nil, 1},
		{"with a French colon", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore : doubled-word cité tel quel -->\n" + english}}, nil, 1},
		{"on several lines", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore: doubled-word\nso said on the sign -->\n" + english}}, nil, 1},
		{"within the paragraph", []ExampleFile{{"fr", french}, {"en", "Open on on Mondays.<!-- check-ignore: doubled-word so said -->\n"}}, nil, 1},
		{"in the other half", []ExampleFile{{"fr", "<!-- check-ignore: doubled-word texte du panneau -->\n\n" + french}, {"en", english}}, nil, 1},
		{"among the facts", []ExampleFile{{"fr", french}, {"en", english},
			{"content/page.toml", "[check.ignore]\ndoubled-word = \"so said on the sign\"\n"}}, nil, 1},
		{"in front matter", []ExampleFile{{"en", english},
			{"fr", "+++\ntitle = \"Exemple\"\n[check.ignore]\ndoubled-word = \"texte du panneau\"\n+++\n" + french}}, nil, 1},
		{"twice", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore: doubled-word so said -->\n" + english},
			{"content/page.toml", "[check.ignore]\ndoubled-word = \"so said on the sign\"\n"}}, nil, 1},

		{"above the answer to what has no other place", []ExampleFile{
			{"fr", "<!-- check-ignore: alt-missing le nom du plan -->\n\nLe plan : ![Le quai](/quai-2.svg)\n"},
			{"en", "The map: ![quai-2](/quai-2.svg)\n"}}, nil, 1},
		{"above the block before what is missing", []ExampleFile{
			{"fr", "<!-- check-ignore: block-count l’avis n’est qu’en anglais -->\n\n" + french},
			{"en", "Open on Mondays.\n\nDogs have to wait outside the door.\n"}}, nil, 1},

		{"without a reason", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore: doubled-word -->\n\n" + english}},
			[]string{"check-ignore warning en:4:1", "doubled-word warning en:6:6"}, 0},
		{"among the facts, without a reason", []ExampleFile{{"fr", french}, {"en", english},
			{"content/page.toml", "[check.ignore]\ndoubled-word = \" \"\n"}},
			[]string{doubled, "check-ignore warning content/page.toml:2:16"}, 0},
		{"of no rule", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore: double-word so said -->\n\n" + english}},
			[]string{"check-ignore warning en:4:1", "doubled-word warning en:6:6"}, 0},
		{"without a rule", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore -->\n\n" + english}},
			[]string{"check-ignore warning en:4:1", "doubled-word warning en:6:6"}, 0},
		{"of another rule", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignore: typo so said -->\n\n" + english}},
			[]string{"check-ignore info en:4:1", "doubled-word warning en:6:6"}, 0},
		{"of another block", []ExampleFile{{"fr", french + "\nFermé le mardi.\n"},
			{"en", english + "\n<!-- check-ignore: doubled-word so said -->\n\nClosed on Tuesdays.\n"}},
			[]string{doubled, "check-ignore info en:6:1"}, 0},
		{"below all", []ExampleFile{{"fr", french}, {"en", english + "\n<!-- check-ignore: doubled-word so said -->\n"}},
			[]string{doubled, "check-ignore info en:6:1"}, 0},
		{"of another page", []ExampleFile{{"fr", french}, {"en", english},
			{"content/plan.fr.md", "+++\ntitle = \"Plan\"\n[check.ignore]\ndoubled-word = \"nom\"\n+++\n"},
			{"content/plan.en.md", "+++\ntitle = \"Map\"\n+++\n"}},
			[]string{doubled, "check-ignore info content/plan.fr.md:4:16"}, 0},
		{"another comment", []ExampleFile{{"fr", french}, {"en", "<!-- check-ignored: doubled-word so said -->\n\n" + english}},
			[]string{"doubled-word warning en:6:6"}, 0},
		{"shown as code", []ExampleFile{{"fr", french}, {"en", "Open on on `<!-- check-ignore: doubled-word x -->` Mondays.\n"}},
			[]string{doubled}, 0},
		{"off, so that nothing is there to except", []ExampleFile{{"fr", french}, {"en", english},
			{"content/page.toml", "[check.severity]\ndoubled-word = \"off\"\n[check.ignore]\ndoubled-word = \"so said\"\n"}},
			[]string{"check-ignore info content/page.toml:4:16"}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines, ignored := reported(t, test.files...)
			if diff := cmp.Diff(test.want, lines); diff != "" || ignored != test.ignored {
				t.Errorf("%d findings are excepted, want %d; the others (-want +got):\n%s", ignored, test.ignored, diff)
			}
		})
	}
}

// TestExceptionsInLists holds that a comment covers the item, row or quotation that it stands in, and no other.
func TestExceptionsInLists(t *testing.T) {
	for name, test := range map[string]struct {
		french, english string
		want            []string
	}{
		"item": {"- Lundi\n- Mardi\n", "- Monday, Monday at at ten <!-- check-ignore: doubled-word so said -->\n- Tuesday at at ten\n",
			[]string{"doubled-word warning en:5:11"}},
		"quotation": {"> Lundi.\n\nMardi.\n", "> <!-- check-ignore: doubled-word so said -->\n> On on Monday.\n\nOn on Tuesday.\n",
			[]string{"doubled-word warning en:7:1"}},
	} {
		t.Run(name, func(t *testing.T) {
			lines, ignored := reported(t, ExampleFile{"fr", test.french}, ExampleFile{"en", test.english})
			if diff := cmp.Diff(test.want, lines); diff != "" || ignored != 1 {
				t.Errorf("%d findings are excepted, want 1; the others (-want +got):\n%s", ignored, diff)
			}
		})
	}
}

func TestReadNote(t *testing.T) {
	for text, want := range map[string]exception{
		"check-ignore: typo un nom propre":    {rule: "typo", reason: "un nom propre"},
		"check-ignore typo un nom propre":     {rule: "typo", reason: "un nom propre"},
		"check-ignore:typo  un nom":           {rule: "typo", reason: "un nom"},
		"check-ignore : typo un nom":          {rule: "typo", reason: "un nom"},
		"check-ignore\u00a0: typo un nom":     {rule: "typo", reason: "un nom"},
		"check-ignore: typo\nun nom\npropre ": {rule: "typo", reason: "un nom\npropre"},
		"check-ignore: typo":                  {rule: "typo"},
		"check-ignore:":                       {},
		"check-ignore":                        {},
	} {
		want.pos = source.Pos{File: "a.fr.md", Line: 3, Column: 1}
		got, ok := readNote(markdown.Note{Text: text, Pos: want.pos})
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(exception{}, lines{})); diff != "" || !ok {
			t.Errorf("%q is an exception: %t (-want +got):\n%s", text, ok, diff)
		}
	}
	for _, text := range []string{"", "à revoir", "check-ignored: typo un nom", "check-ignore-all", "Check-ignore: typo un nom"} {
		if got, ok := readNote(markdown.Note{Text: text}); ok {
			t.Errorf("%q is an exception: %+v", text, got)
		}
	}
}

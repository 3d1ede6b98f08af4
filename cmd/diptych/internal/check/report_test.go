package check

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSeverities holds how severe a finding is: as its page says, or else as config.toml does, or else as its rule.
func TestSeverities(t *testing.T) {
	french := ExampleFile{"fr", "Ouvert le lundi ; voir [ici](https://forms.example.net/a).\n"}
	english := ExampleFile{"en", "Open on on Mondays; see [the form](https://forms.example.net/a).\n"}
	other := []ExampleFile{
		{"content/plan.fr.md", "+++\ntitle = \"Plan\"\n+++\nVoir le plan.\n"},
		{"content/plan.en.md", "+++\ntitle = \"Map\"\n+++\nSee the the map.\n"},
	}
	config := func(text string) ExampleFile { return ExampleFile{"config.toml", exampleConfig + text} }
	page := func(text string) ExampleFile { return ExampleFile{"content/page.toml", text} }
	for _, test := range []struct {
		name  string
		files []ExampleFile
		want  []string
	}{
		{"as the rules say", nil, []string{"doubled-word warning en:4:6", "vague-link warning fr:4:25", "doubled-word warning content/plan.en.md:4:5"}},
		{"as the configuration says", []ExampleFile{config("[check.severity]\ndoubled-word = \"error\"\nvague-link = \"off\"\n")},
			[]string{"doubled-word error en:4:6", "doubled-word error content/plan.en.md:4:5"}},
		{"as the page says", []ExampleFile{page("[check.severity]\ndoubled-word = \"info\"\nvague-link = \"error\"\n")},
			[]string{"doubled-word info en:4:6", "vague-link error fr:4:25", "doubled-word warning content/plan.en.md:4:5"}},
		{"as the page says, before the configuration",
			[]ExampleFile{config("[check.severity]\ndoubled-word = \"off\"\n"), page("[check.severity]\ndoubled-word = \"error\"\n")},
			[]string{"doubled-word error en:4:6", "vague-link warning fr:4:25"}},
		{"off on one page", []ExampleFile{page("[check.severity]\ndoubled-word = \"off\"\nvague-link = \"off\"\n")},
			[]string{"doubled-word warning content/plan.en.md:4:5"}},
		{"of no rule", []ExampleFile{config("[check.severity]\nvague-links = \"off\"\n"), page("[check.severity]\nslang = \"info\"\n")},
			[]string{"check warning config.toml:12:15", "doubled-word warning en:4:6", "vague-link warning fr:4:25",
				"check warning content/page.toml:2:9", "doubled-word warning content/plan.en.md:4:5"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines, ignored := reported(t, append(append([]ExampleFile{french, english}, other...), test.files...)...)
			if diff := cmp.Diff(test.want, lines); diff != "" || ignored != 0 {
				t.Errorf("%d are excepted; found (-want +got):\n%s", ignored, diff)
			}
		})
	}
}

package term

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// sample has a term of each sort.
const sample = `[[term]]
fr = "Nations Unies"
en = "United Nations"
avoid_fr = ["Nations unies"]

[[term]]
fr = "Action pour le maintien de la paix"
en = "Action for Peacekeeping"
abbr_fr = "A4P"
abbr_en = "A4P"

[[term]]
fr = "  États Membres "
en = "Member States"
avoid_fr = [
  "États membres",
  "",
  " Etats Membres",
]
avoid_en = ["member states"]
abbr_en = "MS"
`

// read reads terms from a text.
func read(text string) (*Base, []source.Problem) {
	return Read(source.NewTree(map[string]string{File: text}))
}

func TestRead(t *testing.T) {
	base, problems := read(sample)
	if len(problems) > 0 {
		t.Fatalf("problems: %v", problems)
	}
	at := func(line int) source.Pos { return source.Pos{File: File, Line: line, Column: 6} }
	want := []Term{
		{French: Form{Text: "Nations Unies", Avoid: []string{"Nations unies"}, Pos: at(2)}, English: Form{Text: "United Nations", Pos: at(3)}},
		{French: Form{Text: "Action pour le maintien de la paix", Abbreviation: "A4P", Pos: at(7)},
			English: Form{Text: "Action for Peacekeeping", Abbreviation: "A4P", Pos: at(8)}},
		{French: Form{Text: "États Membres", Avoid: []string{"États membres", "Etats Membres"}, Pos: at(13)},
			English: Form{Text: "Member States", Avoid: []string{"member states"}, Abbreviation: "MS", Pos: at(14)}},
	}
	if diff := cmp.Diff(want, base.Terms()); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
	abbreviations := map[source.Lang]map[string]string{
		source.French:  {"A4P": "Action pour le maintien de la paix"},
		source.English: {"A4P": "Action for Peacekeeping", "MS": "Member States"},
	}
	for lang, want := range abbreviations {
		if diff := cmp.Diff(want, base.Abbreviations(lang)); diff != "" {
			t.Errorf("abbreviations in %s (-want +got):\n%s", lang, diff)
		}
		base.Abbreviations(lang)["A4P"] = "changed"
		if diff := cmp.Diff(want, base.Abbreviations(lang)); diff != "" {
			t.Errorf("abbreviations in %s after a change of what was given (-want +got):\n%s", lang, diff)
		}
	}
	if form := base.Terms()[0].In(source.French); form.Text != "Nations Unies" {
		t.Errorf("in French, the first term is %q", form.Text)
	}
	if form := base.Terms()[0].In(source.English); form.Text != "United Nations" {
		t.Errorf("in English, the first term is %q", form.Text)
	}
}

// TestReadNothing: a site may have no terms.
func TestReadNothing(t *testing.T) {
	trees := map[string]*source.Tree{
		"no file":       source.NewTree(nil),
		"an empty file": source.NewTree(map[string]string{File: "# Rien encore.\n"}),
	}
	for name, tree := range trees {
		base, problems := Read(tree)
		if len(base.Terms()) > 0 || len(base.Abbreviations(source.French)) > 0 || len(problems) > 0 {
			t.Errorf("%s gives %v and %v", name, base, problems)
		}
	}
}

func TestProblems(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string
		kept int // terms
	}{
		"a spelling in one language": {
			"[[term]]\nfr = \"courriel\"\navoid_fr = [\"mél\"]\n[[term]]\nfr = \"courriel\"\n[[term]]\nfr = \"courriel\"\nen = \"message\"\n",
			nil, 3},
		"no form at all": {
			"[[term]]\nen = \"  \"\n[[term]]\navoid_fr = [\"mél\"]\n",
			[]string{"i18n/terms.toml:1:1 the term has no form", "i18n/terms.toml:3:1 the term has no form"}, 0},
		"another type": {
			"[[term]]\nfr = 2\nen = \"two\"\navoid_en = \"to\"\navoid_fr = [\"deu\", 2]\n",
			[]string{
				"i18n/terms.toml:2:6 `fr` can't be the number 2",
				"i18n/terms.toml:4:12 `avoid_en` can't be the text \"to\"",
				"i18n/terms.toml:5:20 `avoid_fr` can't be the number 2",
			}, 1},
		"a term twice": {
			"[[term]]\nfr = \"formation\"\nen = \"training\"\n[[term]]\nfr = \"formation \"\nen = \"education\"\n",
			[]string{"i18n/terms.toml:5:6 two terms are \"formation\" in French, see i18n/terms.toml:2:6"}, 2},
		"the same in both languages": {
			"[[term]]\nfr = \"communication\"\nen = \"communication\"\n", nil, 1},
		"avoided in its own term": {
			"[[term]]\nfr = \"Nations Unies\"\nen = \"United Nations\"\navoid_fr = [\n\"Nations unies\",\n\"Nations Unies\"]\n",
			[]string{"i18n/terms.toml:6:1 \"Nations Unies\" is to be avoided and to be used, see i18n/terms.toml:2:6"}, 1},
		"avoided in another term, above": {
			"[[term]]\nfr = \"soldats\"\nen = \"soldiers\"\navoid_en = [\"troops\"]\n[[term]]\nfr = \"contingents\"\nen = \"troops\"\navoid_fr = [\"troops\"]\n",
			[]string{"i18n/terms.toml:4:13 \"troops\" is to be avoided and to be used, see i18n/terms.toml:7:6"}, 2},
		"an abbreviation that is avoided": {
			"[[term]]\nfr = \"Organisation des Nations Unies\"\nen = \"United Nations\"\nabbr_fr = \"ONU\"\navoid_fr = [\"ONU\"]\n",
			[]string{"i18n/terms.toml:5:13 \"ONU\" is to be avoided and to be used, see i18n/terms.toml:4:11"}, 1},
		"an abbreviation of two terms": {
			"[[term]]\nfr = \"police\"\nen = \"police\"\nabbr_fr = \"P\"\n[[term]]\nfr = \"paix\"\nen = \"peace\"\nabbr_fr = \"P\"\nabbr_en = \"P\"\n",
			[]string{"i18n/terms.toml:8:11 two terms have the abbreviation \"P\" in French, see i18n/terms.toml:4:11"}, 2},
		"an abbreviation that is the term": {
			"[[term]]\nfr = \"A4P+\"\nen = \"Action for Peacekeeping Plus\"\nabbr_fr = \"A4P+\"\nabbr_en = \"A4P+\"\n",
			[]string{"i18n/terms.toml:4:11 \"A4P+\" is the term itself, and abbreviates nothing"}, 1},
		"unknown keys": {
			"[[term]]\nfr = \"été\"\nen = \"summer\"\navoid = [\"ete\"]\nabr_fr = \"é\"\n[[terms]]\nfr = \"hiver\"\n",
			[]string{
				"i18n/terms.toml:4:1 unknown key `avoid` in [[term]]",
				"i18n/terms.toml:5:1 unknown key `abr_fr` in [[term]]",
				"i18n/terms.toml:6:3 unknown key `terms` in i18n/terms.toml",
			}, 1},
		"no TOML": {"[[term]]\nfr = \"été\nen = \"summer\"\n", []string{"i18n/terms.toml:2:10 the text is not TOML: strings cannot contain newlines"}, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			base, problems := read(test.text)
			var got []string
			for _, p := range source.Sort(problems) {
				line := p.Pos.String() + " " + p.Message.English
				if !p.Peer.IsZero() {
					line += ", see " + p.Peer.String()
				}
				if p.Severity != source.Error || p.Hint.IsZero() {
					t.Errorf("%s: severity %s, hint %q", line, p.Severity, p.Hint)
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(base.Terms()) != test.kept {
				t.Errorf("%d terms are kept, want %d", len(base.Terms()), test.kept)
			}
		})
	}
}

// FuzzRead holds that no text makes the reader fail, and that what it gives is complete.
func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("[[term]]\nfr = \"A4P+\"\nen = \"é\"\nabbr_fr = \"A4P+\"\nabbr_en = \"e\"\navoid_fr = [\"A4P+\", 1, \"\"]\n")
	f.Add("term = [1, {fr = \"a\"}]\n[terms]\n")
	f.Fuzz(func(t *testing.T, text string) {
		base, problems := read(text)
		for _, term := range base.Terms() {
			if term.French.Text == "" && term.English.Text == "" || term.French.Pos.Line == 0 || term.English.Pos.Line == 0 {
				t.Errorf("a term is %+v", term)
			}
		}
		for _, p := range problems {
			if p.Pos.File != File || p.Message.French == "" {
				t.Errorf("problem %+v", p)
			}
		}
	})
}

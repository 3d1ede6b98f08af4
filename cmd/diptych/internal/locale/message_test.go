package locale

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/typography"
)

func TestMessagesWrong(t *testing.T) {
	const lacks = " catalogue-plural: message `réunions` lacks a form"
	braces := func(id string) string {
		return " catalogue-placeholder: message `" + id + "` has braces that are no placeholder"
	}
	tests := []struct {
		name, tag, text string
		want            []string
	}{
		{"an empty message", "fr", "[nav]\nskip = \"\"\n", []string{"2:1 message: message `nav.skip` is empty"}},
		{"a number", "fr", "[nav]\nskip = 5\n", []string{"2:8 message: message `nav.skip` is not a text"}},
		{"a day", "fr", "date = 2023-12-05\n", []string{"1:8 message: message `date` is not a text"}},
		{"a list", "en-GB", "tips = [\"Été\", \"Summer\"]\n", []string{"1:8 message: message `tips` is not a text"}},
		{"no other", "fr", "\"réunions\" = { one = \"Une réunion\" }\n", []string{"1:1" + lacks}},
		{"no one", "fr", "\"réunions\".other = \"{{.Count}} réunions\"\n", []string{"1:1" + lacks}},
		{"many alone", "fr", "\"réunions\".many = \"{{.Count}} de réunions\"\n", []string{"1:1" + lacks}},
		{"an empty form", "en-GB", "\"réunions\".one = \"\"\n\"réunions\".other = \"x\"\n", []string{"1:1" + lacks}},
		{"zero in French", "fr", "n.zero = \"Aucun\"\nn.one = \"Un\"\nn.other = \"Des\"\n",
			[]string{"1:3 catalogue-plural: French has no plural form `zero`"}},
		{"many in English", "en-GB", "n.one = \"One\"\nn.other = \"Some\"\nn.many = \"Millions\"\n",
			[]string{"3:3 catalogue-plural: English has no plural form `many`"}},
		{"two and few", "en-GB", "n = { one = \"1\", two = \"2\", few = \"3\", other = \"n\" }\n", []string{
			"1:18 catalogue-plural: English has no plural form `two`", "1:29 catalogue-plural: English has no plural form `few`"}},
		{"a dot in a name", "fr", "\"nav.skip\" = \"Passer\"\n[nav]\nskip = \"Aller\"\n",
			[]string{"3:1 message: there are two messages `nav.skip` (i18n/fr.toml:1:1)"}},
		{"text and forms", "fr", "n.one = \"Un\"\nn.other = \"Des\"\nn.title = \"Titre\"\n",
			[]string{"1:3 catalogue-plural: `one` is a plural form of `n`, and `title` beside it is none (i18n/fr.toml:3:3)"}},
		{"not closed", "fr", "a = \"{{.Name\"\n", []string{"1:1" + braces("a")}},
		{"no dot", "fr", "a = \"{{Name}}\"\n", []string{"1:1" + braces("a")}},
		{"no name", "fr", "a = \"{{.}}\"\n", []string{"1:1" + braces("a")}},
		{"nothing", "fr", "a = \"{{}}\"\n", []string{"1:1" + braces("a")}},
		{"a field of a field", "fr", "a = \"{{.Page.Title}}\"\n", []string{"1:1" + braces("a")}},
		{"a pipe", "fr", "a = \"{{.Name | printf}}\"\n", []string{"1:1" + braces("a")}},
		{"a call", "fr", "a = \"{{len .Name}}\"\n", []string{"1:1" + braces("a")}},
		{"two names", "fr", "a = \"{{.Name .Place}}\"\n", []string{"1:1" + braces("a")}},
		{"a number in braces", "fr", "a = \"{{.5}}\"\n", []string{"1:1" + braces("a")}},
		{"a text in braces", "fr", "a = '{{\"été\"}}'\n", []string{"1:1" + braces("a")}},
		{"a condition", "fr", "a = \"{{if .Name}}x{{end}}\"\n", []string{"1:1" + braces("a")}},
		{"a variable", "fr", "a = \"{{$x := .Name}}\"\n", []string{"1:1" + braces("a")}},
		{"a comment", "fr", "a = \"Été{{/* saison */}}\"\n", []string{"1:1" + braces("a")}},
		{"a definition", "fr", "a = '{{define \"x\"}}été{{end}}{{.Name}}'\n", []string{"1:1" + braces("a")}},
		{"single braces", "en-GB", "a = \"{Count} meetings\"\n", []string{"1:1" + braces("a")}},
		{"three on one side", "en-GB", "a = \"{{.Count}}} meetings\"\n", []string{"1:1" + braces("a")}},
		{"in one of the forms", "fr", "n.one = \"Un\"\nn.many = \"{{.Count} de\"\nn.other = \"Des\"\n",
			[]string{"1:1" + braces("n")}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, problems := readCatalogue(t, test.tag, test.text); !slices.Equal(problems, test.want) {
				t.Errorf("problems differ (-want +got):\n%s", cmp.Diff(test.want, problems))
			}
		})
	}
}

// TestNamesOfForms holds that no message is lost to the words that go-i18n takes for its own. It reads a table with one
// of them as one message, so that the others are not there, or refuses the whole file.
func TestNamesOfForms(t *testing.T) {
	reserved := []string{"id", "description", "hash", "leftdelim", "rightDelim", "translation"}
	for _, word := range append(reserved, pluralForms[:]...) {
		catalogue := mustReadCatalogue(t, "fr", word+" = \"À\"\nautre = \"Là\"\n")
		wantText(t, catalogue, word, "À")
		wantText(t, catalogue, "autre", "Là")
	}
	for _, word := range reserved {
		catalogue := mustReadCatalogue(t, "fr", "[page]\n"+word+" = \"À\"\n"+
			"[page.menu]\n"+word+" = \"Là\"\ntitle = \"Été\"\n")
		wantText(t, catalogue, "page."+word, "À")
		wantText(t, catalogue, "page.menu."+word, "Là")
		wantText(t, catalogue, "page.menu.title", "Été")
	}
	for _, word := range pluralForms {
		group := mustReadCatalogue(t, "fr", "["+word+"."+word+"]\ntitle = \"Été\"\n")
		wantText(t, group, word+"."+word+".title", "Été")
	}
}

// TestNamesOfFormsInAGroup holds that a message called as a form is told of, and that its neighbours are still there.
func TestNamesOfFormsInAGroup(t *testing.T) {
	for _, word := range []string{"one", "many", "other"} {
		catalogue, problems := readCatalogue(t, "fr",
			"[status]\nheld = \"Tenue\"\n"+word+" = \"Autre\"\nplanned = \"Prévue\"\n")
		want := []string{
			"1:2 catalogue-plural: message `status` lacks a form",
			"3:1 catalogue-plural: `" + word + "` is a plural form of `status`, and `held` beside it is none (i18n/fr.toml:2:1)",
		}
		if diff := cmp.Diff(want, problems); diff != "" {
			t.Errorf("problems differ (-want +got):\n%s", diff)
		}
		wantText(t, catalogue, "status.held", "Tenue")
		wantText(t, catalogue, "status.planned", "Prévue")
	}
}

func wantText(t *testing.T, c *Catalogue, id, want string) {
	t.Helper()
	if got, err := c.Text(id, nil); got != want || err != nil {
		t.Errorf("%s is %q, %v; want %q", id, got, err, want)
	}
}

// FuzzCatalogue reads any text as a catalogue. No text is lost without a word: where nothing is told, there are as many
// messages as the file has texts, counting the forms of a message as one; and each of them can be asked for.
func FuzzCatalogue(f *testing.F) {
	f.Add(frenchMessages)
	f.Add("other = \"{{.A}}{{/* {{ */}}{{ .B }}\"\n[id]\none = \"{{.Count}}\"\nother = '}'\n" +
		"[\"a.b\"]\nc = 'x'\n[a.b]\nd = 'x'\n")
	f.Fuzz(func(t *testing.T, text string) {
		catalogue, problems := ReadCatalogue(source.NewTree(map[string]string{"i18n/fr.toml": text}), mustNew(t, "fr"), typography.Rules{})
		if len(problems) > 0 {
			return
		}
		table, _ := decode.Parse(source.Pos{File: "i18n/fr.toml", Line: 1, Column: 1}, text)
		if want := countMessages(table, true); len(catalogue.messages) != want {
			t.Errorf("%d messages were read of %d", len(catalogue.messages), want)
		}
		for id, known := range catalogue.messages {
			args := map[string]any{"Count": 2}
			for _, name := range known.placeholders {
				if name != "Count" {
					args[name] = "été"
				}
			}
			if got, err := catalogue.Text(id, args); got == "" || err != nil || strings.Contains(got, "<no value>") {
				t.Errorf("%q is %q, %v", id, got, err)
			}
		}
	})
}

// countMessages counts the texts of a table, those of a table with a plural form as one.
func countMessages(table *decode.Table, top bool) int {
	count, plural := 0, false
	for _, entry := range table.Entries {
		if inner, isTable := entry.Value.(*decode.Table); isTable {
			count += countMessages(inner, false)
			continue
		}
		if !top && slices.Contains(pluralForms[:], entry.Key) {
			plural = true
			continue
		}
		count++
	}
	if plural {
		count++
	}
	return count
}

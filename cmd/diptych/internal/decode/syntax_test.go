package decode

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
	"diptych/cmd/diptych/internal/wording"
)

// TestSyntax has the mistakes that people make. The text starts behind a front matter's first line.
func TestSyntax(t *testing.T) {
	const general = "a text stands in quotes, a date is yyyy-mm-dd without quotes, a list stands in [ ]"
	tests := []struct{ text, place, hint string }{
		{"title: \"Dacca\"\n", "2:6", "write `key = value` with an equals sign"},
		{"Ceci est un texte\n", "2:6", "write one `key = value` a line"},
		{"title = Dacca\n", "2:9", "put the text in quotes: title = \"…\""},
		{"title = « L’été »\n", "2:9", "begin and end the text with straight quotes: title = \"…\""},
		{"a = 1\ntitle = “Dhaka”\n", "3:9", "begin and end the text with straight quotes: title = \"…\""},
		{"title = \"L’été\nb = 1\n", "2:15", "the text lacks a quote; a quote inside a text is written \\\""},
		{"title = \"Il dit \"non\" ici\"\n", "2:18", "a quote inside a text is written \\\""},
		{"title = 'L'été'\n", "2:12", "a text with an apostrophe in it stands in double quotes: title = \"…\""},
		{"title = \"a\\d\"\n", "2:10", `a backslash inside a text is written \\`},
		{"title = \"É\"\nb = 1\ntitle = \"é\"\n", "4:1", "write each key and each [table] once"},
		{"[event]\na = 1\n[event]\n", "4:2", "write each key and each [table] once"},
		{"événement = 1\n", "2:1", "a key has letters without accents, digits, - and _, and no quotes around it"},
		{"“title” = \"é\"\n", "2:1", "a key has letters without accents, digits, - and _, and no quotes around it"},
		{"draft = oui\n", "2:9", "write true or false, in small letters: draft = true"},
		{"draft = True\n", "2:9", "write true or false, in small letters: draft = true"},
		{"aliases = [\"été\" \"hiver\"]\n", "2:18", "put commas between the texts of a list, and close it with ]"},
		{"[event\nstart = 1\n", "2:7", "write [table] or [[table]] on a line of its own"},
		{"date = 5/12/2023\n", "2:9", "a day is written year, month, day, without quotes: date = 2023-12-05"},
		{"until = 2023/12/05\n", "2:13", "a day is written year, month, day, without quotes: until = 2023-12-05"},
		{"date = 05.12.2023\n", "2:8", "a day is written year, month, day, without quotes: date = 2023-12-05"},
		{"start = 01/03\n", "2:9", general},
		{"date = 2023-13-45\n", "2:8", "write a day that is in the calendar, without quotes: date = 2023-12-05"},
		{"title =\n", "2:8", general},
		{"title = \"é\", \n", "2:12", general},
		{"\ufeffa = 1\nb = é\n", "3:5", "put the text in quotes: b = \"…\""},
		{"é", "2:1", "write one `key = value` a line"},
		{"a = \"é", "2:6", "the text lacks a quote; a quote inside a text is written \\\""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			table, problems := Parse(start(2), test.text)
			if len(table.Entries) > 0 || table.Pos != start(2) || len(problems) != 1 {
				t.Fatalf("%d entries at %s, problems: %v", len(table.Entries), table.Pos, problems)
			}
			got := []string{problems[0].Pos.String(), problems[0].Hint.English}
			if diff := cmp.Diff([]string{"a.fr.md:" + test.place, test.hint}, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", problems[0].Message.English, diff)
			}
		})
	}
}

func TestSyntaxProblem(t *testing.T) {
	_, problems := Parse(start(2), "a = 1\ntitle = Dacca\n")
	want := []source.Problem{{Rule: "toml", Severity: source.Error, Pos: source.Pos{File: "a.fr.md", Line: 3, Column: 9},
		Message: wording.Sentence{
			English: `the text is not TOML: expected value but found "Dacca" instead`,
			French:  "le texte n’est pas du TOML\u00a0: il faut une valeur, et non «\u00a0Dacca\u00a0»",
		},
		Hint: wording.Sentence{
			English: `put the text in quotes: title = "…"`,
			French:  "mettez le texte entre guillemets droits\u00a0: title = \"…\"",
		}}}
	if diff := cmp.Diff(want, problems); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

package decode

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// start is where the front matter of most pages begins: behind the line with +++.
func start(line int) source.Pos { return source.Pos{File: "a.fr.md", Line: line, Column: 1} }

func mustParse(t *testing.T, text string) *Table {
	t.Helper()
	table, problems := Parse(start(1), text)
	if len(problems) > 0 {
		t.Fatalf("%q gives %v", text, problems)
	}
	return table
}

// outline writes each entry as path, the place of its key and of its value, in the order of the table.
func outline(table *Table) []string {
	var lines []string
	var entry func(path string, e Entry)
	entry = func(path string, e Entry) {
		key := fmt.Sprintf("%d:%d", e.KeyPos.Line, e.KeyPos.Column)
		if e.KeyPos.IsZero() {
			key = "-"
		}
		lines = append(lines, fmt.Sprintf("%s %s %d:%d", path, key, e.Pos.Line, e.Pos.Column))
		switch value := e.Value.(type) {
		case *Table:
			for _, inner := range value.Entries {
				entry(path+"/"+inner.Key, inner)
			}
		case []Entry:
			for i, element := range value {
				entry(fmt.Sprintf("%s/%d", path, i), element)
			}
		}
	}
	for _, e := range table.Entries {
		entry(e.Key, e)
	}
	return lines
}

func TestPositions(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"bare keys", "title = \"Été\"\n\n  date=2023-12-05\n", "title 1:1 1:9|date 3:3 3:8"},
		{"quoted keys", "\"L’été\" = 1\n'à la une' = 2\n", "L’été 1:1 1:11|à la une 2:1 2:14"},
		{"escapes in keys", `"\u00e9\x41\e\t\"\\\U0001F600" = 1`, "éA\x1b\t\"\\😀 1:1 1:34"},
		{"NUL in a key", "\"a1:b\" = 1\n\"a\\u0000b\" = 2\na.b = 3\n", "a1:b 1:1 1:10|a\x00b 2:1 2:14|a 3:1 3:1|a/b 3:3 3:7"},
		{"dotted keys", "event.start = 1\nevent . \"fin\" = 2\n", "event 1:1 1:1|event/start 1:7 1:15|event/fin 2:9 2:17"},
		{"number as key", "2023.12 = \"décembre\"\n", "2023 1:1 1:1|2023/12 1:6 1:11"},
		{"inline tables", `fr = {file = "été.pdf", "titre" = {a.b = 1}}`,
			"fr 1:1 1:6|fr/file 1:7 1:14|fr/titre 1:25 1:35|fr/titre/a 1:36 1:36|fr/titre/a/b 1:38 1:42"},
		{"arrays", "hosts = [\"FR\",\n  'été', # « oui »\n  [1, [2]],\n]\n",
			"hosts 1:1 1:9|hosts/0 - 1:10|hosts/1 - 2:3|hosts/2 - 3:3|hosts/2/0 - 3:4|hosts/2/1 - 3:7|hosts/2/1/0 - 3:8"},
		{"inline tables in arrays", "a = [{b = 1}, {\"é\" = 2}]\n", "a 1:1 1:5|a/0 - 1:6|a/0/b 1:7 1:11|a/1 - 1:15|a/1/é 1:16 1:22"},
		{"tables", "[event]\nstart = 1\n[ params . \"é\" ]\nx = 2\n[params]\ny = 3\n",
			"event 1:2 1:1|event/start 2:1 2:9|params 3:3 3:1|params/é 3:12 3:1|params/é/x 4:1 4:5|params/y 6:1 6:5"},
		{"arrays of tables", "[[document]]\nid = 1\n[document.fr]\nurl = 2\n[[ document ]]\nid = 3\n[[document]]\n",
			"document 1:3 1:1|document/0 - 1:1|document/0/id 2:1 2:6|document/0/fr 3:11 3:1|document/0/fr/url 4:1 4:7|" +
				"document/1 - 5:1|document/1/id 6:1 6:6|document/2 - 7:1"},
		{"nested arrays of tables", "[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 2\n[[a]]\n[[a.b]]\nc = 3\n[a.b.d]\ne = 4\n",
			"a 1:3 1:1|a/0 - 1:1|a/0/b 2:5 2:1|a/0/b/0 - 2:1|a/0/b/0/c 3:1 3:5|a/0/b/1 - 4:1|a/0/b/1/c 5:1 5:5|" +
				"a/1 - 6:1|a/1/b 7:5 7:1|a/1/b/0 - 7:1|a/1/b/0/c 8:1 8:5|a/1/b/0/d 9:6 9:1|a/1/b/0/d/e 10:1 10:5"},
		{"keys in multi-line strings", "a = \"\"\"\nfaux = 1\n[x]\n\\\"\"\" b = 2\n\"\"\"\"\"\nc = '''\nd = 4\n'''''\ne = 5\n",
			"a 1:1 1:5|c 6:1 6:5|e 9:1 9:5"},
		{"keys in strings", "a = \"b = \\\"é\\\" # [c]\" # d = 1\ne = 'f = 2\\'\n", "a 1:1 1:5|e 2:1 2:5"},
		{"keys in comments", "# a = 1\n  # [b]\nc = 2 # d = 3\n[e] # f = \"\"\"\ng = [ # h = ]\n 1 # é ]\n]\n",
			"c 3:1 3:5|e 4:2 4:1|e/g 5:1 5:5|e/g/0 - 6:2"},
		{"columns after accents", "\"é\" = {\"à\" = \"« ô »\", \"ç\" = 1}\n", "é 1:1 1:7|é/à 1:8 1:14|é/ç 1:23 1:29"},
		{"CRLF", "a = 1\r\nb = [\r\n 2,\r\n]\r\n", "a 1:1 1:5|b 2:1 2:5|b/0 - 3:2"},
		{"dates with a space", "a = 2023-12-05 14:15:00 # é\nb = 1\n", "a 1:1 1:5|b 2:1 2:5"},
		{"byte order mark", "\ufeffa = 1\n[b]\n", "a 1:2 1:6|b 2:2 2:1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.Split(test.want, "|"), outline(mustParse(t, test.text))); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPositionsStartWhereTheTextStarts(t *testing.T) {
	table, problems := Parse(source.Pos{File: "été.fr.md", Line: 12, Column: 5}, "a = 1\nb = \"é\"\n[c]\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff([]string{"a 12:5 12:9", "b 13:1 13:5", "c 14:2 14:1"}, outline(table)); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	if want := "été.fr.md:12:5"; table.Pos.String() != want || table.Entries[0].KeyPos.String() != want {
		t.Errorf("the table is at %s and its first key at %s, want %s", table.Pos, table.Entries[0].KeyPos, want)
	}
	inner := table.Entries[2].Value.(*Table)
	if want := "été.fr.md:14:1"; inner.Pos.String() != want {
		t.Errorf("the inner table is at %s, want %s", inner.Pos, want)
	}
}

func TestTableGet(t *testing.T) {
	table := mustParse(t, "a = 1\n\"é\" = 2\n")
	if entry, ok := table.Get("é"); !ok || entry.Value != int64(2) {
		t.Errorf("é is %v, %v", entry.Value, ok)
	}
	if _, ok := table.Get("e"); ok {
		t.Error("a key that is not there is found")
	}
}

// TestPosOf finds the texts of a list, and for others the list or the table.
func TestPosOf(t *testing.T) {
	table, problems := Parse(source.Pos{File: "i18n/terms.toml", Line: 1, Column: 1}, "avoid = [\"été\",\n  7, \"Été\"]\ntext = \"été\"\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r := Read(table, func(source.Problem) {})
	for asked, want := range map[[2]string]string{
		{"avoid", "été"}: "1:10", {"avoid", "Été"}: "2:6", {"avoid", "hiver"}: "1:9", {"text", "été"}: "3:8", {"none", "été"}: "1:1",
	} {
		if got := r.PosOf(asked[0], asked[1]).String(); got != "i18n/terms.toml:"+want {
			t.Errorf("%q is at %s, want %s", asked, got, want)
		}
	}
}

package decode

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

// facts parses a text as the file it came from.
func facts(t *testing.T, file, text string) *Table {
	t.Helper()
	table, problems := Parse(source.Pos{File: file, Line: 1, Column: 1}, text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return table
}

func TestMerge(t *testing.T) {
	tests := []struct {
		name, shared, french, english string
		want                          map[string]any
		disagree                      []string
	}{
		{name: "apart", shared: "a = 1", french: "b = \"é\"", english: "c = true",
			want: map[string]any{"a": int64(1), "b": "é", "c": true}},
		{name: "agree", shared: "day = 2023-12-05", french: "day = 2023-12-05\nl = [1, \"é\"]", english: "l = [ 1, 'é' ]",
			want: map[string]any{"day": facts(t, "", "d = 2023-12-05").Entries[0].Value, "l": []any{int64(1), "é"}}},
		{name: "the first holds", shared: "a = 1", french: "a = 2", english: "a = 3",
			want:     map[string]any{"a": int64(1)},
			disagree: []string{"a p.toml:1:1 p.fr.md:1:1", "a p.toml:1:1 p.en.md:1:1"}},
		{name: "halves disagree", french: "x = 0\nimage = \"été.jpg\"", english: "image = \"summer.jpg\"",
			want: map[string]any{"x": int64(0), "image": "été.jpg"}, disagree: []string{"image p.fr.md:2:1 p.en.md:1:1"}},
		{name: "other type", shared: "a = 1", french: "a = 1.0", english: "a = \"1\"", want: map[string]any{"a": int64(1)},
			disagree: []string{"a p.toml:1:1 p.fr.md:1:1", "a p.toml:1:1 p.en.md:1:1"}},
		{name: "tables", shared: "[event]\nstart = 1\n[event.x]\na = 1", french: "[event]\nend = 2\nx.b = 2", english: "event = {start = 1}",
			want: map[string]any{"event": map[string]any{"start": int64(1), "end": int64(2),
				"x": map[string]any{"a": int64(1), "b": int64(2)}}}},
		{name: "in tables", shared: "[event]\nstart = 1", french: "[event]\nstart = 2", english: "event.start = 1",
			want:     map[string]any{"event": map[string]any{"start": int64(1)}},
			disagree: []string{"start p.toml:2:1 p.fr.md:2:1"}},
		{name: "table and value", shared: "[event]\nstart = 1", french: "event = \"é\"",
			want:     map[string]any{"event": map[string]any{"start": int64(1)}},
			disagree: []string{"event p.toml:1:2 p.fr.md:1:1"}},
		{name: "lists whole", shared: "hosts = [\"FR\", \"BD\"]", french: "hosts = [\"BD\", \"FR\"]", english: "hosts = [\"FR\"]",
			want:     map[string]any{"hosts": []any{"FR", "BD"}},
			disagree: []string{"hosts p.toml:1:1 p.fr.md:1:1", "hosts p.toml:1:1 p.en.md:1:1"}},
		{name: "lists of tables", shared: "[[document]]\nid = \"a\"", french: "document = [{id = \"a\"}]", english: "[[document]]\nid = \"b\"",
			want:     map[string]any{"document": []any{map[string]any{"id": "a"}}},
			disagree: []string{"document p.toml:1:3 p.en.md:1:3"}},
		{name: "instants", shared: "a = 2023-12-05T14:15:00+01:00", french: "a = 2023-12-05T14:15:00+01:00",
			want: map[string]any{"a": facts(t, "", "a = 2023-12-05T14:15:00+01:00").Entries[0].Value}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tables := []*Table{facts(t, "p.toml", test.shared), facts(t, "p.fr.md", test.french), facts(t, "p.en.md", test.english)}
			var disagree []string
			merged := Merge(tables, func(first, second Entry) {
				disagree = append(disagree, first.Key+" "+first.KeyPos.String()+" "+second.KeyPos.String())
			})
			if diff := cmp.Diff(test.want, merged.plain()); diff != "" {
				t.Errorf("values (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.disagree, disagree); diff != "" {
				t.Errorf("disagreements (-want +got):\n%s", diff)
			}
			if merged.Pos != tables[0].Pos {
				t.Errorf("the table is at %s", merged.Pos)
			}
			again := []*Table{facts(t, "p.toml", test.shared), facts(t, "p.fr.md", test.french), facts(t, "p.en.md", test.english)}
			if diff := cmp.Diff(again, tables); diff != "" {
				t.Errorf("the tables have changed (-before +after):\n%s", diff)
			}
		})
	}
}

func TestWithout(t *testing.T) {
	table := mustParse(t, "title = \"É\"\ndate = 2023-12-05\nslug = \"é\"\n[event]\ndate = 1\n")
	kept := table.Without("date", "slug", "absent")
	if diff := cmp.Diff([]string{"title 1:1 1:9", "event 4:2 4:1", "event/date 5:1 5:8"}, outline(kept)); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if kept.Pos != table.Pos || len(table.Entries) != 4 {
		t.Errorf("the copy is at %s, and the table has %d entries", kept.Pos, len(table.Entries))
	}
}

func TestEntryProblem(t *testing.T) {
	entry := mustParse(t, "a = 1\n").Entries[0]
	want := source.Errorf("slug", start(1), "%q est pris", "été")
	if got := entry.Problem("slug", "%q est pris", "été"); got != want {
		t.Errorf("problem is %+v", got)
	}
}

package decode

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/source"
)

// all has a value of each type under the type's name.
const all = `text = "L’été « à Dacca »"
long = "Objectifs et déclaration de la conférence, et tout le reste"
int = -12
float = 1.5
bool = true
day = 2023-12-05
moment = 2023-12-05T14:15:30
clock = 14:15
instant = 2023-12-05T14:15:00+01:00
texts = ["été", "summer"]
numbers = [1, "deux", 3]
empty = []
[table]
key = "clé"
[[tables]]
id = "a"
[[tables]]
id = "b"
`

// gather gives a function that keeps the problems.
func gather(into *[]source.Problem) func(source.Problem) {
	return func(p source.Problem) { *into = append(*into, p) }
}

// ask reads one key as one type.
var ask = map[string]func(r *Reader, key string) any{
	"Text":   func(r *Reader, key string) any { return r.Text(key) },
	"Bool":   func(r *Reader, key string) any { return r.Bool(key) },
	"Int":    func(r *Reader, key string) any { return r.Int(key) },
	"Texts":  func(r *Reader, key string) any { return r.Texts(key) },
	"Date":   func(r *Reader, key string) any { return r.Date(key) },
	"Moment": func(r *Reader, key string) any { return r.Moment(key) },
	"Table": func(r *Reader, key string) any {
		inner, ok := r.Table(key)
		return []any{inner.Text("key"), ok}
	},
	"Tables": func(r *Reader, key string) any {
		ids := []string{}
		for _, inner := range r.Tables(key) {
			ids = append(ids, inner.Text("id"))
		}
		return ids
	},
	"Raw": func(r *Reader, key string) any { return r.Raw(key) },
}

func TestReaderReads(t *testing.T) {
	day := civil.Date{Year: 2023, Month: 12, Day: 5}
	tests := []struct {
		method, key string
		want        any
	}{
		{"Text", "text", "L’été « à Dacca »"},
		{"Int", "int", -12},
		{"Bool", "bool", true},
		{"Texts", "texts", []string{"été", "summer"}},
		{"Texts", "empty", []string(nil)},
		{"Date", "day", day},
		{"Moment", "day", civil.Moment{Date: day}},
		{"Moment", "moment", civil.Moment{Date: day, Hour: 14, Minute: 15, HasTime: true}},
		{"Table", "table", []any{"clé", true}},
		{"Tables", "tables", []string{"a", "b"}},
		{"Tables", "empty", []string{}},
		{"Raw", "table", map[string]any{"key": "clé"}},
		{"Text", "absent", ""},
		{"Int", "absent", 0},
		{"Bool", "absent", false},
		{"Texts", "absent", []string(nil)},
		{"Date", "absent", civil.Date{}},
		{"Moment", "absent", civil.Moment{}},
		{"Table", "absent", []any{"", false}},
		{"Tables", "absent", []string{}},
		{"Raw", "absent", map[string]any(nil)},
	}
	for _, test := range tests {
		t.Run(test.method+" "+test.key, func(t *testing.T) {
			var problems []source.Problem
			got := ask[test.method](Read(mustParse(t, all), gather(&problems)), test.key)
			if diff := cmp.Diff(test.want, got); diff != "" || len(problems) > 0 {
				t.Errorf("problems %v, value (-want +got):\n%s", problems, diff)
			}
		})
	}
}

func TestReaderRefuses(t *testing.T) {
	tests := []struct{ method, key, place, message, hint string }{
		{"Text", "int", "3:7", "`int` can't be the number -12", `write a text in quotes: int = "…"`},
		{"Text", "float", "4:9", "`float` can't be the number 1.5", `write a text in quotes: float = "…"`},
		{"Text", "bool", "5:8", "`bool` can't be true", `write a text in quotes: bool = "…"`},
		{"Text", "texts", "10:9", "`texts` can't be a list", `write a text in quotes: texts = "…"`},
		{"Bool", "text", "1:8", "`text` can't be the text \"L’été « à Dacca »\"", "write true or false, without quotes: text = true"},
		{"Int", "long", "2:8", "`long` can't be the text \"Objectifs et déclaration de la conféren…\"",
			"write a whole number, without quotes: long = 10"},
		{"Int", "float", "4:9", "`float` can't be the number 1.5", "write a whole number, without quotes: float = 10"},
		{"Int", "clock", "8:9", "`clock` can't be a time of day alone", "write a whole number, without quotes: clock = 10"},
		{"Texts", "text", "1:8", "`text` can't be the text \"L’été « à Dacca »\"", `write a list of texts: text = ["…", "…"]`},
		{"Texts", "tables", "15:1", "`tables` can't be a table", `write a list of texts: tables = ["…", "…"]`},
		{"Date", "text", "1:8", "`text` can't be the text \"L’été « à Dacca »\"", "write a day, without quotes: text = 2023-12-05"},
		{"Date", "moment", "7:10", "`moment` can't be a day with a time", "write a day, without quotes: moment = 2023-12-05"},
		{"Date", "instant", "9:11", "`instant` can't be a time with an offset from UTC",
			"write a day, without quotes: instant = 2023-12-05"},
		{"Moment", "instant", "9:11", "`instant` can't be a time with an offset from UTC",
			"write a day, or a day and a local time, without quotes: instant = 2023-12-05T14:15"},
		{"Moment", "clock", "8:9", "`clock` can't be a time of day alone",
			"write a day, or a day and a local time, without quotes: clock = 2023-12-05T14:15"},
		{"Table", "day", "6:7", "`day` can't be a day", "write a table: [day]"},
		{"Table", "tables", "15:1", "`tables` can't be a list", "write a table: [tables]"},
		{"Tables", "table", "13:1", "`table` can't be a table", "write a list of tables, each under [[table]]"},
		{"Raw", "text", "1:8", "`text` can't be the text \"L’été « à Dacca »\"", "write a table: [text]"},
	}
	for _, test := range tests {
		t.Run(test.method+" "+test.key, func(t *testing.T) {
			var problems []source.Problem
			ask[test.method](Read(mustParse(t, all), gather(&problems)), test.key)
			if len(problems) == 0 {
				t.Fatal("no problem")
			}
			got := []string{problems[0].Rule, problems[0].Pos.String(), problems[0].Message.English, problems[0].Hint.English}
			if diff := cmp.Diff([]string{"wrong-type", "a.fr.md:" + test.place, test.message, test.hint}, got); diff != "" {
				t.Errorf("problem (-want +got):\n%s", diff)
			}
		})
	}
}

// TestReaderGivesZeroForWrong reads each key as each type: what is wrong gives what an absent key gives.
func TestReaderGivesZeroForWrong(t *testing.T) {
	table := mustParse(t, all)
	for method, read := range ask {
		for _, entry := range table.Entries {
			var problems []source.Problem
			got := read(Read(table, gather(&problems)), entry.Key)
			absent := read(Read(table, gather(new([]source.Problem))), "absent")
			partly := entry.Key == "numbers" || entry.Key == "tables" || entry.Key == "texts"
			if len(problems) > 0 && !partly && !cmp.Equal(got, absent) {
				t.Errorf("%s of %s gives %v and %v", method, entry.Key, got, problems)
			}
		}
	}
}

func TestReaderTellsEachElement(t *testing.T) {
	var problems []source.Problem
	texts := Read(mustParse(t, all), gather(&problems)).Texts("numbers")
	if diff := cmp.Diff([]string{"deux"}, texts); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
	if len(problems) != 2 || problems[0].Pos.String() != "a.fr.md:11:12" || problems[1].Pos.String() != "a.fr.md:11:23" {
		t.Errorf("problems: %v", problems)
	}
}

func TestReaderRest(t *testing.T) {
	var problems []source.Problem
	r := Read(mustParse(t, "title = \"É\"\ndescripton = \"a\"\nauteur = \"b\"\nslug = \"c\"\n[evnt]\nx = 1\n"), gather(&problems))
	r.Text("title")
	r.Text("description")
	r.Table("event")
	r.Know("slug", "date")
	r.Rest("the front matter")
	want := []string{
		"a.fr.md:2:1 error unknown-key: unknown key `descripton` in the front matter (did you mean `description`?)",
		"a.fr.md:3:1 error unknown-key: unknown key `auteur` in the front matter (known here: title, description, event, slug, date)",
		"a.fr.md:5:2 error unknown-key: unknown key `evnt` in the front matter (did you mean `event`?)",
	}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// TestReaderRestBelowAHeader tells of keys that stand below a [header] and belong above it; the table's own stay its own.
func TestReaderRestBelowAHeader(t *testing.T) {
	var problems []source.Problem
	table := mustParse(t, "start = 2023-12-05\nplace = \"Accra\"\ndate = 2023-09-22\nplaces = 3\n")
	r := Read(table, gather(&problems))
	r.Date("start")
	r.Date("date")
	r.Rest("[event]", "place", "date", "title")
	want := []string{
		"a.fr.md:2:1 error unknown-key: `place` stands in [event], and belongs to the page (move it above the first line in square brackets)",
		"a.fr.md:4:1 error unknown-key: unknown key `places` in [event] (known here: start, date)",
	}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// told writes problems as lines.
func told(problems []source.Problem) []string {
	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = fmt.Sprintf("%s %s %s: %s (%s)", p.Pos, p.Severity, p.Rule, p.Message, p.Hint)
	}
	return lines
}

func TestReaderPlaces(t *testing.T) {
	r := Read(mustParse(t, all), gather(new([]source.Problem)))
	if !r.Has("text") || r.Has("absent") {
		t.Errorf("Has is %v and %v", r.Has("text"), r.Has("absent"))
	}
	inner, _ := r.Table("table")
	missing, _ := r.Table("absent")
	for _, test := range []struct{ got, want source.Pos }{
		{r.Pos("int"), source.Pos{File: "a.fr.md", Line: 3, Column: 7}},
		{r.Pos("absent"), start(1)},
		{r.Pos(""), start(1)},
		{inner.Pos("key"), source.Pos{File: "a.fr.md", Line: 14, Column: 7}},
		{inner.Pos("absent"), source.Pos{File: "a.fr.md", Line: 13, Column: 1}},
		{missing.Pos("key"), start(1)},
	} {
		if test.got != test.want {
			t.Errorf("the place is %s, want %s", test.got, test.want)
		}
	}
}

func TestReaderRaw(t *testing.T) {
	r := Read(mustParse(t, "[params]\n\"été\" = [1, {a = 1.5}, [true]]\nday = 2023-12-05\n[params.inner]\nb = \"ç\"\n"),
		gather(new([]source.Problem)))
	want := map[string]any{
		"été":   []any{int64(1), map[string]any{"a": 1.5}, []any{true}},
		"day":   civil.Moment{Date: civil.Date{Year: 2023, Month: 12, Day: 5}},
		"inner": map[string]any{"b": "ç"},
	}
	if diff := cmp.Diff(want, r.Raw("params")); diff != "" {
		t.Errorf("raw (-want +got):\n%s", diff)
	}
}

// TestOffsetIsNoZone holds that a time with an offset is the same on every machine, also on one whose own zone has it.
func TestOffsetIsNoZone(t *testing.T) {
	own := time.Local
	t.Cleanup(func() { time.Local = own })
	var texts []string
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("EET", 7200)} {
		time.Local = zone
		table, problems := Parse(source.Pos{File: "config.toml", Line: 1, Column: 1}, "opened = 2023-01-01T10:00:00+02:00\n")
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		entry, _ := table.Get("opened")
		texts = append(texts, fmt.Sprint(entry.Value))
	}
	if texts[0] != texts[1] {
		t.Errorf("the machine's zone shows: %q", texts)
	}
}

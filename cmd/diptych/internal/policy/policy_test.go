package policy

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

func at(line, column int) source.Pos {
	return source.Pos{File: "page.toml", Line: line, Column: column}
}

func TestRead(t *testing.T) {
	got, told := read(t, `[check.severity]
vague-link = "off"
typo = "info"
stale = "error"
term-case = "warning"
invented = "off"

[check.ignore]
doubled-word = "  « Bora Bora » est une île "
date-year = ""
`, true)
	want := Policy{
		Severities: []Severity{
			{"vague-link", Off, at(2, 14)},
			{"typo", Level(source.Info), at(3, 8)},
			{"stale", Level(source.Error), at(4, 9)},
			{"term-case", Level(source.Warning), at(5, 13)},
			{"invented", Off, at(6, 12)},
		},
		Exceptions: []Exception{
			{"doubled-word", "« Bora Bora » est une île", at(9, 16)},
			{"date-year", "", at(10, 13)},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" || told != nil {
		t.Errorf("told %q, differences (-want +got):\n%s", told, diff)
	}
}

// TestNothing holds that a file without the table says nothing, and that nothing is wrong with that.
func TestNothing(t *testing.T) {
	for _, text := range []string{"", "[check]\n", "[check.severity]\n[check.ignore]\n"} {
		if got, told := read(t, text, true); len(got.Severities)+len(got.Exceptions) > 0 || told != nil {
			t.Errorf("%q says %+v, and is told of: %q", text, got, told)
		}
	}
}

// TestWrong holds what is told, and that the rest counts all the same.
func TestWrong(t *testing.T) {
	for _, test := range []struct {
		text       string
		exceptions bool
		want       []string
		severities int
	}{
		{"[check.severity]\ntypo = \"fatal\"\nstale = \"off\"\n", true, []string{"2:8 check"}, 1},
		{"[check.severity]\ntypo = \"Error\"\n", true, []string{"2:8 check"}, 0},
		{"[check.severity]\ntypo = true\nstale = \"off\"\n", true, []string{"2:8 wrong-type"}, 1},
		{"[check.ignore]\ntypo = 3\n", true, []string{"2:8 wrong-type"}, 0},
		{"[check]\nseverity = \"off\"\n", true, []string{"2:12 wrong-type"}, 0},
		{"[check.severities]\ntypo = \"off\"\n", true, []string{"1:8 unknown-key"}, 0},
		{"[check.ignore]\ntypo = \"un nom\"\n", false, []string{"1:8 unknown-key"}, 0},
	} {
		got, told := read(t, test.text, test.exceptions)
		if diff := cmp.Diff(test.want, told); diff != "" || len(got.Severities) != test.severities {
			t.Errorf("%q gives %d severities, want %d; told (-want +got):\n%s", test.text, len(got.Severities), test.severities, diff)
		}
	}
}

// read reads what a text says of rules, and tells what is wrong with it, a line each.
func read(t *testing.T, text string, exceptions bool) (Policy, []string) {
	t.Helper()
	table, problems := decode.Parse(source.Pos{File: "page.toml", Line: 1, Column: 1}, text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var told []string
	report := func(p source.Problem) { told = append(told, fmt.Sprintf("%d:%d %s", p.Pos.Line, p.Pos.Column, p.Rule)) }
	return Read(decode.Read(table, report), exceptions, report, "weight"), told
}

func TestLevel(t *testing.T) {
	p := Policy{Severities: []Severity{{Rule: "typo", Level: Off}, {Rule: "stale", Level: Level(source.Error)}}}
	for _, test := range []struct {
		rule   string
		want   Level
		stated bool
	}{
		{"typo", Off, true},
		{"stale", Level(source.Error), true},
		{"vague-link", "", false},
		{"", "", false},
	} {
		if level, stated := p.Level(test.rule); level != test.want || stated != test.stated {
			t.Errorf("the level of %q is %q, %t; want %q, %t", test.rule, level, stated, test.want, test.stated)
		}
	}
}

package decode

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/source"
)

// nested writes levels of arrays, inline tables, dotted keys and headers within each other around one value.
func nested(headers, dots, tables, arrays int) string {
	text := ""
	if headers > 0 {
		text = "[" + strings.Repeat("a.", headers-1) + "a]\n"
	}
	return text + strings.Repeat("a.", dots) + "a = " + strings.Repeat("{a = ", tables) +
		strings.Repeat("[", arrays) + strings.Repeat("]", arrays) + strings.Repeat("}", tables)
}

func TestDepthThatIsRead(t *testing.T) {
	for _, text := range []string{
		nested(0, 0, 0, maxDepth), nested(0, 0, maxDepth-2, 1), nested(0, maxDepth-1, 0, 1), nested(maxDepth-1, 0, 0, 1),
		nested(8, 8, 8, 8), "[" + strings.Repeat("a.", maxDepth-1) + "a]",
		"a = [" + strings.Repeat("[1], ", 5000) + "]", // wide, not deep
		strings.Repeat("[[a]]\n[a.b]\nc = {d = [1]}\n", 1500),
	} {
		if _, problems := Parse(start(1), text); len(problems) > 0 {
			t.Errorf("%.60q gives %v", text, problems)
		}
	}
}

// TestDepthIsRefused has inputs for which the library alone would need seconds and gigabytes.
func TestDepthIsRefused(t *testing.T) {
	tests := []struct {
		name, text string
		column     int
	}{
		{"arrays", nested(0, 0, 0, maxDepth+1), len("a = ") + maxDepth + 1},
		{"inline tables", nested(0, 0, maxDepth+1, 0), len("a = ") + (maxDepth-1)*len("{a = ") + len("{a")},
		{"dotted keys", nested(0, maxDepth, 0, 0), 0},
		{"headers", nested(maxDepth+1, 0, 0, 0), 0},
		{"lists of tables", "[[" + strings.Repeat("a.", maxDepth) + "a]]", 0},
		{"all together", nested(9, 8, 8, 8), 0},
		{"keys in tables in keys", "a = " + strings.Repeat("{a.a.a.a.a.a = ", 8) + "1" + strings.Repeat("}", 8), 0},
		{"many arrays", "a = " + strings.Repeat("[", 60_000), 0},
		{"many inline tables", "a = " + strings.Repeat("{a=", 20_000), 0},
		{"a long dotted key", strings.Repeat("a.", 30_000) + "a = 1", 0},
		{"behind another mark", "\xfe\xffa = " + strings.Repeat("[", 60_000), 0},
		{"behind a byte order mark", "\ufeffa = " + strings.Repeat("[", 60_000), 0},
		{"behind a fake end", "b = \"\\\"\"\nc = '\\' # '\na = " + strings.Repeat("[", 60_000), 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			began := time.Now()
			table, problems := Parse(start(7), test.text)
			if took := time.Since(began); took > time.Second {
				t.Errorf("it took %v", took)
			}
			if len(problems) != 1 || len(table.Entries) > 0 {
				t.Fatalf("%d entries, problems: %v", len(table.Entries), problems)
			}
			if want := "tables, arrays or keys are nested more than 32 deep"; problems[0].Message.English != want {
				t.Errorf("message is %q", problems[0].Message.English)
			}
			if test.column > 0 && (problems[0].Pos.Line != 7 || problems[0].Pos.Column != test.column) {
				t.Errorf("the place is %s, want line 7, column %d", problems[0].Pos, test.column)
			}
		})
	}
}

func TestSizeIsRefused(t *testing.T) {
	text := "a = \"" + strings.Repeat("é", (maxBytes-6)/2) + "\""
	if _, problems := Parse(start(1), text); len(problems) > 0 || len(text) != maxBytes {
		t.Fatalf("%d bytes give %v", len(text), problems)
	}
	_, problems := Parse(start(1), text+"\n")
	want := source.Errorf("too-large", start(1), "the TOML text has %d bytes, and may have %d", 65537, 65536).
		WithHint("move long texts into the Markdown body")
	if len(problems) != 1 || problems[0] != want {
		t.Errorf("problems: %+v", problems)
	}
}

// TestLongKeyIsRefused has an input that made the library write a gigabyte of paths.
func TestLongKeyIsRefused(t *testing.T) {
	longest := strings.Repeat("é", maxKey/2)
	mustParse(t, fmt.Sprintf("[%q]\n%q = {%q = 1}", longest, longest, longest))
	var text strings.Builder
	fmt.Fprintf(&text, "[%s]\n", strings.Repeat("a", 32<<10))
	for i := range 3000 {
		fmt.Fprintf(&text, "k%d = 1\n", i)
	}
	_, problems := Parse(start(4), text.String())
	want := source.Errorf("toml", source.Pos{File: "a.fr.md", Line: 4, Column: 2},
		"the key has %d bytes, and may have %d", 32768, 256).WithHint("a key is a short name: check the quotes and the equals sign")
	if len(problems) != 1 || problems[0] != want {
		t.Errorf("problems: %+v", problems)
	}
}

// TestEmptyKeyIsRefused has empty keys wherever TOML lets one stand.
func TestEmptyKeyIsRefused(t *testing.T) {
	for text, column := range map[string]int{
		`"" = "été"`: 1, "'' = 1": 1, "['']": 2, "[[a.\"\"]]": 5, "a.'' = 1": 3, "a = {\"\" = 1}": 6, `e = [1, {"" = "« oui »"}]`: 10,
	} {
		_, problems := Parse(start(1), text)
		want := source.Errorf("toml", source.Pos{File: start(1).File, Line: 1, Column: column}, "the key is empty").
			WithHint("write a name before the equals sign")
		if len(problems) != 1 || problems[0] != want {
			t.Errorf("%s gives %v", text, problems)
		}
	}
	if _, problems := Parse(start(1), "a = \"\"\nb = {c = ''}\n"); len(problems) > 0 {
		t.Errorf("empty texts give %v", problems)
	}
}

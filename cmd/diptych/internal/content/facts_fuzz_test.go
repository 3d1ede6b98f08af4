package content

import (
	"reflect"
	"strings"
	"testing"
)

// FuzzFacts reads a text as the facts of a page. Each problem has its place in the file; the facts are the same again, and the
// same where a half states them too; and each value that is kept is one that a page may have.
func FuzzFacts(f *testing.F) {
	for _, seed := range []string{
		"", everyFact, "date = 2023-09-22\n", "date = \"5 décembre\"\nmenu = -1\n", "image = \"../../etc/passwd\"\nlayout = \"../base\"\n",
		"[event]\nstart = 2023-12-05T09:00\nend = 2023-12-05T08:00\nzone = \"Africa/Accra\"\ncountry = \"XX\"\nhosts = [\"\", 5]\n",
		"[[document]]\nid = \"é\"\nfr = { title = \"\", url = \"javascript:x\", file = \"/etc/passwd\" }\n[[document]]\n", "[exempt]\nlanguage = \"de\"\nuntil = 0000-00-00\n",
		"weight = 9223372036854775807\nmenu = 1e99\n", "[check.severity]\na = \"b\"\n[check.ignore]\nc = 1\n", "[event.event.event]\n", "draft = \"true\"\nnews = [[[]]]\n",
		strings.Repeat("a.", 40) + "b = 1", strings.Repeat("[[document]]\n", 50), "a = " + strings.Repeat("{a=", 60),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		const name = factsFile
		facts, problems := readPage(t, map[string]string{name: text})
		again, told := readPage(t, map[string]string{name: text})
		if !reflect.DeepEqual(problems, told) || !reflect.DeepEqual(facts.Documents, again.Documents) || !reflect.DeepEqual(facts.Event, again.Event) {
			t.Fatal("read again, the facts or problems differ")
		}
		lines := strings.Count(text, "\n") + 1
		for _, p := range problems {
			if p.Pos.File != name || p.Pos.Line < 1 || p.Pos.Line > lines || p.Message.French == "" {
				t.Errorf("%s is no place in a file of %d lines: %s", p.Pos, lines, p.Message.English)
			}
		}
		for _, d := range facts.Documents {
			for _, edition := range d.Editions {
				if edition.URL != "" && !strings.HasPrefix(strings.ToLower(edition.URL), "https://") {
					t.Errorf("a document stands at %q", edition.URL)
				}
				if edition.HasFile() && (strings.HasPrefix(edition.File, "/") || strings.Contains("/"+edition.File+"/", "/../")) {
					t.Errorf("a document is the file %q", edition.File)
				}
			}
		}
		if strings.ContainsAny(facts.Layout, "/\\.") {
			t.Errorf("the layout is %q", facts.Layout)
		}
	})
}

package decode

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"diptych/cmd/diptych/internal/source"
)

var seeds = []string{
	"", "title = \"L’été à Dacca\"\nslug = 'été'\n", "\"événement\" . 'à venir' = {\"é\" = [1, {\"ô\" = \"« oui »\"}]}\n",
	"[event]\nstart = 2023-12-05T14:15\n[event . \"fin\"]\nx.y = 1\n", "[[document]]\n[document.fr]\nfile = \"é\"\n[[document]]\nid=1",
	"[[a]]\n[[a.b]]\n[[a.b]]\nc = 1\n[[a]]\n[a.b]\n", "a = \"\"\"\nfaux = \"é\"\n\\\"\"\"\"\"\"\nb = '''\n[c]\n'''''\n",
	"\"\\u00e9\\x41\\e\\t\\\"\\\\\\U0001F600\" = 1\n", "a = [ # é\n1, # ]\n]\n", "\ufeffa = 1\r\nb = 2\r\n", "\xfe\xffa = 1\n[b]\n", "a.b = 1\na = 2\n",
	"a = {\nb = 1, # é\n}\n", "2023.12 = -inf\n'' = 07:32:00\n", "title: é\n", "a = « é »", strings.Repeat("[", 40),
}

// FuzzParse holds Parse against the library: what it takes, and each of its keys has a place where that key is written.
func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table, problems := Parse(start(1), text)
		if len(problems) > 0 {
			checkProblem(t, text, problems)
			return
		}
		var raw map[string]any
		meta, err := toml.Decode(text, &raw)
		if err != nil {
			t.Fatalf("the library says %v and Parse nothing", err)
		}
		for _, key := range meta.Keys() {
			entries := find(table, key)
			if len(entries) == 0 && meta.IsDefined(key...) {
				t.Fatalf("key %q is not in the table", key)
			}
			for _, entry := range entries {
				checkPlace(t, text, entry)
			}
		}
	})
}

// find gives the entries at a path of keys, in each element of the lists on the way.
func find(table *Table, keys []string) []Entry {
	entry, ok := table.Get(keys[0])
	if !ok {
		return nil
	}
	if len(keys) == 1 {
		return []Entry{entry}
	}
	return findIn(entry.Value, keys[1:])
}

func findIn(value any, keys []string) []Entry {
	switch value := value.(type) {
	case *Table:
		return find(value, keys)
	case []Entry:
		var found []Entry
		for _, element := range value {
			found = append(found, findIn(element.Value, keys)...)
		}
		return found
	default:
		return nil
	}
}

// checkPlace looks whether the text at the entry's place begins with its key, bare or as the library itself reads it in
// quotes, and whether the value's place is not before that of a table's header.
func checkPlace(t *testing.T, text string, entry Entry) {
	t.Helper()
	rest, ok := from(text, entry.KeyPos)
	if !ok || !begins(rest, entry.Key) {
		t.Fatalf("key %q is not at %s but %.40q", entry.Key, entry.KeyPos, rest)
	}
	if _, ok := from(text, entry.Pos); !ok {
		t.Fatalf("the value of %q has the place %s", entry.Key, entry.Pos)
	}
}

func begins(rest, key string) bool {
	if rest == "" || (rest[0] != '"' && rest[0] != '\'') {
		return key != "" && strings.HasPrefix(rest, key)
	}
	for end := 2; end <= len(rest) && rest[end-1] != '\n'; end++ {
		if rest[end-1] == rest[0] {
			var got map[string]int
			if _, err := toml.Decode(rest[:end]+" = 1", &got); err == nil {
				_, same := got[key]
				return same
			}
		}
	}
	return false
}

// from gives what stands from a place on; false if the place is not in the text.
func from(text string, pos source.Pos) (string, bool) {
	for line := 1; line < pos.Line; line++ {
		_, rest, found := strings.Cut(text, "\n")
		if !found {
			return "", false
		}
		text = rest
	}
	line, _, _ := strings.Cut(text, "\n")
	column := 1
	for offset := range line {
		if column == pos.Column {
			return text[offset:], true
		}
		column++
	}
	return text[len(line):], pos.Line >= 1 && column == pos.Column
}

func checkProblem(t *testing.T, text string, problems []source.Problem) {
	t.Helper()
	if len(problems) != 1 || problems[0].Message.English == "" || problems[0].Hint.English == "" {
		t.Fatalf("problems: %+v", problems)
	}
	if !utf8.ValidString(text) {
		return // no text of a tree is like this, and its columns have no meaning
	}
	if _, ok := from(text, problems[0].Pos); !ok {
		t.Fatalf("the place %s is not in the text", problems[0].Pos)
	}
}

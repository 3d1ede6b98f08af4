package content

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/source"
)

func TestReadHalfSplits(t *testing.T) {
	tests := []struct {
		name, text, body string
		line             int
	}{
		{"a page", "+++\ntitle = \"L’été à Accra\"\n+++\n\nLe maintien de la paix.\n", "\nLe maintien de la paix.\n", 4},
		{"white space behind both fences", "+++ \t\ntitle = \"Été\"\n+++\t \nTexte\n", "Texte\n", 4},
		{"a fence in the body", "+++\ntitle = \"Été\"\n+++\nA\n+++\nB\n", "A\n+++\nB\n", 4},
		{"a fence inside a line", "+++\ntitle = \"Plus +++\" # +++\n+++\nA\n", "A\n", 4},
		{"comments and blank lines", "+++\n\n# « titre »\n\ntitle = \"Été\"\n\n+++\nA", "A", 8},
		{"no final newline", "+++\ntitle = \"Été\"\n+++\nFin", "Fin", 4},
		{"an empty body", "+++\ntitle = \"Été\"\n+++\n", "", 4},
		{"an empty body without a final newline", "+++\ntitle = \"Été\"\n+++", "", 4},
		{"blank lines alone", "+++\ntitle = \"Été\"\n+++\n\n\n", "\n\n", 4},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			half, problems := ReadHalf(mustFile(t, frenchFile, test.text), source.French)
			wantTold(t, problems)
			if want := (source.Pos{File: frenchFile, Line: test.line, Column: 1}); half.BodyPos != want {
				t.Errorf("the body starts at %s, want %s", half.BodyPos, want)
			}
			if half.Body != test.body || half.Lang != source.French || half.File != frenchFile {
				t.Errorf("got %q of %s in %q, want %q", half.Body, half.Lang, half.File, test.body)
			}
			if half.Words.Title == "" {
				t.Error("the title is lost")
			}
		})
	}
}

// TestReadHalfFromWindows holds that a page saved with CRLF line ends and a byte order mark is read as any other: source
// brings it to the one form, and the places are still those that an editor shows.
func TestReadHalfFromWindows(t *testing.T) {
	dir := t.TempDir()
	text := strings.ReplaceAll("\ufeff+++\ntitle = \"Été\"\nslug = 5\n+++\nTexte\n", "\n", "\r\n")
	for path, text := range map[string]string{source.ConfigFile: "", frenchFile: text} {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := cmp.Or(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := source.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	file, _ := tree.File(frenchFile)
	half, problems := ReadHalf(file, source.French)
	wantTold(t, problems, "F:3:8 error wrong-type: `slug` can't be the number 5")
	if half.Words.Title != "Été" || half.Body != "Texte\n" || half.BodyPos.Line != 5 {
		t.Errorf("got %q and %q at %s", half.Words.Title, half.Body, half.BodyPos)
	}
}

func TestReadHalfWithoutFrontMatter(t *testing.T) {
	const none = "E:1:1 error front-matter: the page has no front matter"
	const open = "E:1:1 error front-matter: the front matter is opened with +++ and never closed"
	tests := []struct{ name, text, body, want, hint string }{
		{"none", "# Peacekeeping\n", "# Peacekeeping\n", none, "begin the file with a line of +++"},
		{"an empty file", "", "", none, "begin the file with a line of +++"},
		{"a blank line before it", "\n+++\ntitle = \"A\"\n+++\n", "\n+++\ntitle = \"A\"\n+++\n", none, "begin the file"},
		{"YAML", "---\ntitle: Peacekeeping\n---\nText\n", "---\ntitle: Peacekeeping\n---\nText\n", none,
			"turn the --- lines into +++"},
		{"four of them", "++++\ntitle = \"A\"\n++++\n", "++++\ntitle = \"A\"\n++++\n", none, "begin the file"},
		{"not closed", "+++\ntitle = \"A\"\n\nText\n", "", open, "put a line of +++ between"},
		{"closed by dashes", "+++\ntitle = \"A\"\n---\nText\n", "", open, "put a line of +++ between"},
		{"closed inside a line", "+++\ntitle = \"A\" +++\nText\n", "", open, "put a line of +++ between"},
		{"a fence and no more", "+++", "", open, "put a line of +++ between"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			half, problems := ReadHalf(mustFile(t, englishFile, test.text), source.English)
			wantTold(t, problems, test.want)
			if !strings.Contains(problems[0].Hint.English, test.hint) {
				t.Errorf("the hint is %q, want one with %q", problems[0].Hint.English, test.hint)
			}
			if half.Body != test.body || half.BodyPos != (source.Pos{File: englishFile, Line: 1, Column: 1}) {
				t.Errorf("the body is %q at %s, want %q from the top", half.Body, half.BodyPos, test.body)
			}
			if pos := half.Pos("title"); pos != (source.Pos{File: englishFile, Line: 1}) {
				t.Errorf("a title that is not there stands at %s", pos)
			}
		})
	}
}

// TestReadHalfBrokenFrontMatter holds that a mistake in the front matter keeps the body, and its place in the file.
func TestReadHalfBrokenFrontMatter(t *testing.T) {
	tests := []struct{ name, front, want string }{
		{"a colon", "title = \"Été\"\nslug: ete\n", "F:3:5 error toml: "},
		{"French quotes", "title = « Été »\n", "F:2:9 error toml: "},
		{"an accent before the mistake", "title = \"Été\" description = \"À Accra\"\n", "F:2:1"},
		{"a key twice", "title = \"Été\"\ntitle = \"Hiver\"\n", "F:3:"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			half, problems := ReadHalf(mustFile(t, frenchFile, "+++\n"+test.front+"+++\nTexte\n"), source.French)
			want := strings.Replace(test.want, "F:", frenchFile+":", 1)
			if got := told(problems); len(got) != 1 || !strings.HasPrefix(got[0], want) || problems[0].Hint.English == "" {
				t.Errorf("got %q, want one at %q", got, want)
			}
			line := 3 + strings.Count(test.front, "\n")
			if half.Body != "Texte\n" || half.BodyPos.Line != line {
				t.Errorf("the body is %q at %s, want it at line %d", half.Body, half.BodyPos, line)
			}
			if half.Words.Title != "" || len(half.Facts.Entries) != 0 {
				t.Errorf("front matter that can't be read says %+v and %+v", half.Words, half.Facts)
			}
		})
	}
}

// TestFrontAgain holds that a later version of a file is taken for one with the same front matter if and only if reading
// it anew gives the same, with the same body.
func TestFrontAgain(t *testing.T) {
	const front = "+++\ntitle = \"Été\"\n+++\n"
	tests := []struct {
		name, before, after string
		same                bool
	}{
		{"another body", front + "Un texte\n", front + "Un autre, plus long\n", true},
		{"no body any more", front + "Un texte\n", front, true},
		{"a first body", front, front + "Un texte\n", true},
		{"a rule in the body", front + "Un texte\n", front + "+++\n", true},
		{"another title", front + "Un texte\n", strings.Replace(front, "Été", "Hiver", 1) + "Un texte\n", false},
		{"a line above", front + "Un texte\n", "\n" + front + "Un texte\n", false},
		{"the last line goes on", strings.TrimSuffix(front, "\n"), strings.TrimSuffix(front, "\n") + "+\nslug = \"ete\"\n+++\n", false},
		{"closed at last", "+++\ntitle = \"Été\"\n", front, false},
		{"none at all", "Un texte\n", "Un texte\n+++\n", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before, _ := ReadHalf(mustFile(t, frenchFile, test.before), source.French)
			file := mustFile(t, frenchFile, test.after)
			half, same := before.Again(file)
			if same != test.same {
				t.Fatalf("the front matter is the same: %t, want %t", same, test.same)
			}
			anew, _ := ReadHalf(file, source.French)
			if same && (half.Body != anew.Body || half.BodyPos != anew.BodyPos || half.Words.Title != anew.Words.Title) {
				t.Errorf("the body is %q at %s; read anew %q at %s", half.Body, half.BodyPos, anew.Body, anew.BodyPos)
			}
		})
	}
}

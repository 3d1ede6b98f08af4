package main

import (
	"fmt"
	"go/constant"
	"go/types"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/wording"
)

// TestWording holds that the tool speaks both languages: each sentence in its code has its French, no French is left
// over, and no sentence is put together in a way that french.txt could not follow.
func TestWording(t *testing.T) {
	said, lines := readSpoken(t), wording.Lines()
	if len(said.phrases) < 100 || len(said.calls) < 100 {
		t.Fatalf("only %d phrases and %d calls are found", len(said.phrases), len(said.calls))
	}
	for phrase, at := range said.phrases {
		if _, ok := lines[phrase]; !ok && hasWords(phrase) {
			t.Errorf("%s: french.txt lacks the French of\n%s", at, phrase)
		}
	}
	for phrase := range lines {
		if _, ok := said.phrases[phrase]; !ok {
			t.Errorf("french.txt has the French of what nobody says:\n%s", phrase)
		}
	}
	for _, at := range said.made {
		t.Errorf("%s: a phrase is made of what is not constant, so that it has no French: write it out", at)
	}
}

// hasWords tells whether a phrase has letters beside its verbs.
func hasWords(phrase wording.Phrase) bool {
	return strings.ContainsFunc(verb.ReplaceAllString(string(phrase), ""), unicode.IsLetter)
}

// verb is a verb of package fmt, with its flags and the index of the value that it takes.
var verb = regexp.MustCompile(`%([-+# 0]*[0-9]*(?:\.[0-9]+)?)(?:\[([0-9]+)\])?([a-zA-Z%])`)

// verbs gives the verbs that a text has, by the number of the value that each takes.
func verbs(text string) map[int][]string {
	taken, next := map[int][]string{}, 1
	for _, found := range verb.FindAllStringSubmatch(text, -1) {
		if found[3] == "%" {
			continue
		}
		if found[2] != "" {
			next, _ = strconv.Atoi(found[2])
		}
		if how := found[1] + found[3]; !slices.Contains(taken[next], how) {
			taken[next] = append(taken[next], how)
		}
		next++
	}
	return taken
}

func TestVerbs(t *testing.T) {
	got := verbs("100 %% de %[2]s, %02X à %[1]q et %q")
	if diff := cmp.Diff(map[int][]string{1: {"q"}, 2: {"s", "q"}, 3: {"02X"}}, got); diff != "" {
		t.Error(diff)
	}
}

// TestWordingValues holds that a phrase gets as many values as it has verbs, of the kinds that these print, in both
// languages. Vet holds it only for formats that are plain strings.
func TestWordingValues(t *testing.T) {
	for english, french := range wording.Lines() {
		if diff := cmp.Diff(verbs(string(english)), verbs(french)); diff != "" {
			t.Errorf("the verbs are not the same in\n%s\n%s\n%s", english, french, diff)
		}
	}
	for _, call := range readSpoken(t).calls {
		taken := verbs(string(call.phrase))
		if want := slices.Max(append(slices.Collect(maps.Keys(taken)), 0)); want != len(call.values) || len(taken) != want {
			t.Errorf("%s: %q takes %d values and gets %d", call.at, call.phrase, want, len(call.values))
			continue
		}
		for i, value := range call.values {
			for _, how := range taken[i+1] {
				if !prints(how[len(how)-1], value.Type) {
					t.Errorf("%s: %q prints value %d, a %s, with %%%s", call.at, call.phrase, i+1, value.Type, how)
				}
			}
			if value.Value != nil && value.Value.Kind() == constant.String && !isPhrase(value.Type) &&
				strings.Contains(constant.StringVal(value.Value), " ") {
				t.Errorf("%s: %s would be English in the French sentence too: make it a wording.Phrase", call.at, value.Value)
			}
		}
	}
}

// prints tells whether a verb can print values of a type.
func prints(verb byte, typ types.Type) bool {
	basic, _ := typ.Underlying().(*types.Basic)
	switch verb {
	case 'd', 'X':
		return basic != nil && basic.Info()&types.IsInteger != 0
	case 't':
		return basic != nil && basic.Info()&types.IsBoolean != 0
	case 's', 'q':
		return basic == nil || basic.Info()&types.IsString != 0
	}
	return verb == 'v'
}

// TestFrenchFile holds that french.txt is made of pairs of lines, each once, and that its French is written as French is.
func TestFrenchFile(t *testing.T) {
	file, err := os.ReadFile("internal/wording/french.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen, english := map[string]bool{}, ""
	for i, line := range strings.Split(string(file), "\n") {
		at := fmt.Sprintf("french.txt:%d", i+1)
		french, indented := strings.CutPrefix(line, "    ")
		switch {
		case indented:
			if english == "" {
				t.Errorf("%s: there is no English above", at)
			}
			for _, mistake := range mistakes(english, french) {
				t.Errorf("%s: %s: %s", at, mistake, french)
			}
			english = ""
		case english != "":
			t.Errorf("%s: there is no French below the English", at)
			english = ""
		case line != "" && !strings.HasPrefix(line, "# "):
			if seen[line] {
				t.Errorf("%s: the English stands here twice: %s", at, line)
			}
			seen[line], english = true, line
		}
	}
}

var (
	codeSpan = regexp.MustCompile("`[^`]*`")
	quotes   = regexp.MustCompile(`"[^"]*"`)
)

// misspelt are the patterns that are no good French outside of code, and what is wrong with them. French has a narrow
// no-break space before ; ! and ?, and a no-break space before a colon and inside guillemets.
var misspelt = map[string]*regexp.Regexp{
	"an apostrophe is typographic":    regexp.MustCompile(`'`),
	"an ellipsis is one character":    regexp.MustCompile(`\.\.\.`),
	"U+202F stands before ; ! ?":      regexp.MustCompile(`[^\x{202f}\[(<;!?][;!?]`),
	"U+00A0 stands before a colon":    regexp.MustCompile(`[^\x{00a0}]:( |$)`),
	"U+00A0 stands inside guillemets": regexp.MustCompile(`«[^\x{00a0}]|[^\x{00a0}]»`),
}

// mistakes gives what is wrong with the French of an English sentence.
func mistakes(english, french string) []string {
	var found []string
	plain := quotes.ReplaceAllString(codeSpan.ReplaceAllString(french, "x"), "x")
	for what, pattern := range misspelt {
		if pattern.MatchString(plain) {
			found = append(found, what)
		}
	}
	for _, code := range codeSpan.FindAllString(english, -1) {
		if !strings.Contains(french, code) {
			found = append(found, "the code "+code+" is not in it")
		}
	}
	if strings.HasSuffix(french, ".") != strings.HasSuffix(english, ".") {
		found = append(found, "a full stop stands at the end of one of the two")
	}
	first, _ := utf8.DecodeRuneInString(french)
	if capital, _ := utf8.DecodeRuneInString(english); unicode.IsUpper(first) && !unicode.IsUpper(capital) {
		found = append(found, "it begins with a capital")
	}
	return found
}

func TestMistakes(t *testing.T) {
	tests := []struct {
		english, french string
		want            int
	}{
		{"did you mean `%s`?", "vouliez-vous dire `%s`\u202f?", 0},
		{"did you mean `%s`?", "vouliez-vous dire `%s` ?", 1},
		{"did you mean `%s`?", "vouliez-vous dire `%s`?", 1},
		{"did you mean `a`?", "vouliez-vous dire « `b`\u202f? »", 2},
		{"it is: %s", "c’est\u00a0: %s", 0},
		{"it is: %s", "c'est ... : %s", 3},
		{"write page:KEY", "Écrivez page:KEY.", 2},
		{"It is so.", "Il en est ainsi.", 0},
		{"It is so.", "Il en est ainsi", 1},
		{`the file's: x = "it's: so!"`, `celui du fichier` + "\u00a0" + `: x = "it's: so!"`, 0},
	}
	for _, test := range tests {
		if got := mistakes(test.english, test.french); len(got) != test.want {
			t.Errorf("%q has the mistakes %q", test.french, got)
		}
	}
}

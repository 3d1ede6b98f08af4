package source

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/wording"
)

func TestPosString(t *testing.T) {
	tests := []struct {
		pos  Pos
		want string
	}{
		{Pos{}, ""},
		{Pos{File: "content/été.fr.md"}, "content/été.fr.md"},
		{Pos{File: "config.toml", Line: 3}, "config.toml:3"},
		{Pos{File: "config.toml", Line: 3, Column: 14}, "config.toml:3:14"},
	}
	for _, test := range tests {
		if got := test.pos.String(); got != test.want {
			t.Errorf("%#v is written %q, want %q", test.pos, got, test.want)
		}
		if test.pos.IsZero() != (test.want == "") {
			t.Errorf("%#v: IsZero is %v", test.pos, test.pos.IsZero())
		}
	}
}

func TestProblemSort(t *testing.T) {
	at := func(file string, line, column int) Pos { return Pos{File: file, Line: line, Column: column} }
	sorted := []Problem{
		Errorf("a", at("a.fr.md", 0, 0), "le fichier"),
		Errorf("b", at("a.fr.md", 2, 0), "la ligne"),
		Errorf("b", at("a.fr.md", 2, 1), "x"),
		Errorf("a", at("a.fr.md", 10, 2), "x"),
		Errorf("b", at("a.fr.md", 10, 2), "a"),
		Errorf("b", at("a.fr.md", 10, 2), "b"),
		Errorf("b", at("a.fr.md", 10, 2), "b").WithHint("h"),
		Errorf("b", at("a.fr.md", 10, 2), "b").WithHint("i"),
		Errorf("b", at("a.fr.md", 10, 2), "b").WithPeer(at("b.en.md", 1, 1)),
		Warnf("a", at("b.en.md", 1, 1), "x"),
	}
	mixed := append(slices.Clone(sorted), sorted[3], sorted[9], sorted[8]) // told twice or more
	slices.Reverse(mixed)
	if diff := cmp.Diff(sorted, Sort(mixed)); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if got := Sort(nil); len(got) > 0 {
		t.Errorf("no problems become %v", got)
	}
}

func TestProblemCopies(t *testing.T) {
	plain := Warnf("slug", Pos{File: "a.fr.md", Line: 1}, "%q est pris à %d %%", "été", 100)
	full := plain.WithHint("write %q", "automne").WithPeer(Pos{File: "a.en.md"})
	want := Problem{Rule: "slug", Severity: Warning, Pos: Pos{File: "a.fr.md", Line: 1}, Peer: Pos{File: "a.en.md"},
		Message: wording.Sentence{English: `"été" est pris à 100 %`, French: "«\u00a0été\u00a0» est pris à 100 %"},
		Hint:    wording.Sentence{English: `write "automne"`, French: "write «\u00a0automne\u00a0»"}}
	if diff := cmp.Diff(want, full); diff != "" {
		t.Errorf("problem (-want +got):\n%s", diff)
	}
	if !plain.Hint.IsZero() || !plain.Peer.IsZero() {
		t.Errorf("the first problem has changed: %+v", plain)
	}
}

func TestHasErrors(t *testing.T) {
	warning, failure := Warnf("a", Pos{}, "a"), Errorf("b", Pos{}, "b")
	tests := []struct {
		problems []Problem
		want     bool
	}{
		{nil, false},
		{[]Problem{warning, {Severity: Info}}, false},
		{[]Problem{warning, failure}, true},
	}
	for _, test := range tests {
		if got := HasErrors(test.problems); got != test.want {
			t.Errorf("HasErrors(%v) is %v", test.problems, got)
		}
	}
}

func TestLang(t *testing.T) {
	for _, lang := range Langs() {
		if !lang.Valid() || lang.Other() == lang || lang.Other().Other() != lang {
			t.Errorf("%q: valid is %v, the other is %q", lang, lang.Valid(), lang.Other())
		}
	}
	if French.Name() != "French" || English.Name() != "English" {
		t.Errorf("the names are %q and %q", French.Name(), English.Name())
	}
	for _, lang := range []Lang{"", "de", "FR", "fr-CA"} {
		if lang.Valid() {
			t.Errorf("%q is told to be one of the two languages", lang)
		}
	}
}

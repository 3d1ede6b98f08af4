package content

import (
	"strings"
	"testing"

	"diptych/cmd/diptych/internal/decode"
	"diptych/cmd/diptych/internal/source"
)

// FuzzHalf reads any text as a half, and its facts as a page's. It never panics; every problem has a place in the file;
// and the body is the rest of the file from the line where it is said to start.
func FuzzHalf(f *testing.F) {
	for _, seed := range []string{
		"", "+++", "+++\n+++", "+++\n+++\n", "+++\ntitle = \"Été\"\n+++\n\nL’« été »\n+++\n",
		"+++\n[event]\nstart = 2023-12-05\n+++",
		"+++\n" + everyFact + "+++\nTexte\n", "---\ntitle: Été\n---\n", "+++ \t\ntitle = 5\n+++ \nA",
		"+++\ntitle = \"\"\"\n+++\n\"\"\"\n+++\nB",
		"+++\ndocument = [{id = \"a\"}, {}]\nexempt = {until = 2024-02-29}\n" +
			"event = {start = 0001-01-01T23:59, end = 9999-12-31T00:00}\n+++\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		half, problems := ReadHalf(mustFile(t, frenchFile, text), source.French)
		_, found := JoinFacts([]*decode.Table{half.Facts, half.Facts})
		lines := strings.Count(text, "\n") + 1
		for _, p := range append(problems, found...) {
			if p.Pos.File != frenchFile || p.Pos.Line < 1 || p.Pos.Line > lines {
				t.Errorf("%s is no place in a file of %d lines: %s", p.Pos, lines, p.Message.English)
			}
			if p.Rule == "facts-disagree" {
				t.Errorf("facts differ from themselves: %s", p.Message.English)
			}
		}
		wantRest(t, text, half)
	})
}

func wantRest(t *testing.T, text string, half *Half) {
	t.Helper()
	before, isSuffix := strings.CutSuffix(text, half.Body)
	if !isSuffix {
		t.Fatalf("the body %q is not the end of %q", half.Body, text)
	}
	if half.Body == "" {
		return
	}
	if before != "" && !strings.HasSuffix(before, "\n") {
		t.Errorf("the body starts inside the line %q", before)
	}
	if line := strings.Count(before, "\n") + 1; half.BodyPos != (source.Pos{File: frenchFile, Line: line, Column: 1}) {
		t.Errorf("the body starts at %s, want line %d", half.BodyPos, line)
	}
}

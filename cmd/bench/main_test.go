package main

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPreviewOptions(t *testing.T) {
	arguments := []string{"--pairs", "50, 25000", "--edits", "7", "--clients", "0", "--hugo", "/nowhere/hugo"}
	o, err := readPreviewOptions(arguments, io.Discard)
	if err != nil || !slices.Equal(o.pairs, []int{50, 25000}) || o.edits != 7 || o.clients != 0 || o.hugo != "" {
		t.Errorf("got %+v, %v", o, err)
	}
}

func TestBuildOptions(t *testing.T) {
	o, err := readBuildOptions([]string{"--runs", "3", "--benchstat", "été.txt", "--old", "../avant", "--hugo", "sh"}, io.Discard)
	if err != nil || o.pairs.String() != "50,500,5000,25000" || o.runs != 3 || o.benchstat != "été.txt" || o.old != "../avant" {
		t.Errorf("got %+v, %v", o, err)
	}
	if !filepath.IsAbs(o.hugo) {
		t.Errorf("the program to compare with is %q", o.hugo)
	}
}

func TestOptionsRefused(t *testing.T) {
	tests := []struct{ arguments, want string }{
		{"", "say what to measure"},
		{"construire", "say what to measure"},
		{"build 50", `"50" is no flag`},
		{"build --pairs 3", `"3" is no size`},
		{"build --runs 0", "--runs is at least 1"},
		{"preview 50", `"50" is no flag`},
		{"preview --pairs 50,beaucoup", `"beaucoup" is no size`},
		{"preview --pairs 3", `"3" is no size`},
		{"preview --pairs 100000", `"100000" is no size`},
		{"preview --edits 0", "--edits is at least 1"},
		{"preview --clients -1", "--clients at least 0"},
	}
	for _, test := range tests {
		err := run(t.Context(), strings.Fields(test.arguments), io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q gives %v, want %q", test.arguments, err, test.want)
		}
	}
}

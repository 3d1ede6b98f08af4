package main

import (
	"io"
	"slices"
	"strings"
	"testing"
)

func TestOptions(t *testing.T) {
	arguments := []string{"--pairs", "50, 25000", "--edits", "7", "--clients", "0", "--hugo", "/nowhere/hugo"}
	o, err := readOptions(arguments, io.Discard)
	if err != nil || !slices.Equal(o.pairs, []int{50, 25000}) || o.edits != 7 || o.clients != 0 || o.hugo != "" {
		t.Errorf("got %+v, %v", o, err)
	}
}

func TestOptionsRefused(t *testing.T) {
	tests := []struct{ arguments, want string }{
		{"", "say what to measure"},
		{"build", "say what to measure"},
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

package main

import (
	"encoding/json"
	"runtime/debug"
	"strings"
	"testing"
)

func TestBill(t *testing.T) {
	info := &debug.BuildInfo{
		GoVersion: "go1.26.8", Main: debug.Module{Path: "diptych"},
		Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "0123abcd"}},
		Deps: []*debug.Module{
			{Path: "github.com/yuin/goldmark", Version: "v1.8.7", Sum: "h1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="},
			{Path: "example.org/replaced", Version: "v1.0.0"},
		},
	}
	text, err := json.Marshal(billOf(info))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"application","name":"diptych",` +
		`"version":"0123abcd","purl":"pkg:golang/diptych@0123abcd"}},"components":[` +
		`{"type":"library","name":"stdlib","version":"1.26.8","purl":"pkg:golang/stdlib@1.26.8"},` +
		`{"type":"library","name":"github.com/yuin/goldmark","version":"v1.8.7","purl":"pkg:golang/github.com/yuin/goldmark@v1.8.7",` +
		`"hashes":[{"alg":"SHA-256","content":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"}]},` +
		`{"type":"library","name":"example.org/replaced","version":"v1.0.0","purl":"pkg:golang/example.org/replaced@v1.0.0"}]}`
	if got := string(text); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestHashes(t *testing.T) {
	got := hashes("h1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
	if len(got) != 1 || got[0].Content != "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f" {
		t.Errorf("got %v", got)
	}
	for _, line := range []string{"", "h1:été", "h1:AAEC"} {
		if got := hashes(line); got != nil {
			t.Errorf("%q gives %v", line, got)
		}
	}
}

func TestTargets(t *testing.T) {
	if _, err := makeOne(t.Context(), "linux", t.TempDir(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "linux/amd64") {
		t.Errorf("got %v", err)
	}
}

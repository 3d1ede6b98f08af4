package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/source"
)

func TestParseBase(t *testing.T) {
	tests := []struct{ text, origin, path string }{
		{"", "", ""},
		{"https://example.org", "https://example.org", "/"},
		{"https://example.org/", "https://example.org", "/"},
		{"http://localhost:8080/", "http://localhost:8080", "/"},
		{"https://Example.ORG/Accra", "https://example.org", "/Accra/"},
		{"HTTPS://example.org/accra/2023/", "https://example.org", "/accra/2023/"},
		{"https://example.org/conférence d’été/", "https://example.org", "/conf%C3%A9rence%20d%E2%80%99%C3%A9t%C3%A9/"},
		{"https://example.org/a%2Fb", "https://example.org", "/a%2Fb/"},
		{"https://example.org/...", "https://example.org", "/.../"},
		{"https://conférence.example/", "https://conférence.example", "/"},
		{"http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080", "/"},
	}
	for _, test := range tests {
		want := Base{Origin: test.origin, Path: test.path}
		if got, ok := ParseBase(test.text); !ok || got != want {
			t.Errorf("%q is %+v, %t; want %+v", test.text, got, ok, want)
		}
	}
}

func TestParseBaseWrong(t *testing.T) {
	for name, text := range map[string]string{
		"no scheme":              "example.org",
		"no scheme, two slashes": "//example.org/",
		"a path alone":           "/accra/",
		"another scheme":         "ftp://example.org/",
		"a file":                 "file:///srv/www/",
		"no host":                "https:///accra/",
		"a port without a host":  "https://:8080/",
		"one slash":              "https:/example.org/",
		"a query":                "https://example.org/?lang=fr",
		"an empty query":         "https://example.org/?",
		"a fragment":             "https://example.org/#français",
		"a user":                 "https://editor@example.org/",
		"a user and a password":  "https://editor:secret@example.org/",
		"two slashes":            "https://example.org//accra/",
		"two slashes at the end": "https://example.org/accra//",
		"two slashes, escaped":   "https://example.org/%2F/accra/",
		"a step up":              "https://example.org/accra/../",
		"a step up, escaped":     "https://example.org/%2E%2e/",
		"a step on the spot":     "https://example.org/./accra",
		"a space before it":      " https://example.org/",
		"a space in the host":    "https://exa mple.org/",
		"markup in the host":     "https://<b>\"example\".org/",
		"a zone of an interface": "http://[fe80::1%25eth0]/",
		"a broken escape":        "https://example.org/%zz/",
		"prose":                  "l’adresse du site",
	} {
		if base, ok := ParseBase(text); ok || base != (Base{}) {
			t.Errorf("%s: %q is %+v, %t", name, text, base, ok)
		}
	}
}

func TestIsFolder(t *testing.T) {
	for text, want := range map[string]bool{"": true, "https://example.org/": false, "http://localhost:8080": false} {
		if base, ok := ParseBase(text); !ok || base.IsFolder() != want {
			t.Errorf("%q: a folder is %t", text, base.IsFolder())
		}
	}
}

// TestBaseURLOption holds that the command line goes first, and that config.toml is checked all the same.
func TestBaseURLOption(t *testing.T) {
	const wrong = " is not the address of a site; " +
		`write http:// or https://, a host and perhaps a path, without ? or #: "https://example.org/"`
	option := func(text string) Options { return Options{BaseURL: &text} }
	tests := []struct {
		name, config string
		options      Options
		want         Base
		told         []string
	}{
		{"config alone", `baseURL = "https://example.org/"`, Options{}, Base{"https://example.org", "/"}, nil},
		{"config is a folder", `baseURL = ""`, Options{}, Base{}, nil},
		{"config is wrong", `baseURL = "example.org"`, Options{}, Base{}, []string{`1:11 base-url: "example.org"` + wrong}},
		{"both", `baseURL = "https://example.org/"`, option("http://localhost/été"),
			Base{"http://localhost", "/%C3%A9t%C3%A9/"}, nil},
		{"the option is a folder", `baseURL = "https://example.org/"`, option(""), Base{}, nil},
		{"the option alone", ``, option("https://example.org/accra"), Base{"https://example.org", "/accra/"}, nil},
		{"the option alone is a folder", ``, option(""), Base{}, nil},
		{"the option is wrong", `baseURL = "https://example.org/"`, option("ftp://example.org"), Base{},
			[]string{`--base-url base-url: "ftp://example.org"` + wrong}},
		{"config is wrong under an option", `baseURL = "//example.org"`, option("https://example.org"),
			Base{"https://example.org", "/"},
			[]string{`1:11 base-url: "//example.org"` + wrong}},
		{"config is of the wrong type under an option", `baseURL = 5`, option(""), Base{},
			[]string{"1:11 wrong-type: `baseURL` can't be the number 5; write a text in quotes: baseURL = \"…\""}},
	}
	titles := strings.TrimPrefix(small, "baseURL = \"\"\n")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			config, problems := load(t, test.config+"\n"+titles, test.options)
			if diff := cmp.Diff(test.told, problems); diff != "" || config.BaseURL != test.want {
				t.Errorf("the address is %+v, want %+v; problems (-want +got):\n%s", config.BaseURL, test.want, diff)
			}
		})
	}
}

// FuzzLoad reads any text as config.toml. It never panics, every problem has a place in the file, and the address is one
// to which paths can be joined: reading it again changes nothing.
func FuzzLoad(f *testing.F) {
	f.Add(good, "")
	f.Add(small, "https://example.org/conférence")
	f.Add("languages = [\"fr\"]\nlanguage = 1\nparams = 2\nmarkdown = 3\n", "http://[::1]:80/%2e/a//b?c#d")
	f.Add("baseURL = \"https://exa%6Dple.org:/%C3%A9t%C3%A9/+;=@\"\n[language]\nfr = []\n", "HTTP://É.example/&'\"<>")
	f.Fuzz(func(t *testing.T, text, address string) {
		tree := source.NewTree(map[string]string{source.ConfigFile: text})
		config, problems := Load(tree, Options{BaseURL: &address})
		wantUsable(t, config)
		for _, p := range problems {
			inFile := p.Pos.File == source.ConfigFile && p.Pos.Line >= 1 && p.Pos.Line <= strings.Count(text, "\n")+1
			if !inFile && p.Pos != (source.Pos{File: "--base-url"}) {
				t.Errorf("%s is no place in the file: %s", p.Pos, p.Message.English)
			}
		}
		wantJoinable(t, config.BaseURL)
	})
}

func wantJoinable(t *testing.T, base Base) {
	t.Helper()
	if base.IsFolder() {
		return
	}
	if strings.HasSuffix(base.Origin, "/") || !strings.HasPrefix(base.Path, "/") || !strings.HasSuffix(base.Path, "/") ||
		strings.Contains(base.Path, "//") || strings.ContainsAny(base.Origin+base.Path, " \"<>?#\\") {
		t.Errorf("no path can be joined to %+v", base)
	}
	if again, ok := ParseBase(base.Origin + base.Path); !ok || again != base {
		t.Errorf("%+v read again is %+v, %t", base, again, ok)
	}
}

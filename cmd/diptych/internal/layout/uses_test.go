package layout

import "testing"

// chooser is a layout of the sample site in which a test writes what it likes.
const chooser = "layouts/chooser.html"

func TestUses(t *testing.T) {
	tests := map[string]struct {
		text    string
		has     []string
		hasNot  []string
		unknown string // place
	}{
		"a constant":            {`{{T "a.b"}}`, []string{"a.b"}, []string{"a", "a.bc"}, ""},
		"in a branch":           {`{{if .Draft}}{{with .Title}}{{T "a"}}{{else}}{{T "b"}}{{end}}{{end}}`, []string{"a", "b"}, []string{"c"}, ""},
		"in a loop":             {`{{range .Menu}}{{T "a"}}{{else}}{{T "b"}}{{end}}`, []string{"a", "b"}, nil, ""},
		"in a condition":        {`{{if eq .Title (T "a")}}{{end}}`, []string{"a"}, nil, ""},
		"given to a template":   {`{{define "x"}}{{T "b"}}{{end}}{{template "x" (T "a")}}`, []string{"a", "b"}, nil, ""},
		"piped":                 {`{{"a" | T}}{{3 | T "b" "Count"}}`, []string{"a", "b"}, nil, ""},
		"of a half":             {`{{range .Halves}}{{.T "a"}}{{end}}{{range $h := .Halves}}{{$h.T "b"}}{{(index $.Halves 0).T "c"}}{{end}}`, []string{"a", "b", "c"}, nil, ""},
		"in a variable's value": {`{{$x := T "a"}}{{$x}}`, []string{"a"}, nil, ""},
		"with its beginning":    {`{{T (printf "état.%s.x" .Kind)}}{{T (print "rôle." .Kind)}}{{printf "cas.%s" .Kind | T}}`, []string{"état.home", "rôle.x", "cas.y"}, []string{"état", "autre"}, ""},
		"unknown":               {"é\n{{T .Kind}}", []string{"whatever"}, nil, chooser + ":2:3"},
		"unknown when printed":  {`{{T (printf "%s.x" .Kind)}}`, []string{"whatever"}, nil, chooser + ":1:3"},
		"only looks like it":    {`{{.Title}}{{printf "T"}} T "a"{{/* T "b" */}}`, nil, []string{"a", "b", "T"}, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			tree := mustTree(t, files{chooser: test.text})
			u := (&Set{shelf: readShelf(tree.Below("layouts"))}).Uses()
			for _, id := range test.has {
				if !u.Has(id) {
					t.Errorf("%s: %q is not used", test.text, id)
				}
			}
			for _, id := range test.hasNot {
				if u.Has(id) {
					t.Errorf("%s: %q is used", test.text, id)
				}
			}
			if got := u.Unknown.String(); got != test.unknown {
				t.Errorf("%s: what can't be known stands at %q, want %q", test.text, got, test.unknown)
			}
		})
	}
}

// TestUsesOfBroken holds that nothing is called unused because of a layout that can't be read.
func TestUsesOfBroken(t *testing.T) {
	for name, changes := range map[string]files{
		"one layout":  {chooser: "{{if}}"},
		"what shared": {"layouts/base.html": "{{if}}"},
		"none at all": {"layouts/page.html": "", "layouts/home.html": "", "layouts/section.html": "", "layouts/404.html": "", chooser: "", "layouts/exempt.html": ""},
	} {
		if u := (&Set{shelf: readShelf(mustTree(t, changes).Below("layouts"))}).Uses(); !u.Has("whatever") {
			t.Errorf("%s: a message is unused", name)
		}
	}
}

package host

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzNames holds that no name of a file breaks what is written for hosts: whatever it is, it stands in one word, and comes out as it
// went in.
func FuzzNames(f *testing.F) {
	for _, seed := range []string{"fr/ancien-nom/index.html", "l’été à « Accra ».html", `a"b`, `a\b`, "$host", "a;b{c}", "%41", "a b", "#a", "a:b", "a*b", "(a|b)", "<If>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if name == "" || !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl) || strings.HasPrefix(name, "/") || strings.ContainsAny(name, "\u2028\u2029\u0085") {
			return // no name of an output
		}
		s := sample(func(s *Site) {
			s.Files = append([]File{{Path: "x/" + name, Lasting: true}}, s.Files...)
			s.Moves = []Move{{"x/" + name + ".html", "fr/index.html"}}
		})
		root := readNginx(t, written(t, func(w *strings.Builder) error { return s.WriteNginx(w) })).inside[0]
		if !slices.ContainsFunc(root.inside, func(b *block) bool {
			return len(b.opens) == 3 && b.opens[1] == "=" && b.opens[2] == "/"+short("x/"+name+".html") && len(b.lines) == 1
		}) {
			t.Errorf("no location of nginx redirects from %q", name)
		}
		for line := range strings.Lines(written(t, func(w *strings.Builder) error { _, err := s.WriteRedirects(w); return err })) {
			if words := strings.Fields(line); !strings.HasPrefix(line, "#") && (len(words) > 4 || strings.ContainsAny(words[0], ":*") && !strings.HasSuffix(words[0], "/*")) {
				t.Errorf("_redirects: %q", line)
			}
		}
		for line := range strings.Lines(written(t, func(w *strings.Builder) error { _, err := s.WriteHeaders(w); return err })) {
			if strings.HasPrefix(line, "/") && (len(strings.Fields(line)) != 1 || strings.Contains(line, ":") || strings.Count(line, "*") > 1) {
				t.Errorf("_headers: %q", line)
			}
		}
		for line := range strings.Lines(written(t, func(w *strings.Builder) error { return s.WriteApache(w) })) {
			if strings.Count(strings.ReplaceAll(line, `\"`, ""), `"`)%2 > 0 {
				t.Errorf("Apache: %s", line)
			}
		}
	})
}

package host

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample gives what hosts know of a small site, with changes.
func sample(changes ...func(*Site)) Site {
	s := Site{
		Base: "/", For: Hosts(), Languages: []Language{{"fr", "fr-CA"}, {"en", "en-GB"}}, Both: "fr-en",
		Files: []File{
			{Path: "404.html"}, {Path: "css/a.0123456789.css", Lasting: true}, {Path: "css/b.0123456789.css", Lasting: true},
			{Path: "en/index.html"}, {Path: "favicon.svg"}, {Path: "fr/ancien-nom/index.html"}, {Path: "fr/feed.xml"},
			{Path: "fr/index.html"}, {Path: "fr/événement.ics"}, {Path: "index.html"}, {Path: "pictures/a.svg", Lasting: true},
			{Path: "pictures/b.jpg", Lasting: true}, {Path: "polices/OFL.txt"}, {Path: "polices/titre.0123456789.woff2", Lasting: true},
		},
		Moves: []Move{{"fr/ancien-nom/index.html", "fr/index.html"}},
	}
	for _, change := range changes {
		change(&s)
	}
	return s
}

func written(t *testing.T, write func(*strings.Builder) error) string {
	t.Helper()
	var text strings.Builder
	if err := write(&text); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// TestHeaders holds that no output may run what is written into it, save that a drawing has styles of its own.
func TestHeaders(t *testing.T) {
	for path, own := range map[string]string{
		"fr/index.html": contentPolicy, "css/site.css": contentPolicy, "index.html": contentPolicy,
		"favicon.svg": drawingPolicy, "img/carte.svg": drawingPolicy, "svg": contentPolicy,
	} {
		sent := map[string]string{}
		for _, h := range Headers(path) {
			if sent[h.Name] != "" {
				t.Errorf("%s: %s is sent twice", path, h.Name)
			}
			sent[h.Name] = h.Value
		}
		if sent["Content-Security-Policy"] != own || sent["X-Content-Type-Options"] != "nosniff" {
			t.Errorf("%s: %v", path, sent)
		}
		if policy := sent["Content-Security-Policy"]; strings.Contains(policy, "script-src") || strings.Contains(policy, "unsafe-eval") {
			t.Errorf("%s: scripts have a policy of their own: %s", path, policy)
		}
	}
}

func TestSent(t *testing.T) {
	year := 31536000
	secure := sample(func(s *Site) { s.HSTS = &year })
	tests := []struct {
		file File
		want []Header // beside the policies
	}{
		{File{Path: "fr/index.html"}, []Header{{"Content-Language", "fr-CA"}}},
		{File{Path: "en/a.css", Lasting: true}, []Header{{"Content-Language", "en-GB"}, {"Cache-Control", "public, max-age=31536000, immutable"}}},
		{File{Path: "fr-en/about/index.html"}, []Header{{"Content-Language", "fr-CA, en-GB"}}},
		{File{Path: "index.html"}, []Header{{"Content-Language", "fr-CA, en-GB"}}},
		{File{Path: "404.html"}, []Header{{"Content-Language", "fr-CA, en-GB"}}},
		{File{Path: "robots.txt"}, nil},
		{File{Path: "fr"}, nil}, // a file of that name is below no language
		{File{Path: "français/index.html"}, nil},
	}
	for _, test := range tests {
		for _, s := range []Site{sample(), secure} {
			want := Headers(test.file.Path)
			if s.HSTS != nil {
				want = append(want, Header{"Strict-Transport-Security", "max-age=31536000"})
			}
			if diff := cmp.Diff(append(want, test.want...), s.Sent(test.file)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.file.Path, diff)
			}
		}
	}
}

func TestCover(t *testing.T) {
	tests := []struct {
		name             string
		files            string // those with a star are members
		folders, singles []string
	}{
		{"a whole folder", "css/a* css/b* index", []string{"css/"}, nil},
		{"the highest whole folder", "a/b/c* a/b/d* a/e* f", []string{"a/"}, nil},
		{"a folder in one that is not whole", "a/b/c* a/b/d* a/e f", []string{"a/b/"}, nil},
		{"a file between others", "css/a* css/b css/c*", nil, []string{"css/a", "css/c"}},
		{"the first is no member", "css/a css/b*", nil, []string{"css/b"}},
		{"files of the root", "a* b", nil, []string{"a"}},
		{"a namesake", "css/a* css-guide.pdf", nil, []string{"css/a"}},
		{"a namesake in capitals", "css/a* CSS.pdf", nil, []string{"css/a"}},
		{"a namesake of a part", "css/a* b/css.pdf", []string{"css/"}, nil},
		{"none", "css/a css/b", nil, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var files []File
			for _, name := range strings.Fields(test.files) {
				path, member := strings.CutSuffix(name, "*")
				files = append(files, File{path, member})
			}
			folders, singles := cover(files, func(f File) bool { return f.Lasting })
			if diff := cmp.Diff(test.folders, folders) + cmp.Diff(test.singles, singles); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

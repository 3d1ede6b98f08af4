package host

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/wording"
)

// special gives what _headers says beside the policies and languages that each site has.
func special(t *testing.T, s Site) string {
	t.Helper()
	text := written(t, func(w *strings.Builder) error { _, err := s.WriteHeaders(w); return err })
	_, rest, found := strings.Cut(text, "\n"+s.Base+"404.html\n  Content-Language: fr-CA, en-GB\n")
	if !found {
		t.Fatalf("the file has no general rules:\n%s", text)
	}
	return rest
}

func TestWriteHeaders(t *testing.T) {
	hour := 3600
	s := sample(func(s *Site) { s.HSTS, s.Base = &hour, "/conf%C3%A9rence/" })
	got := written(t, func(w *strings.Builder) error { _, err := s.WriteHeaders(w); return err })
	want := `# What Netlify and Cloudflare Pages send with each file. Made by diptych: your own is static/_headers.

/conf%C3%A9rence/*
  Content-Security-Policy: ` + contentPolicy + `
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
  Strict-Transport-Security: max-age=3600

/conf%C3%A9rence/fr/*
  Content-Language: fr-CA

/conf%C3%A9rence/en/*
  Content-Language: en-GB

/conf%C3%A9rence/fr-en/*
  Content-Language: fr-CA, en-GB

/conf%C3%A9rence/
  Content-Language: fr-CA, en-GB

/conf%C3%A9rence/404.html
  Content-Language: fr-CA, en-GB

/conf%C3%A9rence/favicon.svg
  ! Content-Security-Policy
  Content-Security-Policy: ` + drawingPolicy + `

/conf%C3%A9rence/pictures/a.svg
  ! Content-Security-Policy
  Content-Security-Policy: ` + drawingPolicy + `

/conf%C3%A9rence/fr/feed.xml
  Content-Type: application/atom+xml; charset=utf-8

/conf%C3%A9rence/css/*
  Cache-Control: public, max-age=31536000, immutable

/conf%C3%A9rence/pictures/*
  Cache-Control: public, max-age=31536000, immutable

/conf%C3%A9rence/polices/titre.0123456789.woff2
  Cache-Control: public, max-age=31536000, immutable

/conf%C3%A9rence/fr/%C3%A9v%C3%A9nement.ics
  Content-Type: text/calendar; charset=utf-8
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestOneRuleForAPath holds that no pattern stands twice, since Cloudflare keeps the last one only.
func TestOneRuleForAPath(t *testing.T) {
	got := special(t, sample(func(s *Site) { s.Files = []File{{Path: "a.svg", Lasting: true}, {Path: "b.txt"}} }))
	want := "\n/a.svg\n  ! Content-Security-Policy\n  Content-Security-Policy: " + drawingPolicy +
		"\n  Cache-Control: public, max-age=31536000, immutable\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPatternsByEnding tells when many files of a kind share one rule: when it can mean no other file, however a host reads it.
func TestPatternsByEnding(t *testing.T) {
	four := []File{{Path: "a.ics"}, {Path: "fr/b.ics"}, {Path: "fr/c.ics"}, {Path: "fr/d/e.ics"}}
	tests := []struct {
		name  string
		files []File
		want  int // rules
	}{
		{"three", four[:3], 3},
		{"four", four, 1},
		{"a page whose address ends alike", append(four[:4:4], File{Path: "en/topics/index.html"}), 4},
		{"in capitals", append(four[:4:4], File{Path: "en/TOPICS.html"}, File{Path: "en/TOPICS"}), 4},
		{"a page that has the letters within", append(four[:4:4], File{Path: "en/icsx/index.html"}), 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := special(t, sample(func(s *Site) { s.Files = test.files }))
			if n := strings.Count(got, "Content-Type: text/calendar; charset=utf-8\n"); n != test.want || (test.want == 1) != strings.Contains(got, "\n/*.ics\n") {
				t.Errorf("%d rules:\n%s", n, got)
			}
		})
	}
}

// TestDrawingsByEnding holds that many drawings share a rule as well.
func TestDrawingsByEnding(t *testing.T) {
	got := special(t, sample(func(s *Site) {
		s.Files = []File{{Path: "a.svg"}, {Path: "b.svg"}, {Path: "c/d.svg"}, {Path: "c/e.svg"}}
	}))
	want := "\n/*.svg\n  ! Content-Security-Policy\n  Content-Security-Policy: " + drawingPolicy + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLimits holds that what Cloudflare would not read is left out as a whole, and told.
func TestLimits(t *testing.T) {
	many := func(n int, name string) (files []File) {
		for i := range n {
			files = append(files, File{Path: fmt.Sprintf("d/"+name, i), Lasting: true})
		}
		return append(files, File{Path: "d/index.html"})
	}
	general := len(sample().general())
	tests := []struct {
		name    string
		files   []File
		missing []wording.Phrase
	}{
		{"as many as it reads", many(MostRules-general, "note-%d.pdf"), nil},
		{"one more", many(MostRules-general+1, "note-%d.pdf"), []wording.Phrase{"how long browsers keep files"}},
		{"far more", many(5000, "note-%d.pdf"), []wording.Phrase{"how long browsers keep files"}},
		{"in a folder of their own", many(5000, "note-%d.pdf")[:5000], nil},
		{"drawings that fill it", append(many(MostRules-general, "note-%d.svg"), File{Path: "a.svg-svg", Lasting: true}), []wording.Phrase{"how long browsers keep files"}},
		{"a line that is too long", []File{{Path: strings.Repeat("é", 340) + ".pdf", Lasting: true}}, []wording.Phrase{"how long browsers keep files"}},
		{"a line that is just short enough", []File{{Path: strings.Repeat("é", 330) + ".pdf", Lasting: true}}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := sample(func(s *Site) { s.Files = test.files })
			if diff := cmp.Diff(test.missing, s.MissingHeaders()); diff != "" {
				t.Errorf("missing (-want +got):\n%s", diff)
			}
			text := special(t, s)
			if kept := strings.Contains(text, forEver); kept != (test.missing == nil) {
				t.Errorf("browsers keep files: %t\n%s", kept, text)
			}
		})
	}
}

func TestWriteRedirects(t *testing.T) {
	const netlify = "/ /fr/ 302! Language=fr\n/ /en/ 302! Language=en\n/fr/* /fr/404.html 404\n/en/* /en/404.html 404\n"
	tests := []struct {
		name   string
		change func(*Site)
		want   string
	}{
		{"both", func(*Site) {}, "/fr/ancien-nom/ /fr/ 301!\n/fr/ancien-nom/ /fr/ 301\n" + netlify},
		{"Netlify", func(s *Site) { s.For = []Host{Netlify} }, "/fr/ancien-nom/ /fr/ 301!\n" + netlify},
		{"Cloudflare", func(s *Site) { s.For = []Host{Cloudflare} }, "/fr/ancien-nom/ /fr/ 301\n"},
		{"a path", func(s *Site) { s.For, s.Base = []Host{Netlify}, "/accra/" }, "/accra/fr/ancien-nom/ /accra/fr/ 301!\n" +
			"/accra/ /accra/fr/ 302! Language=fr\n/accra/ /accra/en/ 302! Language=en\n" +
			"/accra/fr/* /accra/fr/404.html 404\n/accra/en/* /accra/en/404.html 404\n/accra/* /accra/404.html 404\n"},
		{"signs", func(s *Site) {
			s.For, s.Moves = []Host{Cloudflare}, []Move{{"fr/l’été à 9:30.html", "fr/index.html"}, {"a b/index.html", "en/index.html"}}
		}, "/fr/l%E2%80%99%C3%A9t%C3%A9%20%C3%A0%209%3A30.html /fr/ 301\n/a%20b/ /en/ 301\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := sample(test.change)
			got := written(t, func(w *strings.Builder) error { _, err := s.WriteRedirects(w); return err })
			if diff := cmp.Diff(test.want, strings.TrimPrefix(got, strings.SplitAfter(got, "\n")[0])); diff != "" || !s.HasAllMoves() {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRedirectLimits(t *testing.T) {
	moves := func(n int) (all []Move) {
		for i := range n {
			all = append(all, Move{fmt.Sprintf("fr/ancien-%d/index.html", i), "fr/index.html"})
		}
		return all
	}
	tests := []struct {
		name     string
		hosts    []Host
		moves    []Move
		lines    int
		complete bool
	}{
		{"as many as Cloudflare reads", []Host{Netlify, Cloudflare}, moves(1000), 2000, true},
		{"one more", []Host{Netlify, Cloudflare}, moves(1001), 2000, false},
		{"Cloudflare alone", []Host{Cloudflare}, moves(2000), 2000, true},
		{"one more for Cloudflare alone", []Host{Cloudflare}, moves(2001), 2000, false},
		{"Netlify alone", []Host{Netlify}, moves(3000), 3000, true},
		{"a long address", []Host{Cloudflare}, append(moves(1), Move{strings.Repeat("é", 170) + ".html", "fr/index.html"}), 1, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := sample(func(s *Site) { s.For, s.Moves = test.hosts, test.moves })
			var text strings.Builder
			complete, err := s.WriteRedirects(&text)
			if n := strings.Count(text.String(), " 301"); err != nil || complete != test.complete || s.HasAllMoves() != complete || n != test.lines {
				t.Errorf("%d lines, complete %t, %v", n, complete, err)
			}
		})
	}
}

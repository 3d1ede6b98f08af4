package build

import (
	"context"
	"errors"
	"io"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

func TestPathsFollowWithoutRendering(t *testing.T) {
	s := sample(t, ownHost, nil)
	want := []string{
		".nojekyll", "404.html", "_headers", "_redirects", "css/site.*.css", "documents/note conceptuelle.pdf",
		"en/404.html", "en/about/index.html", "en/announcement/index.html", "en/calendar.ics", "en/event.ics", "en/feed.xml",
		"en/index.html", "en/meetings/dhaka/event.ics", "en/meetings/dhaka/index.html", "en/meetings/groups/index.html",
		"en/meetings/groups/leaders/index.html", "en/meetings/index.html", "en/meetings/seoul/event.ics",
		"en/meetings/seoul/index.html", "en/programme/index.html", "en/report/index.html",
		"fr/404.html", "fr/a-propos/index.html", "fr/ancien-nom/index.html", "fr/annonce/index.html", "fr/calendar.ics",
		"fr/event.ics", "fr/feed.xml", "fr/index.html", "fr/programme/index.html", "fr/report/index.html",
		"fr/reunions/dacca/event.ics", "fr/reunions/dacca/index.html", "fr/reunions/groupes/chefs-de-file/index.html",
		"fr/reunions/groupes/index.html", "fr/reunions/index.html", "fr/reunions/seoul/event.ics",
		"fr/reunions/seoul/index.html", "fr/vieux.html",
		"img/fond.svg", "index.html", "js/site.*.js", "robots.txt", "sitemap.xml",
	}
	if diff := cmp.Diff(want, unprinted(s.Paths())); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
	if !slices.IsSorted(s.Paths()) {
		t.Error("the paths are not sorted")
	}
	if s.Pages() != 10 || !s.HasAddress() || s.Next() != (civil.Date{Year: 2023, Month: 12, Day: 5}) {
		t.Errorf("pages %d, has an address: %v, changes next on %s", s.Pages(), s.HasAddress(), s.Next())
	}
}

// unprinted takes the fingerprints out of the names of styles and scripts.
func unprinted(paths []string) []string {
	var names []string
	for _, p := range paths {
		if ext := path.Ext(p); ext == ".css" || ext == ".js" {
			p = strings.TrimSuffix(p, path.Ext(strings.TrimSuffix(p, ext))+ext) + ".*" + ext
		}
		names = append(names, p)
	}
	return names
}

func TestSiteInAFolderLeavesOutWhatNeedsAddresses(t *testing.T) {
	with, without := sample(t, ownHost, nil), sample(t, folder, nil)
	var missing []string
	for _, p := range with.Paths() {
		if !slices.Contains(without.Paths(), p) {
			missing = append(missing, p)
		}
	}
	want := []string{
		".nojekyll", "_headers", "_redirects",
		"en/calendar.ics", "en/event.ics", "en/feed.xml", "en/meetings/dhaka/event.ics", "en/meetings/seoul/event.ics",
		"fr/calendar.ics", "fr/event.ics", "fr/feed.xml", "fr/reunions/dacca/event.ics", "fr/reunions/seoul/event.ics",
		"sitemap.xml",
	}
	if diff := cmp.Diff(want, missing); diff != "" || without.HasAddress() {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
	for _, p := range without.Paths() {
		html := read(t, without, p)
		for _, word := range []string{"canonical", "x-default", "integrity", "feed.xml", ".ics", "ld+json", "Sitemap", "example.org"} {
			if strings.Contains(html, word) {
				t.Errorf("%s has %q in it", p, word)
			}
		}
	}
}

func TestEveryPathGivesTheSameBytesAgain(t *testing.T) {
	for _, base := range []string{ownHost, subPath, folder} {
		s := sample(t, base, nil)
		for _, p := range s.Paths() {
			first := read(t, s, p)
			if first == "" || read(t, s, p) != first {
				t.Errorf("base %q: %s is empty, or another the second time", base, p)
			}
		}
	}
}

func TestUnknownOutput(t *testing.T) {
	s := sample(t, ownHost, nil)
	for _, p := range []string{"", "fr", "fr/", "/fr/index.html", "fr/introuvable.html", "../config.toml", "css/site.css"} {
		var out strings.Builder
		if problems, err := s.Output(p, &out); err == nil || len(problems) > 0 || out.Len() > 0 {
			t.Errorf("Output(%q) gives %q, problems %v, error %v", p, out.String(), problems, err)
		}
	}
}

// TestBuildsAreTheSame builds one site on one core and on many, from a fresh tree each time.
func TestBuildsAreTheSame(t *testing.T) {
	for _, changes := range []files{nil, generated(60)} {
		before := runtime.GOMAXPROCS(1)
		one, _ := all(t, sample(t, ownHost, changes))
		runtime.GOMAXPROCS(8)
		many, _ := all(t, sample(t, ownHost, changes))
		runtime.GOMAXPROCS(before)
		if diff := cmp.Diff(one, many); diff != "" {
			t.Errorf("one core and many differ (-one +many):\n%s", diff)
		}
	}
}

// TestOutputAloneIsThatOfTheWhole asks one fresh site for a page at a time, as a preview does.
func TestOutputAloneIsThatOfTheWhole(t *testing.T) {
	whole, _ := all(t, sample(t, subPath, nil))
	for p, want := range whole {
		if got := read(t, sample(t, subPath, nil), p); got != want {
			t.Errorf("%s alone differs:\n%s", p, cmp.Diff(want, got))
		}
	}
}

func TestProblemsOfOnePageLeaveTheOthers(t *testing.T) {
	good, _ := all(t, sample(t, ownHost, nil))
	s := sample(t, ownHost, files{"content/programme.fr.md": half("Le programme est là", "", "[Où ?](page:nulle-part)\n\n[Là](/rien.pdf)")})
	got, problems := all(t, s)
	want := []string{
		`content/programme.fr.md:6:1 dead-link: there is no page "nulle-part" (a key is the path below content/ without language and ending)`,
		`content/programme.fr.md:8:1 dead-link: there is no file "static/rien.pdf" and no page at "/rien.pdf" ` +
			"(put the file below static/, or link to a page by its key: page:…)",
	}
	if diff := cmp.Diff(want, told(problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	good["fr/programme/index.html"] = "" // nothing of a page that is wrong is written
	if diff := cmp.Diff(good, got); diff != "" {
		t.Errorf("outputs (-want +got):\n%s", diff)
	}
}

func TestWarningsKeepThePage(t *testing.T) {
	s := sample(t, ownHost, files{"content/programme.fr.md": half("Le programme est là", "", "Du <b>gras</b>.")})
	var out strings.Builder
	problems, err := s.Output("fr/programme/index.html", &out)
	if err != nil || len(problems) != 1 || problems[0].Severity != source.Warning || !strings.Contains(out.String(), "&lt;b&gt;") {
		t.Errorf("problems %q, error %v, page:\n%s", told(problems), err, out.String())
	}
}

// failing is a target that fails for one path: when it is created, or when it is closed.
type failing struct {
	memory
	create, close string
}

var errTarget = errors.New("the disk is full")

func (f *failing) Create(path string) (io.WriteCloser, error) {
	if path == f.create {
		return nil, errTarget
	}
	file, err := f.memory.Create(path)
	if path == f.close {
		return failingFile{file}, err
	}
	return file, err
}

type failingFile struct{ io.WriteCloser }

func (failingFile) Close() error { return errTarget }

func TestFailingTargetStopsTheBuild(t *testing.T) {
	s := sample(t, ownHost, nil)
	first, last := s.Paths()[0], s.Paths()[len(s.Paths())-1]
	for name, target := range map[string]*failing{
		"at create": {create: first}, "at close": {close: first}, "at the end": {create: last}, "at the last close": {close: last},
	} {
		target.files = map[string]string{}
		before := runtime.GOMAXPROCS(1)
		var done atomic.Int64
		problems, err := s.All(context.Background(), target, func() { done.Add(1) })
		runtime.GOMAXPROCS(before)
		if !errors.Is(err, errTarget) || len(problems) > 0 {
			t.Errorf("%s: error %v, problems %q", name, err, told(problems))
		}
		if early := strings.Contains(name, "at c"); early && (len(target.files) > 0 || done.Load() > 1) {
			t.Errorf("%s: %d files were written after the error, %d done", name, len(target.files), done.Load())
		}
	}
}

func TestAllCountsEachOutput(t *testing.T) {
	s := sample(t, ownHost, nil)
	var done atomic.Int64
	target := &memory{files: map[string]string{}}
	if _, err := s.All(context.Background(), target, func() { done.Add(1) }); err != nil {
		t.Fatal(err)
	}
	if n := len(s.Paths()); int(done.Load()) != n || len(target.files) != n {
		t.Errorf("%d outputs done, %d written, want %d", done.Load(), len(target.files), n)
	}
}

// TestDraftBegunInOneLanguage shows the notice at the address of the half that is not written yet, if there is a layout
// for it; without one there is nothing at that address, and that is no mistake of the site.
func TestDraftBegunInOneLanguage(t *testing.T) {
	const written, missing = "fr/essai/index.html", "en/essai/index.html"
	base := ownHost
	for _, notice := range []bool{true, false} {
		changes := files{"content/essai.fr.md": half("Essai", "draft = true", "À suivre.")}
		if !notice {
			maps.Copy(changes, files{"layouts/exempt.html": "", "content/report.en.md": "", "content/report.toml": ""})
		}
		if s := sample(t, ownHost, changes); slices.Contains(s.Paths(), written) || slices.Contains(s.Paths(), missing) {
			t.Error("the draft is published")
		}
		s := Assemble(sampleTree(t, changes), site.Options{Day: today, Drafts: true, BaseURL: &base})
		if source.HasErrors(s.Problems()) || len(s.Problems()) != 1 {
			t.Errorf("problems %q, want one warning", told(s.Problems()))
		}
		if html := read(t, s, written); !strings.Contains(html, "À suivre.") {
			t.Errorf("the half that is written is not shown:\n%s", html)
		}
		if slices.Contains(s.Paths(), missing) != notice {
			t.Errorf("with a layout for it: %v; there is a notice: %v", notice, !notice)
		} else if notice && !strings.Contains(read(t, s, missing), `<a href="/fr/essai/" hreflang="fr" lang="fr">Essai</a>`) {
			t.Errorf("the notice does not lead to the draft:\n%s", read(t, s, missing))
		}
	}
}

func TestDraftsOnlyWhenAskedFor(t *testing.T) {
	changes := files{
		"content/programme.toml": "draft = true\ndate = 2023-10-01\nnews = true\n", "content/about.toml": "draft = true\n",
		"content/index.fr.md": half("Accueil", `place = "Accra"`, ""), "content/index.en.md": half("Home", `place = "Accra"`, ""),
	}
	if s := sample(t, ownHost, changes); slices.ContainsFunc(s.Paths(), func(p string) bool { return strings.Contains(p, "programme") }) {
		t.Error("a draft is published")
	}
	base := ownHost
	s := Assemble(sampleTree(t, changes), site.Options{Day: today, Drafts: true, BaseURL: &base})
	if !slices.Contains(s.Paths(), "fr/programme/index.html") {
		t.Error("a draft is not there when it is asked for")
	}
	if sitemap := read(t, s, "sitemap.xml"); strings.Contains(sitemap, "programme") || !strings.Contains(sitemap, "annonce") {
		t.Errorf("a draft is in the sitemap:\n%s", sitemap)
	}
}

// TestBodyThatNoLayoutShows warns of a text that is in no page, and tells what is wrong in it all the same.
func TestBodyThatNoLayoutShows(t *testing.T) {
	bare := func(body string) *Site {
		return sample(t, ownHost, files{
			"layouts/bare.html":   `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`,
			"content/about.toml":  "layout = \"bare\"\n",
			"content/about.fr.md": half("À propos", "", "## L’équipe {#team}\n\n"+body),
		})
	}
	const unused = `content/about.fr.md:5:1 body-unused: the layout "bare" does not show the page's text ` +
		"(write {{.Body}} in layouts/bare.html, or take the text out)"
	tests := map[string]struct {
		body string
		want []string
		html bool
	}{
		"a text that is right": {"Du texte.", []string{unused}, true},
		"a dead link in it": {"[Où ?](page:nulle-part)", []string{unused,
			`content/about.fr.md:8:1 dead-link: there is no page "nulle-part" ` +
				"(a key is the path below content/ without language and ending)"}, false},
	}
	for name, test := range tests {
		var out strings.Builder
		problems, err := bare(test.body).Output("fr/about/index.html", &out)
		if diff := cmp.Diff(test.want, told(source.Sort(problems))); err != nil || diff != "" {
			t.Errorf("%s: error %v, problems (-want +got):\n%s", name, err, diff)
		}
		if (out.Len() > 0) != test.html {
			t.Errorf("%s: written is %q", name, out.String())
		}
	}
	read(t, sample(t, ownHost, files{
		"layouts/section.html": `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`,
	}), "fr/reunions/groupes/index.html") // whose half has no text
}

package cli

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/build"
	"diptych/cmd/diptych/internal/cache"
	"diptych/cmd/diptych/internal/civil"
	"diptych/cmd/diptych/internal/site"
	"diptych/cmd/diptych/internal/source"
)

// day is the build day of the tests.
const day = "2023-11-01"

// session is a running `diptych serve` over a copy of the conference site.
type session struct {
	cache  string
	t      *testing.T
	root   string // the site's folder
	base   string // "http://127.0.0.1:PORT/"
	events *bufio.Reader
	lines  *lines
}

// start copies the site, starts the preview and listens to its events.
func start(t *testing.T, args ...string) *session {
	t.Helper()
	s := &session{t: t, root: copySite(t), lines: newLines(), cache: t.TempDir()}
	ctx, end := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	go func() {
		args := append([]string{"serve", "--source", s.root, "--addr", "127.0.0.1:0", "--date", day}, args...)
		ended <- Run(args, World{
			Context: ctx, Stdout: s.lines, Stderr: s.lines, Now: time.Now,
			Getenv: func(string) string { return "" }, Cache: s.cache,
		})
	}()
	t.Cleanup(func() {
		end()
		if code := <-ended; code != exitOK {
			t.Errorf("the preview ended with %d", code)
		}
	})
	s.base = regexp.MustCompile(`http://\S+/`).FindString(s.lines.next(t, "Français"))
	s.base = strings.TrimSuffix(s.base, "fr/")
	response, err := http.Get(s.base + "_diptych/events")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	s.events = bufio.NewReader(response.Body)
	s.generation()
	return s
}

// copySite copies the conference site into a folder of its own.
func copySite(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	from := os.DirFS("../../../..")
	for _, folder := range source.Folders() {
		sub, err := os.OpenRoot(filepath.Join("../../../..", folder))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(filepath.Join(root, folder), sub.FS()); err != nil {
			t.Fatal(err)
		}
		sub.Close()
	}
	config, err := from.Open(source.ConfigFile)
	if err != nil {
		t.Fatal(err)
	}
	defer config.Close()
	text, err := io.ReadAll(config)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, source.ConfigFile), text, 0o644); err != nil {
		t.Fatal(err)
	}
	return root
}

// generation waits until the preview tells of a generation.
func (s *session) generation() {
	s.t.Helper()
	for {
		line, err := s.events.ReadString('\n')
		if err != nil {
			s.t.Fatalf("the events ended: %v", err)
		}
		if strings.HasPrefix(line, "data:") {
			return
		}
	}
}

// get gives the body and status of an answer.
func (s *session) get(path string) (string, int) {
	s.t.Helper()
	response, err := http.Get(s.base + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return string(body), response.StatusCode
}

// edit replaces a piece of a file, and waits for the generation that follows.
func (s *session) edit(path, old, new string) {
	s.t.Helper()
	name := filepath.Join(s.root, filepath.FromSlash(path))
	text, err := os.ReadFile(name)
	if err != nil {
		s.t.Fatal(err)
	}
	if !bytes.Contains(text, []byte(old)) {
		s.t.Fatalf("%s does not have %q", path, old)
	}
	if err := os.WriteFile(name, bytes.Replace(text, []byte(old), []byte(new), 1), 0o644); err != nil {
		s.t.Fatal(err)
	}
	s.generation()
}

// reload is what the preview adds to a page.
var reload = regexp.MustCompile(`<script src="[^"]*_diptych/live\.js"[^>]*></script>`)

// TestPreviewIsWhatIsPublished holds that each output is sent as it is built, byte for byte, the reload script aside.
func TestPreviewIsWhatIsPublished(t *testing.T) {
	s := start(t)
	tree, err := source.Read(s.root)
	if err != nil {
		t.Fatal(err)
	}
	finished := build.Assemble(tree, site.Options{Day: civil.Date{Year: 2023, Month: 11, Day: 1}, Cache: cache.Open(s.cache, time.Now())})
	for _, path := range finished.Paths() {
		var want bytes.Buffer
		if _, err := finished.Output(path, &want); err != nil {
			t.Fatal(err)
		}
		got, status := s.get(strings.TrimSuffix(path, "index.html"))
		if plain := reload.ReplaceAllString(got, ""); plain != want.String() || status != http.StatusOK {
			t.Errorf("%s: status %d, %d bytes sent and %d built", path, status, len(plain), want.Len())
		}
		if isPage := strings.HasSuffix(path, ".html"); isPage != reload.MatchString(got) {
			t.Errorf("%s: a page is %t, and the script is in it: %t", path, isPage, !isPage)
		}
	}
}

// TestPreviewFollowsEdits holds that each kind of file is followed: a body, a title, a layout, a message, a style.
func TestPreviewFollowsEdits(t *testing.T) {
	s := start(t)
	for _, e := range []struct{ file, old, new, page, shows string }{
		{"content/about.fr.md", "Ce site présente", "Ce petit site présente", "fr/a-propos/", "Ce petit site présente"},
		{"content/announcement.en.md", "Announcement of the", "News of the", "en/", "News of the Accra Ministerial"},
		{"layouts/base.html", "<main id=\"main\">", "<main id=\"main\" class=\"wide\">", "en/about/", "class=\"wide\""},
		{"i18n/fr.toml", "Aller au contenu", "Passer au contenu", "fr/annonce/", "Passer au contenu"},
		{"content/preparatory-process/dhaka.toml", "2023-06-26", "2023-06-27", "fr/processus-preparatoire/", "27\u00a0juin 2023</time>"},
		{"config.toml", "2023 Peacekeeping Ministerial in Accra", "Accra 2023", "en/about/", "Accra 2023"},
		{"static/css/site.css", "color-scheme: light dark;", "color-scheme: light;", "fr/", "/css/site."},
	} {
		before, _ := s.get(e.page)
		s.edit(e.file, e.old, e.new)
		after, status := s.get(e.page)
		if status != http.StatusOK || !strings.Contains(after, e.shows) || before == after {
			t.Errorf("%s: after the edit %s does not show %q (status %d)", e.file, e.page, e.shows, status)
		}
		s.lines.next(t, e.file)
	}
}

// TestPreviewSurvivesMistakes holds that a broken page keeps its last good version, says what is wrong, and mends.
func TestPreviewSurvivesMistakes(t *testing.T) {
	s := start(t)
	good, _ := s.get("fr/objectifs-et-resultats/")
	s.edit("content/objectives.fr.md", "+++\ntitle", "++\ntitle")
	broken, status := s.get("fr/objectifs-et-resultats/")
	if status != http.StatusOK || reload.ReplaceAllString(broken, "") != reload.ReplaceAllString(good, "") {
		t.Errorf("the broken page is not the last good one (status %d)", status)
	}
	problems, _ := s.get("_diptych/problems?page=fr/objectifs-et-resultats/index.html")
	if !strings.Contains(problems, "content/objectives.fr.md") || !strings.Contains(problems, "front-matter") {
		t.Errorf("the problems do not tell of it: %s", problems)
	}
	s.lines.next(t, "content/objectives.fr.md:1:1: error")
	if menu, _ := s.get("fr/annonce/"); !strings.Contains(menu, "/fr/objectifs-et-resultats/") {
		t.Error("a page that is asked for now leads to the broken one at another address")
	}
	s.edit("content/about.fr.md", "Ce site présente", "Ce petit site présente")
	if other, _ := s.get("fr/a-propos/"); !strings.Contains(other, "Ce petit site présente") {
		t.Error("another page does not show what was changed meanwhile")
	}
	s.edit("content/about.fr.md", "Ce petit site présente", "Ce site présente")
	s.edit("content/objectives.fr.md", "++\ntitle", "+++\ntitle")
	mended, _ := s.get("fr/objectifs-et-resultats/")
	if mended != good {
		t.Error("the mended page is not the good one")
	}
	s.lines.next(t, "nothing is wrong")
}

// TestPreviewNeedsASite holds that a folder without a site, or a bad flag, is told at once.
func TestPreviewNeedsASite(t *testing.T) {
	for want, args := range map[int][]string{
		exitProblems: {"serve", "--source", t.TempDir()},
		exitUsage:    {"serve", "--date", "hier"},
	} {
		out := newLines()
		got := Run(args, World{
			Context: context.Background(), Stdout: out, Stderr: out, Now: time.Now, Getenv: func(string) string { return "" },
		})
		if got != want {
			t.Errorf("%q: exit %d, want %d", args, got, want)
		}
		out.next(t, "diptych: ")
	}
}

// TestOpenWithoutBrowser holds that the site is shown also where nothing opens a browser, which is said.
func TestOpenWithoutBrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	s := start(t, "--open")
	s.lines.next(t, "the browser can't be opened: ")
	if _, status := s.get("fr/"); status != http.StatusOK {
		t.Errorf("the home page is answered with %d", status)
	}
}

// lines takes what a program prints, line by line.
type lines struct {
	writer *io.PipeWriter
	all    chan string
}

func newLines() *lines {
	reader, writer := io.Pipe()
	l := &lines{writer: writer, all: make(chan string, 1000)}
	go func() {
		for scanner := bufio.NewScanner(reader); scanner.Scan(); {
			l.all <- scanner.Text()
		}
	}()
	return l
}

func (l *lines) Write(p []byte) (int, error) { return l.writer.Write(p) }

// next gives the next line that has a piece of text, and passes over those before it.
func (l *lines) next(t *testing.T, piece string) string {
	t.Helper()
	deadline := time.After(20 * time.Second)
	var passed []string
	for {
		select {
		case line := <-l.all:
			if strings.Contains(line, piece) {
				return line
			}
			passed = append(passed, line)
		case <-deadline:
			t.Fatalf("nothing printed has %q, only:\n%s", piece, strings.Join(passed, "\n"))
		}
	}
}

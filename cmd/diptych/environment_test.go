package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"diptych/cmd/diptych/internal/cli"
)

// dayOfBuilds is the build day of the builds that are compared, the last one of the meeting, so that the next one makes another
// site; epochOfBuilds is its noon in seconds.
const (
	dayOfBuilds   = "2023-12-06"
	epochOfBuilds = "1701864000"
)

// environment is a way to build the conference site: from which folder, as seen from where, with which settings.
type environment struct {
	name    string
	prepare func(t *testing.T, site string) (moved string) // brings the copy into shape; nil if it is right as it is
	in      func(site string) string                       // the working folder; the site if nil
	args    func(site string) []string
	env     []string
	without []string // variables that are not set
	shell   string   // what a shell says before it starts the program
	now     string   // what the machine's clock says, if it is another time
}

// environments are those that must make no difference.
func environments() []environment {
	source := func(args ...string) func(string) []string {
		return func(site string) []string { return append([]string{"--source", site}, args...) }
	}
	return []environment{
		{name: "a zone in the east", env: []string{"TZ=Pacific/Kiritimati"}},
		{name: "a zone in the west", env: []string{"TZ=Pacific/Pago_Pago"}},
		{name: "in French", env: []string{"LC_ALL=fr_FR.UTF-8", "LANG=fr_FR.UTF-8", "LANGUAGE=fr"}},
		{name: "in Turkish", env: []string{"LC_ALL=tr_TR.ISO-8859-9"}},
		{name: "in no language", env: []string{"LC_ALL=C"}},
		{name: "for nobody else", shell: "umask 077"},
		{name: "on one processor", env: []string{"GOMAXPROCS=1"}},
		{name: "on two", env: []string{"GOMAXPROCS=2"}},
		{name: "on seven", env: []string{"GOMAXPROCS=7"}},
		{name: "from another folder", in: filepath.Dir, args: func(site string) []string { return []string{"--source", filepath.Base(site)} }},
		{name: "from the root, by its whole path", in: func(string) string { return string(filepath.Separator) }, args: source()},
		{name: "from a folder of the site", in: func(site string) string { return filepath.Join(site, "content") }},
		{name: "by a path with detours", args: func(site string) []string {
			return []string{"--source", "./content/../../" + filepath.Base(site) + "//"}
		}},
		{name: "without a home", without: []string{"HOME", "XDG_CACHE_HOME", "USER"}},
		{name: "with other folders for what passes", env: []string{"TMPDIR=ELSEWHERE"}},
		{name: "read only", prepare: readOnly},
		{name: "written in 1970", prepare: dated(time.Unix(0, 0))},
		{name: "written in 2099", prepare: dated(time.Date(2099, 12, 31, 23, 59, 59, 999, time.UTC))},
		{name: "copied in another order", prepare: copiedBackwards},
		{name: "moved", prepare: moved("un très long chemin", "l’été « à Paris »", "site")},
		{name: "behind a link", prepare: linked},
		{name: "in 1970", now: "1970-01-01T00:00:00Z"},
		{name: "in 2099", now: "2099-12-31T23:59:59-11:00"},
		{name: "by SOURCE_DATE_EPOCH", args: func(string) []string { return nil }, env: []string{"SOURCE_DATE_EPOCH=" + epochOfBuilds}},
		{name: "by SOURCE_DATE_EPOCH, where it is the next day", args: func(string) []string { return nil },
			env: []string{"SOURCE_DATE_EPOCH=" + epochOfBuilds, "TZ=Pacific/Kiritimati"}},
		{name: "by --date and another SOURCE_DATE_EPOCH", env: []string{"SOURCE_DATE_EPOCH=1"}},
		{name: "with a cold cache", env: []string{"XDG_CACHE_HOME=ELSEWHERE"}},
		{name: "without a cache", args: source("--cache", "")},
		{name: "on a terminal with colours", env: []string{"TERM=xterm-256color", "CLICOLOR_FORCE=1", "COLUMNS=40"}},
		{name: "on none", env: []string{"TERM=dumb", "NO_COLOR=1"}},
		{name: "with little memory", env: []string{"GOGC=10", "GOMEMLIMIT=64MiB"}},
		{name: "with few files at a time", shell: "ulimit -n 64"},
	}
}

// TestSameInEveryEnvironment builds the conference site in each environment, for one day, and demands the same bytes.
func TestSameInEveryEnvironment(t *testing.T) {
	reference := filepath.Join(t.TempDir(), "reference")
	environment{}.build(t, copyConference(t), reference)
	if files := treeOf(t, reference); len(files) < 60 {
		t.Fatalf("the reference has only %d files", len(files))
	}
	for _, e := range environments() {
		t.Run(e.name, func(t *testing.T) {
			site := copyConference(t)
			if e.prepare != nil {
				site = e.prepare(t, site)
			}
			output := filepath.Join(t.TempDir(), "output")
			e.build(t, site, output)
			sameTrees(t, reference, output)
		})
	}
}

// build builds a site into a folder.
func (e environment) build(t *testing.T, site, output string) {
	t.Helper()
	args := []string{"build", "--output", output}
	if !slices.ContainsFunc(e.env, func(v string) bool { return v == "SOURCE_DATE_EPOCH="+epochOfBuilds }) {
		args = append(args, "--date", dayOfBuilds)
	}
	folder := site
	if e.in != nil {
		folder = e.in(site)
	}
	if e.args != nil {
		args = append(args, e.args(site)...)
	}
	if e.now != "" {
		e.buildThen(t, append(args, "--source", site))
		return
	}
	command := exec.Command("diptych", args...)
	if e.shell != "" {
		if runtime.GOOS == "windows" {
			t.Skip("no shell here")
		}
		command = exec.Command("sh", append([]string{"-c", e.shell + ` && exec diptych "$@"`, "sh"}, args...)...)
	}
	command.Dir = folder
	command.Env = e.environ(t)
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%.2000s", err, said)
	}
}

// environ gives the variables of the environment.
func (e environment) environ(t *testing.T) []string {
	env := append(os.Environ(), "XDG_CACHE_HOME="+mustCache(t))
	for _, variable := range e.env {
		env = append(env, strings.Replace(variable, "ELSEWHERE", t.TempDir(), 1))
	}
	return slices.DeleteFunc(env, func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains(e.without, name) || name == "SOURCE_DATE_EPOCH" && !slices.Contains(e.env, variable)
	})
}

// buildThen builds while the machine's clock says another time.
func (e environment) buildThen(t *testing.T, args []string) {
	t.Helper()
	now, err := time.Parse(time.RFC3339, e.now)
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	world := cli.World{
		Context: context.Background(), Stdout: io.Discard, Stderr: &said, Getenv: func(string) string { return "" },
		Program: program(),                                           // the same as in other environments
		Now:     func() time.Time { return now }, Cache: t.TempDir(), // in 2099 that of all tests would be swept
	}
	if code := cli.Run(args, world); code != 0 {
		t.Fatalf("exit code %d\n%.2000s", code, said.String())
	}
}

// copyConference copies the source of the conference site.
func copyConference(t *testing.T) string {
	t.Helper()
	site := filepath.Join(t.TempDir(), "site")
	for _, folder := range []string{"content", "i18n", "layouts", "static"} {
		if err := os.CopyFS(filepath.Join(site, folder), os.DirFS(filepath.Join("..", "..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile("../../config.toml")
	if err == nil {
		err = os.WriteFile(filepath.Join(site, "config.toml"), config, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// each does something to each file and folder of a site, those that are deepest first.
func each(t *testing.T, site string, do func(name string, entry fs.DirEntry) error) {
	t.Helper()
	var names []string
	entries := map[string]fs.DirEntry{}
	err := filepath.WalkDir(site, func(name string, entry fs.DirEntry, err error) error {
		names, entries[name] = append(names, name), entry
		return err
	})
	slices.Reverse(names)
	for _, name := range names {
		err = errors.Join(err, do(name, entries[name]))
	}
	if err != nil {
		t.Fatal(err)
	}
}

// readOnly takes the right to write away.
func readOnly(t *testing.T, site string) string {
	each(t, site, func(name string, entry fs.DirEntry) error {
		if entry.IsDir() {
			t.Cleanup(func() { _ = os.Chmod(name, 0o755) })
			return os.Chmod(name, 0o555)
		}
		return os.Chmod(name, 0o444)
	})
	return site
}

// dated gives all files one time.
func dated(when time.Time) func(t *testing.T, site string) string {
	return func(t *testing.T, site string) string {
		each(t, site, func(name string, _ fs.DirEntry) error { return os.Chtimes(name, when, when) })
		return site
	}
}

// copiedBackwards writes the files again in the other order, so that a folder lists them in another one.
func copiedBackwards(t *testing.T, site string) string {
	again := filepath.Join(t.TempDir(), "again")
	each(t, site, func(name string, entry fs.DirEntry) error {
		below, err := filepath.Rel(site, name)
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		to := filepath.Join(again, below)
		return errors.Join(err, os.MkdirAll(filepath.Dir(to), 0o755), os.WriteFile(to, data, 0o600))
	})
	return again
}

// moved moves the site into another folder.
func moved(steps ...string) func(t *testing.T, site string) string {
	return func(t *testing.T, site string) string {
		to := filepath.Join(append([]string{t.TempDir()}, steps...)...)
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o755), os.Rename(site, to)); err != nil {
			t.Fatal(err)
		}
		return to
	}
}

// linked gives a link to the site.
func linked(t *testing.T, site string) string {
	link := filepath.Join(t.TempDir(), "lien")
	if err := os.Symlink(site, link); err != nil {
		t.Skip("no links here:", err)
	}
	return link
}

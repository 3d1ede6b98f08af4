package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestMain lets the stories run this program as `exec diptych`, and the stand-ins for those that it starts.
func TestMain(m *testing.M) {
	programs := standIns()
	programs["diptych"] = main
	maps.Copy(programs, weighers())
	testscript.Main(tidy{m}, programs)
}

// tidy removes what the tests have kept once they have run.
type tidy struct{ *testing.M }

// Run implements [testscript.TestingM].
func (m tidy) Run() int {
	code := m.M.Run()
	if folder, err := testCache(); err == nil {
		os.RemoveAll(folder)
	}
	return code
}

// testCache is the folder in which all tests keep what costs much to make: the pictures of the conference site are made once.
var testCache = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "diptych-test") })

// mustCache gives that folder.
func mustCache(t testing.TB) string {
	t.Helper()
	folder, err := testCache()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// TestScript plays the stories in testdata/script, each in a folder of its own. Beside testscript's own commands they may
// use those of storyCommands. Their day is 5 December 2023 unless they say otherwise, so that they end alike every day; FONT names the font of this
// repository's cards.
//
// With UPDATE_STORIES=1 in the environment, what a story compares with `cmp` is written anew: read the difference
// before you keep it.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		Cmds:                storyCommands(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_STORIES") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1701777600")
			font, err := filepath.Abs("../../layouts/card/newsreader.ttf")
			env.Setenv("FONT", font)
			return err
		},
	})
}

type storyCommand = func(ts *testscript.TestScript, neg bool, args []string)

// storyCommands are the commands that stories have beside those of testscript.
func storyCommands() map[string]storyCommand {
	return map[string]storyCommand{
		"site":   plain("site [folder]", 0, 1, writeSite),
		"exits":  plain("exits code program [argument…]", 2, 99, exits),
		"files":  plain("files folder", 1, 1, listFiles),
		"copy":   plain("copy folder folder", 2, 2, copyFolder),
		"same":   plain("same folder folder", 2, 2, sameFolders),
		"await":  plain("await file pattern", 2, 2, await),
		"latin1": plain("latin1 file", 1, 1, saveAsLatin1),
		"crlf":   plain("crlf file", 1, 1, saveWithCRLF),
		"draw":   plain("draw file width height", 3, 3, drawPicture),
		"cut":    plain("cut file", 1, 1, cutOff),
	}
}

// plain makes a command that can't be negated and takes so many arguments.
func plain(usage string, least, most int, run func(ts *testscript.TestScript, args []string)) storyCommand {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) < least || len(args) > most {
			ts.Fatalf("usage: %s", usage)
		}
		run(ts, args)
	}
}

// writeSite writes the site of testdata/site.txtar into a folder. Files that the story brings itself stay as they are.
func writeSite(ts *testscript.TestScript, args []string) {
	folder := ts.MkAbs(strings.Join(append(args, "."), "/"))
	archive, err := txtar.ParseFile(filepath.Join("testdata", "site.txtar"))
	ts.Check(err)
	for _, file := range archive.Files {
		name := filepath.Join(folder, filepath.FromSlash(file.Name))
		if _, err := os.Stat(name); err == nil {
			continue
		}
		ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
		ts.Check(os.WriteFile(name, file.Data, 0o644))
	}
}

// exits runs a program that has to end with an exit code.
func exits(ts *testscript.TestScript, args []string) {
	code, err := strconv.Atoi(args[0])
	ts.Check(err)
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit) && exit.ExitCode() == code, err == nil && code == 0:
	default:
		ts.Fatalf("the exit code is not %d: %v", code, err)
	}
}

// listFiles prints the files below a folder, sorted.
func listFiles(ts *testscript.TestScript, args []string) {
	for _, name := range filesBelow(ts, ts.MkAbs(args[0])) {
		fmt.Fprintln(ts.Stdout(), name)
	}
}

// filesBelow gives the slash-separated paths of all files below a folder, sorted.
func filesBelow(ts *testscript.TestScript, folder string) []string {
	var names []string
	ts.Check(fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	}))
	return names
}

func copyFolder(ts *testscript.TestScript, args []string) {
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// sameFolders demands that two folders hold the same files, byte for byte.
func sameFolders(ts *testscript.TestScript, args []string) {
	a, b := ts.MkAbs(args[0]), ts.MkAbs(args[1])
	names := filesBelow(ts, a)
	if got, want := strings.Join(filesBelow(ts, b), "\n"), strings.Join(names, "\n"); got != want {
		ts.Fatalf("%s has the files\n%s\nand %s has\n%s", args[0], want, args[1], got)
	}
	for _, name := range names {
		if ts.ReadFile(filepath.Join(a, name)) != ts.ReadFile(filepath.Join(b, name)) {
			ts.Fatalf("%s differs in %s and %s", name, args[0], args[1])
		}
	}
}

// saveAsLatin1 does what an old editor does: it saves a text in ISO 8859-1, a byte for each character.
func saveAsLatin1(ts *testscript.TestScript, args []string) {
	name := ts.MkAbs(args[0])
	var saved []byte
	for _, r := range ts.ReadFile(name) {
		if r > 0xff {
			ts.Fatalf("%q is not in ISO 8859-1", r)
		}
		saved = append(saved, byte(r))
	}
	ts.Check(os.WriteFile(name, saved, 0o644))
}

// saveWithCRLF does what an editor on Windows does: each line ends with CR and LF.
func saveWithCRLF(ts *testscript.TestScript, args []string) {
	name := ts.MkAbs(args[0])
	text := strings.ReplaceAll(ts.ReadFile(name), "\n", "\r\n")
	ts.Check(os.WriteFile(name, []byte(text), 0o644))
}

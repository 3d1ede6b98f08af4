package publish

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// mustRenew publishes files with notes; those whose text is "" are kept.
func mustRenew(t *testing.T, stage *Stage, files map[string]string, said notes) Result {
	t.Helper()
	for path, text := range files {
		var err error
		if text == "" {
			err = stage.Keep(path)
		} else {
			err = create(stage, path, text)
			stage.Remember(path, said[path])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return mustCommit(t, stage)
}

// notesIn gives the notes of an output as its next build reads them.
func notesIn(t *testing.T, output, root string, paths ...string) notes {
	t.Helper()
	stage := mustOpen(t, output, root, nil)
	said := notes{}
	for _, path := range paths {
		if note := stage.Note(path); note != "" {
			said[path] = note
		}
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	return said
}

// TestKept: what is kept stays as it is, with its note, through generations made anew, of a spare, and file by file.
func TestKept(t *testing.T) {
	for name, on := range map[string]disk{"exchanged": machine{}, "file by file": &confined{&faulty{at: -1}}} {
		t.Run(name, func(t *testing.T) {
			_, singly := on.(*confined)
			root := site(t)
			output := filepath.Join(root, "public")
			long := strings.Repeat("é", mostHeld)
			mustRenew(t, mustOpen(t, output, root, nil), map[string]string{"fr/index.html": "été", "en/index.html": "summer", "film.mp4": long}, notes{"fr/index.html": "1 a", "film.mp4": "2"})
			want := map[string]string{"fr/index.html": "été", "film.mp4": long}
			for round, text := range []string{"winter", "spring", "autumn"} {
				result := mustRenew(t, mustOpenOn(t, on, output, root, nil), map[string]string{"fr/index.html": "", "film.mp4": "", "en/index.html": text}, notes{"en/index.html": text})
				if diff := cmp.Diff(Changes{Changed: []string{"en/index.html"}}, result.Changes); diff != "" || result.Singly != singly {
					t.Errorf("round %d, singly %v (-want +got):\n%s", round, result.Singly, diff)
				}
				want["en/index.html"] = text
				for path, text := range want {
					if got, err := os.ReadFile(filepath.Join(output, path)); err != nil || string(got) != text {
						t.Errorf("round %d: %s has %d bytes, want %d, error %v", round, path, len(got), len(text), err)
					}
				}
				said := notesIn(t, output, root, "fr/index.html", "en/index.html", "film.mp4")
				if diff := cmp.Diff(notes{"fr/index.html": "1 a", "film.mp4": "2", "en/index.html": text}, said); diff != "" {
					t.Errorf("round %d, notes (-want +got):\n%s", round, diff)
				}
			}
		})
	}
}

// TestNoNoteOfWhatIsNotOurs: what somebody changed, or took away, is not what the note was about.
func TestNoNoteOfWhatIsNotOurs(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"fr/index.html": "été", "en/index.html": "summer", "a.txt": "a", "plain.txt": "b"}
	stage := mustOpen(t, output, root, nil)
	stage.Remember(whole, "tout")
	mustRenew(t, stage, files, notes{"fr/index.html": "1", "en/index.html": "2", "a.txt": "3"})
	if diff := cmp.Diff(notes{whole: "tout"}, notesIn(t, output, root, whole)); diff != "" {
		t.Errorf("the note of the whole (-want +got):\n%s", diff)
	}
	if err := os.WriteFile(filepath.Join(output, "fr/index.html"), []byte("eté"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(output, "a.txt")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(notes{"en/index.html": "2"}, notesIn(t, output, root, "fr/index.html", "en/index.html", "a.txt", "plain.txt", "absent", whole)); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

// TestNotesThatCantBeWritten: an output that nobody may write in stays as it is, and is as it should be.
func TestNotesThatCantBeWritten(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"fr/index.html": "été"}
	mustBuild(t, output, root, files)
	for at := range int64(12) {
		stage := mustOpenOn(t, &faulty{at: -1}, output, root, files)
		stage.Remember("fr/index.html", "2")
		stage.disk = &faulty{at: at}
		if result, err := stage.Commit(); err == nil && !result.None() {
			t.Errorf("with a fault at step %d it changes %v", at, result.Changes)
		}
		if got, err := os.ReadFile(filepath.Join(output, "fr", "index.html")); err != nil || string(got) != "été" {
			t.Errorf("with a fault at step %d the page is %q, %v", at, got, err)
		}
	}
}

// TestNotesAlone: where only what is noted changed, the manifest is written anew and nothing else is touched; what somebody changes
// right after the output was looked at is seen by the next build.
func TestNotesAlone(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"fr/index.html": "été", "en/index.html": "summer"}
	mustRenew(t, mustOpen(t, output, root, nil), files, notes{"fr/index.html": "1"})
	before := inodes(t, output)
	stage := mustOpen(t, output, root, files)
	stage.Remember("fr/index.html", "2")
	if err := os.WriteFile(filepath.Join(output, "fr/index.html"), []byte("eté"), 0o644); err != nil {
		t.Fatal(err)
	}
	time.Sleep(20 * time.Millisecond) // a tick of the clock
	if result := mustCommit(t, stage); !result.None() {
		t.Errorf("it changes %v", result.Changes)
	}
	isManifest := func(line string) bool { return strings.Contains(line, marker) }
	after := inodes(t, output)
	if slices.Equal(before, after) {
		t.Error("the manifest is the old one")
	}
	isOurs := func(line string) bool { return isManifest(line) || strings.Contains(line, "fr/index.html") }
	if before, after := slices.DeleteFunc(before, isOurs), slices.DeleteFunc(after, isOurs); !slices.Equal(before, after) {
		t.Errorf("it touches more than the manifest: %v, and was %v", after, before)
	}
	if said := notesIn(t, output, root, "fr/index.html"); len(said) > 0 {
		t.Errorf("what was changed meanwhile is trusted: %v", said)
	}
	if result := mustBuild(t, output, root, files); !slices.Equal(result.Changed, []string{"fr/index.html"}) {
		t.Errorf("what was changed meanwhile is not put right: %v", result.Changes)
	}
	checkContent(t, output, built(files, nil))
}

package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestChangedMeanwhile holds that a file which somebody changes while the site is published is not taken for ours.
func TestChangedMeanwhile(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/index.html": "été", "en/index.html": "same"})
	next := map[string]string{"fr/index.html": "hiver", "en/index.html": "same"}
	stage := mustOpen(t, output, root, next)
	put(t, output, "en/index.html", "mine")
	if _, err := stage.Commit(); err == nil || !strings.Contains(err.Error(), "changed by another program") {
		t.Errorf("the build ends with %v", err)
	}
	if err := stage.Discard(); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, output, root, next)
	checkContent(t, output, built(next, nil))
}

// TestOursIsMended holds that what others have done to our files is undone, in the output and in the spare that it was once, and
// is told as a change.
func TestOursIsMended(t *testing.T) {
	harms := map[string]func(name string) error{
		"written over":                   func(name string) error { return os.WriteFile(name, []byte("été!"), 0o644) },
		"written over in another length": func(name string) error { return os.WriteFile(name, nil, 0o644) },
		"removed":                        os.Remove,
		"a link": func(name string) error {
			return os.Symlink("index.html", name+".link")
		},
		"linked to the same": func(name string) error {
			if err := os.Rename(name, name+".link"); err != nil {
				return err
			}
			return os.Symlink("index.html.link", name)
		},
		"linked elsewhere": func(name string) error {
			if err := os.Remove(name); err != nil {
				return err
			}
			return os.Symlink("/etc/hostname", name)
		},
	}
	for what, harm := range harms {
		for _, same := range []bool{true, false} {
			root := site(t)
			output := filepath.Join(root, "public")
			files := map[string]string{"fr/index.html": "été?", "en/index.html": "summer"}
			other := map[string]string{"fr/index.html": "été?", "en/index.html": "winter"}
			mustBuild(t, output, root, files)
			mustBuild(t, output, root, other)
			if err := harm(filepath.Join(output, "fr", "index.html")); err != nil {
				t.Fatal(err)
			}
			next := other
			if !same {
				next = files
			}
			extras := map[string]string{}
			if what == "a link" {
				extras["fr/index.html.link"] = "index.html"
			}
			if what == "linked to the same" {
				extras["fr/index.html.link"] = "été?"
			}
			result := mustBuild(t, output, root, next)
			checkContent(t, output, built(next, extras))
			told := strings.Join(append(result.Changed, result.Added...), " ")
			if strings.Contains(told, "fr/index.html") != (what != "a link") {
				t.Errorf("%s: told are %s", what, told)
			}
			for _, later := range []map[string]string{files, other} {
				mustBuild(t, output, root, later)
				checkContent(t, output, built(later, extras))
			}
		}
	}
}

// TestLinkInPlaceOfFolder holds that what a link leads to, which others have put in the place of a folder of ours, stays as it is.
func TestLinkInPlaceOfFolder(t *testing.T) {
	for _, within := range []bool{true, false} {
		root := site(t)
		output := filepath.Join(root, "public")
		on := (story{within: within}).on(&faulty{at: -1})
		mustCommit(t, mustOpenOn(t, on, output, root, map[string]string{"fr/a/index.html": "été", "en/index.html": "summer"}))
		put(t, root, "ailleurs/a/index.html", "à moi")
		put(t, root, "ailleurs/a/photo.jpg", "photo")
		if err := os.RemoveAll(filepath.Join(output, "fr")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("../ailleurs", filepath.Join(output, "fr")); err != nil {
			t.Fatal(err)
		}
		before := content(t, filepath.Join(root, "ailleurs"))
		for _, season := range []string{"summer", "winter", "autumn", "spring"} {
			files := map[string]string{"en/index.html": season}
			result := mustCommit(t, mustOpenOn(t, on, output, root, files))
			if diff := cmp.Diff([]string{"fr"}, result.Kept); diff != "" {
				t.Errorf("within=%v, %s keeps (-want +got):\n%s", within, season, diff)
			}
			checkContent(t, output, built(files, map[string]string{"fr": "../ailleurs"}))
		}
		checkContent(t, filepath.Join(root, "ailleurs"), before)
	}
}

// TestFolderIsExchanged holds that a folder of ours which others have exchanged with an older one is mended, though its files have
// the times that they had.
func TestFolderIsExchanged(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/a/index.html": "été"})
	if err := os.CopyFS(filepath.Join(root, "copie"), os.DirFS(filepath.Join(output, "fr"))); err != nil {
		t.Fatal(err)
	}
	time.Sleep(20 * time.Millisecond) // a tick of the clock
	files := map[string]string{"fr/a/index.html": "hiver"}
	mustBuild(t, output, root, files)
	time.Sleep(20 * time.Millisecond)
	if err := os.RemoveAll(filepath.Join(output, "fr")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(root, "copie"), filepath.Join(output, "fr")); err != nil {
		t.Fatal(err)
	}
	result := mustBuild(t, output, root, files)
	if diff := cmp.Diff([]string{"fr/a/index.html"}, result.Changed); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	checkContent(t, output, built(files, nil))
}

// TestNameIsGivenUp holds that a page which was gone before its site gave it up is in no manifest: who takes its name then is not
// taken for ours.
func TestNameIsGivenUp(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	mustBuild(t, output, root, map[string]string{"fr/index.html": "été", "fr/photo.jpg": "du site"})
	if err := os.Remove(filepath.Join(output, "fr", "photo.jpg")); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, output, root, map[string]string{"fr/index.html": "été"})
	put(t, output, "fr/photo.jpg", "à moi")
	files := map[string]string{"fr/index.html": "hiver"}
	mustBuild(t, output, root, files)
	checkContent(t, output, built(files, map[string]string{"fr/photo.jpg": "à moi"}))
}

// TestMarkerIsSpoiled holds that nothing is lost where a marker says no longer what is ours. That Git has changed the ends of its
// lines is none of that.
func TestMarkerIsSpoiled(t *testing.T) {
	first, second := map[string]string{"fr/index.html": "été"}, map[string]string{"fr/index.html": "hiver"}
	for what, harm := range map[string]func(text string) string{
		"merged": func(text string) string { return text + "<<<<<<< HEAD\n" },
		"cut":    func(text string) string { return text[:len(text)-5] },
		"empty":  func(string) string { return "" },
		"by Git": func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") },
	} {
		root := site(t)
		output := filepath.Join(root, "public")
		mustBuild(t, output, root, first)
		put(t, output, "CNAME", "à moi")
		put(t, output, marker, harm(built(first, nil)[marker]))
		if what == "by Git" {
			mustBuild(t, output, root, second)
			checkContent(t, output, built(second, map[string]string{"CNAME": "à moi"}))
			continue
		}
		before := content(t, root)
		if _, err := Open(t.Context(), Place{Output: output, Source: root}, nil); err == nil || !strings.Contains(err.Error(), "no longer says") {
			t.Errorf("%s: the build ends with %v", what, err)
		}
		checkContent(t, root, before)
	}
}

// TestHollowFolders holds that folders without a file, as others make them and killed builds leave them, are in no file's way.
func TestHollowFolders(t *testing.T) {
	for _, within := range []bool{false, true} {
		root := site(t)
		output := filepath.Join(root, "public")
		for i := range 5 {
			files := map[string]string{"fr/index.html": strings.Repeat("é", i)}
			if i >= 2 {
				files["fr/note"] = "à lire"
			}
			on := (story{within: within}).on(&faulty{at: -1})
			mustCommit(t, mustOpenOn(t, on, output, root, files))
			if i == 0 {
				if err := os.MkdirAll(filepath.Join(output, "fr", "note", "été"), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			if i >= 2 {
				checkContent(t, output, built(files, nil))
			}
		}
	}
}

// TestMarkerIsTouched holds that a change of a marker's rights or owner, as of all that is in an output, hides no harm that was done
// before.
func TestMarkerIsTouched(t *testing.T) {
	root := site(t)
	output := filepath.Join(root, "public")
	files := map[string]string{"fr/index.html": "été"}
	mustBuild(t, output, root, files)
	time.Sleep(20 * time.Millisecond) // a tick of the clock
	put(t, output, "fr/index.html", "harm")
	time.Sleep(20 * time.Millisecond)
	if err := os.Chmod(filepath.Join(output, marker), 0o664); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, output, root, files)
	checkContent(t, output, built(files, nil))
}
